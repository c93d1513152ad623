"""A joint n-gram model of Greek chunks and the Latin letters that they stand for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

# Log-probabilities are kept in a byte: steps of this many nats below 0.
QUANTUM = 0.06


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
        found: list[tuple[int, int, float]] = []
        seen: set[int] = set()
        penalty = 0
        symbol, first, cost = self.symbol, self.first, self.cost
        while True:
            start, stop = first[node], first[node + 1]
            place = bisect_left(symbol, low, start, stop)
            while place < stop and symbol[place] < high:
                this = symbol[place]
                if this not in seen:
                    seen.add(this)
                    found.append((this, place, (cost[place] + penalty) * QUANTUM))
                place += 1
            if node == 0:
                break
            penalty += self.backoff[node]
            node = self.suffix[node]
        # A history without children of its own is worth no more than its suffix.
        found.sort(key=lambda item: item[2])
        result = tuple((s, self._longest(n), c) for s, n, c in found)
        if len(self._expanded) > 200_000:
            self._expanded.clear()
        self._expanded[key] = result
        return result

    def _longest(self, node: int) -> int:
        while node and self.first[node] == self.first[node + 1]:
            node = self.suffix[node]
        return node

    def clear(self) -> None:
        """Forget the histories expanded so far."""
        self._expanded.clear()
