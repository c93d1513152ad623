"""Layers of thinc run for their results alone, without what only training needs.

The numbers are those of ``Model.predict``, to the rounding of a matrix product, in half of the
time that is not the product's: which piece of a maxout was largest is not kept, a layer works in
the memory of the one before it, and the layers of a convolution go over a few rows at a time, which
then are still at hand for the next layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model
from thinc.layers.chain import forward as chain_forward
from thinc.layers.dropout import forward as dropout_forward
from thinc.layers.expand_window import forward as expand_window_forward
from thinc.layers.layernorm import forward as layernorm_forward
from thinc.layers.maxout import forward as maxout_forward
from thinc.layers.residual import forward as residual_forward
from thinc.layers.with_array import forward as with_array_forward

from greeknews_ner.pipeline.name_finder.runs import in_runs

__all__ = ["plan", "run", "run_on_documents"]

Floats = NDArray[np.float32]
Step = Callable[[Any], Any]
"""What a model does to its inputs."""

ROWS_TOGETHER = 2000
"""Rows that go through the layers at once, unless one document has more."""

ROWS_AT_HAND = 480
"""Rows that go through the layers of a convolution at once. OpenBLAS multiplies twelve rows and
four rows together, and a row's last digit is that of its place among them: a multiple of 96 leaves
every row where it is among all of them."""


def run(model: Model[Any, Any], inputs: Any) -> Any:
    """What a model gives for its inputs, as ``model.predict`` does.

    Args:
        model: Any model; layers that are not known here predict in their own way.
        inputs: An array, or a list of arrays with one row a token.
    """
    return plan(model)(inputs)


def run_on_documents(model: Model[Any, Any], inputs: Sequence[Any]) -> list[Any]:
    """Run a model over lists of documents' arrays, a few documents at a time.

    Args:
        model: From a list of arrays to another; no document may have to do with the others.
        inputs: One array a document.
    """
    outputs: list[Any] = []
    step = plan(model)
    for together in in_runs(inputs, ROWS_TOGETHER):
        outputs.extend(step(together))
    return outputs


def plan(model: Model[Any, Any]) -> Step:
    """Lay out the weights of a model for the rows that are to come.

    Args:
        model: Any model; what is returned holds as long as its weights do not change.
    """
    own = _OWN.get(model._func)
    step: Step = own(model) if own is not None else model.predict
    return step


def _chain(model: Model[Any, Any]) -> Step:
    steps = [plan(layer) for layer in model.layers]

    def run_all(inputs: Any) -> Any:
        for step in steps:
            inputs = step(inputs)
        return inputs

    return run_all


def _residual(model: Model[Any, Any]) -> Step:
    leaves = _leaves(model.layers[0])
    kinds = [leaf._func for leaf in leaves]
    if kinds[0] is expand_window_forward and _ROW_BY_ROW.issuperset(kinds[1:]):
        return _convolution(leaves[0].attrs["window_size"], [plan(leaf) for leaf in leaves[1:]])
    step = plan(model.layers[0])

    def add(inputs: Any) -> Any:
        added = step(inputs)
        if isinstance(inputs, list):
            return [one + other for one, other in zip(inputs, added, strict=True)]
        return inputs + added

    return add


def _leaves(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers of a chain, and of the chains in it."""
    if model._func is not chain_forward:
        return [model]
    return [leaf for layer in model.layers for leaf in _leaves(layer)]


def _convolution(size: int, steps: list[Step]) -> Step:
    """What a residual layer does whose layers see a window of rows and then each row alone.

    Args:
        size: Rows of the window to each side.
        steps: Of the layers after the window; each may work in its inputs' memory.
    """

    def convolve(inputs: Floats) -> Floats:
        rows, width = inputs.shape
        outputs = np.empty_like(inputs)
        windows = np.empty((min(rows, ROWS_AT_HAND), (2 * size + 1) * width), inputs.dtype)
        for start in range(0, rows, ROWS_AT_HAND):
            end = min(start + ROWS_AT_HAND, rows)
            found = windows[: end - start]
            _fill_windows(found, inputs, start, size)
            for step in steps:
                found = step(found)
            np.add(inputs[start:end], found, out=outputs[start:end])
        return outputs

    return convolve


