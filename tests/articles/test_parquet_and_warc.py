"""Parquet and WARC: a row, a page is an article; damage ends a file, not the dump."""

from __future__ import annotations

import gzip
import io
import sys
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from greeknews_ner.articles import Limits, Reject, read_articles, read_items
from greeknews_ner.records import Article
from tests.articles.test_dumps import ATHENS, PAGE, PATRAS

ROWS = [
    {"id": str(n), "maintext": f"{ATHENS} {n}", "date_publish": datetime(2024, 9, 13, 14, n % 60)}
    for n in range(700)
]


def parquet(rows: list[dict[str, Any]]) -> bytes:
    arrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet

    buffer = io.BytesIO()
    pyarrow.parquet.write_table(arrow.Table.from_pylist(rows), buffer)
    return buffer.getvalue()


def code(found: Article | Reject) -> str:
    return found.code if isinstance(found, Reject) else "ok"


@pytest.mark.parametrize("name", ["a.parquet", "a.parquet.gz", "misnamed.jsonl"])
def test_parquet(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = parquet(ROWS)
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    found = list(read_items([path]))
    assert [item.place.record for item in found] == list(range(1, 701))
    assert found[61].content == Article(
        id="61", text=f"{ATHENS} 61", published=datetime(2024, 9, 13, 14, 1)
    )


def test_parquet_of_other_shapes(tmp_path: Path) -> None:
    path = tmp_path / "a.pq"
    path.write_bytes(
        parquet(
            [
                {"story": {"main": ATHENS}, "day": date(2024, 9, 13)},
                {"story": {"main": None}, "day": None},
            ]
        )
    )
    first, second = read_articles(path, fields={"text": "story.main", "published": "day"})
    assert first == Article(text=ATHENS, published=date(2024, 9, 13))
    assert code(second) == "G122"


def test_damaged_parquet(tmp_path: Path) -> None:
    data = bytearray(parquet(ROWS))
    path = tmp_path / "a.parquet"
    path.write_bytes(data[:-50])
    assert [code(found) for found in read_articles(path)] == ["G127"]
    data[4:2000] = bytes(1996)
    path.write_bytes(data)
    assert code(list(read_articles(path))[-1]) == "G127"


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (reject,) = read_articles(path)
    assert isinstance(reject, Reject)
    assert reject.code == "G117"
    assert "greeknews-ner[parquet]" in reject.remedy


TEXT = ATHENS * 3


def warc(gzipped: bool) -> bytes:
    """A crawl with two pages, and what else there is in one."""
    pytest.importorskip("trafilatura")
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    def headers(status: str, kind: str, **more: str) -> StatusAndHeaders:
        fields = [("Content-Type", kind), *((k.replace("_", "-"), v) for k, v in more.items())]
        return StatusAndHeaders(status, fields, protocol="HTTP/1.1")

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzipped)
    page = PAGE.replace("{charset}", "utf-8").encode()
    ok = "200 OK"
    records = [
        ("request", "https://www.skai.gr/1", b"", headers("GET / HTTP/1.1", "")),
        ("response", "https://www.skai.gr/1", page, headers(ok, "text/html; charset=utf-8")),
        ("response", "https://www.skai.gr/x.png", b"\x89PNG", headers(ok, "image/png")),
        ("response", "https://www.skai.gr/no", page, headers("404 Not Found", "text/html")),
        (
            "response",
            "https://www.skai.gr/2",
            gzip.compress(page),
            headers(ok, "text/html", Content_Encoding="gzip"),
        ),
        ("response", "https://www.skai.gr/3", b"<html></html>", headers(ok, "text/html")),
    ]
    for kind, url, body, http in records:
        writer.write_record(
            writer.create_warc_record(url, kind, payload=io.BytesIO(body), http_headers=http)
        )
    writer.write_record(
        writer.create_warc_record(
            "https://www.skai.gr/4",
            "conversion",
            payload=io.BytesIO(TEXT.encode()),
            warc_content_type="text/plain",
        )
    )
    return buffer.getvalue()


@pytest.mark.parametrize("gzipped", [False, True])
def test_warc(tmp_path: Path, gzipped: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if gzipped else "crawl.warc")
    path.write_bytes(warc(gzipped))
    found = list(read_items([path]))
    assert [item.place.record for item in found] == [2, 5, 6, 7]
    first, second, third, fourth = (item.content for item in found)
    for number, article in ((1, first), (2, second)):
        assert isinstance(article, Article)
        assert ATHENS in article.text
        assert PATRAS in article.text
        assert article.title == "Ο Δούκας στο Σύνταγμα"
        assert article.published == date(2024, 9, 13)
        assert article.url == article.id == f"https://www.skai.gr/{number}"
    assert isinstance(third, Reject)
    assert (third.code, third.id) == ("G122", "https://www.skai.gr/3")
    assert fourth == Article(text=TEXT, url="https://www.skai.gr/4")


def test_damaged_warc(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    data = warc(gzipped=False)
    path.write_bytes(data[: data.index(b"WARC/1.0", 3000)] + b"this is no record\r\n" * 9)
    assert code(list(read_articles(path))[-1]) == "G127"
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(gzipped=True)[:-40])
    assert code(list(read_articles(path))[-1]) == "G127"


def test_a_page_without_end(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(warc(gzipped=False))
    assert [code(found) for found in read_articles(path, limits=Limits(article_bytes=100))] == [
        "G107",
        "G107",
        "G122",
        "G107",
    ]


def test_warc_without_warcio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"WARC/1.0\r\n")
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (reject,) = read_articles(path)
    assert isinstance(reject, Reject)
    assert reject.code == "G117"


LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE html [
 <!ENTITY ha "χα">
 <!ENTITY haha "&ha;&ha;&ha;&ha;&ha;&ha;&ha;&ha;&ha;&ha;">
]>
<html><body><p>&haha;</p></body></html>"""


@pytest.mark.parametrize("name", ["a.xml", "a.xhtml", "a.html", "a"])
def test_a_billion_laughs(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for encoding in ("utf-8", "utf-16"):
        path.write_bytes(LAUGHS.encode(encoding))
        assert [code(found) for found in read_articles(path)] == ["G126"]


def test_times_keep_their_zone(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    moment = datetime(2024, 9, 13, 12, tzinfo=timezone.utc)
    path.write_bytes(parquet([{"text": ATHENS, "date": moment}]))
    (article,) = read_articles(path)
    assert isinstance(article, Article)
    assert article.published == moment
