"""Rules for weeks, months, quarters, halves and seasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from greeknews_ner.values.feasts import nth_weekday
from greeknews_ner.values.items import Item
from greeknews_ner.values.periods import (
    Span,
    century_text,
    decade_text,
    directed,
    month_span,
    month_text,
    nearest,
    span_text,
    week_text,
    year_text,
)
from greeknews_ner.values.rules import (
    OF_YEAR,
    Calendar,
    Rules,
    first,
    is_plural,
    step_of,
)

PERIODS = Rules()


@PERIODS.add("<U", "U<", "[on]?U[on]M", "R?U", "EU", "E<U", "K", "EK")
def around_now(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Την περασμένη εβδομάδα, τον επόμενο μήνα, στο τέλος της δεκαετίας."""
    unit, direction = first(items, "UK"), first(items, "<")
    day = calendar.day
    if unit is None or day is None:
        return None
    if direction is None and not first(items, "EK") and unit.value != "weekend":
        return None
    if is_plural(unit, direction):
        return None
    step = int(direction.value) if direction else 0
    name = "month" if unit.symbol == "K" else unit.value
    if name == "weekend":
        saturday = day + timedelta(days=6 - day.isoweekday())
        spans = [
            (saturday + timedelta(weeks=k), saturday + timedelta(weeks=k, days=1))
            for k in range(-2, 3)
        ]
        span = directed(spans, day, step) if direction and step else None
        return span_text(span or nearest(spans, day, calendar.around.tense))
    if name == "week":
        return week_text(day + timedelta(weeks=step))
    if name == "month":
        month = day.year * 12 + day.month - 1 + step
        return month_text(month // 12, month % 12 + 1)
    if name == "year":
        return year_text(day.year + step)
    if name == "decade":
        return decade_text(day.year + 10 * step)
    if name == "century":
        return century_text(int(year_text(day.year + 100 * step)) // 100 + 1)
    return None


@PERIODS.add(f"[oL]UM{OF_YEAR}?")
def weekend_of_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το πρώτο Σαββατοκύριακο του Ιουνίου; for weeks, the month that holds it."""
    value = month(calendar, items[2:])
    if items[1].value == "weekend" and value is not None and value[:4].isdigit():
        n = -1 if items[0].symbol == "L" else int(items[0].value)
        saturday = nth_weekday(int(value[:4]), int(value[5:7]), n, 6) if 0 < abs(n) < 6 else None
        if saturday is None:
            return None
        return span_text((saturday, saturday + timedelta(days=1)))
    return value if items[1].value in ("week", "day") else None


@PERIODS.add(f"E?U?M{OF_YEAR}?", "E?[<R]M", "E?M<", "MK")
def month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Ιούνιος, Φεβρουάριος του 2022, τον περασμένο Μάιο, τέλη Αυγούστου."""
    found = first(items, "M")
    if found is None:
        return None
    year = calendar.year(items)
    if year is None:
        span = calendar.pick(lambda year: month_span(year, found.value), step_of(items))
        if span is None:
            return f"XXXX-{found.value:02d}" if calendar.day is None else None
        year = span[0].year
    return month_text(year, found.value)


@PERIODS.add("Q")
def month_in_digits(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """12/2017."""
    return month_text(items[0].value[1], items[0].value[0])


@PERIODS.add(f"[oL]PM{OF_YEAR}?")
def part_of_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το δεύτερο δεκαήμερο του Μαΐου, το πρώτο δεκαπενθήμερο του Αυγούστου."""
    length, unit = items[1].value
    value = month(calendar, items[2:])
    if unit != "day" or value is None or not value[:4].isdigit() or length not in (5, 10, 15):
        return None
    start, end = month_span(int(value[:4]), int(value[5:7]))
    parts = 30 // int(length)
    part = parts if items[0].symbol == "L" else int(items[0].value)
    if not 1 <= part <= parts:
        return None
    begin = start + timedelta(days=int(length) * (part - 1))
    return span_text((begin, end if part == parts else begin + timedelta(days=int(length) - 1)))


@PERIODS.add(f"E?[oL]?P{OF_YEAR}", "E?[<R]P", "E?[oL]P")
def part_of_year(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το α΄ εξάμηνο του 2025, το προηγούμενο τρίμηνο, το εννεάμηνο του 2017."""
    length, unit = (first(items, "P") or items[0]).value
    if unit != "month" or length != int(length) or not 1 < length < 12:
        return None
    if calendar.day is None and calendar.year(items) is None:
        return None
    length, parts = int(length), 12 // int(length)
    ordinal, last = first(items, "o"), first(items, "L")
    part = int(ordinal.value) if ordinal else parts if last else 1

    def make(year: int, part: int = part) -> Span | None:
        if not 1 <= part <= parts:
            return None
        return date(year, length * (part - 1) + 1, 1), month_span(year, length * part)[1]

    year = calendar.year(items)
    if year is not None:
        span = make(year)
    elif direction := first(items, "<R"):
        assert calendar.day is not None
        every = [make(calendar.day.year + k, n + 1) for k in (-1, 0, 1) for n in range(parts)]
        span = directed([one for one in every if one], calendar.day, int(direction.value))
    elif last:
        return None
    else:
        span = calendar.pick(make)
    if span is None:
        return None
    start, end = (month_text(day.year, day.month) for day in span)
    return f"{start}/{end}"


@PERIODS.add("on.+")
def half(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το δεύτερο μισό του 2023; of a month or a century, the whole that holds it."""
    if items[1].value != Decimal("0.5") or items[0].value not in (1, 2):
        return None
    whole = calendar.value(items[2:])
    if whole is None or not re.fullmatch("[0-9]{4}", whole):
        return whole
    return f"{whole}-01/{whole}-06" if items[0].value == 1 else f"{whole}-07/{whole}-12"


@PERIODS.add(f"E?S{OF_YEAR}?", "E?[<R]S", "E?S[<R]")
def season(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το καλοκαίρι του 2023, πέρσι τον χειμώνα."""
    code = (first(items, "S") or items[0]).value
    year = calendar.year(items)
    if year is None:

        def make(year: int) -> Span:
            start = (code - 20) * 3
            last = month_span(year, start + 2) if start < 12 else month_span(year + 1, 2)
            return date(year, start, 1), last[1]

        span = calendar.pick(make, step_of(items))
        if span is None:
            return f"XXXX-{code}" if calendar.day is None else None
        year = span[0].year
    return f"{year_text(year)}-{code}"
