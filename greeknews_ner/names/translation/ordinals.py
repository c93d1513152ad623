"""Ordinal numbers in names: 7ο, 61η, Α΄, ΙΔ΄."""

from __future__ import annotations

import re

from greeknews_ner.names.folding import fold

_DIGITS = re.compile(r"(\d{1,3})(?:οσ|ου|ον|ο|η|ησ|ην|οι|α|ων|εσ|ουσ)")
_LETTERS = re.compile(r"(Ρ)?([ΙΚΛΜΝΞΟΠ])?([ΑΒΓΔΕΖΗΘ]|ΣΤ)?['’΄´ʹ]")
_TENS = {"": 0, "Ι": 10, "Κ": 20, "Λ": 30, "Μ": 40, "Ν": 50, "Ξ": 60, "Ο": 70, "Π": 80}
_ONES = {
    "": 0, "Α": 1, "Β": 2, "Γ": 3, "Δ": 4, "Ε": 5, "ΣΤ": 6, "Ζ": 7, "Η": 8, "Θ": 9
}  # fmt: skip


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
    hundreds, tens, ones = (group or "" for group in letters.groups())
    return (100 if hundreds else 0) + _TENS[tens] + _ONES[ones] or None


def ordinal(number: int) -> str:
    """A number as English writes ordinals: 1st, 22nd, 113th."""
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
