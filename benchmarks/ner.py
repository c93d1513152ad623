"""Entities: accuracy, calibration, speed, size, load time and memory of pipelines side by side.

``python -m benchmarks.ner --corpora DIR [--baseline PIPELINE] [MODEL ...]``

Each pipeline is loaded and measured in a process of its own, on one core, so that load time and
peak memory are its own. Accuracy is on the gold tokens of elNER dev; speed is of the whole pipeline
from raw text, over the same sentences joined to texts of about 400 words.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.processes import measured_environment

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "greeknews_ner" / "resources" / "models" / "small"
WARM = "import sys, spacy; spacy.load(sys.argv[1])('Ο πρωθυπουργός μίλησε στην Αθήνα.')"
WORDS_PER_TEXT = 400
SPEED_WORDS = 20_000
COLUMNS = (
    ("F1", "f1", "{:.2f}"),
    ("F1 names", "f1_names", "{:.2f}"),
    ("F1 capitals", "f1_capitals", "{:.2f}"),
    ("ECE", "ece", "{:.4f}"),
    ("words/s", "words_per_second", "{:,.0f}"),
    ("words/s, entities alone", "words_per_second_alone", "{:,.0f}"),
    ("MB", "megabytes", "{:.1f}"),
    ("load s", "load_seconds", "{:.2f}"),
    ("peak MB", "peak_megabytes", "{:.0f}"),
)


def folder_megabytes(path: Path) -> float:
    """Return the summed size of the files of a folder, in millions of bytes."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6


def texts_of(sentences: Iterable[list[tuple[str, str]]]) -> list[str]:
    """Join sentences to texts of about 400 words."""
    texts: list[str] = []
    words: list[str] = []
    for sentence in sentences:
        words.extend(token for token, _ in sentence)
        if len(words) >= WORDS_PER_TEXT:
            texts.append(" ".join(words))
            words = []
    return texts


def measure(model: Path, dev: Path) -> dict[str, float | str]:
    """Measure one pipeline in this process."""
    started = time.perf_counter()
    import spacy

    nlp = spacy.load(model)
    nlp("Ο πρωθυπουργός μίλησε στην Αθήνα.")
    load_seconds = time.perf_counter() - started

    from training.corpora import read_iob2
    from training.measure import FINDERS, score_file

    sentences = list(read_iob2(dev))
    speed = words_per_second(nlp, texts_of(sentences))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in FINDERS]):
        alone = words_per_second(nlp, texts_of(sentences))
    plain = score_file(nlp, sentences)
    from greeknews_ner.types import NAME_TYPES

    return {
        "model": model.name,
        "f1": plain.f1(),
        "f1_names": plain.f1(NAME_TYPES),
        "f1_capitals": score_file(nlp, sentences, in_capitals=True).f1(),
        **({"ece": plain.calibration_error()} if plain.judged else {}),
        "words_per_second": speed,
        "words_per_second_alone": alone,
        "megabytes": folder_megabytes(model),
        "load_seconds": load_seconds,
        "peak_megabytes": peak,
    }


def words_per_second(nlp: Any, texts: list[str]) -> float:
    """Return the best of three runs over about 20,000 words."""
    chosen = texts[: max(1, SPEED_WORDS // WORDS_PER_TEXT)]
    best = 0.0
    for _ in range(3):
        started = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(chosen, batch_size=16))
        best = max(best, tokens / (time.perf_counter() - started))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", type=Path, help="pipelines; the embedded one if none")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with elner18/")
    parser.add_argument("--baseline", type=Path, help="spaCy's default CNN, trained by the project")
    parser.add_argument("--json", action="store_true", help="print records instead of a table")
    parser.add_argument("--in-process", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    dev = arguments.corpora / "elner18" / "dev.iob2.gz"
    models = arguments.models or [SMALL]
    if arguments.in_process:
        print(json.dumps(measure(models[0], dev)))
        return
    if arguments.baseline:
        models = [*models, arguments.baseline]
    rows = [_in_process(model, arguments.corpora) for model in models]
    if arguments.json:
        print(json.dumps(rows, indent=2))
    else:
        Console(width=140).print(_table(rows))


def _in_process(model: Path, corpora: Path) -> dict[str, float | str]:
    path = str(model.resolve())
    command = [sys.executable, "-m", "benchmarks.ner", "--in-process", "--corpora", str(corpora)]
    with tempfile.TemporaryDirectory() as bytecode:
        environment = measured_environment(Path(bytecode))
        # Compiles what loading imports, and reads the files once.
        subprocess.run([sys.executable, "-c", WARM, path], check=True, cwd=ROOT, env=environment)
        done = subprocess.run(
            [*command, path],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment,
        )
    row: dict[str, float | str] = json.loads(done.stdout.splitlines()[-1])
    return row


def _table(rows: list[dict[str, float | str]]) -> Table:
    table = Table("pipeline", *(title for title, _, _ in COLUMNS))
    for row in rows:
        cells = [form.format(row[key]) if key in row else "-" for _, key, form in COLUMNS]
        table.add_row(str(row["model"]), *cells)
    return table


if __name__ == "__main__":
    main()
