from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.pipeline.onnx_finder.windows import (
    LONGEST,
    OVERLAP,
    by_length,
    merge,
    windows,
)

SIZES = st.lists(
    st.integers(1, 40) | st.integers(LONGEST - 1, LONGEST + 20), min_size=1, max_size=80
)


def pieces_of(sizes: list[int]) -> tuple[list[int], list[int | None]]:
    words: list[int | None] = [word for word, size in enumerate(sizes) for _ in range(size)]
    return list(range(len(words))), words


@given(st.lists(SIZES, min_size=1, max_size=4))
def test_every_word_is_scored_once_by_its_own_first_piece(documents: list[list[int]]) -> None:
    cut = []
    for number, sizes in enumerate(documents):
        cut.extend(windows(number, len(sizes), *pieces_of(sizes)))
    assert all(0 < len(window.ids) <= LONGEST for window in cut)
    parts = [
        (window, np.array([[window.ids[head]] for head in window.heads], dtype=np.float32))
        for batch in by_length(cut, 2048)
        for window in batch
    ]
    assert len(parts) == len(cut)
    for sizes, scores in zip(documents, merge(parts, [len(d) for d in documents]), strict=True):
        assert scores[:, 0].tolist() == [sum(sizes[:word]) for word in range(len(sizes))]


@given(SIZES)
def test_neighbouring_windows_share_words_where_words_are_short(sizes: list[int]) -> None:
    sizes = [min(size, 40) for size in sizes]
    cut = list(windows(0, len(sizes), *pieces_of(sizes)))
    for first, second in pairwise(cut):
        assert first.start < second.start < first.end < second.end
        assert sum(sizes[second.start : first.end]) <= OVERLAP


@given(st.lists(st.integers(1, LONGEST), min_size=1, max_size=60))
def test_padding_stays_within_the_budget(lengths: list[int]) -> None:
    cut = [next(windows(n, 1, list(range(size)), [0] * size)) for n, size in enumerate(lengths)]
    batches = list(by_length(cut, 1000))
    assert sum(map(len, batches)) == len(cut)
    for batch in batches:
        longest = max(len(window.ids) for window in batch)
        assert len(batch) == 1 or len(batch) * (longest + 2) <= 1000


def test_the_word_farther_from_the_edge_counts() -> None:
    sizes = [1] * (LONGEST + 10)
    first, second = windows(0, len(sizes), *pieces_of(sizes))
    parts = [
        (first, np.zeros((len(first.heads), 1), dtype=np.float32)),
        (second, np.ones((len(second.heads), 1), dtype=np.float32)),
    ]
    (scores,) = merge(parts, [len(sizes)])
    assert int(scores.argmax()) == first.end - OVERLAP // 2


def test_a_word_without_pieces_is_an_error() -> None:
    with pytest.raises(ValueError, match="word 1 has no piece"):
        list(windows(0, 3, [5, 6], [0, 2]))
