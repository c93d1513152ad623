"""Rebuild the pipeline "accurate" from the corpora.

    python -m training.teacher --data DATA --small SMALL --work WORK --out OUT

Counts spellings, fine-tunes (about 0.9 million pieces an epoch, nine epochs), exports, calibrates,
measures and writes. What ships was trained in four runs of as many steps together, the third with
news that the former one had labelled, the last with the news that we annotated (its card tells).
A run that was cut off goes on where it was; finished stages are kept in WORK.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

STEPS = 5000


def run(module: str, *words: object) -> None:
    """Run one stage in a process of its own, so that it gives its memory back."""
    command = [sys.executable, "-m", f"training.teacher.{module}", *map(str, words)]
    subprocess.run(command, check=True)


def main() -> None:
    """Rebuild."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--small", type=Path, required=True, help="folder of the pipeline small")
    parser.add_argument("--work", type=Path, required=True, help="for weights and checkpoints")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--silver", type=Path, help="of training.teacher.silver, beside the corpus")
    parser.add_argument(
        "--annotated", type=int, default=3, help="times a round for our annotation; needs raw/"
    )
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    forms, record = options.work / "forms.tsv", options.work / "record.json"
    common = ["--data", options.data, "--forms", forms]
    if not forms.exists():
        run("spellings", "--data", options.data, "--out", forms)
    if not record.exists():
        numbers = ["--steps", options.steps, "--seed", options.seed, "--threads", options.threads]
        numbers += ["--annotated", options.annotated]
        if options.silver:
            numbers += ["--silver", options.silver]
        run("train", *common, "--out", options.work, *numbers)
    run(
        "build",
        *common,
        *("--weights", options.work / "final.safetensors", "--small", options.small),
        *("--out", options.out, "--record", record),
    )


if __name__ == "__main__":
    main()
