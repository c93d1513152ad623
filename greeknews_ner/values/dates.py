"""Dates and times: Greek expressions → ISO 8601 or EDTF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from greeknews_ner.values.calendar_rules import Calendar, apply_rules
from greeknews_ner.values.clock import clock_time, hour_shift
from greeknews_ner.values.items import Item, read_items
from greeknews_ner.values.numbers import MAX_LENGTH
from greeknews_ner.values.periods import interval
from greeknews_ner.values.surroundings import look_around
from greeknews_ner.values.words import tokenize

_WITHOUT_VALUE = frozenset("ksv?")


def resolve_date(text: str, published: date | datetime | None, *, context: str = "") -> str | None:
    """The day, or longer time, that an expression means.

    Args:
        text: The expression as it stands, with or without articles and prepositions.
        published: When the article was published; an aware moment is taken to Athens. Relative
            expressions have no value without it.
        context: A stretch of the article that holds the expression, such as its sentence. It
            tells whether the expression looks back or ahead.

    Returns:
        ISO 8601 (``2024-09-13``, ``2024-06``, ``2024-W36``, ``P3M``, ``2024-05-10/2024-05-12``)
        or EDTF (``196X``, ``2023-22``, ``1850~``); none if the expression has no value.
    """
    return _resolve(text, published, context, clock=False)


def resolve_time(text: str, published: date | datetime | None, *, context: str = "") -> str | None:
    """The time of day, or the time shorter than a day, that an expression means.

    Args:
        text: The expression as it stands.
        published: When the article was published.
        context: A stretch of the article that holds the expression.

    Returns:
        ``T14:30``, with a day where the expression names one (``2024-09-13T21``), a length of
        time (``PT3H``). Where only the day is certain (χθες το βράδυ), the day; else none.
    """
    return _resolve(text, published, context, clock=True)


def _resolve(
    text: str, published: date | datetime | None, context: str, *, clock: bool
) -> str | None:
    if len(text) > MAX_LENGTH:
        return None
    tokens = tokenize(text)
    items = read_items(text, tokens, clock=clock)
    calendar = Calendar(published, look_around(text, context))
    if any(item.symbol in _WITHOUT_VALUE for item in items):
        return None
    about = any(item.symbol == "~" for item in items)
    items = [item for item in items if item.symbol not in "~d"]
    while items and items[0].symbol in "f+-":
        items = items[1:]
    while items and items[-1].symbol in "f+-":
        items = items[:-1]
    if not items:
        return None
    try:
        value = _value(calendar, items, clock)
    except (ValueError, OverflowError):  # beyond the years that a calendar has
        return None
    if value is not None and about and len(value) == 4 and value.isdigit():
        return value + "~"
    return value


def _value(calendar: Calendar, items: list[Item], clock: bool) -> str | None:
    for symbols in ("-", "+"):
        cut = next((i for i, item in enumerate(items) if item.symbol in symbols), None)
        if cut is not None and 0 < cut < len(items) - 1:
            return _two(calendar, items[:cut], items[cut + 1 :], symbols == "+", clock)
    time = clock_time(items)
    rest = [item for item in items if item.symbol not in "pCqm"] if time is None else time[1]
    if time is not None and (clock or not rest):
        day = apply_rules(calendar, rest) if rest else ""
        if day is None or (day and len(day) != 10):
            return time[0]
        return day + time[0]
    if not rest:
        return None
    value = apply_rules(calendar, rest)
    if value is None and rest[0].symbol in "Aif":
        moved = hour_shift(calendar, rest)
        return moved or _value(calendar, rest[1:], clock)
    return value


def _two(
    calendar: Calendar, left: list[Item], right: list[Item], both: bool, clock: bool
) -> str | None:
    """A range (10-12 Μαΐου) or two of a kind (4 και 16 Μαΐου)."""
    left, right = [i for i in left if i.symbol != "f"], [i for i in right if i.symbol != "f"]
    if not left or not right:
        return _value(calendar, left or right, clock) if left or right else None
    last = _value(calendar, right, clock)
    start = _value(calendar, _completed(left, right), clock)
    if last is None or start is None or last.startswith("P") or start.startswith("P"):
        return None
    if _wrong_order(start, last) and not any(item.symbol in "YyD" for item in left):
        earlier = [*_completed(left, right, year=False), *_earlier(right)]
        start = _value(calendar, earlier, clock) if _earlier(right) else start
        if start is None:
            return None
    if "{" in last:
        return f"{{{start},{last[1:]}"
    if not both or _consecutive(start, last):
        return interval(start, last)
    return f"{{{start},{last}}}"


def _completed(left: Sequence[Item], right: Sequence[Item], *, year: bool = True) -> list[Item]:
    """The left side with what it leaves to the right one: month, year, part of the day."""
    symbols = {item.symbol for item in left}
    wanted = ""
    if symbols & set("no") and not symbols & set("MDKU"):
        wanted += "MKU" if not symbols & set("p") else ""
        wanted += "p" if "p" not in symbols else ""
    if not symbols & set("YyDQ") and symbols & set("MnoSP") and year:
        wanted += "Yy<R"
    if symbols <= set("nY"):
        wanted += "BN"
    if symbols == {"C"}:
        wanted += "p"
    front = [item for item in right if item.symbol == "U" and symbols <= set("Yy")]
    return [*front, *left, *(item for item in right if item.symbol in wanted)]


def _earlier(right: Sequence[Item]) -> list[Item]:
    """The year before the right side's: Νοέμβριος - Φεβρουάριος 2018 began in 2017."""
    return [item._replace(value=item.value - 1) for item in right if item.symbol == "Y"]


def _wrong_order(start: str, last: str) -> bool:
    return start[:4].isdigit() and last[:4].isdigit() and start > last


def _consecutive(start: str, last: str) -> bool:
    try:
        return date.fromisoformat(last) - date.fromisoformat(start) == timedelta(days=1)
    except ValueError:
        return False
