"""Adjectives of nationality as mentions of type NORP: «ρωσικές αρχές», «ελληνοτουρκικά»."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner.names.adjectives import find_adjectives
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.records import Rendering

TABLE_SCORE = 0.95
"""Score of an adjective that a table holds; capitals and homonyms are what may be wrong."""
COMPOUND_SCORE = 0.9
"""Score of one put together of two nations."""


class AdjectiveFinder:
    """Adds to ``doc.ents`` the adjectives of nationality that stand outside of names.

    Each gets its score, its nominative (masculine singular) and its English.
    """

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc.ents``; spans that are there stay."""
        found = []
        for each in find_adjectives(doc.text):
            span = doc.char_span(each.start, each.end, label="NORP")
            if span is None or any(token.ent_type for token in span):
                continue
            _describe(
                span, each.adjective.greek, each.adjective.english, each.adjective.is_compound
            )
            found.append(span)
        if found:
            doc.set_ents([*doc.ents, *found])
        return doc


def _describe(span: Span, greek: str, english: str, is_compound: bool) -> None:
    score = COMPOUND_SCORE if is_compound else TABLE_SCORE
    span._.score = score
    span._.nominative = greek
    span._.english = Rendering(
        english=english, method="rule" if is_compound else "lexicon", score=score
    )


@Language.factory(
    "greeknews_adjectives",
    assigns=["doc.ents", "span._.score", "span._.nominative", "span._.english"],
    requires=["doc.ents"],
)
def create_adjective_finder(nlp: Language, name: str) -> AdjectiveFinder:
    """Create the component."""
    return AdjectiveFinder()
