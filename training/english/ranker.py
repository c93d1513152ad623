"""Weights of the ranking: a log-linear model over the candidates of one word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy

from greeknews_ner.names.candidates import Features

Question = tuple[list[Features], list[int]]
"""The candidates' features, and which of them are right."""


def fit(
    questions: Sequence[Question], *, ridge: float = 2.0, rounds: int = 200, rate: float = 0.08
) -> dict[str, float]:
    """Weights that make the right candidates likely, by Adam on the whole set.

    Args:
        questions: Words with at least one right candidate; others are left out.
        ridge: Weight of the squared norm.
        rounds: Steps.
        rate: Length of a step.
    """
    asked = [question for question in questions if question[1]]
    index = {name: place for place, name in enumerate(_names(asked))}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    owner: list[int] = []
    right: list[bool] = []
    for number, (candidates, correct) in enumerate(asked):
        for place, features in enumerate(candidates):
            for name, value in features:
                rows.append(len(owner))
                columns.append(index[name])
                values.append(value)
            owner.append(number)
            right.append(place in set(correct))
    matrix: Any = numpy.zeros((len(owner), len(index)), dtype="float32")
    numpy.add.at(matrix, (rows, columns), numpy.array(values, dtype="float32"))
    group = numpy.array(owner)
    begins = numpy.flatnonzero(numpy.r_[True, group[1:] != group[:-1]])
    good = numpy.array(right, dtype="float32")
    weights = numpy.zeros(len(index), dtype="float32")
    weights[[index["model"], index["rules"]]] = 0.5
    mean = numpy.zeros_like(weights)
    square = numpy.zeros_like(weights)
    for step in range(1, rounds + 1):
        scores = matrix @ weights
        scores -= numpy.maximum.reduceat(scores, begins)[group]
        power = numpy.exp(scores)
        share = power / numpy.add.reduceat(power, begins)[group]
        hit = power * good
        wanted = hit / (numpy.add.reduceat(hit, begins)[group] + 1e-12)
        slope = (wanted - share) @ matrix - ridge * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        weights += (
            rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.99**step)) + 1e-8)
        ) * (1.0 if step < rounds / 2 else 0.2)
    return {name: float(weights[place]) for name, place in index.items()}


def _names(questions: Sequence[Question]) -> list[str]:
    return sorted({name for candidates, _ in questions for f in candidates for name, _ in f})
