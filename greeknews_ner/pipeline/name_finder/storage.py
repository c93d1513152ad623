"""Weights in half the bytes: stored as 16-bit floats, used as 32-bit floats."""

from __future__ import annotations

from typing import Any

import numpy as np
import srsly
from thinc.api import Model

__all__ = ["from_half_bytes", "to_half_bytes"]


def to_half_bytes(model: Model[Any, Any]) -> bytes:
    """Serialise a thinc model with its parameters as 16-bit floats."""
    message = model.to_dict()
    message["params"] = [
        {name: _half(value) for name, value in params.items()} for params in message["params"]
    ]
    packed: bytes = srsly.msgpack_dumps(message)
    return packed


def _half(value: Any) -> Any:
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return np.clip(value, -65000, 65000).astype(np.float16)
    return value


def from_half_bytes(model: Model[Any, Any], data: bytes) -> None:
    """Load what :func:`to_half_bytes` (or thinc itself) wrote."""
    model.from_bytes(data)
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                value: Any = node.get_param(name)
                if str(value.dtype) == "float16":
                    node.set_param(name, value.astype("float32"))
