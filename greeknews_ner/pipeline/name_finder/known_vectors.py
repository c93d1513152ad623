"""Vectors that a network has made of words, kept from one batch to the next."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["KnownVectors"]


class KnownVectors:
    """A bounded table from the key of a word's features to its vector.

    It forgets everything when it is full, instead of growing with the dump, and when the weights
    are others.

    Args:
        capacity: How many vectors are kept; those of one batch are, however many they are.
    """

    def __init__(self, capacity: int = 32768) -> None:
        self.capacity = capacity
        self._index: dict[int, int] = {}
        self._vectors: NDArray[np.float32] | None = None
        self._mark = b""
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many vectors are known."""
        return len(self._index)

    def vectors(
        self, keys: Sequence[int], mark: bytes, make: Callable[[list[int]], Any]
    ) -> NDArray[np.float32]:
        """The vectors of keys, those that are not known made anew.

        Args:
            keys: One a word.
            mark: What tells the weights from others.
            make: From positions in ``keys`` to an array of their vectors, in order; more rows
                may follow.
        """
        with self._lock:
            index = self._index
            if mark != self._mark:
                index.clear()
                self._mark, self._vectors = mark, None
            missing = {key: place for place, key in enumerate(keys) if key not in index}
            if len(index) + len(missing) > self.capacity:
                index.clear()
                missing = {key: place for place, key in enumerate(keys)}
            if missing:
                self._add(list(missing), np.asarray(make(list(missing.values()))))
            assert self._vectors is not None  # keys are never empty
            found: NDArray[np.float32] = self._vectors[[index[key] for key in keys]]
        return found

    def _add(self, keys: list[int], made: NDArray[np.float32]) -> None:
        known, first = self._vectors, len(self._index)
        needed = first + len(keys)
        if known is None or len(known) < needed:
            rows = max(1024, needed, min(2 * needed, self.capacity))
            larger = np.empty((rows, made.shape[1]), dtype=made.dtype)
            if known is not None:
                larger[:first] = known[:first]
            self._vectors = known = larger
        known[first:needed] = made[: len(keys)]
        for place, key in enumerate(keys, start=first):
            self._index[key] = place
