"""A joint n-gram model of Greek chunks and the Latin letters that they stand for."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from greeknews_ner.names.graphone_following import QUANTUM, Entry, Following

__all__ = ["QUANTUM", "Entry", "Following", "GraphoneModel"]

_A = ord("a")
_MOST_HISTORIES = 150_000  # some 90 MB


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
        leads: Symbol to the bit of its first Latin letter, bit 0 for a; all bits where it has none.
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
    leads: list[int] = field(init=False, repr=False, compare=False)
    _following: dict[tuple[int, int], Following] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Tell the first letters of the symbols."""
        self.leads = [1 << (ord(letters[0]) - _A) if letters else -1 for letters in self.latin]

    def following(self, low: int, high: int) -> Following:
        """What symbols of a range may follow each history.

        Args:
            low: First symbol of the range.
            high: Symbol after the last one of the range.
        """
        known = self._following.get((low, high))
        if known is None:
            known = self._following[low, high] = Following(
                low,
                high,
                first=self.first,
                symbol=self.symbol,
                cost=self.cost,
                backoff=self.backoff,
                suffix=self.suffix,
            )
        return known

    def after(self, node: int, low: int, high: int) -> Sequence[Entry]:
        """What symbols of a range may follow a history.

        Args:
            node: The history.
            low: First symbol of the range.
            high: Symbol after the last one of the range.

        Returns:
            Triples of (symbol, node of the new history, cost in nats), cheapest first.
        """
        return self.following(low, high).after(node)

    def trim(self) -> None:
        """Forget what was asked so far when it takes much room."""
        if sum(map(len, self._following.values())) > _MOST_HISTORIES:
            self.clear()

    def clear(self) -> None:
        """Forget what was asked so far."""
        self._following.clear()
