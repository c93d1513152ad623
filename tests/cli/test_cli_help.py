from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from greeknews_ner import __version__
from greeknews_ner.cli.app import app

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
GROUP = typer.main.get_command(app)
COMMANDS = dict(GROUP.commands)  # type: ignore[attr-defined]
OPTIONS = [
    (name, parameter)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if parameter.name != "help"
]


def test_the_commands_are_those_of_the_design() -> None:
    assert set(COMMANDS) == {
        "extract",
        "batch",
        "boilerplate",
        "names",
        "evaluate",
        "report",
        "render",
        "info",
        "schema",
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"## {name}" in DOCS
    assert f"greeknews-ner {name}" in DOCS
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: greeknews-ner {name}" in result.output


@pytest.mark.parametrize(
    ("name", "parameter"), OPTIONS, ids=lambda value: getattr(value, "name", value)
)
def test_every_option_is_documented(name: str, parameter: object) -> None:
    section = re.split(r"^## ", DOCS, flags=re.MULTILINE)
    [text] = [part for part in section if part.startswith(f"{name}\n")]
    assert getattr(parameter, "help", None)
    options = [*parameter.opts, *parameter.secondary_opts]  # type: ignore[attr-defined]
    for option in options:
        if option.startswith("--"):
            assert f"`{option}" in text


def test_without_arguments_the_help_is_shown() -> None:
    assert "Commands" in CliRunner().invoke(app, []).output


@pytest.mark.parametrize(
    "start", [["-m", "greeknews_ner"], ["-c", "from greeknews_ner.cli import main; main()"]]
)
def test_both_ways_in_are_the_same(start: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, *start, "--version"], capture_output=True, text=True, check=True
    )
    assert run.stdout == f"greeknews-ner {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["schema"], ["names", "Σοϊγκού"], ["info"]])
def test_spacy_is_imported_only_when_a_pipeline_runs(arguments: list[str]) -> None:
    code = (
        "import sys; sys.argv[1:] = %r\n"
        "from greeknews_ner.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'spacy', 'thinc', 'torch'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code % arguments], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_an_unknown_option_is_a_usage_error() -> None:
    result = CliRunner().invoke(app, ["extract", "--nonsense"])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
