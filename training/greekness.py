"""Rebuild ``resources/names/declension/greekness.tsv``: does a name decline as Greek names do?

    python training/greekness.py NAMES_FOLDER NEWS_FOLDER [--write]

NAMES_FOLDER holds Greek-English name pairs, ``pairs_*.tsv``. A pair is Greek when the English side
is what ELOT 743 makes of the Greek side, foreign otherwise. Only pairs whose licence allows
shipping are read. Greek names are learnt in all their case forms.

NEWS_FOLDER holds Greek running text, ``*.txt.xz``. A name that is seen both as «ο Τσίπρας» and as
«του Τσίπρα» declines; one that is seen as «ο Ομπάμα» and «του Ομπάμα» does not.
"""

from __future__ import annotations

import argparse
import lzma
import re
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np

from greeknews_ner.names.declension import RESOURCES
from greeknews_ner.names.declension_accent import accent_of, accented, bare, unaccent
from greeknews_ner.names.declension_words import known, read_rows
from greeknews_ner.names.nominative_greekness import features

SHIPPABLE = (
    "xfactr_wikidata",
    "mlama_wikidata",
    "rigour_person_names",
    "bmlama",
    "everypolitician2015",
    "sigpwned_popular_names",
)
LETTERS = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψως",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
            "s",
        ],
        strict=True,
    )
)
SOUNDS = [
    ("ου", "ou"),
    ("αι", "e"),
    ("ει", "i"),
    ("οι", "i"),
    ("υι", "i"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("γγ", "ng"),
    ("γκ", "gk"),
    ("γχ", "nch"),
    ("μπ", "b"),
    ("ντ", "nt"),
]


def sound(greek: str) -> str:
    """ELOT 743, then folded so that spellings of one sound compare equal."""
    letters = bare(greek)
    for pair, latin in SOUNDS:
        letters = letters.replace(pair, latin)
    return fold_latin("".join(LETTERS.get(char, char) for char in letters))


def fold_latin(latin: str) -> str:
    """Latin letters of one sound as one."""
    letters = "".join(
        c for c in unicodedata.normalize("NFD", latin.lower()) if c.isalpha() and c.isascii()
    )
    for one, other in (
        ("ph", "f"),
        ("kh", "h"),
        ("ch", "h"),
        ("au", "av"),
        ("eu", "ev"),
        ("af", "av"),
        ("ef", "ev"),
        ("ai", "e"),
        ("ei", "i"),
        ("oi", "i"),
        ("y", "i"),
        ("gk", "g"),
        ("mp", "b"),
        ("nt", "d"),
        ("ts", "c"),
        ("tz", "c"),
        ("dh", "d"),
        ("u", "ou"),
        ("oou", "ou"),
    ):
        letters = letters.replace(one, other)
    return re.sub(r"(.)\1", r"\1", letters)


def is_greek(greek: str, english: str) -> bool:
    """Whether the English side is the Greek side in Latin letters, with a Greek ending."""
    if sound(greek) != fold_latin(english):
        return False
    ending = bare(greek)[-2:]
    return ending in {"ησ", "ασ", "οσ", "ου", "εσ"} or any(w.kind == "given" for w in known(greek))


def _is_classical(greek: str, english: str) -> bool:
    """Whether a name has a Greek ending that its English form lacks: Βιργίλιος, Κάρολος."""
    return bare(greek).endswith(("οσ", "ησ")) and sound(greek)[-2:] != fold_latin(english)[-2:]


def forms(nominative: str) -> set[str]:
    """The case forms of a Greek name."""
    letters, place = unaccent(nominative), accent_of(nominative)
    found = {nominative}
    if letters.endswith(("ης", "ας")):
        found.add(accented(letters[:-1], place))
    elif letters.endswith("ος"):
        found.add(accented(letters[:-1], place))
        found.add(accented(letters[:-2] + "ου", place))
        if place == 3:
            found.add(accented(letters[:-2] + "ου", 2))
    elif letters.endswith(("α", "η")):
        found.add(nominative + "ς")
    return found


def read_names(folder: Path) -> dict[str, bool]:
    """Every single word of a person's name, to whether it is Greek."""
    votes: dict[str, list[int]] = {}
    for source in SHIPPABLE:
        for line in (folder / f"pairs_{source}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            greek, english, kind, *_ = line.split("\t")
            if not kind.startswith("person"):
                continue
            words, spelt = greek.split(), english.split()
            if len(words) != len(spelt):
                continue
            with_greek = any(entry.kind == "given" for word in words for entry in known(word))
            for one, other in zip(words, spelt, strict=True):
                if len(one) > 2 and one[0].isupper() and bare(one).isalpha():
                    greek_name = is_greek(one, other)
                    if not greek_name and (with_greek or _is_classical(one, other)):
                        # A Greek woman's surname, or an English spelling of its own.
                        continue
                    votes.setdefault(one, [0, 0])[greek_name] += 1
    names = {name: count[1] > count[0] for name, count in votes.items()}
    for word, kind, *_ in read_rows("words.tsv", 4):
        if kind in {"given", "family"}:
            names[word] = True
    return names


_NAME = r"[Α-ΩΆΈΉΊΌΎΏΪΫ][α-ωάέήίόύώϊϋΐΰς]+"
_AFTER_ARTICLE = re.compile(
    rf"\b([Οο]|[Ττ]ου|[Ττ]ον|στον)\s+(?:[α-ωάέήίόύώς]+\s+)?({_NAME}(?:[ -]{_NAME})*)"
)


def read_news(folder: Path) -> dict[str, bool]:
    """Last words of names after a masculine article, to whether they decline.

    Args:
        folder: Running text, one paragraph or sentence a line, ``*.txt.xz``.
    """
    nominative: Counter[str] = Counter()
    oblique: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for match in _AFTER_ARTICLE.finditer(line):
                    name = re.split("[ -]", match[2])[-1]
                    (nominative if match[1] in "Οο" else oblique)[name] += 1
    names: dict[str, bool] = {}
    for name, count in nominative.items():
        if name.endswith(("ης", "ής", "ας", "άς", "ος", "ός")):
            others = forms(name) - {name}
            if any(oblique[form] for form in others) and count >= oblique[name]:
                names[name] = True
    declined = {form for name in names for form in forms(name)}
    for name in oblique:
        if bare(name)[-1] not in "αηοωειυ" or name in declined or name.endswith(("ου", "ι", "ί")):
            continue
        could_be = {name + "ς"} | ({name[:-1] + "ος"} if name.endswith("ου") else set())
        if any(nominative[form] for form in could_be):
            continue
        if nominative[name] >= 1 or oblique[name] >= 4:
            names[name] = False
    return names


def train(
    pairs: list[tuple[str, bool, float]], steps: int = 300, l2: float = 2.0
) -> dict[str, float]:
    """Logistic regression with a quadratic penalty, by Adam over all names at once."""
    index: dict[str, int] = {}
    columns: list[int] = []
    rows: list[int] = []
    for row, (word, _, _) in enumerate(pairs):
        for name in set(features(word)):
            columns.append(index.setdefault(name, len(index)))
            rows.append(row)
    column, row_of = np.array(columns), np.array(rows)
    labels = np.array([label for _, label, _ in pairs], dtype=float)
    weight = np.array([w for _, _, w in pairs])
    values = np.zeros(len(index))
    first, second = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, steps + 1):
        scores = np.bincount(row_of, values[column], minlength=len(pairs))
        error = weight * (1 / (1 + np.exp(-scores)) - labels)
        gradient = np.bincount(column, error[row_of], minlength=len(index)) + l2 * values
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        rate = 0.05 / (1 + step / 100)
        values -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: float(values[number]) for name, number in index.items()}


