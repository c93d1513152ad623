"""Beam search for the Latin spellings of a Greek word."""

from __future__ import annotations

import math
from collections.abc import Sequence

from greeknews_ner.names.graphone_model import GraphoneModel

BEAM = 24
WIDTH = 7.0  # nats below the best hypothesis of the same length


def decode(
    model: GraphoneModel, letters: str, *, beam: int = BEAM, width: float = WIDTH
) -> list[tuple[str, float]]:
    """Latin spellings of one word, best first.

    Args:
        model: The joint n-gram model.
        letters: One Greek word as `graphemes` gives it.
        beam: Hypotheses kept at each letter.
        width: Hypotheses this many nats worse than the best at the same letter are dropped.

    Returns:
        Pairs of (spelling, log-probability summed over its segmentations); empty when the word
        has a letter that the model does not know.
    """
    size = len(letters)
    stacks: list[dict[tuple[int, str], float]] = [{} for _ in range(size + 1)]
    stacks[0][model.start, ""] = 0.0
    ranges = [_ranges(model, letters, place) for place in range(size)]
    latin = model.latin
    for place in range(size):
        for (node, spelling), score in _best(stacks[place], beam, width):
            for length, low, high in ranges[place]:
                stack = stacks[place + length]
                for symbol, after, cost in model.after(node, low, high):
                    key = (after, spelling + latin[symbol])
                    value = score - cost
                    before = stack.get(key)
                    if before is None:
                        stack[key] = value
                    elif before < value:
                        stack[key] = value + math.log1p(math.exp(before - value))
                    else:
                        stack[key] = before + math.log1p(math.exp(value - before))
    totals: dict[str, float] = {}
    for (node, spelling), score in _best(stacks[size], beam * 2, width * 1.5):
        ending = model.after(node, model.end, model.end + 1)
        if ending and spelling:
            value = score - ending[0][2]
            before = totals.get(spelling)
            totals[spelling] = (
                value
                if before is None
                else max(before, value) + math.log1p(math.exp(-abs(before - value)))
            )
    return sorted(totals.items(), key=lambda item: -item[1])


def _best(
    stack: dict[tuple[int, str], float], beam: int, width: float
) -> Sequence[tuple[tuple[int, str], float]]:
    if not stack:
        return ()
    floor = max(stack.values()) - width
    kept = [item for item in stack.items() if item[1] >= floor]
    if len(kept) > beam:
        kept.sort(key=lambda item: -item[1])
        del kept[beam:]
    return kept


def _ranges(model: GraphoneModel, letters: str, place: int) -> list[tuple[int, int, int]]:
    found = []
    for length in range(1, min(4, len(letters) - place) + 1):
        symbols = model.ranges.get(letters[place : place + length])
        if symbols is not None:
            found.append((length, *symbols))
    return found
