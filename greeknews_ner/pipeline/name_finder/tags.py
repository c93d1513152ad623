"""The BILUO tags of a set of entity labels, and which tag may follow which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

__all__ = ["TagScheme"]


@dataclass(frozen=True)
class TagScheme:
    """Tags of labels: ``O`` is 0, then Begin, In, Last and Unit of each label in turn.

    Attributes:
        labels: Entity labels, in the order of the model's outputs.
    """

    labels: tuple[str, ...]

    def __len__(self) -> int:
        return 1 + 4 * len(self.labels)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The tags as text: ``O``, ``B-PERSON``, ``I-PERSON`` ..."""
        return ("O", *(f"{letter}-{label}" for label in self.labels for letter in "BILU"))

    @cached_property
    def _index(self) -> dict[str, int]:
        return {name: index for index, name in enumerate(self.names)}

    @cached_property
    def openers(self) -> NDArray[np.intp]:
        """Tags that may stand after a closed span: ``O``, every Begin, every Unit."""
        return self._tags_of("OBU")

    @cached_property
    def closers(self) -> NDArray[np.intp]:
        """Tags after which no span is open: ``O``, every Last, every Unit."""
        return self._tags_of("OLU")

    def _tags_of(self, letters: str) -> NDArray[np.intp]:
        return np.array(
            [i for i, name in enumerate(self.names) if name[0] in letters], dtype=np.intp
        )

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """Which tag (row) may be followed by which (column), shape (tags, tags)."""
        table = np.zeros((len(self), len(self)), dtype=bool)
        table[np.ix_(self.closers, self.openers)] = True
        for begin in range(1, len(self), 4):
            table[begin : begin + 2, begin + 1 : begin + 3] = True
        return table

    def encode(self, tags: Iterable[str | None]) -> NDArray[np.intp]:
        """Return tag numbers; -1 where the tag is unknown or its label is not in the scheme."""
        return np.array([self._index.get(tag or "", -1) for tag in tags], dtype=np.intp)

    def encode_iob(
        self, iob: NDArray[np.integer], labels: Sequence[int] | NDArray[np.intp]
    ) -> NDArray[np.intp]:
        """Return tag numbers from what spaCy keeps of each token.

        Args:
            iob: 0 where nothing is annotated, 1 inside, 2 outside, 3 at the beginning of a span.
            labels: Index of the label, -1 if it is not in the scheme.
        """
        inside = iob == 1
        goes_on = np.append(inside[1:], False)
        # Begin 0, In 1, Last 2, Unit 3 within the label's four tags.
        place = np.where(inside, np.where(goes_on, 1, 2), np.where(goes_on, 0, 3))
        numbers = np.asarray(labels, dtype=np.intp)
        tags = np.where(numbers >= 0, 1 + 4 * numbers + place, -1)
        tags[iob == 2] = 0
        tags[iob == 0] = -1
        return tags.astype(np.intp)

    def span_tags(self, length: int, label: int) -> list[int]:
        """Return the tag numbers of one span.

        Args:
            length: Of the span, in tokens, at least one.
            label: Index into :attr:`labels`.
        """
        begin = 1 + 4 * label
        if length == 1:
            return [begin + 3]
        return [begin, *[begin + 1] * (length - 2), begin + 2]

    def spans(self, tags: Sequence[int] | NDArray[np.intp]) -> list[tuple[int, int, int]]:
        """Return (start, end, label index) of the spans of a well-formed tag sequence."""
        found: list[tuple[int, int, int]] = []
        numbers = np.asarray(tags, dtype=np.intp)
        start = -1
        for index in np.flatnonzero(numbers).tolist():
            label, place = divmod(int(numbers[index]) - 1, 4)
            if place == 0:
                start = index
            elif place == 3:
                found.append((index, index + 1, label))
            elif place == 2 and start >= 0:
                found.append((start, index + 1, label))
                start = -1
        return found
