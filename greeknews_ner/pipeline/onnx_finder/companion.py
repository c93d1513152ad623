"""A second opinion: the tag probabilities of the pipeline's convolutional name finder.

The two networks err in different places, and averaging their log-probabilities corrects more
than either learns from longer training; the convolutions cost a tenth of the transformer's time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from greeknews_ner.errors import ModelError
from greeknews_ner.pipeline.name_finder import NameFinder
from greeknews_ner.pipeline.name_finder.crf import chain_of
from greeknews_ner.pipeline.name_finder.lattice import Lattice, pack

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["find_companion", "opinions"]

Floats = NDArray[np.floating]

_LEAST = 1e-5


def find_companion(nlp: Language, name: str) -> NameFinder:
    """Return the name finder ``name`` of a pipeline, enabled or not.

    Raises:
        ModelError: The pipeline has no such component, or it is no name finder (G208).
    """
    found = nlp.get_pipe(name) if name in nlp.component_names else None
    if not isinstance(found, NameFinder):
        raise ModelError(
            f"The pipeline has no name finder {name!r} to average with.",
            "Add a greeknews_name_finder of that name first, or set 'companion' to null.",
            code="G208",
        )
    return found


def opinions(
    finder: NameFinder,
    docs: Sequence[Doc],
    places: Sequence[tuple[int, Sequence[int]]],
    tags: Sequence[str],
) -> list[Floats]:
    """Ask the companion for its tag probabilities.

    Args:
        finder: The companion.
        docs: Documents.
        places: Number of the document and token indices of each sentence.
        tags: Tags in the order in which they are wanted.

    Returns:
        Log-probabilities for each sentence, words x tags.

    Raises:
        ModelError: The companion does not know one of the tags (G208).
    """
    columns = {name: column for column, name in enumerate(finder.scheme.names)}
    missing = sorted({tag[2:] for tag in tags if tag not in columns})
    if missing:
        raise ModelError(
            f"The companion {finder.name!r} does not know the labels {', '.join(missing)}.",
            "Average finders trained for the same labels alone, or set 'companion' to null.",
            code="G208",
        )
    order = np.array([columns[tag] for tag in tags])
    emissions = finder.model.predict(list(docs))
    batch = pack([emissions[number][indices] for number, indices in places])
    marginals = Lattice(batch, chain_of(finder.model, finder.scheme)).marginals()
    result: list[Floats] = [marginals[:0, 0]] * len(places)
    for column, place in enumerate(batch.order.tolist()):
        chances = marginals[: batch.lengths[column], column]
        result[place] = np.log(chances[:, order] + _LEAST)
    return result
