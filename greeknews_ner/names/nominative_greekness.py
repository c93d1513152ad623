"""Whether a word is a Greek name, which declines, or a foreign one, which does not.

A logistic model over the letters at both ends and inside a word. Its weights are a table,
``greekness.tsv``, that ``training/greekness.py`` rebuilds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from greeknews_ner.names.declension_accent import accent_of, bare, nuclei
from greeknews_ner.names.declension_words import read_rows

BIAS = "bias"


def features(word: str) -> Iterator[str]:
    """What the model sees of a word.

    Args:
        word: One Greek word in any letter case.

    Yields:
        Its first letters, its last letters with and without the place of the accent, the last
        letters of its stem, and the groups of two and three letters inside.
    """
    letters = bare(word)
    place = accent_of(word)
    yield BIAS
    yield f"syllables={min(len(nuclei(word)), 5)}"
    for size in range(1, 5):
        if size <= len(letters):
            yield f"^{letters[:size]}"
    for size in range(1, 7):
        if size <= len(letters):
            yield f"{letters[-size:]}$"
            if place and size < 4:
                yield f"{letters[-size:]}${place}"
    stem = letters.rstrip("σ").rstrip("αειουηω")
    for size in range(2, 6):
        if size <= len(stem):
            yield f"{stem[-size:]}|"
    for size in (2, 3):
        for start in range(len(letters) - size + 1):
            yield letters[start : start + size]


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in read_rows("greekness.tsv", 2)}


@lru_cache(maxsize=16384)
def greek_odds(word: str) -> float:
    """How much speaks for a Greek name.

    Args:
        word: One word of a person's name, in any case form.

    Returns:
        Natural logarithm of the odds: positive for Greek, negative for foreign.
    """
    weights = _weights()
    # In the order in which they come: a sum over a set differs in its last digit from one process
    # to the next.
    return sum(weights.get(name, 0.0) for name in dict.fromkeys(features(word)))
