"""The pieces of a document that an entity cannot cross."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

__all__ = ["segments"]


def segments(doc: Doc) -> list[tuple[int, int]]:
    """Return (start, end) token ranges to be decoded one by one.

    Line breaks always part them and stand in none; other whitespace at an end is left out too.
    Where the document has sentences these part them as well, which keeps the batch of sequences
    short.
    """
    if not len(doc):
        return []
    marks = doc.to_array(["IS_SPACE", "SENT_START"])
    space = marks[:, 0] != 0
    opens = marks[:, 1] == 1
    if not space.any():
        starts = np.union1d([0], np.flatnonzero(opens))
        ends = np.append(starts[1:], len(doc))
        return list(zip(starts.tolist(), ends.tolist(), strict=True))
    return _between_spaces(doc, space.tolist(), opens.tolist())


def _between_spaces(doc: Doc, space: list[bool], opens: list[bool]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    start = last = -1
    for index in range(len(doc)):
        if space[index]:
            if start >= 0 and "\n" in doc[index].text:
                pieces.append((start, last + 1))
                start = -1
            continue
        if start >= 0 and opens[index]:
            pieces.append((start, last + 1))
            start = -1
        if start < 0:
            start = index
        last = index
    if start >= 0:
        pieces.append((start, last + 1))
    return pieces
