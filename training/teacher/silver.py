"""Let the teacher label raw news: silver sentences for the small model to learn from.

    python -m training.teacher.silver --data DATA --forms FORMS --weights W --out SILVER.jsonl.gz

One JSON object a line: ``words``, ``spaces`` (whether a space follows each), ``spans`` as
[first word, word after the last, type, probability], ``least`` (the probability of the least
sure span; 1.0 without spans) and ``source``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.corpus import LABELS, Sentence
from training.teacher.encoder import Encoder, refresh
from training.teacher.label import Labeller

_END = frozenset(".!;…?")
_CLOSING = frozenset("»\"”'’)")
_SPACE = re.compile(r"\s+")


def read_silver(path: Path) -> Iterator[Sentence]:
    """Sentences of a silver file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Sentence(row["words"], [(a, b, kind) for a, b, kind, _ in row["spans"]])


def sentences_of(words: list[str], spaces: list[bool]) -> Iterator[tuple[int, int]]:
    """Rough sentence borders: a full stop, then a capital or a quotation mark."""
    start = 0
    for at in range(len(words) - 1):
        last = words[at]
        ends = last in _END or (last in _CLOSING and at > start and words[at - 1] in _END)
        after = words[at + 1]
        initial = at > start and len(words[at - 1]) < 3 and words[at - 1][0].isupper()
        if ends and not initial and spaces[at] and (after[0].isupper() or after[0] in '«"“–-'):
            yield start, at + 1
            start = at + 1
    if words:
        yield start, len(words)


def read_raw(
    folder: Path, names: Iterable[str], skip: set[int]
) -> Iterator[tuple[str, list[str], list[bool]]]:
    """Sentences of raw files: source, words, whether a space follows each.

    ``skip`` holds indices of lines of the first file.
    """
    nlp = spacy.blank("el")
    for number, name in enumerate(names):
        with lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
            for at, line in enumerate(lines):
                if number == 0 and at in skip:
                    continue
                tokens = nlp.make_doc(_SPACE.sub(" ", line).strip()[:100_000])
                words = [token.text for token in tokens]
                spaces = [bool(token.whitespace_) for token in tokens]
                for start, end in sentences_of(words, spaces):
                    if 3 <= end - start <= 120:
                        yield name, words[start:end], spaces[start:end]


def main() -> None:
    """Label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--forms", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--skip", type=Path, help="numbers, from 1, of lines of the first file to leave out"
    )
    parser.add_argument(
        "--files", nargs="+", required=True, help="names under raw/, without ending"
    )
    parser.add_argument("--most", type=int, default=10**9, help="sentences")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(options.data / "models/e5-small-el/tokenizer.json"))
    with options.forms.open(encoding="utf-8") as lines:
        speller = Speller.of(line.split("\t")[0].strip() for line in lines)
    model = Encoder(len(LABELS))
    model.load_state_dict(load_file(options.weights))
    refresh(model)
    teacher = Labeller(model, tokenizer, speller)
    skip = {int(n) - 1 for n in options.skip.read_text().split()} if options.skip else set()
    rows = islice(read_raw(options.data / "raw", options.files, skip), options.most)
    part = options.out.with_suffix(".part")
    count = 0
    with gzip.open(part, "wt", encoding="utf-8") as out:
        while group := list(islice(rows, 512)):
            labelled = teacher([words for _, words, _ in group])
            for (source, words, spaces), spans in zip(group, labelled, strict=True):
                row = {
                    "words": words,
                    "spaces": spaces,
                    "spans": spans,
                    "least": min((span[3] for span in spans), default=1.0),
                    "source": source,
                }
                print(json.dumps(row, ensure_ascii=False), file=out)
            count += len(group)
            print(count, group[-1][0], flush=True)
    part.replace(options.out)


if __name__ == "__main__":
    main()
