"""Times of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from greeknews_ner.values.calendar_words import phrases
from greeknews_ner.values.items import Item
from greeknews_ner.values.rules import Calendar, first

_HALF = Decimal("0.5")
# «ένα βράδυ» and «μία νύχτα» count nights; «μία το μεσημέρι» is an hour.
_COUNTED = frozenset(
    [("ενα", name) for name in ("morning", "noon", "afternoon", "evening")]
    + [(form, "night") for form in ("μια", "μιασ")]
)


def clock_time(items: Sequence[Item]) -> tuple[str, list[Item]] | None:
    """The time of the day that items name.

    Args:
        items: Items of an expression that is not a range.

    Returns:
        The time (``T14:30``, ``T21``) and the items that are left, or none if no time is named.
    """
    part = first(items, "p") or _tonight(items)
    written = first(items, "C")
    if written is not None:
        hour, minute, *seconds = written.value
        if part is not None:
            moved = _on_24(hour, part.value)
            hour = hour if moved is None else moved
        if hour > 24 or (hour == 24 and minute):
            return None
        rest = [item for item in items if item.symbol not in "pC"]
        tail = "".join(f":{second:02d}" for second in seconds)
        return f"T{hour:02d}:{minute:02d}{tail}", rest
    position = _hour_position(items, part)
    if position is None:
        if part is not None and part.value["name"] == "midnight" and len(items) == 1:
            return "T00", []
        return None
    number = items[position]
    used = {position}
    hour, fraction = int(number.value), Decimal(number.value) % 1
    minute = int(fraction * 60)
    exact = bool(fraction)
    following = items[position + 1] if position + 1 < len(items) else None
    after = items[position + 2] if position + 2 < len(items) else None
    if following and following.symbol == "q":
        minute, exact = minute + following.value, True
        used.add(position + 1)
    elif following and after and following.symbol in "m+" and after.symbol == "n":
        if not 0 < after.value < 60:
            return None
        minute += int(after.value) * (-1 if following.symbol == "m" else 1)
        exact = True
        used |= {position + 1, position + 2}
    if part is not None:
        moved = _on_24(hour, part.value)
        if moved is None:
            return None
        hour = moved
    elif hour < 13:  # morning or evening? unknown
        return None
    hour, minute = divmod(hour * 60 + minute, 60)
    hour %= 24
    rest = [item for i, item in enumerate(items) if i not in used and item.symbol != "p"]
    return (f"T{hour:02d}:{minute:02d}" if exact else f"T{hour:02d}"), rest


def _tonight(items: Sequence[Item]) -> Item | None:
    """The evening that απόψε holds: απόψε στις 9."""
    tonight = next((item for item in items if item.key == "αποψε"), None)
    return tonight and tonight._replace(symbol="p", value=phrases()["βραδυ",].value)


def hour_shift(calendar: Calendar, items: Sequence[Item]) -> str | None:
    """Πριν από τρεις ώρες: the hour, if the moment of publication is known."""
    symbols = "".join(item.symbol for item in items)
    if symbols != "AnU" or calendar.hour is None or items[2].value not in ("hour", "minute"):
        return None
    name, value = items[2].value, float(items[1].value)
    delta = timedelta(hours=value) if name == "hour" else timedelta(minutes=value)
    moved = calendar.hour - delta
    return moved.strftime("%Y-%m-%dT%H" if name == "hour" else "%Y-%m-%dT%H:%M")


def _hour_position(items: Sequence[Item], part: Item | None) -> int | None:
    for index, item in enumerate(items):
        if item.symbol != "n" or not 0 < item.value <= 24 or item.value % 1 not in (0, _HALF):
            continue
        if part is not None and (item.key, part.value["name"]) in _COUNTED:
            continue
        following = items[index + 1].symbol if index + 1 < len(items) else ""
        before = items[index - 1].symbol if index else ""
        if following in ("p", "q", "m") or (part is not None and before == "p"):
            return index
        if following in ("U", "M", "P", "K", "B", "N", "L", "<"):
            continue
        if (
            len(items) == 1
            or following == "T"
            or (part is None and before == "T")
            or (part is not None)
        ):
            return index
    return None


def _on_24(hour: int, part: Mapping[str, Any]) -> int | None:
    """The hour of a clock with 24 hours; none if the part of the day has no such hour."""
    if hour > 12:
        return hour
    for start, end, add in part["hours"]:
        if start <= hour <= end:
            return hour + int(add)
    return None
