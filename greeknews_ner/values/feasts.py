"""When feasts fall, moveable ones included."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any


@cache
def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar.

    Meeus' Julian algorithm, then the difference between the calendars.

    Args:
        year: 1583 to 9998.
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    difference = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=difference)


@cache
def western_easter(year: int) -> date:
    """Western Easter Sunday (Gauss, as Meeus/Jones/Butcher give it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, n: int, weekday: int) -> date | None:
    """The n-th weekday of a month.

    Args:
        year: The year.
        month: 1 to 12.
        n: 1 is the first; -1 the last.
        weekday: ISO number, 1 is Monday.

    Returns:
        The day; none if the month has fewer such days.
    """
    if n > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    else:
        last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-n - 1))
    return day if day.month == month else None


def feast_span(feast: Mapping[str, Any], year: int) -> tuple[date, date]:
    """First and last day of a feast of ``resources/values/feasts.toml`` in a year."""
    if "day" in feast:
        month, day = map(int, feast["day"].split("-"))
        first = date(year, month, day)
    elif "easter" in feast:
        first = orthodox_easter(year) + timedelta(days=feast["easter"])
    elif "western_easter" in feast:
        first = western_easter(year) + timedelta(days=feast["western_easter"])
    else:
        rule = feast["nth"]
        found = nth_weekday(year, rule["month"], rule["n"], rule["weekday"])
        assert found is not None
        first = found + timedelta(days=rule.get("plus", 0))
    return first, first + timedelta(days=feast.get("days", 1) - 1)
