"""spaCy components, one file each, registered as factories.

The order of :data:`COMPONENTS` is the order in which they need each other; each can also be added
to any Greek pipeline by ``nlp.add_pipe``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greeknews_ner.types import VALUE_TYPES

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS: tuple[str, ...] = (
    "greeknews_labels",
    "greeknews_values",
    "greeknews_known",
    "greeknews_peoples",
    "greeknews_agreement",
    "greeknews_edges",
    "greeknews_nominative",
    "greeknews_roles",
    "greeknews_english",
)
"""Factories that turn the spans of any Greek NER into named, rendered spans."""

ADJECTIVES = "greeknews_adjectives"
"""Factory that finds adjectives of nationality; it comes last, where it is wanted."""


def finds_values(nlp: Language) -> bool:
    """Whether the pipeline's own NER knows dates, sums and numbers."""
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    return not labels.isdisjoint(VALUE_TYPES)
