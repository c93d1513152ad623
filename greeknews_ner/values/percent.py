"""Percentages."""

from __future__ import annotations

from decimal import Decimal

from greeknews_ner.values.numbers import EXACT, MAX_LENGTH, find_numbers, signed
from greeknews_ner.values.words import tokenize

_PER = ("τοισ", "στα", "τα", "στουσ")
_HUNDRED = frozenset({"εκατο", "100"})
_THOUSAND = frozenset({"χιλιοισ", "χιλια", "1000", "1.000"})


def parse_percent(text: str) -> Decimal | None:
    """The value of a percentage.

    Args:
        text: Such as ``5,2%``, ``5 τοις εκατό``, ``επτά τοις χιλίοις``, ``25 μονάδες βάσης``.

    Returns:
        Percent, exact: 5.2, 5, 0.7, 0.25. None for ranges and where no number stands.
    """
    text = text[: MAX_LENGTH + 1]
    if len(text) > MAX_LENGTH:
        return None
    tokens = tokenize(text)
    divisor = Decimal(1)
    rest = []
    index = 0
    while index < len(tokens):
        key = tokens[index].key
        following = tokens[index + 1].key if index + 1 < len(tokens) else ""
        if key in _PER and following in _HUNDRED | _THOUSAND:
            divisor = Decimal(10) if following in _THOUSAND else divisor
            index += 2
        elif key == "‰":
            divisor, index = Decimal(10), index + 1
        elif key == "μβ" or (key.startswith("μοναδ") and following == "βασησ"):
            divisor, index = Decimal(100), index + 2
        else:
            rest.append(tokens[index])
            index += 1
    found = find_numbers(rest)
    if len(found) != 1 or (found[0].start and rest[found[0].start - 1].kind == "prime"):
        return None
    value = signed(rest, found[0])
    return None if value is None else EXACT.divide(value, divisor)
