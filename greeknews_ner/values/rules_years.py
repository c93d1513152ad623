"""Rules for years, decades, centuries and millennia."""

from __future__ import annotations

from collections.abc import Sequence

from greeknews_ner.values.calendar_words import calendar_list
from greeknews_ner.values.items import Item
from greeknews_ner.values.periods import (
    century_text,
    year_text,
)
from greeknews_ner.values.rules import (
    OF_YEAR,
    Calendar,
    Rules,
    first,
)

YEARS = Rules()


@YEARS.add("E?U?[nYo]B", "E?U?[nY]N", "[nY]UB")
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


@YEARS.add("E?U?Y", "E?R[UY]?", "UR", "<?Y")
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


@YEARS.add("E?y")
def short_year(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """’21 is a year, ’60 a decade."""
    value = items[-1].value
    if value % 10 == 0 and value >= 30:
        return f"19{value // 10}X"
    found = calendar.year(items)
    return year_text(found) if found is not None else None


@YEARS.add("E?oU?U[Yy]", "E?U[Yyn]")
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


@YEARS.add("E?[on]U[BN]?", "E?oBU", "E?oNU")
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


@YEARS.add(f"[oL]U{OF_YEAR}")
def part_of_year(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Τους πρώτους μήνες του 2024: the year that holds them."""
    if items[1].value not in ("day", "week", "month"):
        return None
    return calendar.value(items[2:])
