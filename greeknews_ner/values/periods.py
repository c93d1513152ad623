"""Stretches of the calendar and how ISO 8601 and EDTF write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

Tense = Literal["past", "future"] | None

FUTURE_WEIGHT = 4
"""News looks back: without a cue, a day ahead counts as far as four days ago."""

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DURATIONS = {
    "second": ("PT", "S", 1),
    "minute": ("PT", "M", 1),
    "hour": ("PT", "H", 1),
    "night": ("P", "D", 1),
    "day": ("P", "D", 1),
    "week": ("P", "W", 1),
    "month": ("P", "M", 1),
    "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10),
    "century": ("P", "Y", 100),
    "millennium": ("P", "Y", 1000),
}

_BELOW = {("P", "Y"): ("M", 12), ("PT", "H"): ("M", 60), ("PT", "M"): ("S", 60)}

_ONE_UNIT = re.compile("P(T?)([0-9]+)([A-Z])")
_FALLING = frozenset({"YM", "MD", "YMD", "YD", "THTM", "TMTS", "THTMTS", "DTH", "DTHTM"})

Span = tuple[date, date]


def month_span(year: int, month: int) -> Span:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_text(year: int, *, before_christ: bool = False) -> str:
    """A year in four digits; 600 BC is ``-0599``, for there is a year 0000.

    Raises:
        ValueError: The year does not have four digits.
    """
    if before_christ:
        return f"-{year - 1:04d}" if year > 1 else "0000"
    if not 0 <= year <= 9999:
        raise ValueError(f"the year {year} does not have four digits")
    return f"{year:04d}"


def decade_text(year: int) -> str:
    """The decade of a year in EDTF: ``196X``."""
    return year_text(year)[:3] + "X"


def month_text(year: int, month: int) -> str:
    """A month, such as ``2024-06``."""
    return f"{year_text(year)}-{month:02d}"


def week_text(day: date) -> str:
    """The ISO week of a day, such as ``2024-W36``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def century_text(century: int, *, before_christ: bool = False) -> str:
    """A century in EDTF: the nineteenth is ``18XX``."""
    return f"-{century - 1:02d}XX" if before_christ else f"{century - 1:02d}XX"


def span_text(span: Span | None) -> str | None:
    """A day, or the first and last day of several; none for none."""
    if span is None:
        return None
    if span[0] == span[1]:
        return span[0].isoformat()
    return f"{span[0].isoformat()}/{span[1].isoformat()}"


def valid_day(year: int, month: int, day: int) -> str | None:
    """A day, such as ``2024-09-13``; none if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def interval(start: str, end: str) -> str:
    """From the beginning of one to the end of the other."""
    return f"{start.split('/')[0]}/{end.split('/')[-1]}"


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def duration_text(value: Decimal, unit: str) -> str | None:
    """A length of time in ISO 8601: ``P3M``, ``PT2H30M``, ``P1Y6M``.

    Args:
        value: How many.
        unit: Name of the unit, as in ``resources/values/calendar.toml``.

    Returns:
        The duration; none for a unit that has no length of its own (weekend).
    """
    if unit not in _DURATIONS:
        return None
    head, letter, factor = _DURATIONS[unit]
    value *= factor
    whole = int(value)
    rest = value - whole
    below = _BELOW.get((head, letter))
    if rest and below and rest * below[1] == int(rest * below[1]):
        lower = f"{int(rest * below[1])}{below[0]}"
        return f"{head}{whole}{letter}{lower}" if whole else f"{head}{lower}"
    return f"{head}{value.normalize():f}{letter}"


def add_durations(durations: Sequence[str | None]) -> str | None:
    """Lengths of time in falling units as one: ``PT2H`` and ``PT15M`` are ``PT2H15M``."""
    days, hours, order = "", "", ""
    for duration in durations:
        match = _ONE_UNIT.fullmatch(duration or "")
        if match is None:
            return None
        order += match[1] + match[3]
        if match[1]:
            hours += match[2] + match[3]
        else:
            days += match[2] + match[3]
    if order not in _FALLING:
        return None
    return f"P{days}" + (f"T{hours}" if hours else "")


def shift(day: date, value: Decimal, unit: str, sign: int) -> str | None:
    """The day, week, month or year that lies so far from a day.

    The answer is as exact as the unit: three months before 13 September 2024 is ``2024-06``.

    Args:
        day: Where to count from.
        value: How many units.
        unit: Name of a unit of a day or longer.
        sign: -1 into the past, 1 into the future.
    """
    try:
        if unit in ("day", "night"):
            return (day + sign * timedelta(days=int(value))).isoformat()
        if unit == "week":
            return week_text(day + sign * timedelta(weeks=int(value)))
        if unit in _MONTHS:
            months = value * _MONTHS[unit]
            moved = add_months(day, sign * int(months))
            if unit == "month" or (value != int(value) and unit == "year"):
                return month_text(moved.year, moved.month)
            if unit == "century" and value == int(value):
                return decade_text(moved.year)
            return year_text(moved.year)
    except (ValueError, OverflowError):
        return None
    return None


def nearest(
    spans: Iterable[Span], day: date, tense: Tense, weight: int = FUTURE_WEIGHT
) -> Span | None:
    """Which of several stretches is meant in an article of a day.

    Args:
        spans: Candidates.
        day: When the article was published.
        tense: Whether the sentence looks back or ahead; none if it does not say.
        weight: What a day ahead counts if it does not say.
    """
    best: tuple[int, Span] | None = None
    for span in spans:
        if span[0] <= day <= span[1]:
            cost = 0
        elif span[1] < day:
            cost = (day - span[1]).days + (100_000 if tense == "future" else 0)
        else:
            cost = (span[0] - day).days * (1 if tense == "future" else weight)
            cost += 100_000 if tense == "past" else 0
        if best is None or cost < best[0]:
            best = (cost, span)
    return best[1] if best else None


def directed(spans: Iterable[Span], day: date, step: int) -> Span | None:
    """The last stretch before a day (-1), that around it (0) or the next after it (1)."""
    ordered = sorted(spans)
    if step < 0:
        return next((span for span in reversed(ordered) if span[1] < day), None)
    if step > 0:
        return next((span for span in ordered if span[0] > day), None)
    return next((span for span in ordered if span[0] <= day <= span[1]), None)


def yearly(make: Callable[[int], Span | None], day: date, reach: int = 2) -> list[Span]:
    """What ``make`` gives for the years around a day, those in which it exists."""
    found = []
    for year in range(max(1, day.year - reach), min(9999, day.year + reach) + 1):
        try:
            span = make(year)
        except ValueError:
            continue
        if span is not None:
            found.append(span)
    return found
