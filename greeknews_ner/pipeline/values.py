"""Dates, sums and numbers for pipelines whose NER knows none."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.values import find_values

PATTERN_SCORE = 0.9
"""Score of a value found by pattern: patterns are written for precision."""


class ValueFinder:
    """Adds value expressions to ``doc.ents`` where no span stands yet."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc.ents``; spans that are there stay."""
        taken = list(doc.ents)
        found = []
        for value in find_values(doc.text):
            span = doc.char_span(value.start, value.end, label=value.type, alignment_mode="expand")
            if span is not None and not any(token.ent_type for token in span):
                span._.score = PATTERN_SCORE
                found.append(span)
        doc.set_ents([*taken, *filter_spans(found)])
        return doc


@Language.factory("greeknews_values", assigns=["doc.ents", "span._.score"], requires=["doc.ents"])
def create_value_finder(nlp: Language, name: str) -> ValueFinder:
    """Create the component."""
    return ValueFinder()