def main() -> None:
    """Read, train, measure on every tenth name, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=int, default=8000, help="how many weights ship")
    options = parser.parse_args()
    names = read_names(options.folder)
    news = read_news(options.news)
    print(f"from news: {sum(news.values())} decline, {len(news) - sum(news.values())} do not")
    # What the news do with a name outweighs what its English spelling suggests.
    names |= news
    held = {name for name in names if sum(map(ord, bare(name))) % 10 == 0}
    greek = sum(names.values())
    print(f"{len(names)} words, {greek} of them Greek")

    def rows(chosen: set[str]) -> list[tuple[str, bool, float]]:
        found = []
        for name in sorted(chosen):
            label = names[name]
            family = forms(name) if label else {name}
            found += [(form, label, 1.0 if not label else 1.5) for form in family]
        return found

    weights = train(rows(set(names) - held))
    kept = dict(sorted(weights.items(), key=lambda pair: -abs(pair[1]))[: options.keep])
    for title, used in (("all", weights), ("kept", kept)):
        right = [0, 0]
        total = [0, 0]
        wrong = []
        for form, label, _ in rows(held):
            score = sum(used.get(f, 0.0) for f in set(features(form)))
            total[label] += 1
            right[label] += (score > 0) == label
            if (score > 0) != label:
                wrong.append((form, round(score, 1)))
        print(f"{title} ({len(used)}): Greek {right[1]}/{total[1]}, foreign {right[0]}/{total[0]}")
    print(wrong[:150])
    if options.write:
        weights = train(rows(set(names)))
        kept = dict(sorted(weights.items(), key=lambda pair: -abs(pair[1]))[: options.keep])
        lines = [
            "# Source: training/greekness.py from Wikidata labels (CC0), rigour (MIT), BMLAMA "
            "(Apache-2.0), popular-names-by-country (CC0), and counts of news text. Licence: MIT.",
            "feature\tweight",
            *(f"{name}\t{weight:.3f}" for name, weight in sorted(kept.items())),
        ]
        Path(str(RESOURCES / "greekness.tsv")).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
