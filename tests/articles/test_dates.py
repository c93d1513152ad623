"""Dates of publication as crawlers and feeds write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.articles.dates import parse_published

ATHENS_SUMMER = timezone(timedelta(hours=3))
TABLE = [
    ("2024-09-13", date(2024, 9, 13)),
    ("2024-09-13T14:30:00", datetime(2024, 9, 13, 14, 30)),
    ("2024-09-13 14:30", datetime(2024, 9, 13, 14, 30)),
    ("2024-09-13T14:30:05.1234567Z", datetime(2024, 9, 13, 14, 30, 5, 123456, timezone.utc)),
    ("2024-09-13T14:30:00+03:00", datetime(2024, 9, 13, 14, 30, tzinfo=ATHENS_SUMMER)),
    ("2024-09-13T14:30:00+0300", datetime(2024, 9, 13, 14, 30, tzinfo=ATHENS_SUMMER)),
    ("20240913", date(2024, 9, 13)),
    ("20240913T143000Z", datetime(2024, 9, 13, 14, 30, tzinfo=timezone.utc)),
    ("2024/9/3", date(2024, 9, 3)),
    ("13/09/2024 14:30", datetime(2024, 9, 13, 14, 30)),
    ("13/09/2024, 14.30", datetime(2024, 9, 13, 14, 30)),
    ("13.9.2024", date(2024, 9, 13)),
    ("03-04-2024", date(2024, 4, 3)),
    ("13/09/24", date(2024, 9, 13)),
    ("31/12/99", date(1999, 12, 31)),
    ("Παρασκευή, 13/09/2024", date(2024, 9, 13)),
    ("13 Σεπτεμβρίου 2024", date(2024, 9, 13)),
    ("13 ΣΕΠΤΕΜΒΡΙΟΥ 2024, 14:30", datetime(2024, 9, 13, 14, 30)),
    ("Παρασκευή 13 Σεπτεμβρίου 2024", date(2024, 9, 13)),
    ("1η Μαΐου 2025", date(2025, 5, 1)),
    ("5 Ιουν 2023", date(2023, 6, 5)),
    ("September 13, 2024", date(2024, 9, 13)),
    ("13 Sep 2024", date(2024, 9, 13)),
    ("13/09/2024 2:30 μ.μ.", datetime(2024, 9, 13, 14, 30)),
    ("13/09/2024 12:30 πμ", datetime(2024, 9, 13, 0, 30)),
    ("Fri, 13 Sep 2024 14:30:00 +0300", datetime(2024, 9, 13, 14, 30, tzinfo=ATHENS_SUMMER)),
    (1726227000, datetime(2024, 9, 13, 11, 30, tzinfo=timezone.utc)),
    (1726227000000, datetime(2024, 9, 13, 11, 30, tzinfo=timezone.utc)),
    ("1726227000", datetime(2024, 9, 13, 11, 30, tzinfo=timezone.utc)),
    (date(2024, 9, 13), date(2024, 9, 13)),
]


@pytest.mark.parametrize(("value", "expected"), TABLE)
def test_forms(value: object, expected: object) -> None:
    assert parse_published(value) == expected
    assert type(parse_published(value)) is type(expected)


NONE = ["", "χθες", "31/02/2024", "2024-13-01", "12:30", "13/9", "99999999999999999999", "x" * 5000]
NONE_VALUES = [None, True, [], {}, float("nan"), float("inf"), 1e30, *NONE]


@pytest.mark.parametrize("value", NONE_VALUES, ids=repr)
def test_what_is_no_date(value: object) -> None:
    assert parse_published(value) is None


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.binary()))
def test_nothing_raises(value: object) -> None:
    assert parse_published(value) is None or isinstance(parse_published(value), date)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
def test_iso_round_trip(moment: datetime) -> None:
    assert parse_published(moment.isoformat()) == moment
    assert parse_published(moment.strftime("%d/%m/%Y %H:%M:%S")) == moment.replace(microsecond=0)
