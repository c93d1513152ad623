"""Rules: which symbols in a row name which stretch of the calendar.

Every rule is a regular expression over the symbols of :mod:`~greeknews_ner.values.items` and a
function that gets the day of publication and the items. The first rule that answers wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias
from zoneinfo import ZoneInfo

from greeknews_ner.values.calendar_words import calendar_list
from greeknews_ner.values.feasts import feast_span, nth_weekday
from greeknews_ner.values.items import Item
from greeknews_ner.values.periods import (
    Span,
    century_text,
    directed,
    duration_text,
    month_span,
    month_text,
    nearest,
    shift,
    week_text,
    year_text,
    yearly,
)
from greeknews_ner.values.surroundings import Surroundings

ATHENS = "Europe/Athens"
"""The time zone of Greek news."""

Rule: TypeAlias = Callable[["Calendar", Sequence[Item]], "str | None"]
RULES: list[tuple[re.Pattern[str], Rule]] = []

_OF_YEAR = "(?:Y|y|R|<U|U?Y)"


def rule(*patterns: str) -> Callable[[Rule], Rule]:
    """Register a function for expressions whose symbols match one of ``patterns`` as a whole."""

    def register(function: Rule) -> Rule:
        RULES.extend((re.compile(pattern), function) for pattern in patterns)
        return function

    return register


def apply_rules(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """The value of an expression by the first rule that has one."""
    symbols = "".join(item.symbol for item in items)
    for pattern, function in RULES:
        if pattern.fullmatch(symbols):
            value = function(calendar, items)
            if value is not None:
                return value
    return None


class Calendar:
    """A day of publication, and what the words around the expression tell.

    Attributes:
        day: The day of publication; none if unknown.
        hour: The moment of publication, local time; none if only the day is known.
        around: What stands around the expression.
    """

    def __init__(self, published: date | datetime | None, around: Surroundings) -> None:
        self.hour: datetime | None = None
        self.day: date | None = None
        if isinstance(published, datetime):
            aware = published.tzinfo is not None
            self.hour = published.astimezone(ZoneInfo(ATHENS)) if aware else published
            self.day = self.hour.date()
        elif published is not None:
            self.day = published
        self.around = around

    def pick(self, make: Callable[[int], Span | None], step: int | None = None) -> Span | None:
        """Which year's stretch is meant.

        Args:
            make: Gives the stretch in a year, none or ValueError where it does not exist.
            step: -1, 0, 1 for the last, this year's, the next; none to judge by nearness.
        """
        if self.day is None:
            return None
        spans = yearly(make, self.day)
        if step is None:
            return nearest(spans, self.day, self.around.tense)
        if step == 0:
            year = self.day.year
            return next((span for span in spans if span[0].year == year), None)
        return directed(spans, self.day, step)

    def year(self, items: Sequence[Item]) -> int | None:
        """The year that items name (``Y``, ``y``, ``R``, ``<U``); none if they name none."""
        written = first(items, "Yy")
        if written is not None and written.symbol == "Y":
            return int(written.value)
        if written is not None:
            pivot = (self.day.year if self.day else 2025) % 100 + 10
            return int(written.value) + (2000 if written.value <= pivot else 1900)
        unit, counted = first(items, "U"), first(items, "R")
        if counted is None and unit is not None and unit.value == "year":
            counted = first(items, "<")
        if counted is None or self.day is None:
            return None
        return self.day.year + int(counted.value)


def first(items: Sequence[Item], symbols: str) -> Item | None:
    """The first item with one of the symbols."""
    return next((item for item in items if item.symbol in symbols), None)


def step_of(items: Sequence[Item]) -> int | None:
    """The direction that stands with a month, weekday or feast, if any."""
    direction = first(items, "<R")
    return int(direction.value) if direction else None


# Days


@rule("T", "TW", "WT", "[TR]+", "TU", f"TW?[on]M{_OF_YEAR}?", "TW?D", f"W?[on]M{_OF_YEAR}?T")
def counted_day(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Σήμερα, χθες, μεθαύριο."""
    day = first(items, "T")
    if day is None or calendar.day is None:
        return None
    return (calendar.day + timedelta(days=day.value)).isoformat()


