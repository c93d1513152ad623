"""Best tags and probabilities of padded sequences: what the field without padding must give."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from greeknews_ner.pipeline.name_finder.lattice import Batch, Chain, Lattice

_MARGIN = 1e-6


def path_probability(lattice: Lattice, column: int, start: int, tags: Sequence[int]) -> float:
    """Return the probability that a run of steps bears exactly these tags.

    The tags of a whole entity are one path (Begin, In ..., Last), so this is the exact
    probability of the span with its label under the model.

    Args:
        lattice: Of the sequences.
        column: Sequence, in packed order.
        start: First step of the run.
        tags: One tag a step.
    """
    probability = float(lattice._forward[start, column, tags[0]])
    for offset in range(1, len(tags)):
        step, tag = start + offset, tags[offset]
        probability *= float(
            lattice._transitions[tags[offset - 1], tag]
            * lattice._weights[step, column, tag]
            / lattice._scales[step, column]
        )
    probability *= float(lattice._backward[start + len(tags) - 1, column, tags[-1]])
    return min(max(probability, 0.0), 1.0)


def viterbi(
    batch: Batch, chain: Chain, possible: NDArray[np.bool_] | None = None
) -> NDArray[np.intp]:
    """Return the best tag sequence of each sequence, shape (T, B), zero in the padding.

    Begin and Unit tags share their predecessors and In and Last have two each, so the step
    looks at (2L+1)**2 + 4L pairs of tags for L labels instead of (4L+1)**2, and at the former only
    where no tag is so far ahead that none but it can come before the next.
    """
    scheme = chain.scheme
    steps, width, size = batch.emissions.shape
    forbidden = -1e30
    scores = np.where(scheme.allowed, chain.transitions, forbidden)
    openers, closers = scheme.openers, scheme.closers
    opening = np.ascontiguousarray(scores[np.ix_(closers, openers)].T)
    inner = np.flatnonzero(~np.isin(np.arange(size), openers))
    sources = np.array([np.flatnonzero(scheme.allowed[:, tag]) for tag in inner], dtype=np.intp)
    sources = sources.reshape(len(inner), 2)
    inside = scores[sources, inner[:, None]]
    # How much better one closer can suit the next tag than another does, at most.
    advantage = (opening[:, None, :] - opening[:, :, None]).max(axis=0, initial=forbidden)
    emissions = batch.emissions
    if possible is not None:
        emissions = np.where(possible, emissions, forbidden)
    pointers = np.zeros((steps, width, size), dtype=np.intp)
    at_start = np.full(size, forbidden)
    at_start[openers] = chain.start[openers]
    at_end = np.full(size, forbidden)
    at_end[closers] = chain.end[closers]
    best = at_start + emissions[0]
    final = np.zeros((width, size))
    for step in range(1, steps):
        count = batch.active[step]
        final[count : len(best)] = best[count:]
        best = best[:count]
        new = np.empty((count, size))
        closed = best[:, closers]
        first = closed.argmax(axis=1)
        highest = closed[np.arange(count), first]
        new[:, openers] = highest[:, None] + opening.T[first]
        pointers[step, :count, openers] = closers[first]
        # Mostly one tag is so far ahead that whatever follows comes after it.
        rivals = (closed + advantage[first] >= highest[:, None] - _MARGIN).sum(axis=1) > 1
        open_rows = np.flatnonzero(rivals)
        if len(open_rows):
            pairs = closed[open_rows, None, :] + opening
            choice = pairs.argmax(axis=2)
            new[open_rows[:, None], openers] = pairs.max(axis=2)
            pointers[step, open_rows[:, None], openers] = closers[choice]
        if len(inner):
            two = best[:, sources] + inside
            second = two[:, :, 1] > two[:, :, 0]
            new[:, inner] = np.where(second, two[:, :, 1], two[:, :, 0])
            pointers[step, :count, inner] = np.where(second, sources[:, 1], sources[:, 0]).T
        best = new + emissions[step, :count]
    final[: len(best)] = best
    tags = np.zeros((steps, width), dtype=np.intp)
    current = (final + at_end).argmax(axis=1)
    columns = np.arange(width)
    for step in range(steps - 1, -1, -1):
        count = batch.active[step]
        tags[step, :count] = current[:count]
        if step:
            current[:count] = pointers[step, columns[:count], current[:count]]
    return tags
