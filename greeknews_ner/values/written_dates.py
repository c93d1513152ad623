"""Dates and times in digits: 25/3/2021, 9.6.2018, 12/2017, 2019-2023, 14.30."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from greeknews_ner.values.words import Token


class Written(NamedTuple):
    """A piece of a date in digits.

    Attributes:
        symbol: As :mod:`~greeknews_ner.values.items` lists them.
        value: What it means.
        end: Index after its last token.
    """

    symbol: str
    value: Any
    end: int


_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_DAY = re.compile(r"([0-9]{1,2})\s?([/.\-])\s?([0-9]{1,2})\s?\2\s?([0-9]{4}|[0-9]{2})(?![0-9])")
_MONTH = re.compile(r"([0-9]{1,2})\s?/\s?([0-9]{4})(?![0-9])")
_SHORT = re.compile(r"([0-9]{1,2})([/.])([0-9]{1,2})(?![0-9]|[.,/][0-9])")
_YEARS = re.compile(r"([12][0-9]{3})\s?([-–—‒‑/])\s?([0-9]{4}|[0-9]{2})(?![0-9]|[.,/\-][0-9])")
_CLOCK = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?(?![0-9]|[.,][0-9])")


def read_written(
    text: str, tokens: Sequence[Token], index: int, *, clock: bool
) -> list[Written] | None:
    """Read a date or time in digits that begins at a token.

    Args:
        text: The text that was tokenised.
        tokens: Its tokens.
        index: Where to begin.
        clock: Whether 14.10 is rather a time than the fourteenth of October.
    """
    start = tokens[index].start
    time = _time(_CLOCK.match(text, start), tokens, index)
    if time is not None and clock and len(time.value) == 3:
        return [time]
    for written in (
        _iso(_ISO.match(text, start), tokens, index),
        _day(_DAY.match(text, start), tokens, index),
        _month(_MONTH.match(text, start), tokens, index),
    ):
        if written is not None:
            return [written]
    years = _years(_YEARS.match(text, start), tokens, index)
    if years is not None:
        return years
    short = _SHORT.match(text, start)
    day = _short(short, tokens, index)
    if time is not None and (clock or day is None or ":" in tokens[index].text):
        return [time]
    if day is not None and short is not None and (short[2] == "/" or not clock):
        return [day]
    return None


def _iso(match: re.Match[str] | None, tokens: Sequence[Token], index: int) -> Written | None:
    if match is None:
        return None
    value = (int(match[3]), int(match[2]), int(match[1]))
    return Written("D", value, _end(tokens, index, match.end()))


def _day(match: re.Match[str] | None, tokens: Sequence[Token], index: int) -> Written | None:
    if match is None or not 1 <= int(match[1]) <= 31 or not 1 <= int(match[3]) <= 12:
        return None
    year = int(match[4])
    if len(match[4]) == 2:
        year += 2000 if year < 50 else 1900
    return Written("D", (int(match[1]), int(match[3]), year), _end(tokens, index, match.end()))


def _month(match: re.Match[str] | None, tokens: Sequence[Token], index: int) -> Written | None:
    if match is None or not 1 <= int(match[1]) <= 12:
        return None
    return Written("Q", (int(match[1]), int(match[2])), _end(tokens, index, match.end()))


def _years(
    match: re.Match[str] | None, tokens: Sequence[Token], index: int
) -> list[Written] | None:
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if len(match[3]) == 2:
        second += first // 100 * 100
    if second <= first:  # 2024-06
        is_month = match[2] == "-" and len(match[3]) == 2 and 1 <= int(match[3]) <= 12
        end = _end(tokens, index, match.end())
        return [Written("Q", (int(match[3]), first), end)] if is_month else None
    end = _end(tokens, index, match.end())
    return [
        Written("Y", first, index + 1),
        Written("-", None, index + 2),
        Written("Y", second, end),
    ]


def _short(match: re.Match[str] | None, tokens: Sequence[Token], index: int) -> Written | None:
    if match is None or not 1 <= int(match[1]) <= 31 or not 1 <= int(match[3]) <= 12:
        return None
    return Written("D", (int(match[1]), int(match[3]), None), _end(tokens, index, match.end()))


def _time(match: re.Match[str] | None, tokens: Sequence[Token], index: int) -> Written | None:
    if match is None:
        return None
    value = tuple(int(part) for part in match.groups() if part is not None)
    if value[0] > 24 or max(value[1:]) > 59:
        return None
    return Written("C", value, _end(tokens, index, match.end()))


def _end(tokens: Sequence[Token], index: int, offset: int) -> int:
    while index < len(tokens) and tokens[index].start < offset:
        index += 1
    return index
