"""Write the fine-tuned encoder as an int8 ONNX graph.

The graph is written out by hand, operator by operator: the weights are quantised one scale a
column (words: one a row), activations at run time, and the fused operators of onnxruntime are
named directly, so that it needs no exporter and comes out the same everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

Floats = NDArray[np.float32]

HEADS = 12
LONGEST = 256
FIRST_POSITION = 2


class Graph:
    """Nodes and constants under construction."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Store a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], outputs: int = 1, **attributes: Any) -> Any:
        """Add an operator; the name of its output, or a list of them."""
        stem = f"{kind}_{len(self.nodes)}"
        names = [stem] if outputs == 1 else [f"{stem}_{number}" for number in range(outputs)]
        domain = attributes.pop("domain", "")
        self.nodes.append(
            helper.make_node(kind, list(inputs), names, stem, domain=domain, **attributes)
        )
        return names[0] if outputs == 1 else names

    def fused(self, kind: str, inputs: Sequence[str], **attributes: Any) -> Any:
        """Add an operator of onnxruntime's own."""
        return self.node(kind, inputs, domain="com.microsoft", **attributes)


TOP = 63
"""Largest whole number of a quantised matrix.

One bit less than int8 holds: processors without VNNI add two products of a byte and a signed byte
in 16 bits, which must not overflow.
"""


def quantise(matrix: Floats, axis: int, top: int = TOP) -> tuple[NDArray[np.int8], Floats]:
    """Quantise symmetrically, one scale for each index that ``axis`` leaves.

    Returns:
        Whole numbers from -top to top, and the scales, so that ``numbers * scales`` is near
        ``matrix``.
    """
    scales = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True) / top, 1e-12)
    numbers = np.clip(np.rint(matrix / scales), -top, top).astype(np.int8)
    return numbers, scales.astype(np.float32)


class Writer:
    """Writes one encoder.

    Args:
        weights: As ``train.py`` saves them.
        exact: Keep the matrices in fp32, to measure what quantising costs.
    """

    def __init__(self, weights: dict[str, Floats], *, exact: bool = False) -> None:
        self.weights = weights
        self.exact = exact
        self.graph = Graph()

    def linear(self, rows: str, name: str) -> str:
        """Rows times a matrix plus a bias."""
        matrix, bias = self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"]
        graph = self.graph
        if self.exact:
            product = graph.node("MatMul", [rows, graph.constant(f"{name}.w", matrix)])
            return str(graph.node("Add", [product, graph.constant(f"{name}.b", bias)]))
        numbers, scales = quantise(matrix, axis=0)
        zero = np.zeros(matrix.shape[1], np.int8)
        inputs = [
            rows,
            graph.constant(f"{name}.w", numbers),
            graph.constant(f"{name}.s", scales[0]),
            graph.constant(f"{name}.z", zero),
            graph.constant(f"{name}.b", bias),
        ]
        return str(graph.fused("DynamicQuantizeMatMul", inputs))

    def norm(self, name: str) -> list[str]:
        """Gain and bias of a layer norm."""
        return [
            self.graph.constant(f"{name}.{part}", self.weights[f"{name}.{part}"])
            for part in ("weight", "bias")
        ]

    def embed(self) -> str:
        """Pieces to rows."""
        graph, weights = self.graph, self.weights
        numbers, scales = quantise(weights["word.weight"], axis=1, top=127)
        if self.exact:
            words = graph.node("Gather", [graph.constant("word", weights["word.weight"]), "ids"])
        else:
            numbers_of = graph.node("Gather", [graph.constant("word", numbers), "ids"])
            words = graph.node(
                "Mul",
                [
                    graph.node("Cast", [numbers_of], to=TensorProto.FLOAT),
                    graph.node("Gather", [graph.constant("word.s", scales), "ids"]),
                ],
            )
        places = (
            weights["pos.weight"][FIRST_POSITION : FIRST_POSITION + LONGEST] + weights["typ.weight"]
        )
        length = graph.node("Shape", ["ids"], start=1, end=2)
        zero = graph.constant("zero", np.zeros(1, np.int64))
        place = graph.node("Slice", [graph.constant("pos", places), zero, length, zero])
        both = graph.node("Add", [words, place])
        return str(
            graph.node("LayerNormalization", [both, *self.norm("ln")], axis=-1, epsilon=1e-12)
        )

    def attention(self, rows: str, name: str, bias: str) -> str:
        """Mix rows of one sequence."""
        graph = self.graph
        width = self.weights["ln.weight"].shape[0]
        size = width // HEADS
        qkv = graph.node("Reshape", [self.linear(rows, f"{name}.qkv"), "to_heads"])
        parts = graph.node("Transpose", [qkv], perm=[2, 0, 3, 1, 4])
        q, k, v = graph.node("Split", [parts], outputs=3, axis=0)
        q, k, v = (graph.node("Squeeze", [part, "zero"]) for part in (q, k, v))
        turned = graph.node("Transpose", [k], perm=[0, 1, 3, 2])
        likeness = graph.fused("FusedMatMul", [q, turned], alpha=float(size**-0.5))
        weights = graph.node("Softmax", [graph.node("Add", [likeness, bias])], axis=-1)
        mixed = graph.node("Transpose", [graph.node("MatMul", [weights, v])], perm=[0, 2, 1, 3])
        return str(graph.node("Reshape", [mixed, "to_rows"]))

    def model(self) -> Any:
        """The whole graph."""
        graph, weights = self.graph, self.weights
        width = weights["ln.weight"].shape[0]
        rows = self.embed()
        graph.constant("to_heads", np.array([0, 0, 3, HEADS, width // HEADS], np.int64))
        graph.constant("to_rows", np.array([0, 0, width], np.int64))
        keep = graph.node("Cast", ["mask"], to=TensorProto.FLOAT)
        lack = graph.node("Sub", [keep, graph.constant("one", np.ones(1, np.float32))])
        far = graph.node("Mul", [lack, graph.constant("far", np.full(1, 1e4, np.float32))])
        bias = graph.node("Unsqueeze", [far, graph.constant("axes", np.array([1, 2], np.int64))])
        layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
        for number in range(layers):
            name = f"layers.{number}"
            mixed = self.linear(self.attention(rows, name, bias), f"{name}.out")
            rows = self.skip_norm(rows, mixed, f"{name}.ln1")
            inner = graph.fused("Gelu", [self.linear(rows, f"{name}.up")])
            rows = self.skip_norm(rows, self.linear(inner, f"{name}.down"), f"{name}.ln2")
        exact, self.exact = self.exact, True
        scores = self.linear(rows, "head")
        self.exact = exact
        graph.nodes.append(helper.make_node("Identity", [scores], ["scores"], "out"))
        labels = weights["head.weight"].shape[0]
        built = helper.make_graph(
            graph.nodes,
            "encoder",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, ["rows", "pieces"])
                for name in ("ids", "mask")
            ],
            [
                helper.make_tensor_value_info(
                    "scores", TensorProto.FLOAT, ["rows", "pieces", labels]
                )
            ],
            graph.constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(built, opset_imports=opsets, producer_name="greeknews_ner")
        model.ir_version = 8
        return model

    def skip_norm(self, rows: str, added: str, name: str) -> str:
        """Layer norm of a sum."""
        inputs = [rows, added, *self.norm(name)]
        return str(self.graph.fused("SkipLayerNormalization", inputs, epsilon=1e-12))


def export(weights: Path, graph: Path, **options: bool) -> None:
    """Write ``graph`` from the weights that ``train.py`` saved."""
    onnx.save(Writer(load_file(weights), **options).model(), graph)
