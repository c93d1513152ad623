"""Long sentences go through the encoder in overlapping windows, short ones side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["LONGEST", "OVERLAP", "Window", "by_length", "merge", "windows"]

LONGEST = 240
"""Pieces of the longest window: the encoder saw no longer rows in training."""

OVERLAP = 80
"""Pieces that a window shares with the one before it."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words of one sentence.

    Attributes:
        sentence: Number of the sentence.
        start: First word.
        ids: Piece ids.
        heads: Place of each word's first piece in ``ids``.
    """

    sentence: int
    start: int
    ids: Sequence[int]
    heads: Sequence[int]

    @property
    def end(self) -> int:
        """Word after the last."""
        return self.start + len(self.heads)


def windows(
    sentence: int, words: int, ids: Sequence[int], word_ids: Sequence[int | None]
) -> Iterator[Window]:
    """Cut one sentence at word borders.

    A word longer than a window keeps only the pieces that fit.

    Args:
        sentence: Number of the sentence.
        words: Its number of words.
        ids: Its pieces.
        word_ids: Word of each piece.

    Raises:
        ValueError: A word has no piece.
    """
    heads = [-1] * words
    for place, word in enumerate(word_ids):
        if word is not None and heads[word] < 0:
            heads[word] = place
    if -1 in heads:
        raise ValueError(f"word {heads.index(-1)} has no piece")
    borders = [*heads, len(ids)]
    start = 0
    while start < words:
        end = start + 1
        while end < words and borders[end + 1] - borders[start] <= LONGEST:
            end += 1
        stop = min(borders[end], borders[start] + LONGEST)
        yield Window(
            sentence,
            start,
            ids[borders[start] : stop],
            [head - borders[start] for head in heads[start:end]],
        )
        if end == words:
            return
        back = end
        while back - 1 > start and borders[end] - borders[back - 1] <= OVERLAP:
            back -= 1
        start = back


def by_length(cut: Sequence[Window], pieces: int) -> Iterator[list[Window]]:
    """Group windows of like length, at most so many pieces a group with the padding."""
    batch: list[Window] = []
    for window in sorted(cut, key=lambda window: -len(window.ids)):
        if batch and (len(batch) + 1) * (len(batch[0].ids) + 2) > pieces:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def merge(parts: Sequence[tuple[Window, Floats]], lengths: Sequence[int]) -> list[Floats]:
    """Put the windows' scores together again.

    A word that stands in two windows is scored by the one in which it is farther from the edge.

    Args:
        parts: Windows and their scores, words x tags, in any order.
        lengths: Words of each sentence.

    Returns:
        Scores of each sentence, words x tags.
    """
    by_sentence: list[list[tuple[Window, Floats]]] = [[] for _ in lengths]
    for window, scores in parts:
        by_sentence[window.sentence].append((window, scores))
    result = []
    for pieces in by_sentence:
        pieces.sort(key=lambda part: part[0].start)
        kept = []
        reached = 0
        for number, (window, scores) in enumerate(pieces):
            until = window.end
            if number + 1 < len(pieces):
                until = (pieces[number + 1][0].start + window.end + 1) // 2
            kept.append(scores[reached - window.start : until - window.start])
            reached = until
        result.append(np.concatenate(kept))
    return result
