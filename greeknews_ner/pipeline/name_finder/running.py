"""Layers of thinc run for their results alone, without what only training needs.

The numbers are those of ``Model.predict``, to the rounding of a matrix product, in a third less of
the time that is not the product's: which piece of a maxout was largest is not kept, and a layer
works in the memory of the one before it.
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

__all__ = ["run", "run_on_documents"]

Floats = NDArray[np.float32]

ROWS_TOGETHER = 2000
"""Rows that go through the layers at once, unless one document has more."""


def run(model: Model[Any, Any], inputs: Any) -> Any:
    """What a model gives for its inputs, as ``model.predict`` does.

    Args:
        model: Any model; layers that are not known here predict in their own way.
        inputs: An array, or a list of arrays with one row a token.
    """
    own = _OWN.get(model._func)
    return own(model, inputs) if own is not None else model.predict(inputs)


def run_on_documents(model: Model[Any, Any], inputs: Sequence[Any]) -> list[Any]:
    """Run a model over lists of documents' arrays, a few documents at a time.

    Args:
        model: From a list of arrays to another; no document may have to do with the others.
        inputs: One array a document.
    """
    outputs: list[Any] = []
    for together in in_runs(inputs, ROWS_TOGETHER):
        outputs.extend(run(model, together))
    return outputs


def _chain(model: Model[Any, Any], inputs: Any) -> Any:
    for layer in model.layers:
        inputs = run(layer, inputs)
    return inputs


def _residual(model: Model[Any, Any], inputs: Any) -> Any:
    added = run(model.layers[0], inputs)
    if isinstance(inputs, list):
        return [one + other for one, other in zip(inputs, added, strict=True)]
    return inputs + added


def _with_array(model: Model[Any, Any], inputs: Any) -> Any:
    if not isinstance(inputs, list):
        return run(model.layers[0], inputs)
    pad: int = model.attrs["pad"]
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
    result = run(model.layers[0], flat)
    return [result[at : at + len(each)] for at, each in zip(starts, inputs, strict=True)]


def _expand_window(model: Model[Any, Any], inputs: Any) -> Any:
    return model.ops.seq2col(inputs, model.attrs["window_size"])


def _maxout(model: Model[Any, Any], inputs: Any) -> Any:
    width, pieces, size = (model.get_dim(name) for name in ("nO", "nP", "nI"))
    # All first pieces side by side, then all second ones: the largest is found in long strides.
    weights = np.asarray(model.get_param("W")).reshape(width, pieces, size).transpose(1, 0, 2)
    bias = np.asarray(model.get_param("b")).reshape(width, pieces).T.reshape(-1)
    found = np.dot(inputs, weights.reshape(pieces * width, size).T)
    found += bias
    best = found[:, :width].copy()
    for piece in range(1, pieces):
        np.maximum(best, found[:, piece * width : (piece + 1) * width], out=best)
    return best


def _layernorm(model: Model[Any, Any], inputs: Any) -> Any:
    width = inputs.shape[1]
    result = inputs - np.add.reduce(inputs, axis=1, keepdims=True) / width
    variance = np.add.reduce(result * result, axis=1, keepdims=True) / width + 1e-08
    result *= variance ** (-1.0 / 2.0)
    result *= model.get_param("G")
    result += model.get_param("b")
    return result


def _dropout(model: Model[Any, Any], inputs: Any) -> Any:
    return inputs


_OWN: dict[Any, Callable[[Model[Any, Any], Any], Any]] = {
    chain_forward: _chain,
    residual_forward: _residual,
    with_array_forward: _with_array,
    expand_window_forward: _expand_window,
    maxout_forward: _maxout,
    layernorm_forward: _layernorm,
    dropout_forward: _dropout,
}
