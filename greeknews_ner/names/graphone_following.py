"""What the symbols of one Greek chunk cost after each history of the model of spellings."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

# Log-probabilities are kept in a byte: steps of this many nats below 0.
QUANTUM = 0.06
_WIDEST = 9.0  # nats that a symbol may cost more than the cheapest of its range

Entry = tuple[int, int, float]
"""A symbol, the node of the history that it makes, and its cost in nats."""
Priced = tuple[tuple[float, ...], tuple[int, ...], tuple[int, ...], tuple[float, ...]]
"""What has still to be added to each cost, in order, and from the cheapest on symbols, the
histories that they make, and costs. Tuples, since garbage collection passes over those of numbers.
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
        priced = self[node] = self._worked_out(node)
        return priced

    def _worked_out(self, node: int) -> Priced:
        priced: Priced = (), (), (), ()
        if node:
            # What has not been seen after it is as likely as after a shorter history.
            suffix = self._suffix[node]
            penalties, symbols, histories, costs = self.get(suffix) or self._worked_out(suffix)
            priced = (*penalties, self._backoff[node] * QUANTUM), symbols, histories, costs
        start, stop = self._first[node], self._first[node + 1]
        low, high = self._range
        # Most histories have one child, which a comparison finds to be of another chunk.
        may_have = start < stop and self._symbol[start] < high and self._symbol[stop - 1] >= low
        if may_have and (seen := self._seen(start, stop)):
            priced = self[node] = _joined(seen, *priced)
        return priced

    def after(self, node: int) -> list[Entry]:
        """The entries after a history, the cheapest first."""
        penalties, symbols, histories, costs = self[node]
        return list(zip(symbols, histories, _dearer(costs, penalties), strict=True))

    def _seen(self, start: int, stop: int) -> Sequence[Entry]:
        """The symbols of the range among the children of a history, in their order."""
        first, symbol, suffix, (low, high) = self._first, self._symbol, self._suffix, self._range
        seen = []
        begin = bisect_left(symbol, low, start, stop)
        for child in range(begin, bisect_left(symbol, high, begin, stop)):
            history = child
            # A history without children of its own is worth no more than its suffix.
            while history and first[history] == first[history + 1]:
                history = suffix[history]
            seen.append((symbol[child], history, self._cost[child] * QUANTUM))
        return seen


def _joined(
    seen: Sequence[Entry],
    penalties: Iterable[float],
    other_symbols: Iterable[int],
    other_histories: Iterable[int],
    other_costs: Iterable[float],
) -> Priced:
    """What has been seen after a history together with what only shorter ones have."""
    symbols, histories = list(other_symbols), list(other_histories)
    costs = _dearer(other_costs, penalties)
    # Of what costs the same the first symbol stands first, hence the last is put in first.
    for symbol, history, cost in reversed(seen):
        if symbol in symbols:
            place = symbols.index(symbol)
            del symbols[place], histories[place], costs[place]
        place = bisect_left(costs, cost)
        symbols.insert(place, symbol)
        histories.insert(place, history)
        costs.insert(place, cost)
    end = bisect_right(costs, costs[0] + _WIDEST)
    return (), tuple(symbols[:end]), tuple(histories[:end]), tuple(costs[:end])


def _dearer(costs: Iterable[float], penalties: Iterable[float]) -> list[float]:
    for penalty in penalties:
        costs = [cost + penalty for cost in costs]
    return list(costs)
