"""Take pieces from the maxout units of a name finder, those that are missed least.

    python -m training.slim NAMES --soft FOLDER --output OUT [--pieces 2]

A unit of the encoder gives the largest of its pieces. On news it is summed up how much smaller
the units would be without each piece; the piece that matters least goes. A finder so slimmed loses
a point or two, which ``training.distil`` brings back, and needs two thirds of the products.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_config
from thinc.api import Model

from greeknews_ner.pipeline.name_finder import NameFinder
from training.finder import NAMES, finder_of
from training.teacher.soft import read_soft

__all__ = ["slim"]

_SENTENCES = 600


def slim(nlp: Language, docs: Sequence[Doc], pieces: int) -> Language:
    """Build the same pipeline with fewer pieces in the encoder of its name finder.

    Args:
        nlp: A pipeline with a trained name finder.
        docs: News, to see which pieces matter.
        pieces: How many each unit is to have.

    Returns:
        Another pipeline, whose network has yet to learn again.
    """
    config = nlp.config.copy()
    encode = config["components"][NAMES]["model"]["tok2vec"]["encode"]
    pieces_before: int = encode["maxout_pieces"]
    encode["maxout_pieces"] = pieces
    slimmer = load_model_from_config(config, auto_fill=True)
    old, new = finder_of(nlp), finder_of(slimmer)
    new.scheme, new.calibration = old.scheme, old.calibration
    kept: dict[int, NDArray[np.intp]] = {}
    for layer in _encoder_layers(old, pieces_before):
        kept[layer.id] = _most_missed(layer, old, docs, pieces)
    for before, after in zip(old.model.walk(), new.model.walk(), strict=True):
        _copy(before, after, kept.get(before.id))
    return slimmer


def _encoder_layers(finder: NameFinder, pieces: int) -> list[Model[Any, Any]]:
    encoder = finder.model.get_ref("tok2vec").get_ref("encode")
    return [
        node for node in encoder.walk() if node.name == "maxout" and node.get_dim("nP") == pieces
    ]


def _most_missed(
    layer: Model[Any, Any], finder: NameFinder, docs: Sequence[Doc], pieces: int
) -> NDArray[np.intp]:
    """The pieces that each unit of a layer is to keep, in order, shape (units, pieces)."""
    values = np.concatenate(_values(layer, finder, docs))
    largest = values.max(axis=2)
    without = [np.delete(values, gone, axis=2).max(axis=2) for gone in range(values.shape[2])]
    missed = np.stack([(largest - rest).sum(axis=0) for rest in without], axis=1)
    return np.sort(np.argsort(-missed, axis=1, kind="stable")[:, :pieces], axis=1)


def _values(
    layer: Model[Any, Any], finder: NameFinder, docs: Sequence[Doc]
) -> list[NDArray[np.float32]]:
    """What all pieces of a layer give for all words, shapes (words, units, pieces)."""
    seen: list[NDArray[np.float32]] = []
    forward = layer._func
    weights, bias = (np.asarray(layer.get_param(name)) for name in ("W", "b"))

    def watch(model: Model[Any, Any], inputs: Any, is_train: bool) -> Any:
        products = inputs @ weights.reshape(-1, weights.shape[2]).T
        seen.append(products.reshape(len(inputs), *bias.shape) + bias)
        return forward(model, inputs, is_train)

    layer._func = watch
    try:
        finder.predict(docs)
    finally:
        layer._func = forward
    return seen


def _copy(before: Model[Any, Any], after: Model[Any, Any], kept: NDArray[np.intp] | None) -> None:
    for name in before.dim_names:
        if before.has_dim(name) and after.has_dim(name) is None:
            after.set_dim(name, before.get_dim(name))
    for name in before.param_names:
        if before.has_param(name):
            value = np.asarray(before.get_param(name))
            if kept is not None:
                value = value[np.arange(len(value))[:, None], kept]
            after.set_param(name, value.copy())
    after.attrs.update(before.attrs)


def main() -> None:
    """Slim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--soft", type=Path, required=True, help="folder of training.teacher.soft")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--pieces", type=int, default=2)
    options = parser.parse_args()
    nlp = spacy.load(options.names)
    sentences = islice(read_soft(options.soft, finder_of(nlp).scheme.names), _SENTENCES)
    docs = [Doc(nlp.vocab, words=sentence.words) for sentence in sentences]
    slim(nlp, docs, options.pieces).to_disk(options.output)


if __name__ == "__main__":
    main()
