"""Value expressions in running text, by pattern, for pipelines whose NER knows none.

Precision comes first: a year needs its article, a time in digits its colon or its preposition,
and ένας is no number. Spans leave out articles and prepositions, as elNER's do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from greeknews_ner.types import ValueType
from greeknews_ner.values.items import Item, read_items
from greeknews_ner.values.kinds import ValueSpan
from greeknews_ner.values.money import currency_words
from greeknews_ner.values.numbers import read_number
from greeknews_ner.values.ordinals import read_ordinal
from greeknews_ner.values.quantity import read_unit
from greeknews_ner.values.tables import word_list
from greeknews_ner.values.words import Token, adjoins, tokenize

CHUNK = 20_000
"""Longer texts are read in pieces of this many characters, cut at line ends."""

_DASHES = frozenset("-–—‒‑")
_LINKS = frozenset(
    ["του", "τησ", "των", "τον", "την", "τη", "το", "τουσ", "τισ", "τα", "στισ", "απο"]
)
_BEFORE_YEAR = frozenset(["το", "του", "στο", "τον", "ετοσ", "ετουσ"])
_BEFORE_CLOCK = frozenset(["στισ", "τισ", "ωρα", "μετα", "μεχρι"])
_BEFORE_PART = frozenset(["το", "τα", "την", "τη", "χθεσ", "σημερα", "αυριο"])
_OF_YEAR = "(?:Y|y|R|<U)"
_DATE = re.compile(
    f"W?[on](?:[-+][on])?M{_OF_YEAR}?(?:-[on]M{_OF_YEAR}?)?|W?D(?:-D)?|<W|[oL]WM{_OF_YEAR}?|W|T|R"
    f"|E?M(?:[-+]M)?{_OF_YEAR}?|<M|RM|e?F{_OF_YEAR}?|[<R]F|E?S{_OF_YEAR}|[<R]S|<U|[oL]?P{_OF_YEAR}"
    "|[oL]P|P|E?UY|E?Uy|E?oUB?|Y-Y|Y|[nY]U|[<L]nU|n[<L]U|Q|nB"
)
_TIME = re.compile("C(?:-C)?p?|[nC]p(?:-[nC]p)?|nq?p|[nY]U|p|P")
_LONGEST = 9


class _Found(NamedTuple):
    end: int
    type: ValueType


class _Text(NamedTuple):
    text: str
    tokens: list[Token]
    items: dict[int, list[Item]]


def find_values(text: str) -> list[ValueSpan]:
    """Find value expressions.

    Args:
        text: Running text.

    Returns:
        Spans from left to right, without overlap; the longest expression at each place.
    """
    spans = []
    for offset, piece in _pieces(text):
        for start, end, kind in _find(piece):
            spans.append(ValueSpan(offset + start, offset + end, kind))
    return spans


def _pieces(text: str) -> list[tuple[int, str]]:
    pieces = []
    start = 0
    while len(text) - start > CHUNK:
        cut = text.rfind("\n", start, start + CHUNK)
        cut = cut if cut > start else text.rfind(" ", start, start + CHUNK)
        cut = cut if cut > start else start + CHUNK
        pieces.append((start, text[start:cut]))
        start = cut
    pieces.append((start, text[start:]))
    return pieces


def _find(text: str) -> list[tuple[int, int, ValueType]]:
    tokens = tokenize(text)
    starts: dict[int, list[Item]] = {}
    items = read_items(text, tokens, clock=True)
    for position, item in enumerate(items):
        starts[item.start] = items[position : position + _LONGEST]
    whole = _Text(text, tokens, starts)
    spans = []
    index = 0
    while index < len(tokens):
        best: _Found | None = None
        for finder in _FINDERS:
            found = finder(whole, index)
            if found is not None and (best is None or found.end > best.end):
                best = found
        if best is None:
            index += 1
            continue
        spans.append((tokens[index].start, tokens[best.end - 1].end, best.type))
        index = best.end
    return spans


def _numbers(tokens: Sequence[Token], index: int) -> int | None:
    """The index after a number, or a range of numbers, that begins at a token."""
    number = read_number(tokens, index)
    if number is None or number.value is None or _stuck(tokens, number.start):
        return None
    end = number.end
    if end + 1 < len(tokens) and tokens[end].key in _DASHES | word_list("numbers", "range_words"):
        second = read_number(tokens, end + 1)
        if second is not None and second.value is not None:
            return second.end
    return end


def _stuck(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number belongs to a longer word or code: G7, Covid-19, 2-1."""
    if index == 0 or tokens[index].kind != "digits":
        return False
    before = tokens[index - 1]
    if not adjoins(before, tokens[index]):
        return False
    if before.key in _DASHES | {"/", "."} and index > 1:
        return adjoins(tokens[index - 2], before)
    return before.kind in ("word", "digits")


