from __future__ import annotations

import gzip
import os
import stat
import sys
from pathlib import Path

import pytest

from greeknews_ner.errors import GreekNewsError, InputError
from greeknews_ner.report import read_records, write_text
from tests.gold import GOLD_ARTICLES
from tests.report.samples import extraction_of

RECORDS = [extraction_of(gold) for gold in GOLD_ARTICLES]
LINES = "".join(record.model_dump_json() + "\n" for record in RECORDS)


@pytest.mark.parametrize("content", [LINES, "\ufeff" + LINES, LINES.replace("\n", "\r\n\r\n")])
def test_records_are_read_back(tmp_path: Path, content: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(content.encode())
    assert list(read_records(path)) == RECORDS


def test_packed_records_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    assert list(read_records(path)) == RECORDS


def test_one_indented_record_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(RECORDS[0].model_dump_json(indent=2), "utf-8")
    assert list(read_records(path)) == RECORDS[:1]


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(LINES + '{"text": "Η Μόσχα"}\n', "utf-8")
    with pytest.raises(InputError, match=f"Line {len(RECORDS) + 1} ") as caught:
        list(read_records(path))
    assert caught.value.code == "G161"


@pytest.mark.parametrize(("name", "code"), [("", "G102"), ("none.jsonl", "G101")])
def test_what_is_no_file(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_records(tmp_path / name))
    assert caught.value.code == code


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", "utf-8")
    write_text("νέο\n", path)
    assert path.read_bytes() == "νέο\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_text("half \ud800", path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_a_page_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_text("x", tmp_path / "page.html")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o644


@pytest.mark.parametrize("name", ["", "none/page.html"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(GreekNewsError) as caught:
        write_text("x", tmp_path / name)
    assert caught.value.code == "G410"


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    write_text("σελίδα", "-")
    assert capsys.readouterr().out == "σελίδα"
