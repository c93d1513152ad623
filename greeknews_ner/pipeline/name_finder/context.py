"""An encoder that also sees what the sentence is about.

A stack of convolutions sees four words to each side. Whether Αργεντινή is a country or a team is
told by words further off, in no fixed place: the mean of the vectors of a wide window carries
them at the price of two cumulative sums.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.util import registry
from thinc.api import Maxout, Model, chain, clone, expand_window, residual, with_array

__all__ = ["context_encoder", "with_window_mean"]


def with_window_mean(radius: int) -> Model[Any, Any]:
    """Build a layer that puts beside each vector the mean of those around it.

    Args:
        radius: How many tokens to each side are in the window, which also holds the token.

    Returns:
        A layer from a list of arrays, shape (tokens, width), to one of (tokens, 2 * width).
    """
    return Model("with_window_mean", _forward, attrs={"radius": radius})


def _forward(
    model: Model[Any, Any], inputs: list[Any], is_train: bool
) -> tuple[list[Any], Callable[[list[Any]], list[Any]]]:
    radius = model.attrs["radius"]
    outputs = [np.hstack([part, _mean(part, radius)]) for part in inputs]

    def backward(gradients: list[Any]) -> list[Any]:
        collected = []
        for gradient in gradients:
            width = gradient.shape[1] // 2
            shared = gradient[:, width:] / _window_sizes(len(gradient), radius)[:, None]
            collected.append(gradient[:, :width] + _window_sum(shared, radius))
        return collected

    return outputs, backward


def _bounds(length: int, radius: int) -> tuple[Any, Any]:
    place = np.arange(length)
    return np.maximum(place - radius, 0), np.minimum(place + radius + 1, length)


def _window_sizes(length: int, radius: int) -> Any:
    first, last = _bounds(length, radius)
    return (last - first).astype(np.float32)


def _window_sum(array: Any, radius: int) -> Any:
    first, last = _bounds(len(array), radius)
    # In double precision: a running sum over a long article would lose what a window holds.
    total = np.zeros((len(array) + 1, array.shape[1]))
    np.cumsum(array, axis=0, dtype=np.float64, out=total[1:])
    return (total[last] - total[first]).astype(array.dtype)


def _mean(array: Any, radius: int) -> Any:
    if not len(array):
        return array
    return _window_sum(array, radius) / _window_sizes(len(array), radius)[:, None]


def context_encoder(
    width: int, depth: int, window_size: int, maxout_pieces: int, radius: int
) -> Model[Any, Any]:
    """Build a convolutional encoder with a wide window in its middle.

    Args:
        width: Of input and output vectors.
        depth: Number of convolutions, half of them before the wide window.
        window_size: Words to each side that one convolution sees.
        maxout_pieces: Pieces of the activation.
        radius: Words to each side in the wide window.

    Returns:
        A model from a list of arrays, shape (tokens, width), to another.
    """
    before = depth // 2
    layers = [
        _convolutions(width, before, window_size, maxout_pieces),
        residual(
            chain(
                with_window_mean(radius),
                with_array(_maxout(width, 2 * width, maxout_pieces)),
            )
        ),
        _convolutions(width, depth - before, window_size, maxout_pieces),
    ]
    model: Model[Any, Any] = chain(*layers)
    model.set_dim("nO", width)
    return model


def _maxout(width: int, inputs: int, pieces: int) -> Model[Any, Any]:
    return Maxout(nO=width, nI=inputs, nP=pieces, dropout=0.0, normalize=True)


def _convolutions(width: int, depth: int, window_size: int, pieces: int) -> Model[Any, Any]:
    one: Model[Any, Any] = residual(
        chain(
            expand_window(window_size=window_size),
            _maxout(width, width * (2 * window_size + 1), pieces),
        )
    )
    return with_array(clone(one, depth), pad=window_size * depth)


registry.architectures.register("greeknews_ner.ContextEncoder.v1", func=context_encoder)
