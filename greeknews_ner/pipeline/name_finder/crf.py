"""The network of the name finder: an encoder, a linear layer and a chain over the tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Linear, Model, chain, with_array

from greeknews_ner.pipeline.name_finder.embed import use_numpy_matmul
from greeknews_ner.pipeline.name_finder.lattice import Chain
from greeknews_ner.pipeline.name_finder.running import run
from greeknews_ner.pipeline.name_finder.tags import TagScheme

__all__ = ["add_chain_gradient", "chain_of", "crf_tagger"]

_PARTS = ("transitions", "start", "end")


def crf_tagger(tok2vec: Model[Any, Any], nO: int | None = None) -> Model[Any, Any]:
    """Build the network.

    Args:
        tok2vec: From documents to vectors, one a token.
        nO: Number of tags; set from the labels when the component is initialised.

    Returns:
        A model from a list of documents to a list of emissions, shape (tokens, tags), that also
        holds the scores of the chain as its parameters ``transitions``, ``start`` and ``end``.
    """
    width = tok2vec.get_dim("nO") if tok2vec.has_dim("nO") else None
    output: Model[Any, Any] = Linear(nO=nO, nI=width)
    layers: Model[Any, Any] = chain(tok2vec, with_array(output))
    model: Model[Any, Any] = Model(
        "crf_tagger",
        _forward,
        init=_init,
        layers=[layers],
        dims={"nO": nO},
        params=dict.fromkeys(_PARTS),
        refs={"tok2vec": tok2vec, "output_layer": output},
    )
    return use_numpy_matmul(model)


def _forward(
    model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[list[Any], Callable[[list[Any]], Any]]:
    if not is_train:
        return run(model.layers[0], docs), lambda gradient: []
    emissions, backward = model.layers[0](docs, is_train)
    return emissions, backward


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    size = model.get_dim("nO")
    model.get_ref("output_layer").set_dim("nO", size)
    model.layers[0].initialize(X=X)
    if not model.has_param("transitions"):
        model.set_param("transitions", model.ops.alloc2f(size, size))
        model.set_param("start", model.ops.alloc1f(size))
        model.set_param("end", model.ops.alloc1f(size))


def chain_of(model: Model[Any, Any], scheme: TagScheme) -> Chain:
    """Return the chain that a network holds, in double precision."""
    transitions, start, end = (np.asarray(model.get_param(part), np.float64) for part in _PARTS)
    return Chain(transitions, start, end, scheme)


def add_chain_gradient(model: Model[Any, Any], transitions: Any, start: Any, end: Any) -> None:
    """Add to the gradients of the chain's scores."""
    for part, value in zip(_PARTS, (transitions, start, end), strict=True):
        gradient: Any = model.ops.asarray(value, dtype="float32")
        model.inc_grad(part, gradient)


registry.architectures.register("greeknews_ner.CrfTagger.v1", func=crf_tagger)
