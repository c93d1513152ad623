"""The corpus as sentences of words and BILUO tags."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TYPES = [
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "EVENT",
    "PRODUCT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "DATE",
    "TIME",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "CARDINAL",
    "ORDINAL",
]
Labelled = list[tuple[int, int, str, float]]
"""Spans of a sentence: first word, word after the last, type, probability."""

LABELS = ["O"] + [f"{place}-{kind}" for kind in TYPES for place in "BILU"]


@dataclass
class Sentence:
    """Words and spans; a span is (first word, word after the last, type)."""

    words: list[str]
    spans: list[tuple[int, int, str]]

    def tags(self) -> list[str]:
        """The spans as BILUO tags, one a word."""
        tags = ["O"] * len(self.words)
        for start, end, kind in self.spans:
            if end - start == 1:
                tags[start] = f"U-{kind}"
                continue
            tags[start:end] = [f"I-{kind}"] * (end - start)
            tags[start], tags[end - 1] = f"B-{kind}", f"L-{kind}"
        return tags


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of IOB2 tags; an I without its B opens a span, as the usual scorers have it."""
    spans: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        place, _, name = tag.partition("-")
        if kind and (place != "I" or name != kind):
            spans.append((start, index, kind))
            kind = ""
        if place == "B" or (place == "I" and not kind):
            start, kind = index, name
    return spans


def read_iob2(path: Path) -> Iterator[Sentence]:
    """Sentences of a file, gzipped or not, with one word and tag a line and blank lines between."""
    words: list[str] = []
    tags: list[str] = []
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                word, tag = line.split()
                words.append(word)
                tags.append(tag)
            elif words:
                yield Sentence(words, spans_of(tags))
                words, tags = [], []
    if words:
        yield Sentence(words, spans_of(tags))
