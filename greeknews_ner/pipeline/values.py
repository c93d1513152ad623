"""Dates, sums and numbers by pattern: all of them where the NER knows none, else what it missed."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.types import VALUE_TYPES
from greeknews_ner.values import find_values

PATTERN_SCORE = 0.9
"""Score of a value found by pattern: patterns are written for precision."""

SURE_TYPES = ("MONEY", "ORDINAL", "PERCENT", "QUANTITY")
"""Types of which a pattern is right where a trained name finder saw nothing. Measured on elNER dev:
three of three. Of dates and bare numbers the corpus leaves too many unmarked."""


class ValueFinder:
    """Adds value expressions to ``doc.ents`` where no span stands yet.

    Args:
        types: Entity types to look for; all value types if not given.
    """

    def __init__(self, types: Sequence[str] | None = None) -> None:
        register_extensions()
        self.types = frozenset(types) if types is not None else VALUE_TYPES

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc.ents``; spans that are there stay."""
        taken = list(doc.ents)
        found = []
        for value in find_values(doc.text):
            if value.type not in self.types:
                continue
            span = doc.char_span(value.start, value.end, label=value.type, alignment_mode="expand")
            if span is not None and not any(token.ent_type for token in span):
                span._.score = PATTERN_SCORE
                found.append(span)
        doc.set_ents([*taken, *filter_spans(found)])
        return doc


@Language.factory(
    "greeknews_values",
    assigns=["doc.ents", "span._.score"],
    requires=["doc.ents"],
    default_config={"types": None},
)
def create_value_finder(nlp: Language, name: str, types: list[str] | None) -> ValueFinder:
    """Create the component.

    Args:
        nlp: The pipeline.
        name: Name of the component in it.
        types: Value types to look for; null for all.
    """
    return ValueFinder(types)
