from datetime import date

import pytest

from greeknews_ner.values.feasts import (
    feast_span,
    nth_weekday,
    orthodox_easter,
    western_easter,
)
from greeknews_ner.values.tables import table


@pytest.mark.parametrize(
    "day",
    [
        *("1940-04-28", "1974-04-14", "1999-04-11", "2000-04-30", "2010-04-04", "2016-05-01"),
        *("2018-04-08", "2019-04-28", "2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16"),
        *("2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02"),
    ],
)
def test_orthodox_easter(day):
    assert orthodox_easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    "day", ["1999-04-04", "2016-03-27", "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20"]
)
def test_western_easter(day):
    assert western_easter(int(day[:4])).isoformat() == day


def test_easter_is_a_sunday():
    assert all(orthodox_easter(year).isoweekday() == 7 for year in range(1583, 2600))
    assert all(western_easter(year).isoweekday() == 7 for year in range(1583, 2600))


def test_every_feast_has_a_day_every_year():
    for feast in table("feasts")["feast"]:
        for year in range(1900, 2101):
            start, end = feast_span(feast, year)
            assert start <= end


def test_nth_weekday():
    assert nth_weekday(2024, 11, 4, 4) == date(2024, 11, 28)
    assert nth_weekday(2024, 9, -1, 7) == date(2024, 9, 29)
    assert nth_weekday(2024, 9, 5, 3) is None
