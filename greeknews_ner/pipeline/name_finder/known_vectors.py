"""Vectors that a network has made of words, kept from one batch to the next."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable

import numpy as np
from numpy.typing import NDArray

__all__ = ["KnownVectors"]


class KnownVectors:
    """A bounded table from the number of a word to its vector.

    It forgets everything when it is full, instead of growing with the dump, and when the weights
    are others.

    Args:
        capacity: How many vectors are kept; those of one batch are, however many they are.
    """

    def __init__(self, capacity: int = 32768) -> None:
        self.capacity = capacity
        self._known = 0
        self._slots: NDArray[np.int32] = np.zeros(0, dtype=np.int32)
        self._vectors: NDArray[np.float32] | None = None
        self._mark: Hashable = None
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many vectors are known."""
        return self._known

    def vectors(
        self,
        numbers: NDArray[np.intp],
        mark: Hashable,
        make: Callable[[NDArray[np.intp]], NDArray[np.float32]],
    ) -> NDArray[np.float32]:
        """The vectors of words, those that are not known made anew.

        Args:
            numbers: One a word, small and not negative; there must be one at least.
            mark: What tells the weights, and what the numbers stand for, from others.
            make: From positions in ``numbers`` to an array of their vectors, in order.
        """
        with self._lock:
            if mark != self._mark:
                self._forget()
                self._mark, self._vectors = mark, None
            self._make_room(int(numbers.max()) + 1)
            slots = self._slots[numbers]
            if (slots < 0).any():
                new = _firsts(numbers, np.flatnonzero(slots < 0))
                if self._known + len(new) > self.capacity:
                    self._forget()
                    new = _firsts(numbers, np.arange(len(numbers)))
                self._add(numbers[new], make(new))
                slots = self._slots[numbers]
            assert self._vectors is not None  # there is a word at least
            found: NDArray[np.float32] = self._vectors[slots]
        return found

    def _forget(self) -> None:
        self._known = 0
        self._slots.fill(-1)

    def _make_room(self, size: int) -> None:
        if size > len(self._slots):
            larger = np.full(max(2048, 2 * size), -1, dtype=np.int32)
            larger[: len(self._slots)] = self._slots
            self._slots = larger

    def _add(self, numbers: NDArray[np.intp], made: NDArray[np.float32]) -> None:
        known, first = self._vectors, self._known
        needed = first + len(numbers)
        if known is None or len(known) < needed:
            rows = max(1024, needed, min(2 * needed, self.capacity))
            larger = np.empty((rows, made.shape[1]), dtype=made.dtype)
            if known is not None:
                larger[:first] = known[:first]
            self._vectors = known = larger
        known[first:needed] = made
        self._slots[numbers] = np.arange(first, needed)
        self._known = needed


def _firsts(numbers: NDArray[np.intp], positions: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of some positions, in order, those where a number stands for the first time."""
    _, first = np.unique(numbers[positions], return_index=True)
    return positions[np.sort(first)]
