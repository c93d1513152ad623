"""Linear-chain conditional random field over batches of sequences, exact, in numpy.

All sums run in probability space with a rescaling at every step, so that a step is one matrix
product over the whole batch; only the logarithms of the scales are kept. Sequences are sorted
by falling length and packed: at step ``t`` only those that are longer than ``t`` take part.

Shapes: ``T`` steps, ``B`` sequences, ``K`` tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from greeknews_ner.pipeline.name_finder.tags import TagScheme

__all__ = ["Batch", "Chain", "Gradients", "Lattice", "pack"]

Floats = NDArray[np.float64]
_LOWEST = -200.0


@dataclass(frozen=True)
class Chain:
    """Scores of a chain, in log space.

    Attributes:
        transitions: Score of tag ``j`` after tag ``i``, shape (K, K).
        start: Score of each tag at the first token, shape (K,).
        end: Score of each tag at the last token, shape (K,).
        scheme: Says which of these are possible at all.
    """

    transitions: Floats
    start: Floats
    end: Floats
    scheme: TagScheme

    @classmethod
    def free(cls, scheme: TagScheme) -> Chain:
        """Return a chain without preferences: what the scheme allows has score 0."""
        size = len(scheme)
        return cls(np.zeros((size, size)), np.zeros(size), np.zeros(size), scheme)

    @staticmethod
    def _exp(scores: Floats, possible: NDArray[np.bool_]) -> Floats:
        weights: Floats = np.where(possible, np.exp(np.clip(scores, _LOWEST, -_LOWEST)), 0.0)
        return weights

    def weights(self) -> tuple[Floats, Floats, Floats]:
        """Return transitions, start and end as weights, zero where the scheme forbids."""
        size = len(self.scheme)
        opens, closes = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        opens[self.scheme.openers] = True
        closes[self.scheme.closers] = True
        return (
            self._exp(np.asarray(self.transitions, dtype=np.float64), self.scheme.allowed),
            self._exp(np.asarray(self.start, dtype=np.float64), opens),
            self._exp(np.asarray(self.end, dtype=np.float64), closes),
        )


@dataclass(frozen=True)
class Batch:
    """Emissions of several sequences, packed by falling length.

    Attributes:
        emissions: Scores of tags, padded with zeros, shape (T, B, K).
        lengths: Of the sequences in packed order, shape (B,).
        order: Index of each packed sequence in the list that was packed, shape (B,).
        active: How many sequences are longer than ``t``, shape (T,).
    """

    emissions: Floats
    lengths: NDArray[np.intp]
    order: NDArray[np.intp]
    active: NDArray[np.intp]


def pack(sequences: Sequence[NDArray[np.floating]]) -> Batch:
    """Pack emissions, a list of arrays of shape (length, K), each at least one step long."""
    sizes = np.array([len(sequence) for sequence in sequences], dtype=np.intp)
    order = np.argsort(-sizes, kind="stable").astype(np.intp)
    lengths = sizes[order]
    padded = np.zeros((int(lengths[0]), len(sequences), sequences[0].shape[1]))
    for column, index in enumerate(order.tolist()):
        padded[: lengths[column], column] = sequences[index]
    active = (lengths[None, :] > np.arange(len(padded))[:, None]).sum(axis=1).astype(np.intp)
    return Batch(padded, lengths, order, active)


@dataclass(frozen=True)
class Gradients:
    """Expected counts under a lattice: what each score would gain.

    Attributes:
        emissions: Probability of each tag at each step, shape (T, B, K), zero in the padding.
        transitions: Expected number of each pair of tags, shape (K, K).
        start: Expected number of sequences that start with each tag, shape (K,).
        end: The same for the last tag.
    """

    emissions: Floats
    transitions: Floats
    start: Floats
    end: Floats


class Lattice:
    """All tag sequences of a batch, weighed.

    Args:
        batch: Emissions.
        chain: Transition scores.
        possible: Tags that are admitted at each step, shape (T, B, K); all if left out. With
            the tags of a partly annotated sentence admitted, the lattice holds all readings
            that agree with the annotation.

    Attributes:
        log_z: Logarithm of the total weight of each sequence, in packed order, shape (B,).
    """

    def __init__(
        self, batch: Batch, chain: Chain, possible: NDArray[np.bool_] | None = None
    ) -> None:
        self.batch = batch
        self.chain = chain
        self._transitions, self._start, self._end = chain.weights()
        peak = batch.emissions.max(axis=2, keepdims=True)
        weights = np.exp(np.maximum(batch.emissions - peak, _LOWEST))
        if possible is not None:
            weights *= possible
        self._weights = weights
        steps, width, size = weights.shape
        self._forward = np.zeros((steps, width, size))
        self._backward = np.zeros((steps, width, size))
        self._scales = np.ones((steps, width))
        self._run_forward()
        self._run_backward()
        live = np.arange(steps)[:, None] < batch.lengths[None, :]
        self.log_z: Floats = np.where(live, np.log(self._scales) + peak[:, :, 0], 0.0).sum(axis=0)
        self.log_z += np.log(self._last)

    def _run_forward(self) -> None:
        forward, scales, active = self._forward, self._scales, self.batch.active
        state = self._start * self._weights[0]
        for step in range(len(forward)):
            count = active[step]
            if step:
                state = (forward[step - 1, :count] @ self._transitions) * self._weights[
                    step, :count
                ]
            total = state.sum(axis=1)
            scales[step, :count] = total
            forward[step, :count] = state / total[:, None]

    def _run_backward(self) -> None:
        backward, lengths, active = self._backward, self.batch.lengths, self.batch.active
        last = np.arange(len(lengths))
        self._last = self._forward[lengths - 1, last] @ self._end
        backward[lengths - 1, last] = self._end / self._last[:, None]
        for step in range(len(backward) - 2, -1, -1):
            count = active[step + 1]
            flow = self._weights[step + 1, :count] * backward[step + 1, :count]
            flow /= self._scales[step + 1, :count, None]
            backward[step, :count] = flow @ self._transitions.T

    def marginals(self) -> Floats:
        """Return the probability of each tag at each step, shape (T, B, K)."""
        return self._forward * self._backward

    def gradients(self) -> Gradients:
        """Return the expected counts of all scores."""
        marginals = self.marginals()
        size = marginals.shape[2]
        before = self._forward[:-1].reshape(-1, size)
        after = self._weights[1:] * self._backward[1:] / self._scales[1:, :, None]
        pairs = before.T @ after.reshape(-1, size)
        last = np.arange(len(self.batch.lengths))
        return Gradients(
            emissions=marginals,
            transitions=self._transitions * pairs,
            start=marginals[0].sum(axis=0),
            end=marginals[self.batch.lengths - 1, last].sum(axis=0),
        )
