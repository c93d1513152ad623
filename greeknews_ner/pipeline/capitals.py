"""Which words of a document may have a capital, told from what spaCy knows of each word."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

__all__ = ["may_have_capitals"]


def may_have_capitals(doc: Doc) -> list[int]:
    """Positions of all tokens but words in small letters, signs and digits.

    To go through these alone spares a step that looks for names most of its work.
    """
    marks = doc.to_array(["IS_LOWER", "IS_PUNCT", "IS_SPACE", "IS_DIGIT"])
    positions: list[int] = np.flatnonzero(~marks.any(axis=1)).tolist()
    return positions
