"""Measurements: a number and a unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from greeknews_ner.values.kinds import QuantityValue
from greeknews_ner.values.numbers import EXACT, MAX_LENGTH, Number, find_numbers, plain, signed
from greeknews_ner.values.tables import expand, table
from greeknews_ner.values.words import Token, adjoins, tokenize

_PARTS = {
    ("m", "cm"): Decimal("0.01"),
    ("km", "m"): Decimal("0.001"),
    ("kg", "g"): Decimal("0.001"),
    ("cm", "mm"): Decimal("0.1"),
    ("t", "kg"): Decimal("0.001"),
}
# Capitals from a Greek keyboard: ΜW, ΚΒ.
_LATIN_CAPITALS = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")


class Unit(NamedTuple):
    """A unit in a token sequence.

    Attributes:
        symbol: Such as ``km/h``.
        start: Index of its first token.
        end: Index after its last token.
    """

    symbol: str
    start: int
    end: int


@cache
def _words() -> dict[tuple[str, ...], str]:
    """Folded unit words, as tuples of keys, with their symbols."""
    words = {}
    for entry in table("units")["unit"]:
        for form in expand(entry):
            words[tuple(form.split())] = entry["symbol"]
    return words


@cache
def _symbols() -> dict[str, str]:
    units = table("units")["unit"]
    return {form: entry["symbol"] for entry in units for form in entry.get("symbols", ())}


@cache
def _longest() -> int:
    return max(map(len, _words()))


@cache
def _per() -> frozenset[str]:
    return frozenset(expand(table("units")["per"]))


def read_unit(tokens: Sequence[Token], start: int) -> Unit | None:
    """Read the longest unit that begins at a token, with what it is counted by."""
    unit = _read_simple(tokens, start)
    if unit is None:
        return None
    index = unit.end
    if index + 1 < len(tokens) and tokens[index].key in _per():
        below = _read_simple(tokens, index + 1)
        if below is not None and below.symbol in table("units")["per"]["denominators"]:
            return Unit(f"{unit.symbol}/{below.symbol}", start, below.end)
    return unit


def parse_quantity(text: str) -> QuantityValue | None:
    """The measurement that an expression means.

    Args:
        text: Such as ``5,2 Ρίχτερ``, ``120 χλμ./ώρα``, ``τριών τετραγωνικών χιλιομέτρων``.

    Returns:
        Value and unit. The value is none for ranges (12-14 μέτρα); the unit is none where the text
        names none of the table's. None if the text has neither.
    """
    text = text[: MAX_LENGTH + 1]
    if len(text) > MAX_LENGTH:
        return None
    tokens = tokenize(text)
    raised = list(filter(None, (_raised(tokens, index) for index in range(len(tokens)))))
    hidden = {index for one in raised for index in range(one.start + 1, one.end)}
    found = [number for number in find_numbers(tokens) if number.start not in hidden]
    units = find_units(tokens, found)
    if not found and not units:
        return None
    if not found:
        return QuantityValue(None, units[0].symbol)
    unit = units[0].symbol if units else None
    values = [number.value for number in found]
    if len(found) == 1:
        return QuantityValue(signed(tokens, found[0]), unit)
    if len(found) == 2 and len(units) == 2 and units[0].end <= found[1].start:
        share = _PARTS.get((units[0].symbol, units[1].symbol))
        if share is not None and values[0] is not None and values[1] is not None:
            return QuantityValue(plain(EXACT.fma(values[1], share, values[0])), unit)
    return QuantityValue(None, unit)


def find_units(tokens: Sequence[Token], numbers: Sequence[Number]) -> list[Unit]:
    """The units of a token sequence: those right behind a number, else the first there is."""
    taken = {index for number in numbers for index in range(number.start, number.end)}
    units = []
    index = 0
    while index < len(tokens):
        unit = None if index in taken else read_unit(tokens, index)
        if unit is None:
            index += 1
        else:
            units.append(unit)
            index = unit.end
    return units


def _raised(tokens: Sequence[Token], index: int) -> Unit | None:
    """The unit at a token if a digit belongs to it: m2, μg/m3."""
    unit = _read_simple(tokens, index) if tokens[index].kind == "word" else None
    if unit is None or all(token.kind != "digits" for token in tokens[unit.start : unit.end]):
        return None
    return unit


def _read_simple(tokens: Sequence[Token], start: int) -> Unit | None:
    symbols = _symbols()
    written = ""
    best = None
    for end in range(start, min(start + 3, len(tokens))):
        if end > start and not adjoins(tokens[end - 1], tokens[end]):
            break
        written += tokens[end].text
        symbol = symbols.get(written) or symbols.get(written.translate(_LATIN_CAPITALS))
        if symbol is not None:
            best = Unit(symbol, start, end + 1)
    words = _words()
    for length in range(min(_longest(), len(tokens) - start), 0, -1):
        key = tuple(token.key for token in tokens[start : start + length])
        if key in words and (best is None or start + length > best.end):
            return Unit(words[key], start, start + length)
    return best
