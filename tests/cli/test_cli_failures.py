from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from greeknews_ner.cli.app import app
from tests.gold import FIXTURES

ARTICLE = str(FIXTURES / "articles" / "skai_shoigu_pyongyang.txt")
LINE = re.compile(r"error \[(G\d{3})\]: \S.*\.\n")


def failure(*arguments: str, input: str | None = None) -> str:
    """The code of the error, which must be told in one line and nothing else."""
    result = CliRunner().invoke(app, list(arguments), input=input)
    assert result.exit_code == 2
    found = LINE.fullmatch(result.output)
    assert found, result.output
    return found[1]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "G104"), (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "G105")],
)
@pytest.mark.parametrize("command", ["extract", "render"])
def test_files_that_are_no_text(tmp_path: Path, command: str, content: bytes, code: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    output = ["-o", str(tmp_path / "page.html")] if command == "render" else []
    assert failure(command, str(path), *output) == code


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        ("extract", []),
        ("render", ["-o", "-"]),
        ("report", ["-o", "-"]),
        ("evaluate", []),
    ],
)
def test_a_folder_or_nothing_where_a_file_is_expected(
    tmp_path: Path, command: str, rest: list[str]
) -> None:
    (tmp_path / "folder.iob2").mkdir()
    assert failure(command, str(tmp_path / "folder.iob2"), *rest) == "G102"
    assert failure(command, str(tmp_path / "none.iob2"), *rest) == "G101"


@pytest.mark.parametrize("published", ["yesterday", "13/9/2024", "1726185600", "2024-02-30", ""])
def test_a_date_that_is_none(published: str) -> None:
    assert failure("extract", ARTICLE, "--published", published) == "G110"


def test_a_pipeline_that_is_not_installed() -> None:
    assert failure("extract", ARTICLE, "--model", "el_core_news_xxl") == "G201"


def test_a_type_that_is_none() -> None:
    assert failure("extract", ARTICLE, "--types", "PERSON,HERO") == "G111"


def test_a_field_that_is_none(tmp_path: Path) -> None:
    dump = tmp_path / "in.jsonl"
    dump.write_text("{}\n", "utf-8")
    arguments = ("batch", str(dump), "-o", str(tmp_path / "out.jsonl"))
    assert failure(*arguments, "--fields", "text") == "G114"


def test_a_page_that_cannot_be_written(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("", "utf-8")
    assert failure("report", str(records), "-o", str(tmp_path / "none" / "x.html")) == "G410"


def test_records_that_are_none(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('{"text": "Η Μόσχα"}\n', "utf-8")
    assert failure("report", str(records), "-o", "-") == "G141"


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    gold = tmp_path / "gold.iob2"
    gold.write_text("Αθήνα\n", "utf-8")
    assert failure("evaluate", str(gold)) == "G154"
    assert failure("evaluate", ARTICLE.replace(".txt", "")) == "G153"


def test_an_unexpected_error_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("greeknews_ner.cli.inventory.inventory", broken)
    assert failure("info") == "G900"
    result = CliRunner().invoke(app, ["--debug", "info"])
    assert result.exit_code == 2
    assert "Traceback" in result.output


def test_the_keyboard_stops_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("greeknews_ner.cli.inventory.inventory", stopped)
    result = CliRunner().invoke(app, ["info"])
    assert result.exit_code == 130
    assert "Traceback" not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_from_outside_is_silent() -> None:
    code = (
        # A process that a shell started in the background inherits a deaf ear.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys; sys.argv[1:] = ['names', '-']\n"
        "from greeknews_ner.cli import main\n"
        "print('ready', flush=True)\n"
        "main()"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout is not None
    assert run.stdout.readline() == b"ready\n"
    time.sleep(0.3)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    assert (run.returncode, errors) == (130, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPIPE")
def test_a_reader_that_goes_away_is_no_error() -> None:
    schema = [sys.executable, "-m", "greeknews_ner", "names", *["Σοϊγκού"] * 3000]
    run = subprocess.Popen(schema, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.read(10)
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait() == 141


def test_greek_comes_out_whatever_the_locale_says() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "greeknews_ner", "names", "Σοϊγκού"],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )
    assert "Σοϊγκού" in run.stdout.decode("utf-8")
