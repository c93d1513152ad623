"""The best tags of many sequences, and the probability of spans of them, without any padding.

The sums are those of :mod:`~greeknews_ner.pipeline.name_finder.lattice`, which training needs with
their gradients. Here the sequences lie step by step, one below the other, the longest first: what
is done at a step is done to one run of rows. The tags are in an order in which those that may
open something, those that close it and those within are slices: every Begin, ``O``, every Unit,
every Last, every In.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from greeknews_ner.pipeline.name_finder.lattice import Chain

__all__ = ["Decoder", "Sequences", "find_spans"]

Floats = NDArray[np.float64]
_IMPOSSIBLE = -1e30
_LOWEST = -200.0
_MARGIN = 1e-6


class Decoder:
    """A chain made ready for sequences.

    Args:
        chain: Scores and tags.
    """

    def __init__(self, chain: Chain) -> None:
        self.scheme = chain.scheme
        labels = len(self.scheme.labels)
        begins = 1 + 4 * np.arange(labels)
        self.tags = np.concatenate([begins, [0], begins + 3, begins + 2, begins + 1])
        """Number in the scheme of each tag here."""
        self.place_of: list[int] = np.argsort(self.tags).tolist()
        both = np.ix_(self.tags, self.tags)
        self.labels = labels
        self.openers, self.closers = slice(0, 2 * labels + 1), slice(labels, 3 * labels + 1)
        self.begin, self.last = slice(0, labels), slice(2 * labels + 1, 3 * labels + 1)
        self.inside = slice(3 * labels + 1, 4 * labels + 1)
        scores = np.where(self.scheme.allowed, chain.transitions, _IMPOSSIBLE)[both]
        self.opening = np.ascontiguousarray(scores[self.closers, self.openers])
        # How much better one closer can suit the next tag than another does, at most.
        suits = self.opening.T
        gains = suits[:, None, :] - suits[:, :, None]
        self.advantage = gains.max(axis=0, initial=_IMPOSSIBLE)
        # Of the two tags that may come before a Last (first row) and before an In (second row).
        self.after_begin, self.after_in = self._within(scores)
        opens, closes = np.zeros(len(self.tags), bool), np.zeros(len(self.tags), bool)
        opens[self.openers] = closes[self.closers] = True
        self.start = np.where(opens, chain.start[self.tags], _IMPOSSIBLE)
        self.end = np.where(closes, chain.end[self.tags], _IMPOSSIBLE)
        transitions, start, end = chain.weights()
        self.transitions = transitions[both]
        self.starts, self.ends = start[self.tags], end[self.tags]
        self.openings = np.ascontiguousarray(self.transitions[self.closers, self.openers])
        self.begin_to, self.in_to = self._within(self.transitions)

    def _within(self, table: Floats) -> tuple[Floats, Floats]:
        begin, inside = (
            np.stack([table[before, tags].diagonal() for tags in (self.last, self.inside)])
            for before in (self.begin, self.inside)
        )
        return begin, inside


class Sequences:
    """Sequences under a chain.

    Args:
        emissions: Scores of the scheme's tags, arrays of shape (length, tags), each at least one
            step long; at least one array.
        decoder: The chain.
    """

    def __init__(self, emissions: Sequence[NDArray[np.floating]], decoder: Decoder) -> None:
        sizes = np.array([len(each) for each in emissions], dtype=np.intp)
        order = np.argsort(-sizes, kind="stable").astype(np.intp)
        self._lay_out(decoder, order, sizes[order])
        firsts = (np.cumsum(sizes) - sizes)[order]
        flat = np.concatenate(list(emissions))[firsts[self._column_of] + self._step_of]
        self._emissions: Floats = flat.astype(np.float64).take(decoder.tags, axis=1)

    def _lay_out(
        self, decoder: Decoder, order: NDArray[np.intp], lengths: NDArray[np.intp]
    ) -> None:
        self.decoder, self.order, self._lengths = decoder, order, lengths
        steps = np.arange(int(lengths[0]))
        # How many sequences are longer than each step, and where the rows of a step begin.
        active = len(lengths) - np.searchsorted(lengths[::-1], steps, side="right")
        self._starts = np.concatenate([[0], np.cumsum(active)])
        borders = self._starts.tolist()
        self._runs = list(pairwise(borders))
        self._step_of = np.repeat(steps, active)
        self._column_of = np.arange(borders[-1]) - self._starts[self._step_of]

    def among(self, numbers: NDArray[np.bool_]) -> Sequences:
        """Return some of the sequences, at least one, in the same order.

        Args:
            numbers: Whether each sequence is one of them.
        """
        some = object.__new__(Sequences)
        columns = numbers[self.order]
        order = (np.cumsum(numbers) - 1)[self.order[columns]]
        some._lay_out(self.decoder, order, self._lengths[columns])
        some._emissions = self._emissions[columns[self._column_of]]
        return some

    def best(self) -> list[NDArray[np.intp]]:
        """Return the best tags of each sequence, as the scheme numbers them.

        Begin and Unit tags share their predecessors and In and Last have two each, so a step looks
        at the pairs of a closer and an opener, and at these only where no closer is so far ahead
        that none but it can come before the next, and at two tags before each In and Last.
        """
        decoder, emissions = self.decoder, self._emissions
        openers, closers, labels = decoder.openers, decoder.closers, decoder.labels
        middle = openers.stop
        begins = np.arange(labels, dtype=np.int16)
        ins = np.arange(decoder.inside.start, decoder.inside.stop, dtype=np.int16)
        pointers = np.zeros(emissions.shape, dtype=np.int16)
        final = np.empty((len(self.order), len(decoder.tags)))
        new = np.empty_like(final)
        rows = np.arange(len(self.order))
        best = decoder.start + emissions[: len(final)]
        for start, end in self._runs[1:]:
            count = end - start
            final[count : len(best)] = best[count:]
            best = best[:count]
            closed = best[:, closers]
            first = closed.argmax(axis=1)
            highest = closed[rows[:count], first][:, None]
            following = new[:count]
            np.add(highest, decoder.opening.take(first, axis=0), out=following[:, openers])
            pointers[start:end, openers] = (first + closers.start)[:, None]
            # Mostly one tag is so far ahead that whatever follows comes after it.
            near = closed + decoder.advantage.take(first, axis=0) >= highest - _MARGIN
            open_rows = (np.add.reduce(near, axis=1) > 1).nonzero()[0]
            if len(open_rows):
                rivals = np.logical_or.reduce(near[open_rows]).nonzero()[0]
                pairs = closed[open_rows[:, None], rivals][:, :, None] + decoder.opening[rivals]
                following[open_rows, openers] = pairs.max(axis=1)
                pointers[start + open_rows, openers] = rivals[pairs.argmax(axis=1)] + closers.start
            before = best[:, None, decoder.begin] + decoder.after_begin
            within = best[:, None, decoder.inside] + decoder.after_in
            pointers[start:end, middle:] = np.where(within > before, ins, begins).reshape(count, -1)
            np.maximum(before, within, out=following[:, middle:].reshape(count, 2, labels))
            best = following + emissions[start:end]
        final[: len(best)] = best
        return self._follow(pointers, (final + decoder.end).argmax(axis=1))

    def _follow(
        self, pointers: NDArray[np.int16], current: NDArray[np.intp]
    ) -> list[NDArray[np.intp]]:
        found = np.zeros(len(pointers), dtype=np.intp)
        for start, end in reversed(self._runs):
            here = current[: end - start]
            found[start:end] = here
            current[: end - start] = pointers[np.arange(start, end), here]
        found = self.decoder.tags[found]
        tags: list[NDArray[np.intp]] = [found[:0]] * len(self.order)
        for column, index in enumerate(self.order.tolist()):
            tags[index] = found[self._starts[: self._lengths[column]] + column]
        return tags

    def probability(self, number: int, start: int, tags: Sequence[int]) -> float:
        """Return the probability that a run of steps bears exactly these tags.

        The tags of a whole entity are one path (Begin, In ..., Last), so this is the exact
        probability of the span with its label under the model.

        Args:
            number: Of the sequence.
            start: First step of the run.
            tags: One tag a step.
        """
        forward, backward, scales, weights = self._sums
        transitions = self.decoder.transitions
        column = int(self._columns[number])
        places = [self.decoder.place_of[tag] for tag in tags]
        rows = (self._starts[start : start + len(tags)] + column).tolist()
        probability = float(forward[rows[0], places[0]])
        for (before, tag), row in zip(pairwise(places), rows[1:], strict=True):
            probability *= float(transitions[before, tag] * weights[row, tag] / scales[row, 0])
        probability *= float(backward[rows[-1], places[-1]])
        return min(max(probability, 0.0), 1.0)

    @cached_property
    def _columns(self) -> NDArray[np.intp]:
        return np.argsort(self.order)

    @cached_property
    def _sums(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Forward and backward sums with a rescaling at every step, the scales and the weights."""
        decoder = self.decoder
        openers, closers, middle = decoder.openers, decoder.closers, decoder.openers.stop
        weights = self._emissions - self._emissions.max(axis=1, keepdims=True)
        np.maximum(weights, _LOWEST, out=weights)
        np.exp(weights, out=weights)
        forward, backward = np.empty_like(weights), np.empty_like(weights)
        scales = np.empty((len(weights), 1))
        inner = (len(weights), 2, decoder.labels)
        forward_in = forward[:, middle:].reshape(inner)
        before = 0
        for start, end in self._runs:
            state = forward[start:end]
            if start == 0:
                np.multiply(decoder.starts, weights[:end], out=state)
            else:
                last = forward[before : before + end - start]
                np.matmul(last[:, closers], decoder.openings, out=state[:, openers])
                within = last[:, None, decoder.begin] * decoder.begin_to
                within += last[:, None, decoder.inside] * decoder.in_to
                forward_in[start:end] = within
                state *= weights[start:end]
            state /= np.add.reduce(state, axis=1, keepdims=True, out=scales[start:end])
            before = start
        ends = self._starts[self._lengths - 1] + np.arange(len(self._lengths))
        backward[ends] = decoder.ends / (forward[ends] @ decoder.ends)[:, None]
        scaled = weights / scales
        for (before, _), (start, end) in zip(self._runs[-2::-1], self._runs[:0:-1], strict=True):
            flow = scaled[start:end]
            flow *= backward[start:end]
            flow_in = flow[:, middle:].reshape(end - start, 2, decoder.labels)
            state = backward[before : before + end - start]
            np.matmul(flow[:, openers], decoder.openings.T, out=state[:, closers])
            np.add.reduce(flow_in * decoder.begin_to, axis=1, out=state[:, decoder.begin])
            np.add.reduce(flow_in * decoder.in_to, axis=1, out=state[:, decoder.inside])
        return forward, backward, scales, weights


def find_spans(
    emissions: Sequence[NDArray[np.floating]], decoder: Decoder
) -> list[list[tuple[int, int, int, float]]]:
    """Return the entities of the best tags of each sequence, each with its probability.

    Args:
        emissions: As `Sequences` takes them; there may be none.
        decoder: The chain.

    Returns:
        For each sequence first step, step after the last, number of the label, and probability.
    """
    if not emissions:
        return []
    scheme, sequences = decoder.scheme, Sequences(emissions, decoder)
    spans_of = [scheme.spans(tags) for tags in sequences.best()]
    found: list[list[tuple[int, int, int, float]]] = [[] for _ in spans_of]
    # What holds no entity needs no probability.
    named = np.array([bool(spans) for spans in spans_of])
    if not named.any():
        return found
    sums = sequences.among(named)
    for row, index in enumerate(np.flatnonzero(named).tolist()):
        for first, end, label in spans_of[index]:
            probability = sums.probability(row, first, scheme.span_tags(end - first, label))
            found[index].append((first, end, label, probability))
    return found
