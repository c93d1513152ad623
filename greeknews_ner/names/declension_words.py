"""The words of Greek names that are known, with their gender: nouns, adjectives, given names."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from greeknews_ner.errors import ResourceError
from greeknews_ner.names.declension import RESOURCES, Case, Cell, Gender, Number, analyse
from greeknews_ner.names.declension_accent import accent_of, accented, bare, nuclei, unaccent


@dataclass(frozen=True, slots=True)
class Word:
    """A nominative that a table knows.

    Attributes:
        text: The nominative, accented, with a capital.
        kind: ``noun``, ``adj``, ``given``, ``place`` or ``family``.
        gender: Grammatical gender.
        number: ``sing`` or ``plur``.
    """

    text: str
    kind: str
    gender: Gender
    number: Number


@dataclass(frozen=True, slots=True)
class Irregular:
    """A form whose nominative the table states."""

    nominative: str
    types: frozenset[str]
    cell: Cell


def read_rows(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of one table of this folder, without comments and heading.

    Args:
        name: File name in ``resources/names/declension``.
        columns: How many columns each row must have.

    Raises:
        ResourceError: A row has another number of columns (G312).
    """
    lines = (RESOURCES / name).read_text(encoding="utf-8").splitlines()
    rows = csv.reader((line for line in lines if line and line[0] != "#"), delimiter="\t")
    next(rows)
    for number, row in enumerate(rows, start=1):
        if len(row) != columns:
            raise ResourceError(
                f"Row {number} of {name} has {len(row)} columns, {columns} are needed.",
                "Separate the columns by one tab each.",
                code="G312",
            )
        yield row


@cache
def _words() -> dict[str, tuple[Word, ...]]:
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for text, kind, gender, number in read_rows("words.tsv", 4):
        word = Word(text, kind, cast(Gender, gender), cast(Number, number))
        for form in (*_genders_of(word), *_plurals_of(word)):
            key = bare(form.text)
            if form not in found[key]:
                found[key].append(form)
    return {key: tuple(words) for key, words in found.items()}


@lru_cache(maxsize=16384)
def known(nominative: str) -> tuple[Word, ...]:
    """What the table knows under this nominative.

    Args:
        nominative: One word. Where it carries an accent, the table's word must carry the same;
            letter case makes no difference.
    """
    words = _words().get(bare(nominative), ())
    place = accent_of(nominative) if words else 0
    if not place:
        return words
    return tuple(word for word in words if accent_of(word.text) in (0, place))


@cache
def _irregulars() -> dict[str, tuple[Irregular, ...]]:
    found: defaultdict[str, list[Irregular]] = defaultdict(list)
    for form, nominative, types, gender, number, case in read_rows("irregular.tsv", 6):
        cell = Cell(cast(Gender, gender), cast(Number, number), cast(Case, case))
        allowed = frozenset(types.split(",")) if types else frozenset[str]()
        found[bare(form)].append(Irregular(nominative, allowed, cell))
    return {key: tuple(entries) for key, entries in found.items()}


def irregular(form: str) -> tuple[Irregular, ...]:
    """What the table of irregular forms says of this form."""
    return _irregulars().get(bare(form), ())


class _Suffixes:
    """The weights of the endings that one gender and class of words has."""

    def __init__(self, weights: Iterable[tuple[str, float]]) -> None:
        self._accented: dict[str, float] = {}
        self._bare: dict[str, float] = {}
        for suffix, weight in sorted(weights, key=lambda pair: -len(pair[0])):
            self._accented.setdefault(suffix, weight)
            self._bare.setdefault(bare(suffix), weight)
        self._longest = max(map(len, self._accented))

    def weight(self, nominative: str) -> float | None:
        """The weight of the longest suffix that a nominative ends with, None if it has none."""
        is_accented = accent_of(nominative) > 0
        letters = nominative.lower() if is_accented else bare(nominative)
        weights = self._accented if is_accented else self._bare
        for size in range(min(self._longest, len(letters)), 0, -1):
            weight = weights.get(letters[-size:])
            if weight is not None:
                return weight
        return None


@cache
def _suffixes() -> dict[tuple[str, str, str], _Suffixes]:
    found: defaultdict[tuple[str, str, str], list[tuple[str, float]]] = defaultdict(list)
    for suffix, gender, number, kind, weight in read_rows("suffixes.tsv", 5):
        found[gender, number, kind].append((suffix, float(weight)))
    return {key: _Suffixes(pairs) for key, pairs in found.items()}


UNKNOWN = -4.0
"""Weight of an ending that the table of suffixes does not list."""


