"""Rules for lengths of time, and for what lies so far from the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from greeknews_ner.values.calendar_words import calendar_list
from greeknews_ner.values.items import Item
from greeknews_ner.values.periods import (
    duration_text,
    shift,
)
from greeknews_ner.values.rules import (
    Calendar,
    Rules,
    first,
)

LENGTHS = Rules()


@LENGTHS.add("A[nY]U", "[nY]UA", "[nY]AU", "AP", "PA", "AnP")
def ago(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Πριν από τρεις μήνες, δύο χρόνια πριν."""
    value, unit = _length(items)
    if unit in ("hour", "minute", "second"):
        return None
    return shift(calendar.day, value, unit, -1) if calendar.day else None


@LENGTHS.add("i[nY]U", "iP")
def ahead(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Σε τρεις μήνες: a day ahead if the sentence looks ahead, else a length of time."""
    value, unit = _length(items)
    if calendar.day is not None and calendar.around.tense == "future":
        moved = shift(calendar.day, value, unit, 1)
        if moved is not None:
            return moved
    return duration_text(value, unit)


@LENGTHS.add("n[Uo]", "noU", "[<LR]?[nY][<LR]?U", "[<L]?n?P[<L]?", "[oL]P", "LU")
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
    moved = None
    if calendar.day is not None:
        around = calendar.around
        if around.ago or (around.within and around.tense == "future"):
            moved = shift(calendar.day, value, unit, -1 if around.ago else 1)
    return moved or duration_text(value, unit)


def _length(items: Sequence[Item]) -> tuple[Decimal, str]:
    number, unit = first(items, "nY"), first(items, "UP")
    assert unit is not None
    count = Decimal(number.value) if number else Decimal(1)
    if unit.symbol == "P":
        value, name = unit.value
        return count * value, name
    return count, unit.value
