"""Dates and times in running text."""

from __future__ import annotations

import re
from typing import Final

from greeknews_ner.values.calendar_words import calendar_list, short_names
from greeknews_ner.values.currencies import currency_words
from greeknews_ner.values.items import Item
from greeknews_ner.values.passage import Found, Passage
from greeknews_ner.values.quantity import read_unit

_OF_YEAR: Final = "(?:Y|y|R|<U)"
_DATE = re.compile(
    f"W?[on](?:[-+][on])*M{_OF_YEAR}?(?:-[on]M{_OF_YEAR}?)?"
    f"|W?D(?:-W?D)?|<W|[oL]WM{_OF_YEAR}?|W|T|R"
    f"|E?M{_OF_YEAR}?(?:[-+]M)?{_OF_YEAR}?|<M|RM|e?F{_OF_YEAR}?|[<R]F|E?S{_OF_YEAR}|[<R]S|<U"
    f"|[oL]?P{_OF_YEAR}|[oL]P|n?P|E?UY|E?Uy(?:[+]y)*|E?oU[BN]?|E?Y(?:-Y)?|[nY]z?(?:-[nY])?U|[nY][<L]U|Q|[nY][BN]"
)
_TIME = re.compile("C(?:-C)?p?|[nC]p(?:-[nC]p)?|[nC]?Tp|nq?p|nz?(?:-n)?U|oU|p|n?P")
_ADJECTIVES = ("σημεριν", "αποψιν", "φετιν", "εφετιν", "περσιν", "περυσιν")
_SHORT_UNITS = frozenset({"hour", "minute", "second"})
_YEARS = range(1800, 2101)
_FREE_YEARS = range(1930, 2040)


def find_date(passage: Passage, index: int) -> Found | None:
    """The date that begins at a token, if any."""
    items = _items(passage, index, _DATE)
    if items is None or passage.is_stuck(index) or _is_short(items):
        return None
    token, first, end = passage.tokens[index], items[0], items[-1].end
    words = [one.key for one in passage.tokens[index:end]]
    symbols = "".join(item.symbol for item in items)
    if symbols == "Y" and not _is_year(passage, index, int(first.value)):
        return None
    if symbols == "W" and token.key in short_names():
        return None
    if symbols in {"W", "F", "eF"} and not token.text[:1].isupper():
        return None
    if symbols in {"F", "R"} and " ".join(words) in calendar_list("find", "unsure"):
        return None
    short = symbols == "D" and first.value[2] is None
    if short and passage.key(index - 1) not in calendar_list("find", "before_day"):
        return None
    if symbols in {"UY", "Uy"} and first.value == "year" and first.key not in {"ετοσ", "ετουσ"}:
        return None
    if symbols in {"P", "nP"} and "χρον" in " ".join(
        one.key for one in passage.tokens[index:end]
    ):  # ο 21χρονος
        return None
    if "M" in symbols and first.symbol == "n" and not 0 < first.value <= 31:
        return None
    if symbols in {"T", "R"} and token.key.startswith(_ADJECTIVES):
        return None
    return Found(end, "DATE")


def find_time(passage: Passage, index: int) -> Found | None:
    """The time that begins at a token, if any."""
    items = _items(passage, index, _TIME)
    if items is None or passage.is_stuck(index):
        return None
    symbols = "".join(item.symbol for item in items)
    if ("U" in symbols or "P" in symbols) and not _is_short(items):
        return None
    token, before = passage.tokens[index], passage.key(index - 1)
    if symbols == "C":
        in_text = ":" in token.text or before in calendar_list("find", "before_clock")
        if not in_text or len(items[0].value) > 2:
            return None
    if symbols == "p" and (
        token.key not in calendar_list("find", "parts")
        or before not in calendar_list("find", "before_part")
    ):
        return None
    if symbols == "oU" and items[1].value != "minute":
        return None
    if symbols == "np" and items[0].key in {"ενα", "μια", "μιασ"} and items[1].start == index + 1:
        return None
    if symbols.endswith("Tp") and items[-1].start != items[-2].end:  # χθες το βράδυ is two
        return None
    return Found(items[-1].end, "TIME")


def _items(passage: Passage, index: int, pattern: re.Pattern[str]) -> list[Item] | None:
    """The longest run of items at a token that matches, linked by articles alone."""
    items = passage.following.get(index)
    if items is None:
        return None
    linked = [items[0]]
    for item in items[1:]:
        between = passage.tokens[linked[-1].end : item.start]
        if any(token.key not in calendar_list("find", "inside") for token in between):
            break
        linked.append(item)
    symbols = "".join(item.symbol for item in linked)
    for length in range(len(linked), 0, -1):
        if pattern.fullmatch(symbols[:length]):
            return linked[:length]
    return None


def _is_short(items: list[Item]) -> bool:
    """Whether items give a length of time below a day; 24 hours and more count as days."""
    for item in items:
        if item.symbol == "U":
            return item.value in _SHORT_UNITS
        if item.symbol == "P":
            value, unit = item.value
            return unit in _SHORT_UNITS and not (unit == "hour" and value >= 24)
    return False


def _is_year(passage: Passage, index: int, year: int) -> bool:
    """Whether a number in four digits is a year."""
    before, after = passage.key(index - 1), passage.key(index + 1)
    if year not in _YEARS or after in currency_words() or after in {"%", "‰", "/"}:
        return False
    latin = before.isascii() and before.isalpha()
    if latin or before == "/" or before in calendar_list("find", "before_label"):
        return False
    if index + 1 < len(passage.tokens) and read_unit(passage.tokens, index + 1):
        return False
    article = before in {"το", "του", "στο", "ετοσ", "ετουσ"}
    return article or (year in _FREE_YEARS and year != 2000)
