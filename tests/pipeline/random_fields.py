"""Random fields for the tests of tags."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from greeknews_ner.pipeline.name_finder.lattice import Chain
from greeknews_ner.pipeline.name_finder.tags import TagScheme

Floats = NDArray[np.float64]


def random_problem(
    seed: int, labels: int, lengths: list[int], scale: float = 1.5
) -> tuple[Chain, list[Floats]]:
    """A chain over some labels, and the scores of sequences of these lengths."""
    random = np.random.default_rng(seed)
    scheme = TagScheme(tuple("ABCDEFGH"[:labels]))
    size = len(scheme)
    chain = Chain(
        random.normal(size=(size, size)) * scale,
        random.normal(size=size) * scale,
        random.normal(size=size) * scale,
        scheme,
    )
    return chain, [random.normal(size=(length, size)) * scale for length in lengths]
