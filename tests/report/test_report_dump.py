from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from greeknews_ner.records import Extraction
from greeknews_ner.report import dump as dump_module
from greeknews_ner.report import render_dump, summarise
from greeknews_ner.report.timeline import month_range, timeline_svg
from tests.gold import GOLD_ARTICLES, GoldArticle
from tests.report.samples import extraction_of
from tests.report.test_report_article import Page


def person(name: str, english: str, count: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "type": "PERSON",
        "name": name,
        "mention_count": count,
        "score": 1,
        "salience": 1,
        "english": {"english": english, "method": "lexicon", "score": 1},
        **more,
    }


def record(published: str | None, *entities: dict[str, Any], **article: Any) -> Extraction:
    return Extraction.model_validate(
        {
            "article": {"published": published, **article},
            "model": {"name": "small", "version": "1"},
            "entities": entities,
            "mentions": [
                {
                    "text": "Χ",
                    "start": 2 * number,
                    "end": 2 * number + 1,
                    "type": "PERSON",
                    "score": 1,
                    "nominative": "Χ",
                    "sentence": 0,
                    "entity": entity["id"],
                }
                for entity in entities
                for number in range(entity["mention_count"])
            ],
        }
    )


SHOIGU = person("Σεργκέι Σοϊγκού", "Sergei Shoigu", 3)
PUTIN = person("Βλαντίμιρ Πούτιν", "Vladimir Putin")


def data_of(page: str) -> Any:
    [found] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    return json.loads(found)


def test_names_are_counted_once_an_article() -> None:
    summary = summarise(
        [
            record("2024-09-13", SHOIGU, PUTIN),
            record("2024-11-02", PUTIN),
            record(None, {**PUTIN, "name": "ΒΛΑΝΤΙΜΙΡ ΠΟΥΤΙΝ"}),
        ]
    )
    first, second = summary.ranked()
    assert first.names.most_common() == [("Βλαντίμιρ Πούτιν", 2), ("ΒΛΑΝΤΙΜΙΡ ΠΟΥΤΙΝ", 1)]
    assert (first.articles, first.mentions) == (3, 3)
    assert (first.first, first.last) == ("2024-09-13", "2024-11-02")
    assert (second.articles, second.mentions) == (1, 3)
    assert summary.articles == 3
    assert summary.undated == 1
    assert summary.months == {"2024-09": 1, "2024-11": 1}
    assert summary.mentions == {"PERSON": 6}


def test_a_register_joins_what_is_written_differently() -> None:
    known = {"ids": {"wikidata": "Q193834"}}
    summary = summarise(
        [
            record("2024-09-13", person("Σεργκέι Σοϊγκού", "Sergei Shoigu", **known)),
            record("2024-09-14", person("Σεργκέι Σόιγκου", "Sergei Shoigu", **known)),
        ]
    )
    assert [row.articles for row in summary.ranked()] == [2]


def test_two_entities_of_one_name_are_one_article() -> None:
    twice = {**PUTIN, "id": "other"}
    [row] = summarise([record("2024-09-13", PUTIN, twice)]).ranked()
    assert (row.articles, row.mentions) == (1, 2)


def test_the_page_holds_what_was_counted() -> None:
    records = [
        extraction_of(gold, title=f"Τίτλος {gold.name}", url=f"https://news.example/{gold.name}")
        for gold in GOLD_ARTICLES
    ]
    summary = summarise(records)
    page = render_dump(summary, "Σεπτέμβριος")
    parsed = Page(page)
    assert parsed.open == []
    assert parsed.addresses == []
    assert "<title>Σεπτέμβριος</title>" in page
    rows = {row["name"]: row for row in data_of(page)["rows"]}
    assert rows["Σεργκέι Σοϊγκού"]["english"] == "Sergei Shoigu"
    assert rows["Σεργκέι Σοϊγκού"]["mentions"] == 3
    assert rows["Σεργκέι Σοϊγκού"]["samples"] == [
        ["Τίτλος skai_shoigu_pyongyang", "2024-09-13", "https://news.example/skai_shoigu_pyongyang"]
    ]
    assert len(rows) == len(summary.rows)


def test_records_cannot_smuggle_in_scripts() -> None:
    evil = person("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    page = render_dump(
        summarise([record("2024-09-13", evil, url="javascript:alert(1)", title="<b>")]), "<i>"
    )
    parsed = Page(page)
    assert parsed.open == []
    assert parsed.scripts == 2
    assert parsed.addresses == []
    [row] = data_of(page)["rows"]
    assert row["name"] == "</script><script>alert(1)</script>"
    assert row["samples"] == [["<b>", "2024-09-13", ""]]


def test_a_long_list_says_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump_module, "LISTED", 1)
    page = render_dump(summarise([record("2024-09-13", SHOIGU, PUTIN)]))
    assert "2, the 1 in most articles" in page
    assert len(data_of(page)["rows"]) == 1


def test_an_empty_dump() -> None:
    page = render_dump(summarise([]))
    assert "No article has a date." in page
    assert data_of(page)["rows"] == []


@pytest.mark.parametrize(
    ("months", "axis"),
    [
        ({}, []),
        ({"2024-09": 1}, ["2024-09"]),
        ({"2023-11": 1, "2024-02": 2}, ["2023-11", "2023-12", "2024-01", "2024-02"]),
        ({"0001-01": 1, "2024-02": 2}, ["0001-01", "2024-02"]),
    ],
)
def test_the_axis_has_every_month(months: dict[str, int], axis: list[str]) -> None:
    assert month_range(months) == axis
    assert timeline_svg(months).count("<rect") == len(months)


def test_the_day_of_a_moment_counts(shoigu: GoldArticle) -> None:
    summary = summarise([record("2024-09-13T23:30:00+03:00", SHOIGU)])
    assert summary.ranked()[0].first == date(2024, 9, 13).isoformat()
