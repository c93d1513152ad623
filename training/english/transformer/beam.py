"""The likeliest spellings by the Transformer, and what it gives to others' spellings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

import torch
from torch import Tensor

from training.english.transformer.examples import to_batch
from training.english.transformer.model import (
    EDGE,
    LONGEST,
    CharacterTransformer,
    read_numbers,
    written,
)

Name = tuple[str, str]
"""Letters of a name, and its kind."""


@torch.no_grad()
def spell(
    model: CharacterTransformer, names: Sequence[Name], *, beam: int = 5, at_once: int = 64
) -> list[list[tuple[str, float]]]:
    """Search for the likeliest spellings.

    Args:
        model: With its bf16 copies fresh.
        names: Any number, in any order.
        beam: Beginnings that are followed, and spellings that come out.
        at_once: Names in one batch.

    Returns:
        For each name spellings with their log-probabilities, the likeliest first.
    """
    found: list[list[tuple[str, float]]] = [[] for _ in names]
    for part in _parts(names, at_once):
        read = model.read(torch.tensor([read_numbers(*names[place]) for place in part]))
        for place, spellings in zip(part, _search(model, read, beam), strict=True):
            found[place] = spellings
    return found


def _search(model: CharacterTransformer, read: Tensor, beam: int) -> list[list[tuple[str, float]]]:
    count = len(read)
    read = read.repeat_interleave(beam, 0)
    begun = torch.full((count * beam, 1), EDGE)
    # All beams of a name begin alike: but one of them must be impossible.
    scores = torch.tensor([0.0, *([-math.inf] * (beam - 1))]).repeat(count)
    ended = torch.zeros(count * beam, dtype=torch.bool)
    for _ in range(min(LONGEST - 1, 2 * read.shape[1] + 4)):
        following = model.write(read, begun)[:, -1].log_softmax(-1)
        # What has ended stays as it is.
        following[ended] = -math.inf
        following[ended, EDGE] = 0.0
        total = (scores[:, None] + following).view(count, -1)
        best, chosen = total.topk(beam)
        scores = best.view(-1)
        letters = following.shape[1]
        rows = (chosen // letters + torch.arange(count)[:, None] * beam).view(-1)
        letter = (chosen % letters).view(-1, 1)
        begun = torch.cat([begun[rows], letter], 1)
        ended = ended[rows] | (letter[:, 0] == EDGE)
        if ended.all():
            break
    return [
        [
            (written(begun[row].tolist()), float(scores[row]))
            for row in range(name * beam, (name + 1) * beam)
            if ended[row] and scores[row] > -math.inf
        ]
        for name in range(count)
    ]


@torch.no_grad()
def log_probabilities(
    model: CharacterTransformer,
    names: Sequence[Name],
    spellings: Sequence[Sequence[str]],
    *,
    at_once: int = 32,
) -> list[list[float]]:
    """What the model gives to spellings that came from elsewhere.

    Args:
        model: With its bf16 copies fresh.
        names: Any number, in any order.
        spellings: Of each name.
        at_once: Names in one batch.
    """
    found: list[list[float]] = [[] for _ in names]
    for part in _parts(names, at_once):
        part = [place for place in part if spellings[place]]
        if not part:
            continue
        chosen = [latin for place in part for latin in spellings[place]]
        times = [len(spellings[place]) for place in part]
        batch = to_batch([names[place] for place in part for _ in spellings[place]], chosen)
        read = model.read(torch.tensor([read_numbers(*names[place]) for place in part]))
        read = read.repeat_interleave(torch.tensor(times), 0)
        following = model.write(read, batch.begun).log_softmax(-1)
        each = following.gather(2, batch.wanted.clamp(min=0)[:, :, None])[:, :, 0]
        sums = iter((each * (batch.wanted >= 0)).sum(1).tolist())
        for place, count in zip(part, times, strict=True):
            found[place] = list(islice(sums, count))
    return found


def _parts(names: Sequence[Name], at_once: int) -> Iterator[list[int]]:
    """Places of names of one length."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for place, (letters, _) in enumerate(names):
        by_length[len(letters)].append(place)
    for places in by_length.values():
        for at in range(0, len(places), at_once):
            yield places[at : at + at_once]
