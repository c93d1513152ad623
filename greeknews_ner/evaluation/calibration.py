"""Whether a score of 0.9 is right nine times in ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 15


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of a reliability diagram.

    Attributes:
        low: Lowest score of the bin.
        high: Highest score of the bin.
        count: Spans whose score lies in it.
        confidence: Their mean score.
        accuracy: Share of them that is right.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well scores state the probability of being right.

    Attributes:
        ece: Expected calibration error: mean distance of confidence and accuracy over the bins,
            weighted by their counts (Guo et al. 2017).
        confidence: Mean score.
        accuracy: Share of the spans that is right.
        bins: Bins of equal width that hold any span.
    """

    ece: float
    confidence: float
    accuracy: float
    bins: tuple[Bin, ...]


def calibration(
    scores: Sequence[float], right: Sequence[bool], *, bins: int = BINS
) -> Calibration | None:
    """Expected calibration error of scores.

    Args:
        scores: Between 0 and 1.
        right: Whether each scored span is right; as many.
        bins: Bins of equal width.

    Returns:
        None if there are no scores.

    Raises:
        ValueError: The two differ in length.
    """
    if not scores:
        return None
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for pair in zip(scores, right, strict=True):
        filled[min(int(pair[0] * bins), bins - 1)].append(pair)
    bars = tuple(
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(pairs),
            confidence=sum(score for score, _ in pairs) / len(pairs),
            accuracy=sum(hit for _, hit in pairs) / len(pairs),
        )
        for number, pairs in enumerate(filled)
        if pairs
    )
    return Calibration(
        ece=sum(bar.count * abs(bar.confidence - bar.accuracy) for bar in bars) / len(scores),
        confidence=sum(scores) / len(scores),
        accuracy=sum(right) / len(scores),
        bins=bars,
    )
