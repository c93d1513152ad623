"""Rebuild the embedded pipeline from the corpora: one command, every step in order.

``python -m training.small --corpora DIR --output FOLDER --work FOLDER
[--silver FILE.spacy ...] [--soft FOLDER ...]``

``DIR`` holds ``elner18/``, ``gdt/`` and ``names/``. Each step is one that ``project.yml`` also
names, so ``spacy project run all training --vars.corpora DIR`` does the same. The silver files are
sentences that a better pipeline has labelled (``training.teacher.silver``); the soft folders hold
how likely it held each tag (``training.teacher.soft``), which is what small learns most from. With
them the encoder is slimmed first, and the news that we annotated (``annotated.tsv``; it needs
``raw/`` in ``DIR``) is learnt beside elNER.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["main", "steps"]

_HERE = Path(__file__).parent


_WITH_SILVER = (
    *("--training.max_steps", "5000"),
    # There is four times as much text, so that a rare word is one seen less often in a million.
    *("--components.greeknews_name_finder.min_form_freq", "5"),
)

_DISTIL = ("--steps", "20000", "--rate", "0.001", "--share", "0.6", "--forms", "4", "--drop", "0.2")


def steps(
    corpora: Path,
    work: Path,
    output: Path,
    silver: Sequence[Path] = (),
    soft: Sequence[Path] = (),
) -> list[list[str]]:
    """Return the arguments of Python for each step."""
    train = ["-m", "spacy", "train"]
    code = ["--code", str(_HERE / "registered.py")]
    slim = [
        *("-m", "training.slim", str(work / "refined")),
        *("--soft", *map(str, soft[:1])),
        *("--output", str(work / "slim")),
    ]
    annotated = str(work / "annotated.spacy")
    distil = [
        *("-m", "training.distil", str(work / "slim")),
        *("--train", str(work / "names_train.spacy"), annotated, annotated),
        *("--soft", *map(str, soft)),
        *("--pairs", str(corpora / "names")),
        *("--output", str(work / "distilled")),
        *_DISTIL,
    ]
    return [
        [
            *("-m", "training.convert", "--corpora", str(corpora), "--output", str(work)),
            *("--silver", *map(str, silver)),
            *(("--annotated",) if soft else ()),
        ],
        [
            *train,
            str(_HERE / "configs" / "grammar.cfg"),
            *code,
            *("--paths.train", str(work / "gdt_train.spacy")),
            *("--paths.dev", str(work / "gdt_dev.spacy")),
            *("--output", str(work / "grammar")),
        ],
        [
            *train,
            str(_HERE / "configs" / "names.cfg"),
            *code,
            *("--paths.train", str(work / "mixed")),
            *("--paths.dev", str(work / "names_dev.spacy")),
            *("--paths.gazetteer", str(work / "gazetteer.tsv")),
            *("--paths.pairs", str(corpora / "names")),
            *("--output", str(work / "names")),
            *(_WITH_SILVER if silver else ()),
        ],
        [
            *("-m", "training.refine", str(work / "names" / "model-best")),
            *("--train", str(work / "names_train.spacy")),
            *("--pairs", str(corpora / "names")),
            *("--output", str(work / "refined")),
        ],
        *([slim, distil] if soft else ()),
        [
            *("-m", "training.assemble"),
            *("--grammar", str(work / "grammar" / "model-last")),
            *("--names", str(work / ("distilled" if soft else "refined"))),
            *("--dev", str(work / "names_dev.spacy")),
            *("--corpora", str(work / "corpora.json")),
            *(("--soft", *map(str, soft)) if soft else ()),
            *("--output", str(output)),
        ],
    ]


def main() -> None:
    """Run every step; stop at the first that fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="folder of the pipeline")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is in between")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="from training.teacher")
    parser.add_argument("--soft", type=Path, nargs="*", default=[], help="from training.teacher")
    options = parser.parse_args()
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    chain = steps(options.corpora, options.work, options.output, options.silver, options.soft)
    for step in chain:
        print("python", " ".join(step), flush=True)
        subprocess.run([sys.executable, *step], check=True, env=environment)


if __name__ == "__main__":
    main()
