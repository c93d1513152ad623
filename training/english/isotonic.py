"""A rising curve from what a model says to how often it is right."""

from __future__ import annotations

from collections.abc import Sequence

_BINS = 20


def isotonic(points: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Pool adjacent violators over bins of equal size.

    Args:
        points: Probability, and whether it was right.

    Returns:
        Rising pairs of (mean probability, share right), fit to be joined by straight lines; the
        share of a bin is drawn to its probability by one more right and one more wrong answer.
    """
    ordered = sorted(points)
    size = max(1, len(ordered) // _BINS)
    blocks: list[list[float]] = []
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        count = len(part)
        blocks.append([sum(p for p, _ in part), sum(right for _, right in part), count])
        while len(blocks) > 1 and _share(blocks[-2]) >= _share(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [one + other for one, other in zip(blocks[-1], last, strict=True)]
    return [(block[0] / block[2], _share(block)) for block in blocks]


def _share(block: list[float]) -> float:
    return (block[1] + 1.0) / (block[2] + 2.0)
