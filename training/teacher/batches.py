"""Batches without padding: sequences of like length, equal lengths side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from random import Random
from typing import NamedTuple

import torch
from tokenizers import Tokenizer

from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.augment import augment
from training.teacher.corpus import LABELS, Sentence

LABEL_IDS = {label: index for index, label in enumerate(LABELS)}
LONGEST = 250


class Row(NamedTuple):
    """One sequence: piece ids, places of first pieces, their labels and weight."""

    ids: list[int]
    first: list[int]
    labels: list[int]
    weight: float


class Batch(NamedTuple):
    """Rows laid end to end; ``groups`` are runs (start, rows, length) of equal length."""

    ids: torch.Tensor
    positions: torch.Tensor
    groups: list[tuple[int, int, int]]
    first: torch.Tensor
    labels: torch.Tensor
    weights: torch.Tensor


def to_row(sentence: Sentence, tokenizer: Tokenizer, speller: Speller, weight: float = 1.0) -> Row:
    """Cut one sentence into pieces; what exceeds ``LONGEST`` pieces is left out."""
    encoding = tokenizer.encode(speller.respell(sentence.words), is_pretokenized=True)
    tags = sentence.tags()
    first, labels, seen = [], [], None
    words = encoding.word_ids[: LONGEST - 1]
    for place, word in enumerate(words):
        if word is not None and word != seen:
            first.append(place)
            labels.append(LABEL_IDS[tags[word]])
            seen = word
    ids = encoding.ids
    if len(ids) > LONGEST:
        ids = ids[: LONGEST - 1] + ids[-1:]
    return Row(ids, first, labels, weight)


def to_batch(rows: list[Row]) -> Batch:
    """Lay rows end to end, sorted by length."""
    rows = sorted(rows, key=lambda row: len(row.ids))
    groups: list[tuple[int, int, int]] = []
    first: list[int] = []
    start = 0
    for length, same in groupby(rows, key=lambda row: len(row.ids)):
        count = 0
        for row in same:
            first += [start + count * length + place for place in row.first]
            count += 1
        groups.append((start, count, length))
        start += count * length
    return Batch(
        torch.tensor([i for row in rows for i in row.ids]),
        torch.cat([torch.arange(2, 2 + len(row.ids)) for row in rows]),
        groups,
        torch.tensor(first),
        torch.tensor([label for row in rows for label in row.labels]),
        torch.tensor([row.weight for row in rows for _ in row.labels]),
    )


def cut(rows: list[Row], pieces: int) -> list[list[Row]]:
    """Cut rows, sorted by length, into batches of about so many pieces."""
    batches: list[list[Row]] = [[]]
    size = 0
    for row in sorted(rows, key=lambda row: len(row.ids)):
        if batches[-1] and size + len(row.ids) > pieces:
            batches.append([])
            size = 0
        batches[-1].append(row)
        size += len(row.ids)
    return batches


def stream(
    sentences: list[tuple[Sentence, float]],
    names: dict[str, list[list[str]]],
    tokenizer: Tokenizer,
    speller: Speller,
    pieces: int,
    seed: int,
    keep_empty: float = 0.7,
    join: float = 0.15,
    pool: int = 24,
    parts: int = 4,
) -> Iterator[tuple[float, list[Batch]]]:
    """Batches for ever, with the number of epochs done; the same seed gives the same ones.

    A batch comes in parts, for threads to share; the rows of a part are of like length.

    Args:
        sentences: Sentences with their weight in the loss.
        names: Names by type for replacement.
        tokenizer: Cuts words into pieces.
        speller: Respells words, as at run time.
        pieces: Pieces a batch.
        seed: Seed of everything random here.
        keep_empty: Share of the sentences without a span that an epoch keeps.
        join: Share of sentences that get their follower appended.
        pool: Batches that are sorted by length together.
        parts: Parts a batch.
    """
    rng = Random(seed)
    epoch = 0
    while True:
        order = list(range(len(sentences)))
        rng.shuffle(order)
        rows: list[Row] = []
        held: Sentence | None = None
        for done, index in enumerate(order):
            sentence, weight = sentences[index]
            if not sentence.spans and rng.random() > keep_empty:
                continue
            sentence = augment(sentence, names, rng)
            if held is not None:
                shift = len(held.words)
                moved = [(a + shift, b + shift, kind) for a, b, kind in sentence.spans]
                sentence = Sentence(held.words + sentence.words, held.spans + moved)
                held = None
            if weight == 1.0 and len(sentence.words) < 60 and rng.random() < join:
                held = sentence
                continue
            rows.append(to_row(sentence, tokenizer, speller, weight))
            if len(rows) % 50 == 0 and sum(len(row.ids) for row in rows) >= pool * pieces:
                small = cut(rows, pieces // parts)
                rng.shuffle(small)
                for at in range(0, len(small) - parts + 1, parts):
                    batch = [to_batch(part) for part in small[at : at + parts]]
                    yield epoch + done / len(order), batch
                rows = []
        epoch += 1
