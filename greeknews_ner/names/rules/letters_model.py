"""What the letters of a word say of its language, as learnt from pairs of names.

The weights are a table, ``origin.tsv``, that ``python -m training.rules`` rebuilds. They are added
to what the rule files say, so that a language without weights is known by its file alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.rules.shelf import RESOURCES

BIAS = "bias"


def features(word: str) -> Iterator[str]:
    """What the model sees of a word.

    Args:
        word: One Greek word in any letter case.

    Yields:
        A constant, whether the last letter is stressed, its length, its first and last letters,
        and the groups of two and three letters inside.
    """
    letters = graphemes(word)
    yield BIAS
    stress = "'" if word[-1:].lower() in "άέήίόύώ" or word[-2:-1].lower() in "άέήίόύώ" else ""
    yield f"size={min(len(letters), 10)}"
    if stress:
        yield "stress"
        yield f"{letters[-2:]}$'"
        yield f"{letters[-3:]}$'"
    for size in range(1, 5):
        if size < len(letters):
            yield f"^{letters[:size]}"
            yield f"{letters[-size:]}$"
    if len(letters) > 5:
        yield f"{letters[-5:]}$"
    yield f"^{letters}$"
    for size in (2, 3):
        for start in range(len(letters) - size + 1):
            yield letters[start : start + size]


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    table: dict[str, tuple[tuple[str, float], ...]] = {}
    for line in (RESOURCES / "origin.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "feature\t")):
            continue
        feature, weights = line.split("\t")
        pairs = (item.rpartition(":") for item in weights.split())
        table[feature] = tuple((name, float(weight)) for name, _, weight in pairs)
    return table


def prior_odds() -> dict[str, float]:
    """Log-odds of each language that are the same for every word."""
    return dict(_weights().get(BIAS, ()))


def letter_odds(word: str) -> dict[str, float]:
    """Log-odds that the letters of a word add to each language, beside `prior_odds`.

    Args:
        word: One Greek word in any letter case.
    """
    table = _weights()
    odds: dict[str, float] = {}
    # Sums in another order differ in their last digits, which decides between like languages.
    for feature in sorted(set(features(word)) - {BIAS}):
        for name, weight in table.get(feature, ()):
            odds[name] = odds.get(name, 0.0) + weight
    return odds
