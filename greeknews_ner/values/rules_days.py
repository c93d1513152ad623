"""Rules for days: counted ones, dates, weekdays, feasts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from greeknews_ner.values.feasts import feast_span, nth_weekday
from greeknews_ner.values.items import Item
from greeknews_ner.values.periods import (
    Span,
    nearest,
    span_text,
    valid_day,
)
from greeknews_ner.values.rules import (
    OF_YEAR,
    Calendar,
    Rules,
    first,
    step_of,
)

DAYS = Rules()


@DAYS.add("T", "TW", "WT", "[TR]+", "TU", f"TW?[on]M{OF_YEAR}?", "TW?D", f"W?[on]M{OF_YEAR}?T")
def counted_day(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Σήμερα, χθες, μεθαύριο."""
    day = first(items, "T")
    if day is None or calendar.day is None:
        return None
    return (calendar.day + timedelta(days=day.value)).isoformat()


@DAYS.add("W?D", "<?W?DW?")
def day_in_digits(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """25/3/2021, Σάββατο 31/3."""
    found = first(items, "D")
    if found is None:
        return None
    day, month, year = found.value
    return _day(calendar, day, month, year, items)


@DAYS.add(f"<?W?[on]M{OF_YEAR}?W?", f"{OF_YEAR}?[on]M", "W?[on][<R]M", f"T[on]M{OF_YEAR}?")
def day_of_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """25 Μαρτίου 1821, Τρίτη 17 Ιουλίου, 1η Αυγούστου."""
    day, month = first(items, "on"), first(items, "M")
    if day is None or month is None or day.value != int(day.value):
        return None
    return _day(calendar, int(day.value), month.value, calendar.year(items), items)


@DAYS.add("W?[on]K", "W?[on]<U")
def day_of_this_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """11 του μήνα, 25 του περασμένου μήνα."""
    unit = first(items, "U")
    number = first(items, "on")
    if calendar.day is None or number is None or (unit and unit.value != "month"):
        return None
    step = step_of(items) or 0
    month = calendar.day.year * 12 + calendar.day.month - 1 + step
    return valid_day(month // 12, month % 12 + 1, int(number.value))


@DAYS.add("W[on]")
def day_by_weekday(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Δευτέρα 9: the nearest ninth that is a Monday."""
    weekday, number = items[0].value, items[1].value
    if calendar.day is None or number != int(number):
        return None
    days = (calendar.day + timedelta(days=offset) for offset in range(-70, 70))
    spans = [(day, day) for day in days if day.day == number and day.isoweekday() == weekday]
    found = nearest(spans, calendar.day, calendar.around.tense)
    return found[0].isoformat() if found else None


@DAYS.add("W", "<W", "W<", "WR", "RW", "W<U", "<UW")
def weekday(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Τρίτη, την περασμένη Τρίτη, την Τρίτη της επόμενης εβδομάδας."""
    day, found = calendar.day, first(items, "W")
    if day is None or found is None:
        return None
    direction, unit = first(items, "<"), first(items, "U")
    ahead = (found.value - day.isoweekday()) % 7
    behind = (day.isoweekday() - found.value) % 7
    if unit is not None and direction is not None:
        if unit.value != "week":
            return None
        monday = day - timedelta(days=day.isoweekday() - 1)
        return (monday + timedelta(days=7 * direction.value + found.value - 1)).isoformat()
    if direction is not None and direction.value > 0:
        return (day + timedelta(days=ahead or 7)).isoformat()
    if direction is not None and direction.value < 0:
        return (day - timedelta(days=behind or 7)).isoformat()
    beside = first(calendar.around.day, "T")
    if beside is not None:  # αύριο, (Τρίτη)
        counted = day + timedelta(days=beside.value)
        if counted.isoweekday() == found.value:
            return counted.isoformat()
    if calendar.around.tense == "future":
        return (day + timedelta(days=ahead)).isoformat()
    return (day - timedelta(days=behind)).isoformat()


@DAYS.add(f"[oL]WM{OF_YEAR}?", "[oL]W[<R]M")
def nth_weekday_of_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Πρώτη Κυριακή του Μαΐου, τελευταία Παρασκευή του Νοεμβρίου."""
    ordinal = -1 if items[0].symbol == "L" else int(items[0].value)
    day, month = items[1].value, items[2].value
    year = calendar.year(items)
    if items[2].symbol != "M" or not 0 < abs(ordinal) <= 5:
        return None

    def make(year: int) -> Span | None:
        found = nth_weekday(year, month, ordinal, day)
        return (found, found) if found else None

    span = make(year) if year else calendar.pick(make, step_of(items))
    return span[0].isoformat() if span else None


@DAYS.add(f"<?e?F{OF_YEAR}?", "[R<]e?F", "e?F[R<]")
def feast(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Χριστούγεννα, παραμονή Πρωτοχρονιάς 2024, το φετινό Πάσχα."""
    found = first(items, "F")
    if found is None:
        return None
    back = timedelta(days=1 if first(items, "e") else 0)

    def make(year: int) -> Span:
        start, end = feast_span(found.value, year)
        return (start - back, start - back) if back else (start, end)

    year = calendar.year(items)
    if year is not None:
        if first(items, "e") and "day" in found.value and found.value["day"] == "01-01":
            span: Span | None = make(year)
        else:
            span = make(year) if 1583 <= year < 9998 else None
    else:
        span = calendar.pick(make, step_of(items))
    if span is None and calendar.day is None and "day" in found.value and not back:
        return f"XXXX-{found.value['day']}"
    return span_text(span)


def _day(
    calendar: Calendar, day: int, month: int, year: int | None, items: Sequence[Item]
) -> str | None:
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    if year is not None:
        return valid_day(year, month, day)
    weekday = first(items, "W")
    if calendar.day is None:
        return f"XXXX-{month:02d}-{day:02d}" if not first(items, "<R") else None

    def make(year: int) -> Span | None:
        found = date(year, month, day)
        if weekday is not None and found.isoweekday() != weekday.value:
            return None
        return found, found

    span = calendar.pick(make, step_of(items))
    if span is None and weekday is not None:  # the weekday is wrong, or years away
        span = calendar.pick(lambda year: (date(year, month, day),) * 2)
    return span[0].isoformat() if span else None
