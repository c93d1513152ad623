"""Spellings of the first letters of a word: how they are found, and which of them are followed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from operator import itemgetter
from typing import NamedTuple

from greeknews_ner.names.graphone_model import QUANTUM, Following, GraphoneModel
from greeknews_ner.names.latin_names import LatinNames

Hypothesis = tuple[float, int, str, int]
"""Log-probability in quanta, history in the model, Latin letters, and their node among real names
or -1."""

_Longer = tuple[float, int, int, Hypothesis, int]
"""Log-probability, last symbol, history, what it goes on from, and whether it may begin a name."""

_value = itemgetter(0)


class Beams(NamedTuple):
    """How wide a search is.

    Attributes:
        known: Hypotheses kept at each letter among beginnings of real names.
        known_width: Nats below the best at the same letter at which these are dropped.
        other: Hypotheses kept at each letter among all others.
        other_width: Nats below the best at which these are dropped.
    """

    known: int
    known_width: float
    other: int
    other_width: float


class Stack:
    """What spells a word up to one of its letters.

    Most of what is found is dropped again; letters are put together, and looked up among the real
    names, for the rest alone.

    Args:
        model: The joint n-gram model.
        names: Real names.
        beams: How much of it is followed.
    """

    __slots__ = ("_beams", "_found", "_known_width", "_model", "_names", "_top", "_twins", "_width")

    def __init__(self, model: GraphoneModel, names: LatinNames, beams: Beams) -> None:
        self._model, self._names, self._beams = model, names, beams
        self._known_width = beams.known_width / QUANTUM
        self._width = beams.other_width / QUANTUM
        self._top = -math.inf
        self._found: list[_Longer] = []
        self._twins: dict[tuple[int, str], int] = {}

    def extend(self, shorter: Sequence[Hypothesis], following: Following) -> None:
        """Add what becomes of shorter hypotheses by one chunk of letters.

        Args:
            shorter: Those up to the letter before the chunk.
            following: What the chunk may be after each history.
        """
        latin, leads, masks = self._model.latin, self._model.leads, self._names.masks
        found, top = self._found, self._top
        known_width = width = self._known_width
        # What begins no real name is dropped much sooner, unless there is little else.
        if len(shorter) > self._beams.other:
            width = self._width
        shared = _shared(shorter)
        for hypothesis in shorter:
            score, node, spelling, place = hypothesis
            penalty, symbols, histories, costs = following[node]
            if not costs:
                continue
            score -= penalty
            if score - costs[0] > top:
                top = score - costs[0]
            dearest = score - top + width
            mask = masks[place] if place >= 0 else 0
            dearest_known = dearest - width + known_width if mask else dearest
            may_meet = spelling in shared
            for cost, symbol, history in zip(costs, symbols, histories, strict=True):
                if cost > dearest:
                    if cost > dearest_known:
                        break
                    if not mask & leads[symbol]:
                        continue
                longer = score - cost, symbol, history, hypothesis, mask & leads[symbol]
                # A history ends with its last symbol, unless it is empty.
                if may_meet or not history:
                    self._add_twin(longer, spelling + latin[symbol])
                else:
                    found.append(longer)
        self._top = top

    def _add_twin(self, longer: _Longer, spelling: str) -> None:
        """Add what another segmentation of the same letters may have given already."""
        key = longer[2], spelling
        place = self._twins.setdefault(key, len(self._found))
        if place == len(self._found):
            self._found.append(longer)
        else:
            before = self._found[place]
            self._found[place] = log_sum(before[0], longer[0]), *before[1:]

    def best(self) -> list[Hypothesis]:
        """What is followed."""
        found, latin, walk = self._found, self._model.latin, self._names.walk
        # Twins together may be likelier than what was likeliest alone.
        top = max((self._top, *(found[place][0] for place in self._twins.values())))
        floor, other_floor = top - self._known_width, top - self._width
        known, _, other, _ = self._beams
        kept = [longer for longer in found if longer[0] >= floor]
        if len(kept) <= other:
            known, other_floor = len(kept), floor
        else:
            kept = [longer for longer in kept if longer[4] or longer[0] >= other_floor]
            kept.sort(key=_value, reverse=True)
        best = []
        for value, symbol, history, (_, _, spelling, place), may_be_known in kept:
            letters = latin[symbol]
            place = walk(place, letters) if may_be_known else -1
            if place >= 0:
                if not known:
                    continue
                known -= 1
            elif other and value >= other_floor:
                other -= 1
            else:
                continue
            best.append((value, history, spelling + letters, place))
        return best


def log_sum(one: float, other: float) -> float:
    """Logarithm of the sum of two probabilities that are given as logarithms, all in quanta."""
    if one < other:
        one, other = other, one
    return one + math.log1p(math.exp((other - one) * QUANTUM)) / QUANTUM


def _shared(hypotheses: Sequence[Hypothesis]) -> Collection[str]:
    """Letters that more than one hypothesis has, after different histories."""
    spellings = [spelling for _, _, spelling, _ in hypotheses]
    if len(set(spellings)) == len(spellings):
        return ()
    return {spelling for spelling, count in Counter(spellings).items() if count > 1}