def _money(whole: _Text, index: int) -> _Found | None:
    tokens = whole.tokens
    words = currency_words()
    if tokens[index].key in words and not tokens[index].key.isalpha() and index + 1 < len(tokens):
        end = _numbers(tokens, index + 1)
        return _Found(end, "MONEY") if end else None
    end = _numbers(tokens, index)
    if end is None or end >= len(tokens):
        return None
    currency = words.get(tokens[end].key)
    if currency is None or currency.share != 1:
        # Nationality first: 100 τουρκικές λίρες.
        if end + 1 < len(tokens) and tokens[end].kind == "word":
            currency = words.get(tokens[end + 1].key)
            if currency is not None and currency.by_country and currency.share == 1:
                return _Found(end + 2, "MONEY")
        return None
    if end + 1 < len(tokens) and tokens[end + 1].text in {"ΗΠΑ", "Η.Π.Α."}:
        return _Found(end + 2, "MONEY")
    return _Found(end + 1, "MONEY")


def _percent(whole: _Text, index: int) -> _Found | None:
    tokens = whole.tokens
    start = index + 1 if tokens[index].key in {"+", "-"} and index + 1 < len(tokens) else index
    end = _numbers(tokens, start)
    if end is None or end >= len(tokens):
        return None
    if tokens[end].key in {"%", "‰"}:
        return _Found(end + 1, "PERCENT")
    following = [token.key for token in tokens[end : end + 2]]
    if following in (["τοισ", "εκατο"], ["τοισ", "χιλιοισ"]):
        return _Found(end + 2, "PERCENT")
    return None


def _dated(whole: _Text, index: int, pattern: re.Pattern[str]) -> list[Item] | None:
    """The longest run of items at a token that matches, linked by articles alone."""
    items = whole.items.get(index)
    if items is None:
        return None
    linked = [items[0]]
    for item in items[1:]:
        between = whole.tokens[linked[-1].end : item.start]
        if any(token.key not in _LINKS for token in between):
            break
        linked.append(item)
    for length in range(len(linked), 0, -1):
        if pattern.fullmatch("".join(item.symbol for item in linked[:length])):
            return linked[:length]
    return None


def _date(whole: _Text, index: int) -> _Found | None:
    items = _dated(whole, index, _DATE)
    if items is None or _stuck(whole.tokens, index):
        return None
    first = items[0]
    units = {item.value for item in items if item.symbol == "U"}
    units |= {item.value[1] for item in items if item.symbol == "P"}
    if units & {"hour", "minute", "second"}:
        return None
    before = whole.tokens[index - 1].key if index else ""
    following = whole.tokens[items[-1].end].key if items[-1].end < len(whole.tokens) else ""
    if len(items) == 1 and first.symbol == "Y":
        if before not in _BEFORE_YEAR or not 1000 <= first.value <= 2100:
            return None
        if following in currency_words() or following == "%":
            return None
    if first.symbol == "n" and len(items) > 1 and items[1].symbol == "M" and first.value > 31:
        return None
    if first.symbol == "W" and not whole.tokens[index].text[:1].isupper():
        return None
    return _Found(items[-1].end, "DATE")


def _time(whole: _Text, index: int) -> _Found | None:
    items = _dated(whole, index, _TIME)
    if items is None or _stuck(whole.tokens, index):
        return None
    units = {item.value for item in items if item.symbol == "U"}
    units |= {item.value[1] for item in items if item.symbol == "P"}
    if units and not units <= {"hour", "minute", "second"}:
        return None
    before = whole.tokens[index - 1].key if index else ""
    if items[0].symbol == "C" and len(items) == 1:
        written = whole.tokens[index].text
        if ":" not in written and before not in _BEFORE_CLOCK:
            return None
    if items[0].symbol == "p" and before not in _BEFORE_PART:
        return None
    return _Found(items[-1].end, "TIME")


def _quantity(whole: _Text, index: int) -> _Found | None:
    tokens = whole.tokens
    end = _numbers(tokens, index)
    if end is None or end >= len(tokens):
        return None
    unit = read_unit(tokens, end)
    if unit is None or unit.symbol in _TIME_UNITS:
        return None
    if unit.end - unit.start == 1 and tokens[unit.start].key in word_list("units", "unsure"):
        return None
    return _Found(unit.end, "QUANTITY")


_TIME_UNITS = frozenset({"s", "min", "h", "d", "week", "month", "a"})


def _ordinal(whole: _Text, index: int) -> _Found | None:
    ordinal = read_ordinal(whole.tokens, index)
    if ordinal is None or whole.tokens[ordinal.end - 1].kind == "prime":
        return None
    if _stuck(whole.tokens, index) or not 0 < ordinal.value < 1000:
        return None
    token = whole.tokens[index]
    if token.kind == "word" and token.key in word_list("numbers", "not_ordinals"):
        return None
    return _Found(ordinal.end, "ORDINAL")


def _cardinal(whole: _Text, index: int) -> _Found | None:
    tokens = whole.tokens
    number = read_number(tokens, index)
    if number is None or number.value is None or _stuck(tokens, index):
        return None
    if number.end == index + 1 and tokens[index].key in word_list("numbers", "indefinite_article"):
        return None
    if number.end < len(tokens):
        following = tokens[number.end]
        if adjoins(tokens[number.end - 1], following) and following.key not in {
            ".",
            ",",
            ";",
            ")",
            ":",
            "»",
            "!",
            "…",
            "·",
            "]",
            "”",
            '"',
        }:
            return None
    return _Found(number.end, "CARDINAL")


_FINDERS: tuple[Callable[[_Text, int], _Found | None], ...] = (
    _money,
    _percent,
    _date,
    _time,
    _quantity,
    _ordinal,
    _cardinal,
)
