"""People and bodies, from labels and aliases of Wikidata."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.names.folding import fold
from training.tables.curated import curated_names
from training.tables.pairs import Pair, read_pairs
from training.tables.resemblance import resemblance
from training.tables.spelling import clean_english, is_plain
from training.tables.table import Record

# The label itself weighs more than an alias.
PEOPLE_FILES = {
    "mlama_wikidata": 3,
    "everypolitician2015": 3,
    "bmlama": 2,
    "xfactr_wikidata": 1,
}
BODIES_FILES = {"mlama_wikidata": 3, "bmlama": 2, "xfactr_wikidata": 1}
_LIKE = 0.6
_TRANSLATED = 0.35
_SAINT = re.compile(r"(Άγιος|Αγία|Όσιος|Οσία|Απόστολος|Προφήτης) ")
_OFFICE = re.compile(r"(Υπουργός|Πρόεδρος|Πρωθυπουργός|Αρχηγός|Ηγέτης|Πρέσβης) ")
_PARTICLE = re.compile(
    r" (de|da|di|del|della|dos|van|von|der|den|zu|af|al|el|bin|ibn|le|la|du|of|the|Le|La|De|Di|Da"
    r"|Van|Von|Del|El|Al|Bin|Ben|Abu|Mac|St\.?|Saint) ",
)
# Names of these peoples begin with the family name.
_FAMILY_FIRST = frozenset(
    (Path(__file__).parent / "family_first.txt").read_text(encoding="utf-8").split()
)


def people(names: Path) -> Iterator[Record]:
    """Persons with their Wikidata item; what a hand-written table has is left to it."""
    for item, pairs in _by_item(names, PEOPLE_FILES, "person_full").items():
        votes = _votes(_whole_names(pairs), lambda pair, weight: weight > 2 or _is_spelling(pair))
        if votes is None:
            continue
        greek, aliases, english, others = votes
        if greek[0].islower() or english[0].islower():
            continue  # a class of things, not a person
        if _is_one_of_many(greek, english):
            continue
        if _SAINT.match(greek) and not english.startswith(("Saint ", "St. ", "St ")):
            continue
        if re.search(r",|\d|\bof\b|Earl|Duke|Count|Prince", english) and len(english) > 24:
            continue
        known = curated_names().get((fold(greek), "PERSON"))
        if known:
            greek, english = known[0][0], known[0][1]
            others = [name for name in others if name != english]
        yield {
            "greek": greek,
            "english": english,
            "type": "PERSON",
            "aliases": "|".join(a for a in aliases if " " in a or " " not in greek),
            "alternatives": "|".join(others),
            "family": "" if _splits(greek, english) else "-",
            "wikidata": item,
            "source": "wikidata",
        }


def bodies(names: Path) -> Iterator[Record]:
    """Organisations with their Wikidata item."""
    for item, pairs in _by_item(names, BODIES_FILES, "org").items():
        proper = [(p, w) for p, w in pairs if p.greek[0].isupper() and p.english[0].isupper()]
        votes = _votes(
            proper,
            lambda pair, weight: weight > 1 or resemblance(pair.greek, pair.english) > _TRANSLATED,
        )
        if votes is None:
            continue
        greek, aliases, english, others = votes
        people_or_office = english.endswith(" people") or _OFFICE.match(greek)
        if people_or_office or (fold(greek), "NORP") in curated_names():
            continue
        known = curated_names().get((fold(greek), "ORG"))
        if known and all(fold(english) not in spelt for *_, spelt in known):
            # The same words may name another body: Εθνική Τράπεζα, Σοσιαλιστικό Κόμμα.
            continue
        yield {
            "greek": greek,
            "english": english,
            "type": "ORG",
            "aliases": "|".join(aliases),
            "alternatives": "|".join(others),
            "wikidata": item,
            "source": "wikidata",
        }
    for pair in read_pairs(names, "name_suggestion_index"):
        plain = clean_english(pair.english)
        if is_plain(plain) and (fold(pair.greek), "ORG") not in curated_names():
            yield {
                "greek": pair.greek,
                "english": plain,
                "type": "ORG",
                "wikidata": pair.wikidata or "",
                "source": "name-suggestion-index",
            }


def _by_item(names: Path, files: dict[str, int], kind: str) -> dict[str, list[tuple[Pair, int]]]:
    items: defaultdict[str, list[tuple[Pair, int]]] = defaultdict(list)
    for file, weight in files.items():
        for pair in read_pairs(names, file):
            if kind in pair.kinds and pair.wikidata:
                items[pair.wikidata].append((pair, weight))
    return items


def _votes(
    pairs: list[tuple[Pair, int]], accept: object
) -> tuple[str, list[str], str, list[str]] | None:
    greek: Counter[str] = Counter()
    english: Counter[str] = Counter()
    for pair, weight in pairs:
        plain = clean_english(pair.english)
        if not is_plain(plain) or not accept(pair, weight):  # type: ignore[operator]
            continue
        greek[pair.greek] += weight
        english[plain] += weight
    if not greek:
        return None
    first, *aliases = [name for name, _ in greek.most_common()]
    spelt, *others = [name for name, _ in english.most_common()]
    return first, aliases[:6], spelt, others[:4]


def _whole_names(pairs: list[tuple[Pair, int]]) -> list[tuple[Pair, int]]:
    """The pairs without those that are the family name of others.

    The counterpart of a family name alone is often taken from another script (Ίψεν, I-pu-sheng).
    """
    last = {pair.greek.split()[-1] for pair, _ in pairs if " " in pair.greek and _is_spelling(pair)}
    return [(pair, weight) for pair, weight in pairs if pair.greek not in last]


def _is_one_of_many(greek: str, english: str) -> bool:
    """Whether one Greek word stands for a whole name that does not sound like it (Αλής)."""
    words = re.split(r" (?:of|the|[IVX]+)\b", english)[0].split()
    return " " not in greek and " " in english and resemblance(greek, words[-1]) < _LIKE


def _is_spelling(pair: Pair) -> bool:
    """An alias may be a nickname or a description: it has to sound like the label."""
    return (
        resemblance(pair.greek, pair.english) >= _LIKE
        and abs(len(pair.greek.split()) - len(pair.english.split())) <= 1
    )


def _splits(greek: str, english: str) -> bool:
    """Whether the last words of both are one family name, and what precedes them given names."""
    one, other = greek.split(), english.split()
    if len(one) != len(other) or len(one) != 2 or _PARTICLE.search(f" {english} "):
        return False
    if fold(other[0]) in _FAMILY_FIRST or re.search(r"[\d.΄']|^[IVX]+$", other[-1] + one[-1]):
        return False
    return all(resemblance(a, b) >= _LIKE for a, b in zip(one, other, strict=True))
