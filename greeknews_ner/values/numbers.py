"""Numbers in digits and words, alone or inside a larger expression."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from greeknews_ner.values.digits import parse_digits
from greeknews_ner.values.numerals import parse_greek_numeral, parse_roman_numeral
from greeknews_ner.values.tables import (
    multipliers,
    number_words,
    ordinal_words,
    word_list,
)
from greeknews_ner.values.words import Token, adjoins, tokenize

MAX_LENGTH = 400
"""Longer strings are no value expressions."""

EXACT = Context(prec=3 * MAX_LENGTH)
"""Arithmetic that rounds nothing that an expression can hold."""

_DASHES = frozenset("-–—‒‑‐/")
_HALF = Decimal("0.5")
_ROUNDING = Decimal("0.0001")
_GROUPS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


class Number(NamedTuple):
    """A number in a token sequence.

    Attributes:
        value: Its value; none for words like χιλιάδες without a number before them.
        start: Index of its first token.
        end: Index after its last token.
    """

    value: Decimal | None
    start: int
    end: int


def read_number(tokens: Sequence[Token], start: int) -> Number | None:
    """Read the longest number that begins at a token.

    Args:
        tokens: A tokenised text.
        start: Where to begin.

    Returns:
        The number, or none if no number begins there. Signs are not read.
    """
    words, scales, halves = number_words(), multipliers(), word_list("numbers", "half")
    total, group = Decimal(0), Decimal(0)
    # What may still come: a word must be smaller than `room`, a multiplier than `scale`.
    room, scale = Decimal(10_000), Decimal("1E30")
    seen, in_digits = False, False
    index = start
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "digits":
            value = parse_digits(token.key)
            if value is None or group or (index > start and not _scaled(tokens, index + 1)):
                break
            group, room, seen, in_digits = value, Decimal(0), True, True
        elif token.key in scales and (seen or index == start):
            factor = scales[token.key]
            if factor >= scale or _is_preposition(tokens, index):
                break
            if index == start:
                return Number(None, start, _skip_scales(tokens, index))
            if not group:
                break
            total, group = EXACT.fma(group, factor, total), Decimal(0)
            room, scale, in_digits = min(factor, Decimal(1000)), factor, False
        elif token.key in words and not in_digits:
            value = words[token.key]
            if value >= room or (value == 0 and index > start):
                break
            group += value
            room = _room_after(value)
            seen = True
        elif token.key in halves and index == start and not _is_hatred(token):
            if _scaled(tokens, index + 1):
                group, room, seen = _HALF, Decimal(0), True
            else:
                return Number(_HALF, start, index + 1)
        elif token.text in _VULGAR and (in_digits or index == start):
            group, room, seen, in_digits = (
                EXACT.add(group, _VULGAR[token.text]),
                Decimal(0),
                True,
                True,
            )
        elif (
            token.key == "και"
            and seen
            and index + 1 < len(tokens)
            and tokens[index + 1].key in halves
            and group == group.to_integral_value()
        ):
            if not group:
                total = EXACT.fma(_HALF, scale, total)
            else:
                group = EXACT.add(group, _HALF)
            room, index, in_digits = Decimal(0), index + 1, True
        else:
            break
        index += 1
    value = EXACT.add(total, group)
    return Number(plain(value) if total else value, start, index) if seen else None


def parse_number(text: str) -> Decimal | None:
    """The number that a cardinal expression means.

    Digits in Greek format, number words in any form, mixtures (2,3 εκατ.), ratios (τέσσερις στους
    δέκα is 0.4, 3 προς 1 is 3; those that do not end are rounded to four places), Greek numerals
    with their sign and Roman numerals.

    Args:
        text: The expression, with or without words around it.

    Returns:
        The exact value; none for ranges (10-15), scores (2-1) and vague numbers (δεκάδες).
    """
    text = text[: MAX_LENGTH + 1]
    if len(text) > MAX_LENGTH:
        return None
    tokens = tokenize(_GROUPS.sub(lambda match: match[0].replace(" ", "\u00a0"), text))
    numeral = read_numeral(tokens)
    if numeral is not None:
        return Decimal(numeral)
    found = find_numbers(tokens)
    if not found or any(number.value is None for number in found):
        return None
    if len(found) == 1:
        number = found[0]
        if _fraction_word(tokens, number) is not None:
            return _ratio(number.value, _fraction_word(tokens, number))
        return signed(tokens, number)
    if len(found) == 2:
        return _join(tokens, *found)
    return None


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """All numbers of a token sequence, from left to right, without overlap."""
    found = []
    index = 0
    vague = word_list("numbers", "vague")
    while index < len(tokens):
        number = read_number(tokens, index)
        if tokens[index].key in vague:
            number = Number(None, index, index + 1)
        if number is None:
            index += 1
        else:
            found.append(number)
            index = number.end
    return found


def signed(tokens: Sequence[Token], number: Number) -> Decimal | None:
    """The value of a number with the sign that stands before it."""
    if number.value is None or number.start == 0:
        return number.value
    before = tokens[number.start - 1]
    minus = before.key in word_list("numbers", "negative")
    if before.key in {"-", "–"} and adjoins(before, tokens[number.start]):
        minus = number.start == 1 or not adjoins(tokens[number.start - 2], before)
    return number.value.copy_negate() if minus else number.value


def is_range(tokens: Sequence[Token], left: Number, right: Number) -> bool:
    """Whether two numbers are the ends of a range: 10-12, από 5 έως 10, 2 ή 3."""
    between = [token.key for token in tokens[left.end : right.start]]
    return any(key in _DASHES or key in word_list("numbers", "range_words") for key in between)


def read_numeral(tokens: Sequence[Token]) -> int | None:
    """The value of a text that is nothing but a Greek numeral with sign, or a Roman numeral."""
    if len(tokens) == 2 and tokens[0].kind == "word" and tokens[1].kind == "prime":
        return parse_greek_numeral(tokens[0].key)
    if len(tokens) == 1 and tokens[0].kind == "word" and tokens[0].text.isupper():
        key = tokens[0].key
        if len(key) > 1 or key in "ivx":
            return parse_roman_numeral(key)
    return None


def is_indefinite_article(text: str) -> bool:
    """Whether a text is ένας, μια, ένα …: an article more often than a number.

    Args:
        text: One word, in any form and letter case.
    """
    tokens = tokenize(text[: MAX_LENGTH + 1])
    return len(tokens) == 1 and tokens[0].key in word_list("numbers", "indefinite_article")


def plain(value: Decimal) -> Decimal:
    """The same number without zeros that a multiplication left: 1500000, not 1500000.0."""
    return Decimal(int(value)) if value == value.to_integral_value(context=EXACT) else value


def _room_after(value: Decimal) -> Decimal:
    """What a number word after one of this value has to be smaller than."""
    if value != value.to_integral_value() or value < 20:
        return Decimal(0)
    if value < 100:
        return Decimal(10)
    return Decimal(100) if value < 1000 else Decimal(1000)


def _scaled(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].key in multipliers()


def _is_hatred(token: Token) -> bool:
    """Whether a word is μίσος, not μισός."""
    return "ί" in unicodedata.normalize("NFC", token.text)


def _is_preposition(tokens: Sequence[Token], index: int) -> bool:
    """Whether εκ is not εκατομμύρια but the old preposition: 300, εκ των οποίων."""
    token = tokens[index]
    return (
        token.text.casefold() == "εκ"
        and index + 1 < len(tokens)
        and tokens[index + 1].key in {"των", "του", "τησ", "νεου", "μερουσ"}
    )


def _skip_scales(tokens: Sequence[Token], index: int) -> int:
    while _scaled(tokens, index):
        index += 1
    return index


def _fraction_word(tokens: Sequence[Token], number: Number) -> Decimal | None:
    """The denominator in δύο τρίτα, ένα τέταρτο."""
    if number.end >= len(tokens) or number.value is None or not 0 < number.value < 10:
        return None
    key = tokens[number.end].key
    if key not in ordinal_words() or ordinal_words()[key] < 3:
        return None
    if not key.endswith("ο" if number.value == 1 else "α"):
        return None
    return Decimal(ordinal_words()[key])


def _join(tokens: Sequence[Token], left: Number, right: Number) -> Decimal | None:
    between = [token.key for token in tokens[left.end : right.start]]
    assert left.value is not None
    assert right.value is not None
    if len(between) == 1 and between[0] in word_list("numbers", "ratio_words"):
        return _ratio(left.value, right.value)
    if between == ["/"] and 0 < left.value < right.value <= 100:
        return _ratio(left.value, right.value)
    return None


def _ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    if numerator is None or not denominator:
        return None
    exact = Fraction(numerator) / Fraction(denominator)
    quotient = EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    if Fraction(quotient) == exact:
        return quotient
    return quotient.quantize(_ROUNDING, rounding=ROUND_HALF_EVEN, context=EXACT)
