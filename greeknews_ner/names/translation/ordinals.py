"""Ordinal numbers in names: 7ο, 61η, Α΄, ΙΔ΄."""

from __future__ import annotations

import re

from greeknews_ner.names.folding import fold
from greeknews_ner.names.greek_numerals import value_of

_DIGITS = re.compile(r"(\d{1,3})(?:οσ|ου|ον|ο|η|ησ|ην|οι|α|ων|εσ|ουσ)")
_LETTERS = re.compile(r"(Ρ)?([ΙΚΛΜΝΞΟΠ]?(?:[ΑΒΓΔΕΖΗΘ]|ΣΤ)?)['’΄´ʹ]")


def ordinal_of(word: str) -> int | None:
    """The number that a word stands for as an ordinal.

    Args:
        word: One word as it is written: ``"7ο"``, ``"60ής"``, ``"Α΄"``.
    """
    found = _DIGITS.fullmatch(fold(word))
    if found:
        return int(found[1])
    letters = _LETTERS.fullmatch(word)
    if letters is None:
        return None
    return (100 if letters[1] else 0) + value_of(letters[2]) or None


def ordinal(number: int) -> str:
    """A number as English writes ordinals: 1st, 22nd, 113th."""
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