@rule("W?D", "<?W?DW?")
def day_in_digits(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """25/3/2021, Σάββατο 31/3."""
    found = first(items, "D")
    if found is None:
        return None
    day, month, year = found.value
    return _day(calendar, day, month, year, items)


@rule(f"<?W?[on]M{_OF_YEAR}?W?", f"{_OF_YEAR}?[on]M", "W?[on][<R]M", f"T[on]M{_OF_YEAR}?")
def day_of_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """25 Μαρτίου 1821, Τρίτη 17 Ιουλίου, 1η Αυγούστου."""
    day, month = first(items, "on"), first(items, "M")
    if day is None or month is None or day.value != int(day.value):
        return None
    return _day(calendar, int(day.value), month.value, calendar.year(items), items)


@rule("W?[on]K", "W?[on]<U")
def day_of_this_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """11 του μήνα, 25 του περασμένου μήνα."""
    unit = first(items, "U")
    number = first(items, "on")
    if calendar.day is None or number is None or (unit and unit.value != "month"):
        return None
    step = step_of(items) or 0
    month = calendar.day.year * 12 + calendar.day.month - 1 + step
    return _valid_day(month // 12, month % 12 + 1, int(number.value))


@rule("W[on]")
def day_by_weekday(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Δευτέρα 9: the nearest ninth that is a Monday."""
    weekday, number = items[0].value, items[1].value
    if calendar.day is None or number != int(number):
        return None
    days = (calendar.day + timedelta(days=offset) for offset in range(-70, 70))
    spans = [(day, day) for day in days if day.day == number and day.isoweekday() == weekday]
    found = nearest(spans, calendar.day, calendar.around.tense)
    return found[0].isoformat() if found else None


@rule("W", "<W", "W<", "WR", "RW", "W<U", "<UW")
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
    if calendar.around.tense == "future":
        return (day + timedelta(days=ahead)).isoformat()
    return (day - timedelta(days=behind)).isoformat()


@rule(f"[oL]WM{_OF_YEAR}?", "[oL]W[<R]M")
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


@rule(f"<?e?F{_OF_YEAR}?", "[R<]e?F", "e?F[R<]")
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
    return _span_text(span)


# Weeks and weekends


@rule("<U", "U<", "[on]?U[on]M", "R?U", "EU", "E<U", "K", "EK")
def around_now(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Την περασμένη εβδομάδα, τον επόμενο μήνα, στο τέλος της δεκαετίας."""
    unit, direction = first(items, "UK"), first(items, "<")
    day = calendar.day
    if unit is None or day is None:
        return None
    if direction is None and not first(items, "EK") and unit.value != "weekend":
        return None
    if _is_plural(unit, direction):
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
        return _span_text(span or nearest(spans, day, calendar.around.tense))
    if name == "week":
        return week_text(day + timedelta(weeks=step))
    if name == "month":
        month = day.year * 12 + day.month - 1 + step
        return month_text(month // 12, month % 12 + 1)
    if name == "year":
        return year_text(day.year + step)
    if name == "decade":
        return f"{day.year // 10 + step:03d}X"
    if name == "century":
        return f"{day.year // 100 + step:02d}XX"
    return None


@rule(f"[oL]UM{_OF_YEAR}?")
def weekend_of_month(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το πρώτο Σαββατοκύριακο του Ιουνίου; for weeks, the month that holds it."""
    value = month(calendar, items[2:])
    if items[1].value == "weekend" and value is not None and value[:4].isdigit():
        n = -1 if items[0].symbol == "L" else int(items[0].value)
        saturday = nth_weekday(int(value[:4]), int(value[5:7]), n, 6) if 0 < abs(n) < 6 else None
        if saturday is None:
            return None
        return _span_text((saturday, saturday + timedelta(days=1)))
    return value if items[1].value in ("week", "day") else None


# Months and parts of them


@rule(f"E?U?M{_OF_YEAR}?", "E?[<R]M", "E?M<", "MK")
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


@rule("Q")
def month_in_digits(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """12/2017."""
    return month_text(items[0].value[1], items[0].value[0])


@rule(f"[oL]PM{_OF_YEAR}?")
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
    return _span_text((begin, end if part == parts else begin + timedelta(days=int(length) - 1)))


# Quarters, half-years, seasons


@rule(f"E?[oL]?P{_OF_YEAR}", "E?[<R]P", "E?[oL]P")
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


@rule("on.+")
def half(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Το δεύτερο μισό του 2023; of a month or a century, the whole that holds it."""
    if items[1].value != Decimal("0.5") or items[0].value not in (1, 2):
        return None
    whole = apply_rules(calendar, items[2:])
    if whole is None or not re.fullmatch("[0-9]{4}", whole):
        return whole
    return f"{whole}-01/{whole}-06" if items[0].value == 1 else f"{whole}-07/{whole}-12"


@rule(f"E?S{_OF_YEAR}?", "E?[<R]S", "E?S[<R]")
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


# Years and more


@rule("E?U?[nYo]B", "E?U?[nY]N", "[nY]UB")
def year_of_era(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """480 π.Χ., 330 μ.Χ."""
    number, unit = first(items, "nYo"), first(items, "U")
    if number is None or number.value != int(number.value) or number.value < 1:
        return None
    if unit is not None and unit.value != "year":
        return None
    if number.value > 9999:
        return f"Y-{int(number.value) - 1}" if items[-1].symbol == "B" else None
    return year_text(int(number.value), before_christ=items[-1].symbol == "B")


@rule("E?U?Y", "E?R[UY]?", "UR", "<?Y")
def year(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """2024, το έτος 2024, φέτος, πέρσι."""
    unit = first(items, "U")
    if unit is not None and unit.value != "year":
        return None
    if items[0].symbol == "E" and first(items, "R"):  # «του χρόνου» here is the year's, not next
        offset = min(int((first(items, "R") or items[0]).value), 0)
        return year_text(calendar.day.year + offset) if calendar.day else None
    found = calendar.year(items)
    return year_text(found) if found is not None else None


@rule("E?y")
def short_year(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """’21 is a year, ’60 a decade."""
    value = items[-1].value
    if value % 10 == 0 and value >= 30:
        return f"19{value // 10}X"
    found = calendar.year(items)
    return year_text(found) if found is not None else None


@rule("E?oU?U[Yy]", "E?U[Yyn]")
def decade(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Τη δεκαετία του ’60, στα τέλη της δεκαετίας του 1990."""
    unit = first(items, "U")
    if unit is None or unit.value != "decade":
        return None
    value = int(items[-1].value)
    if items[-1].symbol == "Y":
        return f"{value // 10:03d}X"
    if value % 10 or not 0 <= value < 100:
        return None
    return f"20{value // 10}X" if value < 20 else f"19{value // 10}X"


@rule("E?[on]U[BN]?", "E?oBU", "E?oNU")
def century(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Τον 19ο αιώνα, τον 5ο αιώνα π.Χ., τη 2η χιλιετία."""
    unit, ordinal = first(items, "U"), first(items, "on")
    if unit is None or ordinal is None or (ordinal.symbol == "n" and ordinal.value < 2):
        return None
    if ordinal.value != int(ordinal.value) or not 0 < ordinal.value < 100:
        return None
    if unit.key in calendar_list("plural", "forms"):
        return None
    before = first(items, "B") is not None
    if unit.value == "century":
        return century_text(int(ordinal.value), before_christ=before)
    if unit.value == "minute" and ordinal.symbol == "o" and not before:  # of play
        return f"PT{ordinal.value}M"
    if unit.value == "millennium" and ordinal.value < 10:
        return f"-{ordinal.value - 1}XXX" if before else f"{ordinal.value - 1}XXX"
    return None


# Lengths of time


@rule("A[nY]U", "[nY]UA", "[nY]AU", "AP", "PA", "AnP")
def ago(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Πριν από τρεις μήνες, δύο χρόνια πριν."""
    value, unit = _length(items)
    if unit in ("hour", "minute", "second"):
        return None
    return shift(calendar.day, value, unit, -1) if calendar.day else None


@rule("i[nY]U", "iP")
def ahead(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Σε τρεις μήνες: a day ahead if the sentence looks ahead, else a length of time."""
    value, unit = _length(items)
    if calendar.around.tense == "future" and calendar.day is not None:
        moved = shift(calendar.day, value, unit, 1)
        if moved is not None:
            return moved
    return duration_text(value, unit)


@rule("n[Uo]", "noU", "[<LR]?[nY][<LR]?U", "[<L]?n?P[<L]?", "[oL]P", "LU")
def length(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Τρεις μήνες, τα τελευταία πέντε χρόνια, διετία."""
    if items[0].symbol == "L" and items[-1].key in calendar_list("plural", "forms"):
        return _length_text(calendar, items) if first(items, "nY") else None
    if "".join(item.symbol for item in items) == "LU" and items[1].value == "day":
        return None
    quarters = first(items, "o")
    if quarters is not None:  # ένα τέταρτο, τρία τέταρτα της ώρας
        minutes = 15 * items[0].value
        is_hour = items[-1].symbol == "o" or items[-1].value == "hour"
        return f"PT{minutes}M" if quarters.value == 4 and minutes < 60 and is_hour else None
    return _length_text(calendar, items)


def _length_text(calendar: Calendar, items: Sequence[Item]) -> str | None:
    value, unit = _length(items)
    ahead = calendar.around.within and calendar.around.tense == "future"
    moved = None
    if calendar.day is not None and (calendar.around.ago or ahead):
        moved = shift(calendar.day, value, unit, -1 if calendar.around.ago else 1)
    return moved or duration_text(value, unit)


def _is_plural(unit: Item, direction: Item | None) -> bool:
    """Whether a unit stands in the plural; without accents χρονιά and χρόνια look the same."""
    if direction is not None and direction.key.endswith(("η", "ησ", "ην")):
        return False
    return unit.key in calendar_list("plural", "forms")


def _length(items: Sequence[Item]) -> tuple[Decimal, str]:
    number, unit = first(items, "nY"), first(items, "UP")
    assert unit is not None
    count = Decimal(number.value) if number else Decimal(1)
    if unit.symbol == "P":
        value, name = unit.value
        return count * value, name
    return count, unit.value


def _day(
    calendar: Calendar, day: int, month: int, year: int | None, items: Sequence[Item]
) -> str | None:
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    if year is not None:
        return _valid_day(year, month, day)
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


def _valid_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _span_text(span: Span | None) -> str | None:
    if span is None:
        return None
    if span[0] == span[1]:
        return span[0].isoformat()
    return f"{span[0].isoformat()}/{span[1].isoformat()}"
