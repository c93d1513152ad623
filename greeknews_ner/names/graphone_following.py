"""What the symbols of one Greek chunk cost after each history of the model of spellings."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

# Log-probabilities are kept in a byte: steps of this many nats below 0.
QUANTUM = 0.06
_WIDEST = 150  # quanta that a symbol may cost more than the cheapest of its range

Entry = tuple[int, int, float]
"""A symbol, the node of the history that it makes, and its cost in nats."""
Priced = tuple[int, tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""What has still to be added to each cost, and from the cheapest on symbols, the histories that
they make, and costs, in quanta. Whole numbers, whose sums are the same in any order; tuples, since
garbage collection passes over those of numbers.
"""


class Following(dict[int, Priced]):
    """History to what may follow it, worked out when it is asked first.

    After most histories no symbol of a range has been seen, and what may follow is that of a
    shorter one at a higher price: both share their lists.

    Args:
        low: First symbol of the range.
        high: Symbol after the last one of the range.
        first: As in `GraphoneModel`, like all that follow.
        symbol: Node to its last symbol.
        cost: Node to the quantised cost of its last symbol.
        backoff: Node to the quantised cost of backing off from it.
        suffix: Node to the node of the history without its first symbol.
    """

    __slots__ = ("_backoff", "_cost", "_first", "_range", "_suffix", "_symbol")

    def __init__(
        self,
        low: int,
        high: int,
        *,
        first: array[int],
        symbol: array[int],
        cost: bytes,
        backoff: bytes,
        suffix: array[int],
    ) -> None:
        super().__init__()
        self._range = low, high
        self._first, self._symbol, self._suffix = first, symbol, suffix
        self._cost, self._backoff = cost, backoff

    def __missing__(self, node: int) -> Priced:
        """Work out what may follow a history."""
        first, symbol, suffix, backoff = self._first, self._symbol, self._suffix, self._backoff
        low, high = self._range
        # What has not been seen after it is as likely as after a shorter history.
        known: Priced | None = None
        seen: list[tuple[int, int, int, int]] = []
        shorter, penalty = node, 0
        while known is None:
            start, stop = first[shorter], first[shorter + 1]
            # Most histories have one child, which a comparison finds to be of another chunk.
            if start < stop and symbol[start] < high and symbol[stop - 1] >= low:
                start = bisect_left(symbol, low, start, stop)
                stop = bisect_left(symbol, high, start, stop)
                if start < stop:
                    seen.append((shorter, penalty, start, stop))
                    penalty = 0
            if not shorter:
                known = 0, (), (), ()
                break
            penalty += backoff[shorter]
            shorter = suffix[shorter]
            known = self.get(shorter)
        dearer, symbols, histories, costs = known
        penalty += dearer
        for shorter, before, start, stop in reversed(seen):
            joined = self._joined(start, stop, penalty, symbols, histories, costs)
            _, symbols, histories, costs = self[shorter] = joined
            penalty = before
        priced = self[node] = penalty, symbols, histories, costs
        return priced

    def after(self, node: int) -> list[Entry]:
        """The entries after a history, the cheapest first."""
        penalty, symbols, histories, costs = self[node]
        nats = [(cost + penalty) * QUANTUM for cost in costs]
        return list(zip(symbols, histories, nats, strict=True))

    def _joined(
        self,
        start: int,
        stop: int,
        penalty: int,
        other_symbols: Iterable[int],
        other_histories: Iterable[int],
        other_costs: Iterable[int],
    ) -> Priced:
        """What has been seen after a history together with what only shorter ones have.

        Args:
            start: The first of the children of the history that are of the range.
            stop: The one behind the last of them.
            penalty: What is added to the costs of the others.
            other_symbols: The others, the cheapest first.
            other_histories: The histories that they make.
            other_costs: What they cost.
        """
        first, suffix = self._first, self._suffix
        symbols, histories = list(other_symbols), list(other_histories)
        costs = [cost + penalty for cost in other_costs]
        # Of what costs the same the first symbol stands first, hence the last is put in first.
        for child in range(stop - 1, start - 1, -1):
            symbol, cost, history = self._symbol[child], self._cost[child], child
            # A history without children of its own is worth no more than its suffix.
            while history and first[history] == first[history + 1]:
                history = suffix[history]
            if symbol in symbols:
                place = symbols.index(symbol)
                del symbols[place], histories[place], costs[place]
            place = bisect_left(costs, cost)
            symbols.insert(place, symbol)
            histories.insert(place, history)
            costs.insert(place, cost)
        if costs[-1] > costs[0] + _WIDEST:
            end = bisect_right(costs, costs[0] + _WIDEST)
            del symbols[end:], histories[end:], costs[end:]
        return 0, tuple(symbols), tuple(histories), tuple(costs)
