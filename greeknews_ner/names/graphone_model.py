"""A joint n-gram model of Greek chunks and the Latin letters that they stand for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import itemgetter

# Log-probabilities are kept in a byte: steps of this many nats below 0.
QUANTUM = 0.06
_MOST_EXPANDED = 200_000
_WIDEST = 9.0  # nats that a symbol may cost more than the cheapest of its range
_cost = itemgetter(2)


@dataclass(slots=True)
class GraphoneModel:
    """A back-off n-gram model as a trie in flat arrays.

    A node is an n-gram; node 0 is the empty one. The children of a node stand next to one another,
    ordered by symbol, and symbols are ordered by Greek chunk, so that all that a chunk can become
    after a history is one range.

    Attributes:
        order: Length of the longest n-gram.
        latin: Symbol to the Latin letters of its graphone.
        ranges: Greek chunk to the half-open range of its symbols.
        end: The symbol that ends a word.
        start: Node of the history at the beginning of a word.
        first: Node to its first child; one more entry than nodes.
        symbol: Node to its last symbol.
        cost: Node to the quantised cost of its last symbol after the others.
        backoff: Node to the quantised cost of backing off from it.
        suffix: Node to the node of the history without its first symbol.
    """

    order: int
    latin: list[str]
    ranges: dict[str, tuple[int, int]]
    end: int
    start: int
    first: array[int]
    symbol: array[int]
    cost: bytes
    backoff: bytes
    suffix: array[int]
    _expanded: dict[tuple[int, int, int], tuple[tuple[int, int, float], ...]] = field(
        default_factory=dict, repr=False
    )

    def after(self, node: int, low: int, high: int) -> tuple[tuple[int, int, float], ...]:
        """What symbols of a range may follow a history.

        Args:
            node: The history.
            low: First symbol of the range.
            high: Symbol after the last one of the range.

        Returns:
            Triples of (symbol, node of the new history, cost in nats), cheapest first.
        """
        key = (node, low, high)
        known = self._expanded.get(key)
        if known is not None:
            return known
        symbol, cost = self.symbol, self.cost
        start, stop = self.first[node], self.first[node + 1]
        place = bisect_left(symbol, low, start, stop)
        own: dict[int, tuple[int, int, float]] = {}
        while place < stop and (this := symbol[place]) < high:
            own[this] = (this, self._longest(place), cost[place] * QUANTUM)
            place += 1
        result = tuple(own.values())
        if node:
            # What has not been seen after this history is as likely as after a shorter one.
            penalty = self.backoff[node] * QUANTUM
            shorter = self.after(self.suffix[node], low, high)
            result += tuple([(s, n, c + penalty) for s, n, c in shorter if s not in own])
        result = tuple(sorted(result, key=_cost))
        if len(result) > 1 and result[-1][2] > result[0][2] + _WIDEST:
            most = result[0][2] + _WIDEST
            result = tuple([entry for entry in result if entry[2] <= most])
        if len(self._expanded) > _MOST_EXPANDED:
            self._expanded.clear()
        self._expanded[key] = result
        return result

    def _longest(self, node: int) -> int:
        # A history without children of its own is worth no more than its suffix.
        while node and self.first[node] == self.first[node + 1]:
            node = self.suffix[node]
        return node

    def clear(self) -> None:
        """Forget the histories expanded so far."""
        self._expanded.clear()
