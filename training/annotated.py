"""News that we annotated ourselves, as spans that know their sentences by digest alone.

``annotated.tsv`` (CC BY-NC-SA 4.0, see LICENSE-MODELS) holds no text: a row is the raw file, the
digest of a sentence of it (its words joined by spaces, SHA-256, 16 hexadecimal digits), how many
words it has, and the spans as ``first-end:TYPE`` (``end`` is the word after the last), which
follow the habits of elNER-18. With the raw files the sentences are found again.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from training.teacher.corpus import TYPES, Sentence
from training.teacher.silver import read_raw

__all__ = ["TABLE", "as_doc", "digest", "read_annotated", "write_table"]

TABLE = Path(__file__).with_suffix(".tsv")
"""The annotation that both models learnt from."""

_FIELDS = ("file", "digest", "words", "spans")


def digest(words: Sequence[str]) -> str:
    """What a sentence is known by."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def write_table(path: Path, sentences: Iterable[tuple[str, Sentence]]) -> None:
    """Write a table.

    Args:
        path: Of the table.
        sentences: Each with the name of its raw file.
    """
    rows = sorted(
        (name, digest(one.words), len(one.words), _spans_as_text(one)) for name, one in sentences
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(_FIELDS)
        writer.writerows(rows)


def _spans_as_text(sentence: Sentence) -> str:
    return " ".join(f"{first}-{end}:{kind}" for first, end, kind in sorted(sentence.spans))


def _spans(text: str, words: int) -> list[tuple[int, int, str]]:
    spans = []
    for part in text.split():
        place, _, kind = part.partition(":")
        first, end = map(int, place.split("-"))
        if not 0 <= first < end <= words or kind not in TYPES:
            raise ValueError(f"No span of a sentence of {words} words: {part!r}.")
        spans.append((first, end, kind))
    return spans


def read_annotated(path: Path, raw: Path) -> Iterator[Sentence]:
    """Find the annotated sentences again.

    Args:
        path: Of the table.
        raw: Folder of the raw files.

    Yields:
        The sentences in the order of their files; those that a file lacks are left out.

    Raises:
        ValueError: A row holds what is no span.
    """
    wanted: dict[str, dict[tuple[str, int], list[tuple[int, int, str]]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            size = int(row["words"])
            wanted.setdefault(row["file"], {})[row["digest"], size] = _spans(row["spans"], size)
    for name, spans in wanted.items():
        for words, _ in read_raw(raw, name, set()):
            found = spans.pop((digest(words), len(words)), None)
            if found is not None:
                yield Sentence(words, found)


def as_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    """A document of one sentence."""
    doc = Doc(vocab, words=sentence.words)
    doc.ents = tuple(Span(doc, first, end, label=kind) for first, end, kind in sentence.spans)
    return doc
