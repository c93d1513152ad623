"""Numbers written in digits, in Greek format: 1.250.000 and 2,3."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = re.compile(r"[0-9]+")
_GREEK_GROUPS = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_GREEK_DECIMAL = re.compile(r"([0-9]+),([0-9]+)")
_ENGLISH_GROUPS = re.compile(
    r"([1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?=\.))(?:\.([0-9]+))?"
)
_ENGLISH_DECIMAL = re.compile(r"([0-9]+)\.([0-9]+)")
_SPACES = re.compile("[ \u00a0\u2009\u202f]")


def parse_digits(text: str) -> Decimal | None:
    """The number that a digit string means in a Greek text.

    A point groups thousands and a comma separates decimals. Where that cannot be meant (88.6,
    1,250,000) the English format is read.

    Args:
        text: ASCII digits with points, commas and spaces between them, without a sign.

    Returns:
        The exact number; none if it is not written as one (14.30.15, 1.25.000).
    """
    text = _SPACES.sub("", text)
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if match := _GREEK_GROUPS.fullmatch(text):
        return _decimal(match[1].replace(".", ""), match[2])
    if match := _GREEK_DECIMAL.fullmatch(text):
        return _decimal(match[1], match[2])
    if match := _ENGLISH_GROUPS.fullmatch(text):
        return _decimal(match[1].replace(",", ""), match[2])
    if match := _ENGLISH_DECIMAL.fullmatch(text):
        return _decimal(match[1], match[2])
    return None


def _decimal(whole: str, fraction: str | None) -> Decimal:
    return Decimal(f"{whole}.{fraction}" if fraction else whole)
