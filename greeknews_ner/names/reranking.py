"""A small network that sees the likeliest spellings of a word beside one another.

The log-linear ranking weighs what speaks for each spelling alone and the same way for every name.
What a doubled letter or a rare name is worth depends on the language that the name comes from, and
on what else the word could be.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from greeknews_ner.names.candidates import WordCandidate
    from greeknews_ner.names.latin_names import LatinNames

LOOKED_AT = 14
"""Spellings of a word that are seen, the likeliest by the log-linear ranking."""
KINDS = ("person", "place", "first", "last")
"""What is told of a word beside its languages: what its name names and where it stands."""
_COMPARED = ("model", "rules", "mentions", "bearers", "letters")
_HAS = ("k", "c", "q", "w", "y", "j", "x", "z", "ph", "th", "ch", "ou", "h", "ie")
_LEAST_CHANCE = 0.01
_VOWELS = frozenset("aeiouy")

Seen = dict[str, float]
"""Name to value, of one spelling."""


def seen(
    letters: str,
    candidates: Sequence[WordCandidate],
    scores: Sequence[float],
    chances: Mapping[str, float],
    names: LatinNames,
) -> list[Seen]:
    """What the network sees of each spelling.

    Args:
        letters: The word as `greeknews_ner.names.graphemes.graphemes` gives it.
        candidates: Its spellings, the likeliest first.
        scores: What the log-linear ranking gives each.
        chances: Language to probability.
        names: Real names.
    """
    found = [dict(candidate.features) for candidate in candidates]
    best = [max(features.get(name, 0.0) for features in found) for name in _COMPARED]
    some_known = any(candidate.known for candidate in candidates)
    doubled = sum(one == other for one, other in pairwise(letters))
    for features, candidate, score in zip(found, candidates, scores, strict=True):
        for name, top in zip(_COMPARED, best, strict=True):
            features[f"{name} behind"] = features.get(name, 0.0) - top
        latin = spelt(candidate)
        if not candidate.known:
            if some_known:
                features["unknown beside known"] = 1.0
            if names.borne_once(latin):
                features["borne once"] = 1.0
        features["doubled"] = _doubled(latin) - doubled
        features["longer"] = len(latin) - len(letters)
        features["size"] = len(letters)
        features["first ranking"] = score - scores[0]
        for group in _HAS:
            if group in latin:
                features[f"has {group}"] = latin.count(group)
        features[f"ends {latin[-1:]}"] = 1.0
        features[f"of {candidate.tongue or 'none'}"] = 1.0
        if candidate.tongue:
            chance = chances.get(candidate.tongue, 0.0)
            features["language chance"] = chance
            features["language odds"] = math.log(chance + _LEAST_CHANCE)
    return found


def spelt(candidate: WordCandidate) -> str:
    """The letters a to z of the word itself, without those of a particle before it."""
    return candidate.latin.replace("^", "")


def _doubled(latin: str) -> int:
    return sum(one == other and one not in _VOWELS for one, other in pairwise(latin))


@dataclass(frozen=True, slots=True)
class Reranker:
    """The network: one hidden layer beside a weighted sum.

    Attributes:
        columns: What is seen of a spelling, to its row of ``inner``.
        languages: Language to its row of ``shared``; the rows of `KINDS` follow.
        inner: Seen things x hidden units.
        shared: Languages and kinds x hidden units.
        bias: Of the hidden units.
        linear: Seen things, what each counts by itself.
        outer: Hidden units, what each counts.
    """

    columns: Mapping[str, int]
    languages: Mapping[str, int]
    inner: Any
    shared: Any
    bias: Any
    linear: Any
    outer: Any

    def scores(
        self, found: Sequence[Seen], chances: Mapping[str, float], context: str
    ) -> list[float]:
        """Log-probabilities of spellings but for a constant.

        Args:
            found: What `seen` gives.
            chances: Language to probability.
            context: As `Ranking.score` has it: ``"one any"``, ``"last person"``.
        """
        import numpy

        width, place = len(self.columns), self.columns.get
        places: list[int] = []
        values: list[float] = []
        for begin, features in zip(range(0, len(found) * width, width), found, strict=True):
            for name, value in features.items():
                column = place(name)
                if column is not None:
                    places.append(begin + column)
                    values.append(value)
        rows: Any = numpy.zeros(len(found) * width, dtype="float32")
        rows[places] = values
        rows = rows.reshape(len(found), width)
        hidden = rows @ self.inner + self._of_word(chances, context)
        numpy.maximum(hidden, 0.0, out=hidden)
        result: list[float] = (rows @ self.linear + hidden @ self.outer).tolist()
        return result

    def _of_word(self, chances: Mapping[str, float], context: str) -> Any:
        import numpy

        told: Any = numpy.zeros(len(self.shared), dtype="float32")
        for language, chance in chances.items():
            row = self.languages.get(language)
            if row is not None:
                told[row] = chance
        for row, kind in enumerate(KINDS, start=len(self.languages)):
            told[row] = kind in context
        return told @ self.shared + self.bias