def _fill_windows(windows: Floats, inputs: Floats, start: int, size: int) -> None:
    """Put side by side the rows around each row from ``start`` on, zeros beyond the ends."""
    rows, width = inputs.shape
    for place in range(2 * size + 1):
        column = windows[:, place * width : (place + 1) * width]
        first = start + place - size
        last = first + len(windows)
        before, after = max(0, -first), max(0, last - rows)
        column[:before] = 0
        column[len(windows) - after :] = 0
        column[before : len(windows) - after] = inputs[first + before : last - after]


def _with_array(model: Model[Any, Any]) -> Step:
    step = plan(model.layers[0])
    pad: int = model.attrs["pad"]

    def flatten(inputs: Any) -> Any:
        if not isinstance(inputs, list):
            return step(inputs)
        rows = sum(len(each) + pad for each in inputs) + pad
        if rows == pad * (len(inputs) + 1):
            return model.predict(inputs)
        flat = np.zeros((rows, *inputs[0].shape[1:]), dtype=inputs[0].dtype)
        starts = []
        place = 0
        for each in inputs:
            # As thinc has it, an empty document has no padding of its own.
            place += pad if len(each) else 0
            flat[place : place + len(each)] = each
            starts.append(place)
            place += len(each)
        result = step(flat)
        return [result[at : at + len(each)] for at, each in zip(starts, inputs, strict=True)]

    return flatten


def _expand_window(model: Model[Any, Any]) -> Step:
    size: int = model.attrs["window_size"]

    def expand(inputs: Floats) -> Floats:
        windows = np.empty((len(inputs), (2 * size + 1) * inputs.shape[1]), inputs.dtype)
        _fill_windows(windows, inputs, 0, size)
        return windows

    return expand


def _maxout(model: Model[Any, Any]) -> Step:
    width, pieces, size = (model.get_dim(name) for name in ("nO", "nP", "nI"))
    # All first pieces side by side, then all second ones: the largest is found in long strides.
    weights = np.asarray(model.get_param("W")).reshape(width, pieces, size).transpose(1, 0, 2)
    weights = weights.reshape(pieces * width, size).T
    bias = np.asarray(model.get_param("b")).reshape(width, pieces).T.reshape(-1)

    def largest(inputs: Any) -> Any:
        found = np.dot(inputs, weights)
        found += bias
        if pieces == 1:
            return found
        best = np.maximum(found[:, :width], found[:, width : 2 * width])
        for piece in range(2, pieces):
            np.maximum(best, found[:, piece * width : (piece + 1) * width], out=best)
        return best

    return largest


def _layernorm(model: Model[Any, Any]) -> Step:
    scale, shift = np.asarray(model.get_param("G")), np.asarray(model.get_param("b"))

    def normalise(inputs: Any) -> Any:
        width = inputs.shape[1]
        result = inputs - np.add.reduce(inputs, axis=1, keepdims=True) / width
        variance = np.add.reduce(result * result, axis=1, keepdims=True) / width + 1e-08
        result *= variance ** (-1.0 / 2.0)
        result *= scale
        result += shift
        return result

    return normalise


def _dropout(model: Model[Any, Any]) -> Step:
    return _same


def _same(inputs: Any) -> Any:
    return inputs


_ROW_BY_ROW = frozenset({maxout_forward, layernorm_forward, dropout_forward})
"""Layers in which no row has to do with another."""

_OWN: dict[Any, Callable[[Model[Any, Any]], Step]] = {
    chain_forward: _chain,
    residual_forward: _residual,
    with_array_forward: _with_array,
    expand_window_forward: _expand_window,
    maxout_forward: _maxout,
    layernorm_forward: _layernorm,
    dropout_forward: _dropout,
}
