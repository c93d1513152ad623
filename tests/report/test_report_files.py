from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from greeknews_ner.errors import GreekNewsError
from greeknews_ner.report import write_text


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
