from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import greeknews_ner
from greeknews_ner import Extraction, Extractor
from greeknews_ner.cli.app import app
from tests.gold import FIXTURES, GoldArticle

ARTICLE = FIXTURES / "articles" / "skai_shoigu_pyongyang.txt"


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """Load the pipeline once for all commands of this module; options still make an extractor."""

    def load(model: str, **options: object) -> Extractor:
        assert model == "small"
        return greeknews_ner.load(extractor.nlp, **{"name": "small", **options})

    monkeypatch.setattr("greeknews_ner.extractor.load", load)


def invoke(*arguments: str, input: str | None = None) -> str:
    result = CliRunner().invoke(app, list(arguments), input=input)
    assert result.exit_code == 0, result.output
    return result.output


def test_json_is_what_the_library_gives(extractor: Extractor, shoigu: GoldArticle) -> None:
    output = invoke("extract", str(ARTICLE), "--published", "2024-09-13", "--title", "Στη Μόσχα")
    expected = extractor.extract(shoigu.text, title="Στη Μόσχα", published=date(2024, 9, 13))
    assert Extraction.model_validate_json(output) == expected
    assert output.count("\n") == 1


def test_standard_input(extractor: Extractor, shoigu: GoldArticle) -> None:
    output = invoke("extract", "-", input=shoigu.text)
    assert Extraction.model_validate_json(output) == extractor.extract(shoigu.text)


def test_a_table_for_people() -> None:
    table = invoke("extract", str(ARTICLE), "--published", "2024-09-13T08:00", "--table")
    for words in ("Σεργκέι Σοϊγκού", "Sergei Shoigu", "North Korea", "2024-09-13", "GPE"):
        assert words in table


def test_types_are_chosen_in_any_letter_case() -> None:
    output = invoke("extract", str(ARTICLE), "--types", "person, GPE")
    assert {m["type"] for m in json.loads(output)["mentions"]} == {"PERSON", "GPE"}


def test_furniture_is_kept_on_demand() -> None:
    kept = json.loads(invoke("extract", str(ARTICLE), "--keep-boilerplate"))
    assert "boilerplate" in {m["zone"] for m in kept["mentions"]}


@pytest.mark.parametrize(
    ("content", "warning"), [(b"Nothing Greek here.", "no Greek"), (" \u200b\n".encode(), "")]
)
def test_nothing_to_find_is_a_result(tmp_path: Path, content: bytes, warning: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    for arguments in (["--json"], ["--table"]):
        assert warning in invoke("extract", str(path), *arguments)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1253", "iso8859-7"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("Ο Σοϊγκού έφτασε στη Μόσχα, είπε ο υπουργός Άμυνας.".encode(encoding))
    mentions = json.loads(invoke("extract", str(path)))["mentions"]
    assert [m["text"] for m in mentions] == ["Σοϊγκού", "Μόσχα"]


def test_nul_and_other_controls(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("Ο Σοϊγκού\x00 έφτασε\x07 στη Μόσχα.".encode())
    assert "Μόσχα" in invoke("extract", str(path))


def test_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    invoke("render", str(ARTICLE), "-o", str(page), "--title", "Στη Μόσχα ο Σοϊγκού")
    text = page.read_text("utf-8")
    assert "<title>Στη Μόσχα ο Σοϊγκού</title>" in text
    assert "Kim Jong Un" in text


def test_a_dump_and_its_report(tmp_path: Path, extractor: Extractor) -> None:
    dump, records, page = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "page.html"))
    texts = ["Ο Σοϊγκού έφτασε στη Μόσχα.", "Η Αθήνα και η Μόσχα σιωπούν."]
    dump.write_text("".join(json.dumps({"κείμενο": text}) + "\n" for text in texts), "utf-8")
    invoke("batch", str(dump), "-o", str(records), "--fields", "text=κείμενο", "--quiet")
    lines = records.read_text("utf-8").splitlines()
    found = [Extraction.model_validate_json(line) for line in lines]
    assert [one.mentions for one in found] == [extractor.extract(text).mentions for text in texts]
    invoke("report", str(records), "-o", str(page))
    assert "Moscow" in page.read_text("utf-8")


def test_rejects_are_told_by_the_exit_status(tmp_path: Path) -> None:
    dump, records, rejects = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "bad.jsonl"))
    dump.write_text('{"text": "Η Μόσχα σιωπά."}\nno JSON\n', "utf-8")
    arguments = ["batch", str(dump), "-o", str(records), "--rejects", str(rejects)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "1 rejected" in result.output
    assert len(records.read_text("utf-8").splitlines()) == 1
    [reject] = rejects.read_text("utf-8").splitlines()
    assert json.loads(reject)["record"] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_terminal_gets_the_table() -> None:
    import pty

    controller, terminal = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "greeknews_ner", "extract", str(ARTICLE)],
        stdout=terminal,
        stderr=subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C", "COLUMNS": "120", "TERM": "xterm"},
    )
    os.close(terminal)
    output = b""
    while True:
        try:
            piece = os.read(controller, 65536)
        except OSError:  # Linux tells the end of a pseudo-terminal by EIO.
            break
        if not piece:
            break
        output += piece
    os.close(controller)
    assert run.wait() == 0
    assert "Σεργκέι Σοϊγκού" in output.decode("utf-8")
    assert "Sergei Shoigu" in output.decode("utf-8")
    assert b"\x1b[" in output
