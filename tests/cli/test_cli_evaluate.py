from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from greeknews_ner import Extractor
from greeknews_ner.cli.app import app

GOLD = """Ο O
Σεργκέι B-PERSON
Σοϊγκού I-PERSON
έφτασε O
στην O
Πιονγκγιάνγκ B-GPE
. O

Η O
Μόσχα B-GPE
σιωπά O
. O
"""


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> str:
    monkeypatch.setattr("greeknews_ner.models.load_pipeline", lambda model: extractor.nlp)
    path = tmp_path / "gold.iob2"
    path.write_text(GOLD, "utf-8")
    return str(path)


def invoke(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["evaluate", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_scores_as_json(gold: str, tmp_path: Path) -> None:
    train = tmp_path / "train.iob2"
    train.write_text("Η O\nΜόσχα B-GPE\n", "utf-8")
    drawing = tmp_path / "reliability.svg"
    output = invoke(
        gold,
        "--train",
        str(train),
        "--capitals",
        "--dedup-against",
        str(train),
        "--bootstrap",
        "20",
        "--reliability",
        str(drawing),
    )
    report = json.loads(output)
    assert report["sentences"] == 2
    assert report["dropped"] == 0
    assert report["micro"]["gold"] == 3
    assert report["micro"]["interval"]
    assert report["unseen"]["gold"] == 2
    assert report["capitals"]["micro"]["gold"] == 3
    assert 0 <= report["calibration"]["ece"] <= 1
    assert drawing.read_text("utf-8").startswith("<svg")


def test_scores_as_a_table(gold: str) -> None:
    table = invoke(gold, "--table", "--bootstrap", "0", "--types", "person,gpe")
    for words in ("PERSON", "GPE", "micro", "macro", "expected calibration error", "words/s"):
        assert words in table


@pytest.mark.parametrize("tables", [["--lexicon"], ["--no-lexicon"]])
def test_names(tmp_path: Path, tables: list[str]) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("Μητσοτάκης\tMitsotakis\tperson\nΣοϊγκού\tXyz\tperson\n", "utf-8")
    options = [option for option in tables if option != "--lexicon"]
    report = json.loads(invoke(str(path), *options))
    assert report["overall"]["accuracy"] == 0.5
    assert report["lexicon"] is ("--no-lexicon" not in options)
    assert [miss["greek"] for miss in report["wrong"]] == ["Σοϊγκού"]
    table = invoke(str(path), "--table", *options)
    assert "Acc@1" in table
    assert "Xyz" in table


def test_info_lists_pipelines_and_tables_with_licences() -> None:
    result = CliRunner().invoke(app, ["info"])
    found = json.loads(result.output)
    small = found["models"][0]
    assert small["name"] == "small"
    assert small["licence"] == "CC BY-NC-SA 4.0"
    assert 0 < small["megabytes"] <= 15.5
    assert found["packages"]["spacy"]
    assert all(table["rows"] and table["licence"] for table in found["tables"])
    table = CliRunner().invoke(app, ["info", "--table"]).output
    assert "CC BY-NC-SA 4.0" in table


@pytest.mark.parametrize(("indent", "lines"), [("0", 1), ("2", 100)])
def test_the_schema_is_json(indent: str, lines: int) -> None:
    result = CliRunner().invoke(app, ["schema", "--indent", indent])
    schema = json.loads(result.output)
    assert schema["title"] == "Extraction"
    assert len(result.output.splitlines()) >= lines
