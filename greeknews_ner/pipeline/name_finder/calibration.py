"""From a model's probability to one that can be trusted: the share of such spans that are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Calibration", "expected_calibration_error", "fit_calibration"]

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Calibration:
    """A rising piecewise linear map of probabilities.

    Attributes:
        knots: Probabilities of the model, rising, from 0 to 1.
        values: Calibrated probability at each knot.
    """

    knots: tuple[float, ...] = (0.0, 1.0)
    values: tuple[float, ...] = (0.0, 1.0)

    def __call__(self, probabilities: Sequence[float] | Floats) -> Floats:
        """Return the calibrated probabilities."""
        mapped: Floats = np.interp(
            np.asarray(probabilities, dtype=np.float64), self.knots, self.values
        )
        return mapped

    def to_json(self) -> dict[str, list[float]]:
        """Return the map as plain lists."""
        return {"knots": list(self.knots), "values": list(self.values)}

    @classmethod
    def from_json(cls, stored: dict[str, list[float]]) -> Calibration:
        """Read what :meth:`to_json` wrote."""
        knots, values = (tuple(round(x, 6) for x in stored[part]) for part in ("knots", "values"))
        return cls(knots, values)


def fit_calibration(
    probabilities: Sequence[float] | Floats,
    correct: Sequence[bool] | NDArray[np.bool_],
    bins: int = 12,
) -> Calibration:
    """Fit a calibration map: isotonic regression over bins of equal size.

    Bins keep the map from following single spans; neighbours whose shares fall are pooled
    (pool adjacent violators), so that a surer span never gets the lower score.

    Args:
        probabilities: Of predicted spans, by the model.
        correct: Whether each of them is in the gold annotation.
        bins: Number of bins before pooling.

    Returns:
        A map whose ends are held at 0 and 1 by one pseudo-count each.
    """
    raw = np.asarray(probabilities, dtype=np.float64)
    hits = np.asarray(correct, dtype=np.float64)
    if len(raw) < bins:
        return Calibration()
    order = np.argsort(raw, kind="stable")
    pooled: list[tuple[float, float, float]] = []
    for part in np.array_split(order, bins):
        pooled.append((float(raw[part].sum()), float(hits[part].sum()), float(len(part))))
        while len(pooled) > 1 and pooled[-2][1] * pooled[-1][2] >= pooled[-1][1] * pooled[-2][2]:
            first, second = pooled[-2:]
            pooled[-2:] = [(first[0] + second[0], first[1] + second[1], first[2] + second[2])]
    knots, values = [0.0], [0.0]
    for total, right, count in pooled:
        knot = round(total / count, 6)
        if knot > knots[-1]:
            knots.append(knot)
            values.append(round((right + 0.5) / (count + 1.0), 6))
    if knots[-1] < 1.0:
        knots.append(1.0)
        values.append(values[-1])
    return Calibration(tuple(knots), tuple(np.maximum.accumulate(values).tolist()))


def expected_calibration_error(
    probabilities: Sequence[float] | Floats,
    correct: Sequence[bool] | NDArray[np.bool_],
    bins: int = 15,
) -> float:
    """Return the expected calibration error over bins of equal width.

    Mean distance between a bin's mean probability and its share of right spans, weighed by the
    bin's size (Guo et al. 2017, "On Calibration of Modern Neural Networks").
    """
    raw = np.asarray(probabilities, dtype=np.float64)
    hits = np.asarray(correct, dtype=np.float64)
    if not len(raw):
        return 0.0
    place = np.minimum((raw * bins).astype(np.intp), bins - 1)
    error = 0.0
    for number in range(bins):
        inside = place == number
        if inside.any():
            error += inside.sum() * abs(raw[inside].mean() - hits[inside].mean())
    return float(error / len(raw))
