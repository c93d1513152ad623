"""Weights of the ranking and what its probabilities are worth, as data."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from greeknews_ner.names.candidates import Features
from greeknews_ner.names.model_files import FOLDER, reranker
from greeknews_ner.names.reranking import Reranker

PERSON, PLACE, ANY = "person", "place", "any"
WHOLE = "whole name"
ELOT = " elot743"

_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Ranking:
    """What `ranking.tsv` says.

    Attributes:
        weights: Context, such as ``"first person"``, to feature to weight.
        certainty: Kind of name, such as ``"one any"`` or, where ELOT 743 was chosen, ``"one any
            elot743"``, to rising (probability, share that was
            right) pairs.
        reranker: What ranks the likeliest spellings of a word again.
    """

    weights: Mapping[str, Mapping[str, float]]
    certainty: Mapping[str, Sequence[tuple[float, float]]]
    reranker: Reranker | None = None

    def score(self, context: str, features: Features) -> float:
        """The weighted sum of the features of one candidate."""
        weight = self.weights[context].get
        total = 0.0
        for name, value in features:
            total += weight(name, 0.0) * value
        return total

    def sure(self, kind: str, probability: float) -> float:
        """How often a rendering of this probability is right, from 0 to 1."""
        points = self.certainty.get(kind)
        if not points:
            return probability
        place = bisect_right(points, (probability, math.inf))
        if place == 0:
            return points[0][1]
        if place == len(points):
            return points[-1][1]
        (left, low), (right, high) = points[place - 1], points[place]
        return low + (high - low) * (probability - left) / (right - left)


def kind_of(type: str | None) -> str:
    """Whether an entity type is a person, a place, or neither is known."""
    if type == "PERSON":
        return PERSON
    return PLACE if type in _PLACES else ANY


def position_of(place: int, of: int) -> str:
    """Where a word stands: ``one``, ``first`` or ``last``; what is between counts as last."""
    if of == 1:
        return "one"
    return "first" if place == 0 else "last"


def parse_ranking(text: str) -> Ranking:
    """Read the table.

    Args:
        text: TSV with the columns table, context, name and value, and comment lines.
    """
    weights: dict[str, dict[str, float]] = {}
    certainty: dict[str, list[tuple[float, float]]] = {}
    for line in text.splitlines():
        if not line or line.startswith(("#", "table\t")):
            continue
        table, context, name, value = line.split("\t")
        if table == "weight":
            weights.setdefault(context, {})[name] = float(value)
        else:
            certainty.setdefault(context, []).append((float(name), float(value)))
    return Ranking(weights, {kind: sorted(points) for kind, points in certainty.items()})


@cache
def default_ranking() -> Ranking:
    """The table and the network that ship, read at the first call."""
    path = files("greeknews_ner") / FOLDER / "ranking.tsv"
    return replace(parse_ranking(path.read_text(encoding="utf-8")), reranker=reranker())
