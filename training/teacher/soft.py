"""Let a pipeline say how likely it holds each tag of each word: soft targets for another to learn.

    python -m training.teacher.soft --pipeline FOLDER --out FOLDER --silver FILES --train FILE.spacy

Writes parts of some thousand sentences each: ``0000.npz`` with ``scores``, the log-weights of the
tags (words of all sentences x tags, 16-bit), and ``0000.json`` with their words;
``tags.txt`` names the columns. Parts that exist are left as they are, so that a run can be resumed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import greeknews_ner  # noqa: F401  (registers the components)
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from training.names import NamePool
from training.replace import with_other_names
from training.teacher.silver import read_raw, read_silver

__all__ = ["SoftSentence", "counted", "read_soft"]

_PART = 4096
_TAGS = "tags.txt"


@dataclass(frozen=True)
class SoftSentence:
    """Words and how likely each of their tags is held to be.

    Attributes:
        words: Of the sentence.
        scores: Log-weights of the tags, shape (words, tags), 16-bit.
    """

    words: list[str]
    scores: NDArray[np.float16]


def read_soft(folder: Path, tags: Sequence[str]) -> Iterator[SoftSentence]:
    """Sentences of a folder that this module wrote.

    Args:
        folder: Of the parts.
        tags: In the order in which the columns of the scores are wanted.
    """
    columns = {name: column for column, name in enumerate(_read_tags(folder))}
    order = [columns[tag] for tag in tags]
    for path in sorted(folder.glob("*.npz")):
        scores = np.load(path)["scores"][:, order]
        place = 0
        for words in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")):
            yield SoftSentence(words, scores[place : place + len(words)])
            place += len(words)


def counted(folder: Path) -> dict[str, Any]:
    """Count a folder's sentences, words, entities (of the likeliest tags); hash its parts."""
    digest = hashlib.sha256()
    opens = np.array([tag[0] in "BU" for tag in _read_tags(folder)])
    sentences = words = entities = 0
    for path in sorted(folder.glob("*.npz")):
        best = np.load(path)["scores"].argmax(axis=1)
        entities += int(opens[best].sum())
        words += len(best)
        text = path.with_suffix(".json").read_bytes()
        sentences += len(json.loads(text))
        digest.update(text)
        digest.update(best.tobytes())
    return {
        "sha256": digest.hexdigest(),
        "docs": sentences,
        "tokens": words,
        "entities": entities,
    }


def _read_tags(folder: Path) -> list[str]:
    return (folder / _TAGS).read_text("utf-8").split()


def write_part(path: Path, finder: OnnxFinder, sentences: list[list[str]]) -> None:
    """Label some thousand sentences; the part appears when it is whole."""
    scores: list[NDArray[np.float16]] = []
    for start in range(0, len(sentences), 256):
        some = sentences[start : start + 256]
        docs = [Doc(finder.vocab, words=words) for words in some]
        places = [(number, list(range(len(words)))) for number, words in enumerate(some)]
        scores.extend(part.astype(np.float16) for part in finder.score_tags(docs, places))
    path.with_suffix(".json").write_text(json.dumps(sentences, ensure_ascii=False), "utf-8")
    half = path.with_suffix(".half")
    with half.open("wb") as out:
        np.savez(out, scores=np.concatenate(scores))
    half.replace(path)


def with_others(train: Path, pairs: Path, seed: int) -> Iterator[list[str]]:
    """Sentences of a corpus in which people and places have other names."""
    nlp, chooser, pool = spacy.blank("el"), random.Random(seed), NamePool(pairs)
    for doc in DocBin().from_disk(train).get_docs(nlp.vocab):
        example = with_other_names(nlp, Example(doc, doc), pool, chooser)
        yield [token.text for token in example.reference]


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", type=Path, required=True, help='a built "accurate"')
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="for their words")
    parser.add_argument("--train", type=Path, help=".spacy; its sentences with other names")
    parser.add_argument("--pairs", type=Path, help="folder of the pair tables, for --train")
    parser.add_argument("--raw", type=Path, help="folder of raw files")
    parser.add_argument("--files", nargs="*", default=[], help="names in the folder of raw files")
    parser.add_argument("--first", type=int, default=0, help="sentences of each to pass over")
    parser.add_argument("--most", type=int, default=10**9, help="last sentence of each")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main() -> None:
    """Label."""
    options = arguments()
    finder = spacy.load(options.pipeline).get_pipe("greeknews_onnx_finder")
    assert isinstance(finder, OnnxFinder)
    sources: list[Iterator[list[str]]] = [
        (sentence.words for sentence in read_silver(path)) for path in options.silver
    ]
    if options.train:
        sources.append(with_others(options.train, options.pairs, options.seed))
    for name in options.files:
        rows = islice(read_raw(options.raw, name, set()), options.first, options.most)
        sources.append(words for words, _ in rows)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / _TAGS).write_text("\n".join(finder.scheme.names), "utf-8")
    rest = chain.from_iterable(sources)
    number = 0
    while sentences := list(islice(rest, _PART)):
        path = options.out / f"{number:04}.npz"
        if not path.exists():
            write_part(path, finder, sentences)
        number += 1
        print(path.name, flush=True)


if __name__ == "__main__":
    main()
