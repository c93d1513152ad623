"""Dates of publication in the forms that crawlers and feeds leave."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from unicodedata import combining, normalize

from babel.dates import get_month_names

__all__ = ["parse_published"]

_TIME = (
    r"(?:[T ,]+(?:στις |at )?(?P<hour>\d{1,2})[:.]?(?P<minute>\d{2})"
    r"(?::?(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r" ?(?P<half>[AP]M|[πμ]\.?μ\.?)? ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_FORMS = tuple(
    re.compile(form + _TIME + r"\.?", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?:[^\W\d]+,? )?(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})",
        r"(?:[^\W\d]+,? )?(?P<day>\d{1,2})(?:ης?|st|nd|rd|th)? (?P<name>[^\W\d]+)\.?,?"
        r" (?P<year>\d{4})",
        r"(?:[^\W\d]+,? )?(?P<name>[^\W\d]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})",
    )
)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_LATEST_SECONDS = 100_000_000_000


def parse_published(value: object) -> datetime | date | None:
    """Read a date of publication.

    Args:
        value: ISO 8601, ``13/09/2024 14:30`` (day first), RFC 2822, ``13 Σεπτεμβρίου 2024``,
            ``September 13, 2024``, seconds or milliseconds since 1970, or a date already.

    Returns:
        A date where no time is given; a time without a zone stays without one. None if the value
        is none of these or no such day exists.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return _from_epoch(float(value))
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = " ".join(value.split())
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            return _from_parts(found.groupdict())
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_epoch(seconds: float) -> datetime | None:
    if abs(seconds) >= _LATEST_SECONDS:
        seconds /= 1000
    try:
        return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return None


def _from_parts(parts: dict[str, str | None]) -> datetime | date | None:
    name = parts.get("name")
    month = _months().get(_folded(name)) if name else int(parts["month"] or 0)
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    if month is None:
        return None
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        if parts["hour"] is None:
            return date(year, month, day)
        return datetime(
            year,
            month,
            day,
            _hour(int(parts["hour"]), parts["half"]),
            int(parts["minute"] or 0),
            int(parts["second"] or 0),
            int((parts["fraction"] or "0")[:6].ljust(6, "0")),
            tzinfo=_zone(parts["zone"]),
        )
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half[0].lower() in "pμ" else 0)


def _zone(zone: str | None) -> timezone | None:
    if zone is None:
        return None
    if zone.upper() in ("Z", "UTC", "GMT"):
        return timezone.utc
    digits = zone[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone[0] == "-" else offset)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Month names in Greek and English (CLDR), every width and case."""
    table: dict[str, int] = {}
    for locale in ("el", "en"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context=context, locale=locale)
                table |= {_folded(name): month for month, name in names.items()}
    return table


def _folded(name: str) -> str:
    letters = (sign for sign in normalize("NFD", name.lower()) if not combining(sign))
    return "".join(letters).rstrip(".")
