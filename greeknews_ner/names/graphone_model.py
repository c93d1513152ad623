"""A joint n-gram model of Greek chunks and the Latin letters that they stand for."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

# Log-probabilities are kept in a byte: steps of this many nats below 0.
QUANTUM = 0.06
_MOST_EXPANDED = 200_000
_WIDEST = 9.0  # nats that a symbol may cost more than the cheapest of its range
_cost = itemgetter(2)

Entry = tuple[int, int, float]
"""A symbol, the node of the history that it makes, and its cost in nats."""


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
    _expanded: dict[tuple[int, int, int], tuple[tuple[float, ...], Sequence[Entry]]] = field(
        default_factory=dict, repr=False
    )

    def after(self, node: int, low: int, high: int) -> tuple[Entry, ...]:
        """What symbols of a range may follow a history.

        Args:
            node: The history.
            low: First symbol of the range.
            high: Symbol after the last one of the range.

        Returns:
            Triples of (symbol, node of the new history, cost in nats), cheapest first.
        """
        return tuple(_dearer(*self.expanded(node, low, high)))

    def expanded(self, node: int, low: int, high: int) -> tuple[tuple[float, ...], Sequence[Entry]]:
        """Like :meth:`after`, with what has still to be added to each cost, in order, before it.

        After most histories no symbol of a range has been seen, and what may follow is that of a
        shorter one at a higher price.
        """
        key = (node, low, high)
        known = self._expanded.get(key)
        if known is not None:
            return known
        symbol, cost, first, suffix = self.symbol, self.cost, self.first, self.suffix
        start, stop = first[node], first[node + 1]
        place = bisect_left(symbol, low, start, stop)
        own: dict[int, Entry] = {}
        while place < stop and (this := symbol[place]) < high:
            longest = place
            # A history without children of its own is worth no more than its suffix.
            while longest and first[longest] == first[longest + 1]:
                longest = suffix[longest]
            own[this] = (this, longest, cost[place] * QUANTUM)
            place += 1
        found = list(own.values())
        result: tuple[tuple[float, ...], Sequence[Entry]]
        if not node:
            result = (), _cheapest(found)
        else:
            # What has not been seen after this history is as likely as after a shorter one.
            penalties, shorter = self.expanded(suffix[node], low, high)
            penalties = (*penalties, self.backoff[node] * QUANTUM)
            if not own:
                result = penalties, shorter
            else:
                unseen = [entry for entry in shorter if entry[0] not in own]
                result = (), _cheapest([*found, *_dearer(penalties, unseen)])
        if len(self._expanded) > _MOST_EXPANDED:
            self._expanded.clear()
        self._expanded[key] = result
        return result

    def clear(self) -> None:
        """Forget the histories expanded so far."""
        self._expanded.clear()


def _dearer(penalties: Iterable[float], entries: Sequence[Entry]) -> Sequence[Entry]:
    for penalty in penalties:
        entries = [(s, n, c + penalty) for s, n, c in entries]
    return entries


def _cheapest(found: list[Entry]) -> list[Entry]:
    """In order of cost, without those that are far dearer than the first."""
    found.sort(key=_cost)
    if len(found) > 1 and found[-1][2] > found[0][2] + _WIDEST:
        del found[bisect_right(found, found[0][2] + _WIDEST, key=_cost) :]
    return found
