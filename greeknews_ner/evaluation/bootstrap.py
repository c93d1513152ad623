"""How far a score may be luck: bootstrap over sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

SEED = 20240913
CONFIDENCE = 0.95

_CHUNK = 100


def f1_intervals(
    sets: Sequence[Mapping[str, Mapping[int, int]]],
    sentences: int,
    samples: int,
    *,
    confidence: float = CONFIDENCE,
    seed: int = SEED,
) -> list[tuple[float, float]]:
    """Percentile bootstrap intervals of micro F1; sentences are drawn with replacement.

    Args:
        sets: Sets of spans, each scored apart on the same draws. Of each, for ``gold``,
            ``predicted`` and ``correct``: spans by number of the sentence.
        sentences: Sentences of the corpus; those without a span count too.
        samples: Bootstrap samples.
        confidence: Share of the samples that an interval covers.
        seed: Seed of the draws; the same seed gives the same intervals.

    Returns:
        Lower and upper bound for each set.
    """
    if not sentences or not samples:
        return [(0.0, 0.0)] * len(sets)
    columns = np.zeros((sentences, 3 * len(sets)))
    for index, counts in enumerate(sets):
        for column, kind in enumerate(("gold", "predicted", "correct")):
            for number, count in counts[kind].items():
                columns[number, 3 * index + column] = count
    generator = np.random.default_rng(seed)
    chunks = []
    for first in range(0, samples, _CHUNK):
        # Chunks keep the matrix of draws small: a corpus has thousands of sentences.
        size = min(_CHUNK, samples - first)
        draws = generator.multinomial(sentences, np.full(sentences, 1 / sentences), size=size)
        gold, predicted, correct = (draws @ columns).reshape(size, len(sets), 3).transpose(2, 0, 1)
        chunks.append(2 * correct / np.maximum(gold + predicted, 1))
    tail = (1 - confidence) / 2
    low, high = np.quantile(np.concatenate(chunks), [tail, 1 - tail], axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))
