"""Ordinal numbers in figures, which agree with their name: 61ης Μπιενάλε, 61η Μπιενάλε."""

from __future__ import annotations

import re

from greeknews_ner.names.declension import Case, Cell, Gender, Number

_ORDINAL = re.compile(r"(?<!\w)(\d{1,4})(ος|ου|ον|οι|ων|ους|ης|ην|ες|ας|ός|ή|ό|ο|η|α|ά)(?!\w)")

_CELLS: dict[str, tuple[Cell, ...]] = {}


def _register(gender: Gender, number: Number, endings: str) -> None:
    cases: tuple[Case, ...] = ("nom", "gen", "acc")
    for case, variants in zip(cases, endings.split(), strict=True):
        for ending in variants.split("|"):
            _CELLS[ending] = (*_CELLS.get(ending, ()), Cell(gender, number, case))


_register("m", "sing", "ος|ός ου ο|ό|ον")
_register("f", "sing", "η|ή ης|ας η|ή|ην")
_register("n", "sing", "ο|ό|ον ου ο|ό|ον")
_register("m", "plur", "οι ων ους")
_register("f", "plur", "ες ων ες")
_register("n", "plur", "α|ά ων α|ά")

_NOMINATIVES: dict[tuple[Gender, Number], str] = {
    ("m", "sing"): "ος",
    ("f", "sing"): "η",
    ("n", "sing"): "ο",
    ("m", "plur"): "οι",
    ("f", "plur"): "ες",
    ("n", "plur"): "α",
}


def ordinal_cells(text: str) -> frozenset[Cell] | None:
    """What the ordinals in a text say of the gender, number and case of what they count.

    Args:
        text: What stands before the head of a name, such as ``"11ου "``.

    Returns:
        The cells that agree with all of them; None where there is none or they contradict.
    """
    cells: frozenset[Cell] | None = None
    for match in _ORDINAL.finditer(text):
        said = frozenset(_CELLS.get(match[2], ()))
        cells = said if cells is None else cells & said
    return cells or None


def nominative_ordinals(text: str, gender: Gender | None, number: Number | None) -> str:
    """A text with its ordinals in the nominative.

    Args:
        text: What stands before the head of a name.
        gender: Gender of the head; without it nothing changes.
        number: Number of the head.
    """
    if gender is None or number is None:
        return text
    ending = _NOMINATIVES[gender, number]

    def replaced(match: re.Match[str]) -> str:
        is_nominative = Cell(gender, number, "nom") in _CELLS.get(match[2], ())
        return match[0] if is_nominative else match[1] + ending

    return _ORDINAL.sub(replaced, text)
