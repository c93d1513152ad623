"""Word embedding that survives capitals, missing accents and names never seen."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_not
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.models.tok2vec import build_Tok2Vec_model
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.layers.chain import forward as chain_forward
from thinc.layers.chain import init as chain_init

from greeknews_ner.pipeline.name_finder.features import (
    CASE,
    COLUMNS,
    LEXEMES,
    in_headlines,
    rows_of_words,
    word_features,
)
from greeknews_ner.pipeline.name_finder.known_vectors import KnownVectors
from greeknews_ner.pipeline.name_finder.running import run, run_on_documents

__all__ = ["folded_embed", "use_numpy_matmul"]


def use_numpy_matmul(model: Model[Any, Any]) -> Model[Any, Any]:
    """Make every layer multiply by numpy's BLAS instead of the one that ships with thinc.

    Measured on one AVX-512 core: 1500 x 480 by 480 x 480 takes 6.6 ms instead of 19.3 ms.
    A model on another device is left alone.
    """
    if isinstance(model.ops, NumpyOps):
        ops = NumpyOps(use_blis=False)
        for node in model.walk():
            node.ops = ops
    return model


def folded_embed(
    width: int,
    rows: dict[str, int],
    widths: dict[str, int],
    form_dropout: float = 0.0,
    affix_dropout: float = 0.0,
    gazetteer_dropout: float = 0.0,
) -> Model[Any, Any]:
    """Embed tokens by hashed features of the folded form, to be used inside ``spacy.Tok2Vec.v2``.

    Args:
        width: Width of the output vectors.
        rows: Rows of the embedding table of each feature used, by name
            (see :data:`greeknews_ner.pipeline.name_finder.features.COLUMNS`).
        widths: Width of the same tables.
        form_dropout: Share of word forms hidden in training.
        affix_dropout: Share of those whose prefixes and long suffix are hidden as well.
        gazetteer_dropout: Share of documents, and of tokens, read without the gazetteer.

    Returns:
        A model from a list of documents to a list of arrays, shape (tokens, width).
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(
            widths[name],
            rows[name],
            column=COLUMNS.index(name),
            seed=8 + COLUMNS.index(name),
            dropout=0.0,
        )
        for name in COLUMNS
        if name in rows
    ]
    total = sum(widths[name] for name in COLUMNS if name in rows)
    mix: Model[Any, Any] = Maxout(nI=total, nO=width, nP=3, normalize=True, dropout=0.0)
    layers: Model[Any, Any] = chain(
        word_features(form_dropout, affix_dropout, gazetteer_dropout),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(mix),
        ragged2list(),
    )
    return Model(
        "folded_embed", _Embed(), init=chain_init, layers=layers.layers, dims={"nO": width}
    )


class _Embed:
    """Forward pass of the embedding, with what is never stored: the vectors of known words."""

    def __init__(self) -> None:
        self.known = KnownVectors()
        self._attrs: tuple[Any, ...] = ()

    def __call__(
        self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[Any, Any]:
        if is_train:
            return chain_forward(model, docs, is_train)
        return self._embed_once(model, docs), lambda gradient: []

    def _embed_once(self, model: Model[Any, Any], docs: Sequence[Doc]) -> list[Any]:
        """Embed each different word once: without dropout equal words have equal vectors."""
        features, _, tables, mix, _ = model.layers
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [model.ops.alloc2f(0, model.get_dim("nO")) for _ in docs]
        self._follow(features)
        places = LEXEMES.places(docs)
        headline = in_headlines(places.rows[places.of_tokens, CASE], lengths)

        def make(new: NDArray[np.intp]) -> NDArray[np.float32]:
            rows = rows_of_words(features, places.rows[places.of_tokens[new]], headline[new])
            # In double precision: a product differs in its last digits with what is multiplied
            # beside it, and a vector that is kept is not to depend on where its word was met first.
            made: NDArray[np.float32] = run(mix, tables.predict(rows).astype(np.float64)).astype(
                np.float32
            )
            return made

        numbers = 2 * places.of_tokens + headline
        vectors = self.known.vectors(numbers, (places.age, _weights_mark(mix)), make)
        return np.split(vectors, np.cumsum(lengths)[:-1])

    def _follow(self, features: Model[Any, Any]) -> None:
        """Forget the vectors if the known forms or the gazetteer are others."""
        names = ("forms", "gazetteer_stems", "gazetteer_lists")
        attrs = tuple(features.attrs[name] for name in names)
        if len(self._attrs) != len(attrs) or any(map(is_not, attrs, self._attrs)):
            self._attrs = attrs
            self.known = KnownVectors()


def _weights_mark(mix: Model[Any, Any]) -> bytes:
    """What differs whenever the weights do: a step of training moves every bias."""
    return b"".join(
        np.asarray(node.get_param("b")).tobytes() for node in mix.walk() if node.has_param("b")
    )


def tok2vec(embed: Model[Any, Any], encode: Model[Any, Any]) -> Model[Any, Any]:
    """Chain an embedding and an encoder as ``spacy.Tok2Vec.v2`` does, with numpy's BLAS."""
    model: Model[Any, Any] = build_Tok2Vec_model(embed, encode)
    model._func = _tok2vec_forward
    return use_numpy_matmul(model)


def _tok2vec_forward(
    model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[Any, Any]:
    if is_train:
        return chain_forward(model, docs, is_train)
    embed, encode = model.get_ref("embed"), model.get_ref("encode")
    return run_on_documents(encode, embed.predict(docs)), lambda gradient: []


registry.architectures.register("greeknews_ner.FoldedEmbed.v1", func=folded_embed)
registry.architectures.register("greeknews_ner.Tok2Vec.v1", func=tok2vec)
