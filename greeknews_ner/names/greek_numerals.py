"""Numbers that are written with the letters of the alphabet: ΙΔ΄ is 14."""

from __future__ import annotations

__all__ = ["value_of"]

_ONES = {"Α": 1, "Β": 2, "Γ": 3, "Δ": 4, "Ε": 5, "ΣΤ": 6, "Ϛ": 6, "Ζ": 7, "Η": 8, "Θ": 9}
_TENS = {"Ι": 10, "Κ": 20, "Λ": 30, "Μ": 40, "Ν": 50, "Ξ": 60, "Ο": 70, "Π": 80}


def value_of(letters: str) -> int:
    """The value of tens and ones.

    Args:
        letters: Capitals without the sign behind them, such as ``"ΙΔ"``; empty for 0.
    """
    ones = letters.lstrip("".join(_TENS))
    tens = letters[: len(letters) - len(ones)]
    return sum(_TENS[letter] for letter in tens) + _ONES.get(ones, 0)
