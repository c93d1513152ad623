"""Dumps in every format: what is an article, what is a reject, and where it stands."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.articles import (
    Limits,
    Reject,
    find_inputs,
    parse_fields,
    read_articles,
    read_items,
)
from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Place
from greeknews_ner.articles.opening import lines
from greeknews_ner.errors import InputError
from greeknews_ner.records import Article

ATHENS = "Ο δήμαρχος Αθηναίων Χάρης Δούκας μίλησε στο Σύνταγμα."
PATRAS = "Η Πάτρα υποδέχεται το καρναβάλι."


def jsonl(*records: Any) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def read(path: Path, **options: Any) -> list[Article | Reject]:
    return list(read_articles(path, **options))


def codes(found: list[Article | Reject]) -> list[str]:
    return [entry.code if isinstance(entry, Reject) else "ok" for entry in found]


SHAPES = [
    (
        "news-please",
        {
            "maintext": ATHENS,
            "title": "Τ",
            "date_publish": "2024-09-13",
            "source_domain": "skai.gr",
        },
    ),
    ("trafilatura", {"text": ATHENS, "title": "Τ", "date": "2024-09-13", "hostname": "skai.gr"}),
    (
        "schema.org",
        {
            "articleBody": ATHENS,
            "headline": "Τ",
            "datePublished": "2024-09-13",
            "publisher": {"@type": "Organization", "name": "skai.gr"},
        },
    ),
    (
        "ninjs 2",
        {
            "body_text": ATHENS,
            "headline": "Τ",
            "versioncreated": "2024-09-13",
            "provider": "skai.gr",
        },
    ),
    (
        "ninjs 3",
        {
            "bodies": [{"role": "caption", "value": "άλλο"}, {"role": "main", "value": ATHENS}],
            "headlines": [{"role": "main", "value": "Τ"}],
            "versionCreated": "2024-09-13",
            "provider": {"name": "skai.gr"},
        },
    ),
    (
        "followthemoney",
        {"bodyText": ATHENS, "title": "Τ", "publishedAt": "2024-09-13", "publisher": "skai.gr"},
    ),
    ("Scrapy", {"content": [ATHENS], "title": ["Τ"], "pubDate": "13/09/2024", "site": "skai.gr"}),
    (
        "Greek names",
        {"Κείμενο": ATHENS, "Τίτλος": "Τ", "Ημερομηνία": "13.09.2024", "Πηγή": "skai.gr"},
    ),
]


@pytest.mark.parametrize(("name", "record"), SHAPES, ids=[name for name, _ in SHAPES])
def test_known_field_names(tmp_path: Path, name: str, record: dict[str, Any]) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(jsonl(record))
    assert read(path) == [
        Article(text=ATHENS, title="Τ", published=date(2024, 9, 13), source="skai.gr")
    ]


def test_fields_by_mapping(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(jsonl({"text": "όχι αυτό", "data": {"τα": [{"x": ATHENS}]}, "n": 7}))
    fields = parse_fields("text=data.τα.0.x, id=n")
    assert read(path, fields=fields) == [Article(text=ATHENS, id="7")]


@pytest.mark.parametrize("spec", ["", "text", "text=", "κείμενο=x", "text=a,,"])
def test_bad_mappings(spec: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_fields(spec)
    assert caught.value.code == "G114"


BAD_LINES = [
    (b'{"text": "\xce\x91', "G120"),
    (b"[1, 2]", "G121"),
    (b'"' + ATHENS.encode() + b'"', "G121"),
    (b"null", "G121"),
    (b"{}", "G122"),
    (b'{"title": "x", "text": 5}', "G122"),
    (b'{"text": "  "}', "G123"),
    (b'{"text": "' + b"x" * 600 + b'"}', "G124"),
    (b'{"text": "' + b"x" * 300 + b'"}', "G125"),
    (b"[" * 450, "G120"),
    (b'{"text": ' + b"9" * 450 + b"}", "G122"),
    (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 20, "G120"),
]


def test_bad_lines_are_rejects_and_cost_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    good = jsonl({"text": ATHENS})
    path.write_bytes(b"".join(good + line + b"\n" for line, _ in BAD_LINES) + b"\n \n" + good)
    found = list(read_items([path], limits=Limits(line_bytes=500, article_chars=200)))
    kinds = codes([item.content for item in found])
    assert kinds == [kind for _, code in BAD_LINES for kind in ("ok", code)] + ["ok"]
    places = [item.place for item in found]
    assert places == [Place(str(path), n) for n in (*range(1, 2 * len(BAD_LINES) + 1), 27)]
    for item in found:
        if isinstance(item.content, Reject):
            assert item.content.reason.endswith(".")
            assert item.content.remedy.endswith(".")


def test_a_bad_date_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(jsonl({"text": ATHENS, "date": "κάποτε"}, {"text": ATHENS, "date": ""}))
    first, second = read_items([path])
    assert first.content == second.content == Article(text=ATHENS)
    assert "κάποτε" in first.warnings[0]
    assert not second.warnings


def test_title_alone_is_an_article() -> None:
    item = article_item({"text": "", "title": "Έκτακτο"}, Place("-"), None, Limits())
    assert item.content == Article(text="", title="Έκτακτο")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1253"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.txt"])
def test_encodings(tmp_path: Path, encoding: str, name: str) -> None:
    content = {
        "a.jsonl": json.dumps({"text": ATHENS}, ensure_ascii=False) + "\n",
        "a.json": json.dumps([{"text": ATHENS}], ensure_ascii=False),
        "a.csv": f"id,text\n1,{ATHENS}\n",
        "a.txt": ATHENS,
    }[name]
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.text == ATHENS


@pytest.mark.parametrize(
    ("suffix", "compress"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_compressed(tmp_path: Path, suffix: str, compress: Any) -> None:
    data = jsonl(*({"text": f"{ATHENS} {n}"} for n in range(2000)))
    path = tmp_path / f"dump.jsonl{suffix}"
    path.write_bytes(compress(data))
    assert codes(read(path)) == ["ok"] * 2000
    # Cut off in the middle: what could be unpacked is read, the rest is one reject.
    path.write_bytes(compress(data)[:-20])
    assert codes(read(path))[-1] == "G127"


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 40_000_000))
    assert codes(read(path)) == ["G128"]


def test_json_shapes(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    one, two = {"text": ATHENS}, {"text": PATRAS}
    for value in ([one, two], {"articles": [one, two]}):
        path.write_text(json.dumps(value, indent=2), encoding="utf-8")
        assert [article.text for article in read(path) if isinstance(article, Article)] == [
            ATHENS,
            PATRAS,
        ]
    path.write_text(json.dumps(one, indent=2), encoding="utf-8")
    assert read(path) == [Article(text=ATHENS)]
    path.write_text("[]", encoding="utf-8")
    assert read(path) == []


def test_a_large_array_is_read_piece_by_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    records = [{"id": n, "text": f'{ATHENS}[]{{}}"\\ ' * (n % 7 * 100 + 1)} for n in range(300)]
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    assert [article.id for article in read(path) if isinstance(article, Article)] == [
        str(n) for n in range(300)
    ]


@pytest.mark.parametrize(
    "damage", ['[{"text": "α"}, {"te', '[{"text": "α"} {"text": "β"}]', '[{"text": "α"},']
)
def test_damaged_json(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(damage, encoding="utf-8")
    assert codes(read(path)) == ["ok", "G120"]


def test_json_lines_under_the_name_json(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(jsonl({"text": ATHENS}) + b"{broken\n" + jsonl({"text": PATRAS}))
    assert codes(read(path)) == ["ok", "G120", "ok"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(["id", "headline", "body", "date"])
    writer.writerow(["1", 'Ο "Θρύλος"', f"{ATHENS}\n{PATRAS}, ; | \t", "13/09/2024"])
    writer.writerow(["2", "", "x" * 200_000, ""])
    writer.writerow(["3", "α", "β", "γ", "δ"])
    writer.writerow([])
    writer.writerow(["4", "μόνο τίτλος"])
    path.write_text(buffer.getvalue(), encoding="utf-8")
    first, second, third, fourth = read(path)
    assert first == Article(
        id="1",
        title='Ο "Θρύλος"',
        text=f"{ATHENS}\n{PATRAS}, ; | \t",
        published=date(2024, 9, 13),
    )
    assert isinstance(second, Article)
    assert codes([third, fourth]) == ["G129", "G122"]
    assert isinstance(third, Reject)
    assert third.record == 5


def test_folders_globs_and_order(tmp_path: Path) -> None:
    (tmp_path / "β").mkdir()
    for name in ("2.txt", "1.txt", "β/3.txt.gz", "image.png"):
        data = f"{ATHENS} {name}".encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert [Path(file).name for file in find_inputs([tmp_path])] == ["1.txt", "2.txt", "3.txt.gz"]
    assert [Path(file).name for file in find_inputs([tmp_path / "*.txt"])] == ["1.txt", "2.txt"]
    assert [article.id for article in read(tmp_path) if isinstance(article, Article)] == [
        "1",
        "2",
        "3",
    ]


def test_inputs_that_are_not_there(tmp_path: Path) -> None:
    for entry, code in [("λείπει.jsonl", "G101"), ("*.jsonl", "G116"), (".", "G116")]:
        with pytest.raises(InputError) as caught:
            read_items([tmp_path / entry])
        assert caught.value.code == code
    with pytest.raises(InputError) as caught:
        read_items([tmp_path], format="docx")
    assert caught.value.code == "G115"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (jsonl({"text": ATHENS}), json.dumps([{"text": ATHENS}]).encode(), ATHENS.encode()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
        (article,) = read_articles("-")
        assert isinstance(article, Article)
        assert article.text == ATHENS


PAGE = f"""<!DOCTYPE html><html lang="el"><head><meta charset="{{charset}}">
<title>Ο Δούκας στο Σύνταγμα | skai.gr</title>
<meta property="og:title" content="Ο Δούκας στο Σύνταγμα">
<meta property="article:published_time" content="2024-09-13T14:30:00+03:00">
<link rel="canonical" href="https://www.skai.gr/news/1"></head><body>
<nav><a href="/">Αρχική</a><a href="/politics">Πολιτική</a></nav>
<article><h1>Ο Δούκας στο Σύνταγμα</h1>
<p>{ATHENS}
Χιλιάδες κάτοικοι τον άκουσαν να υπόσχεται περισσότερο πράσινο και λιγότερα αυτοκίνητα.</p>
<p>{PATRAS}
Ο δήμαρχος Πατρέων Κώστας Πελετίδης περιμένει φέτος πάνω από εκατό χιλιάδες επισκέπτες.</p>
</article><footer>© 2024 skai.gr</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso8859-7", "cp1253"])
def test_html(tmp_path: Path, encoding: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.replace("{charset}", encoding).encode(encoding))
    (article,) = read(path)
    assert isinstance(article, Article)
    assert ATHENS in article.text
    assert PATRAS in article.text
    assert "Αρχική" not in article.text
    assert article.title == "Ο Δούκας στο Σύνταγμα"
    assert article.published == date(2024, 9, 13)
    assert article.source == "skai.gr"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    assert codes(read(path)) == ["G122"]


def test_html_without_trafilatura(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page"
    path.write_text(PAGE, encoding="utf-8")
    (reject,) = read(path)
    assert isinstance(reject, Reject)
    assert reject.code == "G118"
    assert "pip install" in reject.remedy


@given(st.binary(max_size=200), st.integers(1, 50), st.integers(1, 30))
def test_lines_are_split_as_bytes_does(data: bytes, size: int, limit: int) -> None:
    pieces = (data[start : start + size] for start in range(0, len(data), size))
    expected = data.split(b"\n")
    if not expected[-1]:
        expected.pop()
    assert list(lines(pieces, limit)) == [line if len(line) <= limit else None for line in expected]


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["text", "title", "date", "value", "role", "id"]), inner),
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_an_article_or_a_reject(record: object) -> None:
    item = article_item(record, Place("a", 1), None, Limits())
    assert isinstance(item.content, (Article, Reject))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_in_any_format(data: bytes) -> None:
    from greeknews_ner.articles.formats import FORMATS

    for entry in FORMATS:
        for item in entry.read(iter([data]), "a", None, Limits()):
            assert isinstance(item.content, (Article, Reject))
