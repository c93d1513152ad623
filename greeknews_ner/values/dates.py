"""Dates and times: Greek expressions → ISO 8601 or EDTF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from greeknews_ner.values.calendar_words import calendar_list
from greeknews_ner.values.clock import clock_time, hour_shift
from greeknews_ner.values.items import Item, has_unknown_words, read_items
from greeknews_ner.values.numbers import MAX_LENGTH
from greeknews_ner.values.periods import add_durations, interval
from greeknews_ner.values.rules import Calendar
from greeknews_ner.values.rules_days import DAYS
from greeknews_ner.values.rules_lengths import LENGTHS
from greeknews_ner.values.rules_periods import PERIODS
from greeknews_ner.values.rules_years import YEARS
from greeknews_ner.values.surroundings import Surroundings, look_around
from greeknews_ner.values.words import tokenize

_RULES = (DAYS, PERIODS, YEARS, LENGTHS)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile("T[0-9:]+")
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
    if any(item.symbol in _WITHOUT_VALUE for item in items):
        return None
    bare = len(items) == 1 and items[0].symbol == "n"
    if bare and (not clock or has_unknown_words(tokens, items)):
        return None
    ahead = bool(items) and items[0].key in calendar_list("cues", "until")
    about = any(item.symbol == "~" for item in items)
    items = _meaningful(items)
    if not items:
        return None
    try:
        calendar = Calendar(published, lambda: _around(text, context, ahead), _RULES)
        value = _value(calendar, items, clock)
        if clock:
            value = _with_day(calendar, items, value)
    except (ValueError, OverflowError):  # beyond the years that a calendar has
        return None
    if value is not None and about and len(value) == 4 and value.isdigit():
        return value + "~"
    return value


def _around(text: str, context: str, ahead: bool) -> Surroundings:
    """What stands around an expression that may itself say that it looks ahead."""
    around = look_around(text, context)
    return around._replace(tense="future") if ahead and around.tense is None else around


def _meaningful(items: list[Item]) -> list[Item]:
    """Items without those that change no value, nor connectors at the ends."""
    if any(item.symbol == "b" for item in items):  # μεταξύ 2015 και 2019
        items = [item._replace(symbol="-") if item.symbol == "+" else item for item in items]
    items = [item for item in items if item.symbol not in "~dhzb"]
    while items and items[0].symbol in "f+-":
        items = items[1:]
    while items and items[-1].symbol in "f+-":
        items = items[:-1]
    return items


def _with_day(calendar: Calendar, items: list[Item], value: str | None) -> str | None:
    """A time of day with the day that stands beside it in the context."""
    if not calendar.around.day or (value is not None and not _CLOCK.fullmatch(value)):
        return value
    if value is None and any(item.symbol not in "pUEo" for item in items):
        return None
    day = calendar.value(calendar.around.day)
    return f"{day}{value or ''}" if _is_day(day) else value


def _is_day(value: str | None) -> bool:
    return value is not None and _DAY.fullmatch(value) is not None


def _value(calendar: Calendar, items: list[Item], clock: bool) -> str | None:
    if any(item.symbol in "pC" for item in items):  # τις πρωινές ώρες, ώρα 21.00
        items = [item for item in items if (item.symbol, item.value) != ("U", "hour")]
    two = any(item.symbol in "+-" for item in items[1:])
    if two and items[0].symbol in "UP" and items[1].symbol in "noYDM":
        items = items[1:]  # Σαββατοκύριακο 14 και 15 Ιουλίου, διετία 2016-2017
    cut = next((i for i, item in enumerate(items) if item.symbol == "-"), 0)
    if 0 < cut < len(items) - 1:
        return _range(calendar, items[:cut], items[cut + 1 :], clock)
    if any(item.symbol == "+" for item in items[1:-1]) and not _is_minutes(items):
        return _list(calendar, items, clock)
    time = clock_time(items)
    rest = [item for item in items if item.symbol not in "pCqm"] if time is None else time[1]
    if time is not None and (clock or not rest):
        day = calendar.value(rest) if rest else ""
        return f"{day}{time[0]}" if not rest or _is_day(day) else time[0]
    if not rest:
        return None
    value = calendar.value(rest)
    if value is None and rest[0].symbol in "Aif":
        moved = hour_shift(calendar, rest) or _value(calendar, rest[1:], clock)
        is_length = moved is not None and moved.startswith("P")
        return None if is_length and rest[0].symbol == "A" else moved
    return value


def _range(calendar: Calendar, left: list[Item], right: list[Item], clock: bool) -> str | None:
    """From the one to the other: 10-12 Μαΐου, Νοέμβριος - Φεβρουάριος 2018."""
    left, right = [i for i in left if i.symbol != "f"], [i for i in right if i.symbol != "f"]
    if not left or not right:
        return _value(calendar, left or right, clock) if left or right else None
    last = _value(calendar, right, clock)
    start = _before(calendar, left, right, last, clock)
    if last is None or start is None or last.startswith("P") or start.startswith("P"):
        return None
    if start[0] == last[0] == "-" and start < last:  # 2ος-3ος αιώνας π.Χ.
        start, last = last, start
    return None if "{" in start + last else interval(start, last)


def _before(
    calendar: Calendar, left: list[Item], right: list[Item], last: str | None, clock: bool
) -> str | None:
    """The value of what stands before ``last``: its year, or the year before, if none is named."""
    items = _completed(left, right)
    start = _value(calendar, items, clock)
    if start is None or last is None or not (start[:4].isdigit() and last[:4].isdigit()):
        return start
    symbols = {item.symbol for item in left}
    if symbols & set("YyRDQ<") or not {item.symbol for item in items} & set("MF"):
        return start
    if start <= last and start[:4] == last[:4]:
        return start
    undated = [item for item in items if item.symbol not in "YyR"]
    for year in (int(last[:4]), int(last[:4]) - 1):
        dated = _value(calendar, [*undated, Item("Y", year, 0, 0)], clock)
        if dated is not None and dated <= last:
            return dated
    return start


def _list(calendar: Calendar, items: list[Item], clock: bool) -> str | None:
    """The one and the other: 4 και 16 Μαΐου; an interval if they are days in a row."""
    parts: list[list[Item]] = [[]]
    for item in items:
        if item.symbol == "+":
            parts.append([])
        else:
            parts[-1].append(item)
    parts = [part for part in parts if part]
    last = _value(calendar, parts[-1], clock)
    values = [_before(calendar, part, parts[-1], last, clock) for part in parts[:-1]]
    if last is not None and last[0] == "P":
        return add_durations([*values, last])
    found = [value for value in [*values, last] if value and value[0] != "P" and "/" not in value]
    if len(found) < len(parts) or len({value[0] == "T" for value in found}) > 1:
        return None
    if any(item.key == "η" for item in items if item.symbol == "+"):
        return f"[{','.join(found)}]"
    if len(found) > 1 and all(map(_consecutive, found, found[1:])):
        return f"{found[0]}/{found[-1]}"
    return f"{{{','.join(found)}}}" if len(found) > 1 else found[0]


def _is_minutes(items: Sequence[Item]) -> bool:
    """Whether και joins hour and minutes: 10 και 20 το πρωί."""
    symbols = "".join(item.symbol for item in items)
    return symbols in {"n+np", "pn+n"} and 0 < items[symbols.index("+") + 1].value < 60


def _completed(left: Sequence[Item], right: Sequence[Item]) -> list[Item]:
    """The left side with what it leaves to the right one: month, year, part of the day."""
    symbols = {item.symbol for item in left}
    wanted = ""
    if symbols & set("no") and not symbols & set("MDKU"):
        wanted += "MKU" if not symbols & set("p") else ""
        wanted += "p" if "p" not in symbols else ""
    named = symbols & set("MSP") or "M" in {item.symbol for item in right}
    if not symbols & set("YyDQ") and named:
        wanted += "Yy<R"
    if symbols <= set("nY"):
        wanted += "BN"
    if symbols == {"C"}:
        wanted += "p"
    front = [item for item in right if item.symbol == "U" and symbols <= set("Yy")]
    return [*front, *left, *(item for item in right if item.symbol in wanted)]


def _consecutive(start: str, last: str) -> bool:
    try:
        return date.fromisoformat(last) - date.fromisoformat(start) == timedelta(days=1)
    except ValueError:
        return False
