"""Interpolated Kneser-Ney n-grams of graphones, packed into the arrays that ship."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence

from greeknews_ner.names.graphone_model import QUANTUM, GraphoneModel
from training.english.align import Graphone

START, END = -1, 0


def train(
    words: Sequence[tuple[Sequence[Graphone], int]], *, order: int, cut: int = 1
) -> GraphoneModel:
    """Estimate and pack a model.

    Args:
        words: Aligned words with how often each counts.
        order: Length of the longest n-gram.
        cut: N-grams of four and more graphones seen fewer times are left out.
    """
    frequency = Counter(g for graphones, count in words for g in graphones)
    graphones = sorted(g for g, count in frequency.items() if count >= 2)
    number = {g: place + 2 for place, g in enumerate(graphones)}
    start_symbol, end_symbol = 0, 1
    latin = ["", "", *(g[1] for g in graphones)]
    ranges: dict[str, tuple[int, int]] = {}
    for g in graphones:
        low = ranges.get(g[0], (number[g], 0))[0]
        ranges[g[0]] = (low, number[g] + 1)
    counts: list[Counter[tuple[int, ...]]] = [Counter() for _ in range(order + 1)]
    for word, count in words:
        if any(g not in number for g in word):
            continue
        symbols = (start_symbol, *(number[g] for g in word), end_symbol)
        for place in range(1, len(symbols)):
            for length in range(1, order + 1):
                if place + 1 - length < 0:
                    break
                counts[length][symbols[place + 1 - length : place + 1]] += count
    raw = counts
    counts = [Counter() for _ in range(order + 1)]
    counts[order] = raw[order]
    for length in range(order - 1, 0, -1):
        # The Kneser-Ney count: how many different symbols stand before; all of it where the
        # n-gram begins a word and nothing can.
        for gram in raw[length + 1]:
            counts[length][gram[1:]] += 1
        for gram, count in raw[length].items():
            if gram[0] == start_symbol:
                counts[length][gram] = count
    for length in range(4, order + 1):
        if cut > 1:
            counts[length] = Counter(
                {g: c for g, c in counts[length].items() if raw[length][g] >= cut}
            )
    probability: list[dict[tuple[int, ...], float]] = [{} for _ in range(order + 1)]
    backoff: dict[tuple[int, ...], float] = {}
    total = sum(counts[1].values())
    size = len(counts[1])
    for gram, count in counts[1].items():
        probability[1][gram] = 0.98 * count / total + 0.02 / size
    for length in range(2, order + 1):
        ones = sum(1 for c in counts[length].values() if c == 1)
        twos = sum(1 for c in counts[length].values() if c == 2)
        discount = ones / (ones + 2 * twos) if ones and twos else 0.5
        totals: Counter[tuple[int, ...]] = Counter()
        kinds: Counter[tuple[int, ...]] = Counter()
        for gram, count in counts[length].items():
            totals[gram[:-1]] += count
            kinds[gram[:-1]] += 1
        for history, n in kinds.items():
            backoff[history] = discount * n / totals[history]
        for gram, count in counts[length].items():
            history = gram[:-1]
            lower = probability[length - 1].get(gram[1:])
            if lower is None:
                lower = _lower(gram[1:], probability, backoff)
            probability[length][gram] = (
                max(count - discount, 0) / totals[history] + backoff[history] * lower
            )
    return _pack(order, latin, ranges, probability, backoff)


def _lower(
    gram: tuple[int, ...],
    probability: list[dict[tuple[int, ...], float]],
    backoff: dict[tuple[int, ...], float],
) -> float:
    found = probability[len(gram)].get(gram)
    if found is not None:
        return found
    return backoff.get(gram[:-1], 1.0) * _lower(gram[1:], probability, backoff)


def _pack(
    order: int,
    latin: list[str],
    ranges: dict[str, tuple[int, int]],
    probability: list[dict[tuple[int, ...], float]],
    backoff: dict[tuple[int, ...], float],
) -> GraphoneModel:
    # The start symbol is a history and never predicted.
    probability[1][(0,)] = 1e-9
    children: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for length in range(1, order + 1):
        for gram in probability[length]:
            children[gram[:-1]].append(gram[-1])
    # Every prefix must be a node of its own.
    for length in range(order, 1, -1):
        for gram in list(probability[length]):
            prefix = gram[:-1]
            if prefix not in probability[length - 1]:
                probability[length - 1][prefix] = _lower(prefix, probability, backoff)
                children[prefix[:-1]].append(prefix[-1])
    nodes: list[tuple[int, ...]] = [()]
    first = array("i")
    index: dict[tuple[int, ...], int] = {(): 0}
    place = 0
    while place < len(nodes):
        gram = nodes[place]
        first.append(len(nodes))
        for symbol in sorted(children.get(gram, ())):
            child = (*gram, symbol)
            index[child] = len(nodes)
            nodes.append(child)
        place += 1
    first.append(len(nodes))
    symbols = array("H", [0, *(gram[-1] for gram in nodes[1:])])
    cost = bytes([0, *(_quantised(probability[len(g)][g]) for g in nodes[1:])])
    weights = bytes([0, *(_quantised(backoff.get(g, 1.0)) for g in nodes[1:])])
    suffix = array("i", [0, *(_suffix(g, index) for g in nodes[1:])])
    return GraphoneModel(
        order=order, latin=latin, ranges=ranges, end=1, start=index[0,],
        first=first, symbol=symbols, cost=cost, backoff=weights, suffix=suffix,
    )  # fmt: skip


def _suffix(gram: tuple[int, ...], index: dict[tuple[int, ...], int]) -> int:
    for begin in range(1, len(gram)):
        found = index.get(gram[begin:])
        if found is not None:
            return found
    return 0


def _quantised(probability: float) -> int:
    return min(255, round(-math.log(max(probability, 1e-12)) / QUANTUM))
