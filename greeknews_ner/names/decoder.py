"""Beam search for the Latin spellings of a Greek word."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from greeknews_ner.names.graphone_model import GraphoneModel
from greeknews_ner.names.latin_names import LatinNames


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


BEAMS = Beams(20, 9.0, 10, 5.5)
WIDE = Beams(40, 12.0, 14, 6.5)

Hypothesis = tuple[tuple[int, str], float]


def decode(
    model: GraphoneModel,
    names: LatinNames,
    letters: str,
    beams: Beams = BEAMS,
) -> list[tuple[str, float, int]]:
    """Latin spellings of one word, best first.

    Real names are followed beside the likeliest letters, because the spelling of a name that
    people bear may be far down among all that its sounds allow.

    Args:
        model: The joint n-gram model.
        names: Real names.
        letters: One Greek word as `graphemes` gives it.
        beams: How wide the search is.

    Returns:
        Triples of (spelling, log-probability summed over its segmentations, number of the real
        name or -1); empty when the word has a letter that the model does not know.
    """
    size = len(letters)
    stacks: list[dict[tuple[int, str], float]] = [{} for _ in range(size + 1)]
    stacks[0][model.start, ""] = 0.0
    places: dict[str, int] = {"": 0}
    known_width = beams.known_width
    latin, expanded, walk = model.latin, model.expanded, names.walk
    floors = [-math.inf] * (size + 1)
    for place in range(size):
        ranges = _ranges(model, letters, place)
        for (node, spelling), score in _best(stacks[place], places, beams):
            here = places[spelling]
            for length, low, high in ranges:
                stack = stacks[place + length]
                floor = floors[place + length]
                penalties, entries = expanded(node, low, high)
                for symbol, history, cost in entries:
                    for penalty in penalties:
                        cost += penalty
                    value = score - cost
                    if value < floor:
                        break
                    if value - known_width > floor:
                        floor = floors[place + length] = value - known_width
                    added = latin[symbol]
                    longer = spelling + added
                    key = (history, longer)
                    before = stack.get(key)
                    if before is None:
                        stack[key] = value
                        if longer not in places:
                            places[longer] = walk(here, added) if here >= 0 else -1
                    else:
                        stack[key] = _sum(before, value)
    totals: dict[str, float] = {}
    wide = Beams(beams.known * 2, known_width * 1.5, beams.other * 2, beams.other_width * 1.5)
    for (node, spelling), score in _best(stacks[size], places, wide):
        ending = model.after(node, model.end, model.end + 1)
        if ending and spelling:
            value = score - ending[0][2]
            before = totals.get(spelling)
            totals[spelling] = value if before is None else _sum(before, value)
    found = [(s, value, names.number(places[s])) for s, value in totals.items()]
    found.sort(key=lambda item: -item[1])
    return found


def _sum(one: float, other: float) -> float:
    if one < other:
        one, other = other, one
    return one + math.log1p(math.exp(other - one))


def _best(
    stack: dict[tuple[int, str], float],
    places: dict[str, int],
    beams: Beams,
) -> Iterable[Hypothesis]:
    if not stack:
        return ()
    known_beam, known_width, open_beam, open_width = beams
    top = max(stack.values())
    floor = top - known_width
    kept = [item for item in stack.items() if item[1] >= floor]
    if len(kept) <= open_beam:
        return kept
    kept.sort(key=lambda item: -item[1])
    best = []
    open_floor = top - open_width
    for item in kept:
        if places[item[0][1]] >= 0:
            if known_beam > 0:
                known_beam -= 1
                best.append(item)
        elif open_beam > 0 and item[1] >= open_floor:
            open_beam -= 1
            best.append(item)
    return best


def _ranges(model: GraphoneModel, letters: str, place: int) -> list[tuple[int, int, int]]:
    found = []
    for length in range(1, min(4, len(letters) - place) + 1):
        symbols = model.ranges.get(letters[place : place + length])
        if symbols is not None:
            found.append((length, *symbols))
    return found
