"""The pieces of a document that an entity cannot cross."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

__all__ = ["segments"]


def segments(doc: Doc) -> list[NDArray[np.intp]]:
    """Return the token indices of each piece that is to be decoded by itself.

    Line breaks part the pieces; whitespace stands in none, so an entity neither starts nor ends
    with it and may go on over a doubled space. Where the document has sentences these part it as
    well, which keeps the sequences of a batch short.
    """
    if not len(doc):
        return []
    marks = doc.to_array(["IS_SPACE", "SENT_START"])
    space = marks[:, 0] != 0
    opens = marks[:, 1] == 1
    for index in np.flatnonzero(space).tolist():
        if "\n" in doc[index].text:
            opens[index] = True
    number = np.cumsum(opens)
    words = np.flatnonzero(~space)
    cuts = np.flatnonzero(np.diff(number[words])) + 1
    return [piece for piece in np.split(words, cuts) if len(piece)]
