"""A multinomial logistic model of the language of a word, over what its rule files say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from greeknews_ner.names.rules.letters_model import features
from training.rules.tables import SOURCE

_LEAST_COUNT = 4
_STEPS = 80
_L2 = 1.5
_SMALLEST = 0.15

Weights = dict[str, dict[str, float]]


def learn(
    words: Sequence[str],
    offsets: Sequence[Mapping[str, float]],
    targets: Sequence[Mapping[str, float]],
    sizes: Sequence[float],
) -> tuple[Weights, list[dict[str, float]]]:
    """Learn what the letters of a word add to the log-odds of its rule files.

    Args:
        words: Greek words.
        offsets: Language to log-odds before learning, for each word.
        targets: Language to probability, for each word.
        sizes: What each word counts.

    Returns:
        Feature to language to weight, and the new log-odds of each word.
    """
    import scipy.sparse

    names = sorted(offsets[0])
    seen = [sorted(set(features(word))) for word in words]
    counts = Counter(feature for found in seen for feature in found)
    index = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= _LEAST_COUNT))}
    columns = [[index[f] for f in found if f in index] for found in seen]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.array([c for found in columns for c in found], dtype=np.int32)
    X = scipy.sparse.csr_matrix(
        (np.ones(len(flat), dtype=np.float32), flat, starts), shape=(len(words), len(index))
    )
    Y = np.array([[t[name] for name in names] for t in targets], dtype=np.float32)
    base = np.array([[o[name] for name in names] for o in offsets], dtype=np.float32)
    scale = np.array(sizes, dtype=np.float32)[:, None]
    W = np.zeros((len(index), len(names)), dtype=np.float32)
    first, second = np.zeros_like(W), np.zeros_like(W)
    transposed = X.T.tocsr()
    for step in range(1, _STEPS + 1):
        logits = base + X @ W
        logits -= logits.max(axis=1, keepdims=True)
        P = np.exp(logits)
        P /= P.sum(axis=1, keepdims=True)
        gradient = transposed @ (scale * (P - Y)) + _L2 * W
        first = 0.9 * first + 0.1 * gradient
        second = 0.98 * second + 0.02 * gradient**2
        rate = 0.08 / (1 + step / 40)
        W -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.98**step)) + 1e-6)
    logits = base + X @ W
    agree = float((logits.argmax(axis=1) == Y.argmax(axis=1)).mean())
    print(f"origin: {len(index)} features, first choice agrees with the target in {agree:.3f}")
    W[np.abs(W) < _SMALLEST] = 0.0
    weights = {
        feature: {names[c]: float(W[n, c]) for c in np.flatnonzero(W[n])}
        for feature, n in index.items()
    }
    after = [dict(zip(names, map(float, row), strict=True)) for row in base + X @ W]
    return {feature: found for feature, found in weights.items() if found}, after


def write(weights: Weights, path: Path) -> None:
    """Write the table of weights."""
    lines = [
        feature + "\t" + " ".join(f"{name}:{value:.2f}" for name, value in sorted(found.items()))
        for feature, found in sorted(weights.items())
    ]
    path.write_text(SOURCE + "\n".join(["feature\tweights", *lines]) + "\n", encoding="utf-8")
