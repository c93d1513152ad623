"""Greek numerals (ΙΔ΄) and Roman numerals (XIV)."""

from __future__ import annotations

import itertools
import re

_GREEK_VALUES = {
    **{letter: value for value, letter in enumerate("αβγδεϛζηθ", 1)},
    **{letter: 10 * value for value, letter in enumerate("ικλμνξοπϟ", 1)},
    **{letter: 100 * value for value, letter in enumerate("ρστυφχψωϡ", 1)},
    "ϝ": 6,
}
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile("m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_GREEK_LOOKALIKES = str.maketrans("ιχμν", "ixmv")


def parse_greek_numeral(letters: str) -> int | None:
    """The value of a Greek numeral without its sign: ``ιδ`` is 14, ``στ`` is 6.

    Args:
        letters: Folded letters.

    Returns:
        The value, 1 to 999; none if the letters do not fall from hundreds to units.
    """
    if letters == "στ":
        return 6
    if len(letters) > 2 and letters.endswith("στ"):
        letters = letters[:-2] + "ϛ"
    values = [_GREEK_VALUES.get(letter, 0) for letter in letters]
    if not values or 0 in values or len(values) > 3:
        return None
    magnitudes = [len(str(value)) for value in values]
    if any(left <= right for left, right in itertools.pairwise(magnitudes)):
        return None
    return sum(values)


def parse_roman_numeral(letters: str) -> int | None:
    """The value of a Roman numeral, typed in Latin letters or in Greek capitals like them.

    Args:
        letters: Folded letters.

    Returns:
        The value, 1 to 3,999; none if it is not a well-formed numeral.
    """
    letters = letters.translate(_GREEK_LOOKALIKES)
    if not letters or not _ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
