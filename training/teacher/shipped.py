"""Take weights back from a graph that ships, so that training can go on from it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.teacher.export import FIRST_POSITION, LONGEST, Floats

_POSITIONS = 512


def read_graph(path: Path) -> dict[str, Tensor]:
    """Weights of an encoder as ``export.py`` wrote it, as near as quantising left them.

    Args:
        path: The ``encoder.onnx``.

    Returns:
        Tensors by the names of :class:`training.teacher.encoder.Encoder`.
    """
    graph = onnx.load(path).graph
    stored: dict[str, Floats] = {c.name: numpy_helper.to_array(c) for c in graph.initializer}
    weights: dict[str, Floats] = {}
    for name, value in stored.items():
        if name.endswith(".w"):
            scales = stored.get(f"{name[:-2]}.s", np.ones(1, np.float32))
            weights[f"{name[:-2]}.weight"] = (value * scales).T
        elif name.endswith(".b"):
            weights[f"{name[:-2]}.bias"] = value
        elif name.endswith((".weight", ".bias")):
            weights[name] = value
    weights["word.weight"] = stored["word"] * stored["word.s"]
    width = weights["word.weight"].shape[1]
    weights["pos.weight"] = np.zeros((_POSITIONS, width), np.float32)
    weights["pos.weight"][FIRST_POSITION : FIRST_POSITION + LONGEST] = stored["pos"]
    weights["typ.weight"] = np.zeros((1, width), np.float32)  # it is part of the positions
    return {
        name: torch.from_numpy(np.array(value, np.float32, order="C"))
        for name, value in weights.items()
    }
