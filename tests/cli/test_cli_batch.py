"""``batch`` on the command line: forms, limits, progress, exit status."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import spacy
from typer.testing import CliRunner, Result

from greeknews_ner.batch import BatchSummary
from greeknews_ner.cli.app import app
from greeknews_ner.cli.progress import line_of, plain_lines

GOOD = [{"id": str(n), "text": f"Στις {n} Μαΐου πλήρωσε {n} ευρώ."} for n in range(1, 10)]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.jsonl"
    path.write_text("\n".join(map(json.dumps, GOOD)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command, with the whole pipeline but for the trained parts."""
    spacy.blank("el").to_disk(tmp_path / "plain")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["batch", *arguments, "--model", str(tmp_path / "plain")])

    return run


def test_all_is_well(batch: Callable[..., Result], dump: Path) -> None:
    done = batch(str(dump), "-o", "out.jsonl", "--summary", "summary.json")
    assert done.exit_code == 0, done.output
    figures = json.loads(Path("summary.json").read_text("utf-8"))
    assert (figures["read"], figures["written"], figures["rejected"]) == (9, 9, 0)
    assert figures["articles_per_second"] > 0
    assert figures["words_per_second"] > 0
    assert "9 articles" in done.stderr


def test_some_are_rejected(batch: Callable[..., Result], dump: Path) -> None:
    with dump.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    done = batch(str(dump), "-o", "out.jsonl", "--rejects", "bad.jsonl", "--quiet")
    assert done.exit_code == 1
    assert done.stderr == ""
    assert json.loads(Path("bad.jsonl").read_text("utf-8"))["code"] == "G120"


def test_forms_by_name(batch: Callable[..., Result], dump: Path) -> None:
    assert batch(str(dump), "-o", "records", "--format", "sqlite", "-q").exit_code == 0
    with closing(sqlite3.connect("records")) as database:
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (9,)
    assert batch(str(dump), "-o", "o.ftm.json", "-q").exit_code == 0
    first = json.loads(Path("o.ftm.json").read_text("utf-8").splitlines()[0])
    assert first["schema"] == "Article"
    done = batch(str(dump), "-o", "o", "--format", "docx")
    assert (done.exit_code, "G405" in done.stderr) == (2, True)
    done = batch(str(dump), "-o", "o.csv", "--partition", "day")
    assert (done.exit_code, "G408" in done.stderr) == (2, True)


def test_parted_parquet(batch: Callable[..., Result], dump: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    assert batch(str(dump), "-o", "o.parquet", "--partition", "month", "-q").exit_code == 0
    assert dataset.dataset("o.parquet/articles").count_rows() == 9


def test_inputs_by_format_and_limits(batch: Callable[..., Result], dump: Path) -> None:
    other = dump.rename(dump.with_suffix(".txt"))
    done = batch(str(other), "-o", "o.jsonl", "--input-format", "jsonl", "-q")
    assert done.exit_code == 0
    assert len(Path("o.jsonl").read_text("utf-8").splitlines()) == 9
    arguments = ("--input-format", "jsonl", "--limit", "article_chars=10", "-q")
    assert batch(str(other), "-o", "o.jsonl", *arguments).exit_code == 1
    assert len(Path("o.rejects.jsonl").read_text("utf-8").splitlines()) == 9
    done = batch(str(other), "-o", "o.jsonl", "--limit", "height=10")
    assert (done.exit_code, "G113" in done.stderr) == (2, True)


def test_a_cluster_cannot_be_resumed(batch: Callable[..., Result], dump: Path) -> None:
    done = batch(str(dump), "-o", "o.jsonl", "--engine", "ray", "--resume")
    assert done.exit_code == 2
    assert "cannot be resumed" in done.stderr


FIGURES = BatchSummary(
    read=1500, written=1490, rejected=10, words=300_000, seconds=100.0, resumed=500, share=0.25
)


def test_the_line_for_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert line_of(FIGURES) == (
        "25 %, 1,500 articles, 10 rejected, 10.0 articles/s, 2,000 words/s, 0:07:30 left"
    )
    piped = FIGURES.model_copy(update={"share": None})
    assert line_of(piped) == "1,500 articles, 10 rejected, 10.0 articles/s, 2,000 words/s"
    plain_lines(seconds=3600.0)(FIGURES)
    assert capsys.readouterr().err == ""
    plain_lines(seconds=0.0)(FIGURES)
    assert capsys.readouterr().err == line_of(FIGURES) + "\n"


def test_the_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    from greeknews_ner.cli.progress import progress_shown

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    with progress_shown(quiet=False) as show:
        assert show is not None
        show(FIGURES)
    assert "1,500 articles" in terminal.getvalue()
    with progress_shown(quiet=True) as show:
        assert show is None
