"""Pools of names from the pair tables: a gazetteer that may ship, and names to train with."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.pipeline.name_finder.folding import fold

__all__ = ["MAY_SHIP", "NamePool", "write_gazetteer"]

MAY_SHIP = (
    "pairs_xfactr_wikidata.tsv",
    "pairs_whosonfirst.tsv",
    "pairs_mlama_wikidata.tsv",
    "pairs_geonames_alt.tsv",
    "pairs_rigour_person_names.tsv",
    "pairs_bmlama.tsv",
    "pairs_libgeonames.tsv",
    "pairs_cldr_babel.tsv",
    "pairs_everypolitician2015.tsv",
    "pairs_i18n_iso_countries.tsv",
    "pairs_sigpwned_popular_names.tsv",
)
"""Tables whose licence lets what is derived from them ship."""

_LISTS = {
    "person_given": "given",
    "person_family": "family",
    "place_city": "place",
    "place_region": "place",
    "place_country": "country",
    "org": "organisation",
}
_LETTERS = frozenset("αβγδεζηθικλμνξοπρστυφχψω")


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (Greek, English, kind)."""
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) >= 3 and row[0] != "greek":
                yield row[0].strip(), row[1].strip(), row[2].strip()


def _is_name(word: str) -> bool:
    if word.isascii():
        return len(word) >= 3 and word.isalpha() and word[0].isupper()
    folded = fold(word).replace("-", "").replace("'", "").replace("’", "")
    return len(folded) >= 3 and word[:1].isupper() and set(folded) <= _LETTERS


def _both_sides(path: Path) -> Iterator[tuple[str, str]]:
    for greek, english, kind in _rows(path):
        yield greek, kind
        yield english, kind  # Greek news keeps many foreign names in Latin letters


def gazetteer_words(folder: Path) -> set[tuple[str, str]]:
    """Return (word, list) pairs of single words from the tables that may ship."""
    words: set[tuple[str, str]] = set()
    for name in MAY_SHIP:
        for name_form, kind in _both_sides(folder / name):
            parts = name_form.split()
            if kind == "person_full" and len(parts) >= 2:
                tagged = [(parts[0], "given"), (parts[-1], "family")]
            elif kind in _LISTS and len(parts) == 1:
                tagged = [(parts[0], _LISTS[kind])]
            elif kind in ("place_city", "place_region", "place_country") and len(parts) == 2:
                tagged = [(part, _LISTS[kind]) for part in parts if len(part) > 4]
            else:
                continue
            words.update((word, label) for word, label in tagged if _is_name(word))
    return words


def write_gazetteer(folder: Path, path: Path) -> int:
    """Write the gazetteer of the name finder; returns its number of lines."""
    words = sorted(gazetteer_words(folder))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        out.writelines(f"{word}\t{label}\n" for word, label in words)
    return len(words)


def ending(word: str) -> str:
    """Return the class of a form's ending: its last letter, with the vowel before a sigma.

    Names of one class can stand for each other without breaking agreement; all consonants are
    one class, that of the foreign names which have no cases.
    """
    folded = fold(word)
    if folded.endswith("σ"):
        return folded[-2:]
    if folded.endswith("ου"):
        return "ου"
    return folded[-1:] if folded[-1:] in "αεηιουω" else "consonant"


def case_forms(word: str) -> list[str]:
    """Return the nominative that was given and the oblique forms that its ending tells."""
    if word.endswith(("ας", "ης", "ής", "άς", "ές", "ούς")):
        return [word, word[:-1]]
    if word.endswith("ος"):
        return [word, word[:-1], word[:-2] + "ου"]
    if word.endswith("ός"):
        return [word, word[:-1], word[:-2] + "ού"]
    if word.endswith(("α", "η", "ά", "ή")):
        return [word, word + "ς"]
    return [word]


class NamePool:
    """Names by kind and ending, for putting one in another's place.

    Args:
        folder: Of the pair tables. All of them are read: nothing of a name stays in the model but
            what the network learns from it.
    """

    def __init__(self, folder: Path) -> None:
        self.given: dict[str, list[str]] = defaultdict(list)
        self.family: dict[str, list[str]] = defaultdict(list)
        self.place: dict[str, list[str]] = defaultdict(list)
        self.full: list[list[str]] = []
        self.latin: list[list[str]] = []
        seen: set[tuple[str, str]] = set()
        for path in sorted(folder.glob("*.tsv")):
            if path.name.startswith("rigour_groups"):
                continue
            for greek, english, kind in _rows(path):
                if kind == "person_full" and all(_is_name(part) for part in english.split()):
                    self.latin.append(english.split())
                if (greek, kind) not in seen:
                    seen.add((greek, kind))
                    self._add(greek, kind)

    def _add(self, greek: str, kind: str) -> None:
        parts = greek.split()
        if kind == "person_full" and 2 <= len(parts) <= 4:
            if _is_name(parts[0]) and _is_name(parts[-1]):
                self.full.append(parts)
            return
        pools = {
            "person_given": self.given,
            "person_family": self.family,
            "place_city": self.place,
            "place_country": self.place,
        }
        if kind in pools and len(parts) == 1 and _is_name(greek):
            for form in case_forms(greek):
                pools[kind][ending(form)].append(form)
