from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from greeknews_ner import names
from greeknews_ner.cli.app import app


def invoke(*arguments: str, input: str | None = None) -> str:
    result = CliRunner().invoke(app, ["names", *arguments], input=input)
    assert result.exit_code == 0, result.output
    return result.output


def test_json_lines_when_piped() -> None:
    lines = [json.loads(line) for line in invoke("Σοϊγκού", "Κυριάκου Μητσοτάκη").splitlines()]
    assert [line["name"] for line in lines] == ["Σοϊγκού", "Κυριάκου Μητσοτάκη"]
    assert lines[0]["english"] == names.to_english("Σοϊγκού").english
    assert lines[1]["nominative"] == names.to_nominative("Κυριάκου Μητσοτάκη")
    assert lines[1]["elot743"] == names.to_elot743("Κυριάκου Μητσοτάκη")
    assert "steps" not in lines[0]


def test_without_tables() -> None:
    line = json.loads(invoke("Σοϊγκού", "--no-lexicon"))
    assert line["method"] != "lexicon"
    assert line["english"] == names.to_english("Σοϊγκού", lexicon=False).english


def test_the_type_decides() -> None:
    line = json.loads(invoke("Σοϊγκού", "--type", "person"))
    assert line["english"] == names.to_english("Σοϊγκού", type="PERSON").english


def test_the_steps() -> None:
    [line] = invoke("Σοϊγκού", "--why").splitlines()
    assert json.loads(line)["steps"] == [
        step.model_dump() for step in names.explain("Σοϊγκού").steps
    ]


def test_a_table_for_people() -> None:
    table = invoke("Σοϊγκού", "--why", "--table")
    assert "Shoigu" in table
    assert "ELOT" in table


def test_names_from_standard_input() -> None:
    lines = invoke("-", input="Σοϊγκού\n\nΜόσχα\n").splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["Σοϊγκού", "Μόσχα"]


@pytest.mark.parametrize("name", ["", " ", "123", "John", "!", "Ω" * 5000, "[red]Χ[/red]"])
def test_strange_names_are_rendered_too(name: str) -> None:
    assert json.loads(invoke("--", name))["name"] == name
    invoke("--table", "--why", "--", name)
