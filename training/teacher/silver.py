"""Let a pipeline label raw news: silver sentences for another to learn from.

    python -m training.teacher.silver --raw RAW --files NAME ... --pipeline FOLDER --out OUT

One JSON object a line: ``words``, ``spaces`` (whether a space follows each), ``spans`` as
[first word, word after the last, type, probability], ``least`` (the probability of the least
sure span; 1.0 without spans) and ``source``; gzipped. With ``--docs FILE`` what is sure enough is
written for ``spacy train`` as well.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

import greeknews_ner  # noqa: F401  (registers the components)
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from training.teacher.corpus import Labelled, Sentence

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


def read_raw(folder: Path, name: str, skip: set[int]) -> Iterator[tuple[list[str], list[bool]]]:
    """Sentences of a raw file: words, and whether a space follows each.

    Args:
        folder: Where the file stands.
        name: Without its ending.
        skip: Indices of lines to leave out.
    """
    nlp = spacy.blank("el")
    with lzma.open(folder / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines):
            if at in skip:
                continue
            tokens = nlp.make_doc(_SPACE.sub(" ", line).strip()[:100_000])
            words = [token.text for token in tokens]
            spaces = [bool(token.whitespace_) for token in tokens]
            for start, end in sentences_of(words, spaces):
                if 3 <= end - start <= 120:
                    yield words[start:end], spaces[start:end]


def read_docs(path: Path, vocab: Vocab, least: float) -> Iterator[Doc]:
    """Sentences of a silver file whose least sure span is sure enough."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["least"] >= least:
                doc = Doc(vocab, words=row["words"], spaces=row["spaces"])
                doc.ents = tuple(Span(doc, a, b, label=kind) for a, b, kind, _ in row["spans"])
                yield doc


def label(
    finder: OnnxFinder, sentences: list[list[str]]
) -> list[list[tuple[int, int, str, float]]]:
    """Spans of each sentence with their calibrated probabilities."""
    docs = [Doc(finder.vocab, words=words) for words in sentences]
    labelled: list[Labelled] = []
    for spans in finder.predict(docs):
        chances = finder.calibration([chance for *_, chance in spans]).tolist()
        labelled.append(
            [(a, b, kind, round(p, 4)) for (a, b, kind, _), p in zip(spans, chances, strict=True)]
        )
    return labelled


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", type=Path, required=True, help="folder of the raw files")
    parser.add_argument("--pipeline", type=Path, required=True, help='a built "accurate"')
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--docs", type=Path, help="also write a .spacy file")
    parser.add_argument("--least", type=float, default=0.5, help="for --docs: of each span")
    parser.add_argument(
        "--skip", type=Path, help="numbers, from 1, of lines of the first file to leave out"
    )
    parser.add_argument(
        "--files", nargs="+", required=True, help="names in the folder, without ending"
    )
    parser.add_argument("--most", type=int, default=10**9, help="sentences of each file")
    return parser.parse_args()


def main() -> None:
    """Label."""
    options = arguments()
    finder = spacy.load(options.pipeline).get_pipe("greeknews_onnx_finder")
    assert isinstance(finder, OnnxFinder)
    skip = {int(n) - 1 for n in options.skip.read_text().split()} if options.skip else set()
    part = options.out.with_suffix(".part")
    count = 0
    with gzip.open(part, "wt", encoding="utf-8") as out:
        for number, name in enumerate(options.files):
            rows = islice(read_raw(options.raw, name, skip if number == 0 else set()), options.most)
            while group := list(islice(rows, 256)):
                labelled = label(finder, [words for words, _ in group])
                for (words, spaces), spans in zip(group, labelled, strict=True):
                    row = {
                        "words": words,
                        "spaces": spaces,
                        "spans": spans,
                        "least": min((span[3] for span in spans), default=1.0),
                        "source": name,
                    }
                    print(json.dumps(row, ensure_ascii=False), file=out)
                count += len(group)
                print(count, name, flush=True)
    part.replace(options.out)
    if options.docs:
        docs = read_docs(options.out, finder.vocab, options.least)
        DocBin(docs=docs, store_user_data=False).to_disk(options.docs)


if __name__ == "__main__":
    main()
