"""What follows what in real names: a table of letters after three letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy

from greeknews_ner.names.latin_names import LETTER_QUANTUM

SIZE = 27  # a to z, and 0 for the edge of a name


def letters_table(names: Mapping[str, float]) -> Any:
    """Costs of each letter after the three before it, by interpolation (Witten and Bell 1991).

    Args:
        names: Names (a to z) with their weights.

    Returns:
        Array of 27⁴ bytes: cost in steps of `LETTER_QUANTUM` nats.
    """
    counts = numpy.zeros((SIZE,) * 4)
    for name, weight in names.items():
        codes = [0, 0, 0, *(ord(letter) - 96 for letter in name), 0]
        for place in range(3, len(codes)):
            counts[tuple(codes[place - 3 : place + 1])] += weight
    share: Any = numpy.full(SIZE, 1.0 / SIZE)
    for axes in ((0, 1, 2), (0, 1), (0,), ()):
        here = counts.sum(axis=axes)
        total = here.sum(axis=-1, keepdims=True)
        kinds = (here > 0).sum(axis=-1, keepdims=True)
        seen = (here + kinds * share) / numpy.maximum(total + kinds, 1e-9)
        # After letters that were never seen, what is likely after fewer of them.
        share = numpy.where(total > 0, seen, share)
    cost = -numpy.log(numpy.maximum(share, 1e-9)) / LETTER_QUANTUM
    return numpy.clip(numpy.round(cost), 0, 255).astype("uint8").ravel()
