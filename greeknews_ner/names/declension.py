"""Which nominatives a Greek form can have: analysis by the paradigms of ``paradigms.toml``."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any, Literal, NamedTuple

from greeknews_ner._toml import load_toml
from greeknews_ner.names.declension_accent import accent_of, bare, nuclei, unaccent
from greeknews_ner.names.declension_stem import Stem

Gender = Literal["m", "f", "n"]
Number = Literal["sing", "plur"]
Case = Literal["nom", "gen", "acc", "voc"]

RESOURCES = files("greeknews_ner") / "resources" / "names" / "declension"
CASES: tuple[Case, ...] = ("nom", "gen", "acc", "voc")
NUMBERS: tuple[Number, ...] = ("sing", "plur")


class Cell(NamedTuple):
    """One place of a paradigm."""

    gender: Gender
    number: Number
    case: Case


class Analysis(NamedTuple):
    """One way to read a form.

    Attributes:
        nominative: The nominative of the same number, with the letter case of the form's stem.
        cell: Gender, number and case of the form in this reading.
        kinds: Word classes that decline so.
        shifted: Whether the accent stands elsewhere in the nominative, counted from the front.
        paradigm: Name of the paradigm.
        syllable: Where the paradigm accents the form, counted from the end.
    """

    nominative: str
    cell: Cell
    kinds: frozenset[str]
    shifted: bool
    paradigm: str
    syllable: int


class _Rule(NamedTuple):
    ending: str
    accent: int
    nominative_ending: str
    nominative_accent: int
    cell: Cell
    kinds: frozenset[str]
    paradigm: str


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """Rules by the last two letters (or the one letter) of the form's ending."""
    grouped: defaultdict[str, list[_Rule]] = defaultdict(list)
    for paradigm in load_toml(RESOURCES / "paradigms.toml")["paradigm"]:
        for rule in _rules_of(paradigm):
            grouped[bare(rule.ending)].append(rule)
    return {ending: tuple(rules) for ending, rules in grouped.items()}


def _rules_of(paradigm: dict[str, Any]) -> list[_Rule]:
    rules: list[_Rule] = []
    kinds = frozenset(paradigm["kinds"])
    for number in NUMBERS:
        if number not in paradigm:
            continue
        cells = paradigm[number].split()
        nominatives = _variants(cells[0])
        for case, cell in zip(CASES, cells, strict=True):
            variants = _variants(cell)
            # As many variants as nominatives: each belongs to its own (άδες, άδων; ες, ων).
            pairs = (
                zip(nominatives, variants, strict=True)
                if len(variants) == len(nominatives)
                else product(nominatives, variants)
            )
            for nominative, (ending, accent) in pairs:
                rules.extend(
                    _Rule(
                        ending,
                        accent,
                        *nominative,
                        Cell(gender, number, case),
                        kinds,
                        paradigm["name"],
                    )
                    for gender in paradigm["genders"]
                )
    return rules


def _variants(cell: str) -> list[tuple[str, int]]:
    if cell == "-":
        return []
    pairs = (variant.split(":") for variant in cell.split("|"))
    return [(ending, int(accent)) for ending, accent in pairs]


_LONGEST_ENDING = 5


@lru_cache(maxsize=4096)
def _rules_accented(ending: str, place: int, syllables: int) -> tuple[_Rule, ...]:
    """The rules of an ending that accent a form of so many syllables at a place, 0 for any."""
    rules = _rules().get(ending, ())
    return tuple(rule for rule in rules if not place or min(rule.accent, syllables) == place)


@lru_cache(maxsize=8192)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Every reading of one form.

    Args:
        word: One Greek word, NFC. Without any accent (all capitals, a dropped accent) the place of
            the accent excludes no paradigm.

    Returns:
        Readings, each with its nominative; none for a form that no Greek paradigm has (Μακρόν,
        Μπάιντεν). Readings in which the form is the nominative are among them.
    """
    letters = unaccent(word)
    plain = bare(letters)
    if len(plain) != len(letters):
        return ()
    place = accent_of(word)
    count = len(nuclei(letters))
    known = place or (1 if count == 1 else 0)
    found: dict[tuple[str, Cell, str], Analysis] = {}
    endings = _rules()
    for size in range(min(_LONGEST_ENDING, len(plain) - 1), 0, -1):
        stem, ending = letters[:-size], letters[-size:]
        if plain[-size:] not in endings or not any(map(str.isalpha, stem)):
            continue
        # Many paradigms share a nominative.
        made = _Nominatives(stem, ending)
        rules = _rules_accented(plain[-size:], known, count)
        for _, accent, nominative_ending, nominative_accent, cell, kinds, paradigm in rules:
            nominative, syllables = made[nominative_ending, nominative_accent]
            if nominative_accent > syllables > 1:
                continue
            key = (nominative, cell, paradigm)
            if key not in found:
                shifted = (syllables - nominative_accent) != (count - accent)
                found[key] = Analysis(nominative, cell, kinds, shifted, paradigm, accent)
    return tuple(found.values())


def singular_endings(nominative: str) -> set[str]:
    """How all forms end whose nominative of the singular may end so, as `bare` writes them.

    Args:
        nominative: The end of a nominative, such as ``"ιστής"``.
    """
    letters = bare(nominative)
    found: set[str] = set()
    for ending, rules in _rules().items():
        for rule in rules:
            own = bare(rule.nominative_ending)
            if rule.cell.number != "sing":
                continue
            if letters.endswith(own):
                found.add(letters.removesuffix(own) + ending)
            elif own.endswith(letters):
                found.add(ending)
    return found


class _Nominatives(dict[tuple[str, int], tuple[str, int]]):
    """The nominatives of a form, with their syllables, by ending and place of the accent.

    Args:
        stem: The form without its ending and without accents.
        replaced: The ending of the form.
    """

    def __init__(self, stem: str, replaced: str) -> None:
        self._letters, self._replaced = stem, replaced
        self._stem = Stem(stem)

    def __missing__(self, key: tuple[str, int]) -> tuple[str, int]:
        ending = _in_case_of(key[0], self._letters, self._replaced)
        made = self._stem.with_ending(ending, key[1]), self._stem.syllables(ending)
        self[key] = made
        return made


def _in_case_of(ending: str, stem: str, replaced: str) -> str:
    """The ending in capitals where the form is, and with its dialytika where one is needed."""
    if replaced[0] in "ϊϋ" and ending[0] in "ιυ":
        ending = {"ι": "ϊ", "υ": "ϋ"}[ending[0]] + ending[1:]
    if replaced.isupper() and (stem.isupper() or not stem):
        ending = ending.upper()
    return ending