@lru_cache(maxsize=16384)
def plausibility(nominative: str, gender: Gender, number: Number, kind: str) -> float:
    """How well a nominative's ending suits its gender and class.

    Returns:
        Natural logarithm of a weight, 0 at best.
    """
    suffixes = _suffixes().get((gender, number, kind))
    weight = suffixes.weight(nominative) if suffixes is not None else None
    return UNKNOWN if weight is None else weight


_SHORTEST_PART = 5


@lru_cache(maxsize=8192)
def is_compound_of_known(nominative: str, gender: Gender, number: Number) -> bool:
    """Whether a nominative ends with a noun that the table knows: Αμφιθέατρο, Υπερσυμβούλιο.

    Args:
        nominative: One word, accented; the accent must stand where the noun has it.
        gender: Its gender; the noun must have the same.
        number: Its number.
    """
    if not accent_of(nominative):
        return False
    letters, words = bare(nominative), _words()
    return any(
        word.kind == "noun" and (word.gender, word.number) == (gender, number)
        for size in range(len(nominative) - 2, _SHORTEST_PART - 1, -1)
        if letters[-size:] in words and accent_of(nominative[-size:])
        for word in known(nominative[-size:])
    )


def _genders_of(word: Word) -> tuple[Word, ...]:
    """An adjective's singular nominatives of all genders; any other word alone."""
    if word.kind != "adj":
        return (word,)
    letters, place = unaccent(word.text), accent_of(word.text)
    if letters.endswith("ης"):
        stem = letters[:-2]
        return (
            word,
            Word(word.text, "adj", "f", "sing"),
            Word(accented(stem + "ες", place), "adj", "n", "sing"),
        )
    if letters.endswith("υς"):
        stem = letters[:-2]
        return (
            word,
            Word(accented(stem + "εια", 2), "adj", "f", "sing"),
            Word(accented(stem + "ια", 1), "adj", "f", "sing"),
            Word(accented(stem + "υ", place), "adj", "n", "sing"),
        )
    stem = letters[:-2]
    words = [word, Word(accented(stem + "ο", place), "adj", "n", "sing")]
    feminines = ["α", "η"] if place == 1 else ["α" if _ends_in_vowel(stem) else "η"]
    if place == 3 and stem.endswith("αι"):
        feminines.append("η")  # Δίκαιη, Βέβαιη
    for ending in feminines:
        places = (place, 2) if place == 3 and ending == "α" else (place,)
        words.extend(Word(accented(stem + ending, p), "adj", "f", "sing") for p in places)
    return tuple(words)


def _ends_in_vowel(stem: str) -> bool:
    vowels = nuclei(stem)
    return bool(vowels) and vowels[-1][1] == len(stem)


def _plurals_of(word: Word) -> Iterator[Word]:
    """The plural nominatives of a singular word, by its paradigms."""
    for form in _genders_of(word):
        if form.number != "sing" or form.kind in ("given", "family", "place"):
            continue
        yield from _plurals(form)


# The endings as `bare` writes them.
_PLURAL_ENDINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "m": {"οσ": ("οι",), "ησ": ("ες", "εις"), "ασ": ("ες",), "υσ": ("εις", "ιοι")},
    "f": {"α": ("ες",), "η": ("ες", "εις"), "οσ": ("οι",)},
    "n": {"ο": ("α",), "ι": ("ια",), "μα": ("ματα",), "οσ": ("η",), "εσ": ("η",)},
}


def _plurals(word: Word) -> Iterator[Word]:
    letters, place = unaccent(word.text), accent_of(word.text)
    plain = bare(letters)
    for ending, plurals in _PLURAL_ENDINGS[word.gender].items():
        if not plain.endswith(ending):
            continue
        stem = letters[: -len(ending)]
        for plural in plurals:
            if plural == "εις" and ending == "η" and (word.kind == "adj" or place == 1):
                continue
            at = 3 if plural == "ματα" else min(place, 2) if plural in ("εις", "η") else place
            if word.kind == "adj" and letters.endswith("ης"):
                at = 1
            yield Word(accented(stem + plural, at), word.kind, word.gender, "plur")


def cells_of(form: str) -> tuple[Cell, ...]:
    """Where in its paradigm a form of a known word may stand; none for unknown words."""
    cells: dict[Cell, None] = {}
    for analysis in analyse(form):
        for word in known(analysis.nominative):
            if word.gender == analysis.cell.gender and word.number == analysis.cell.number:
                cells[analysis.cell] = None
    return tuple(cells)
