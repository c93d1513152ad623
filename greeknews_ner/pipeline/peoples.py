"""Peoples and languages that the name finder missed: «οι Δυτικοί», «η τουρκική γλώσσα»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import default_lexicon
from greeknews_ner.names.lexicon_table import Row
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.languages import find_languages

TABLE_SCORE = 0.8
"""Score of a group found by table alone: a capital inside a sentence leaves little doubt."""
SHORTEST = 4
"""Letters of the shortest word that is looked up."""
_BEGINNING = 3


class PeopleFinder:
    """Adds to ``doc.ents`` the nouns that name a people or group in the tables, and languages.

    Of nouns only those with a capital inside a sentence count, and only if the tables know no other
    meaning: Σύρος is an island as well.
    """

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc.ents``; spans that are there stay."""
        doc.set_ents([*doc.ents, *_groups(doc), *find_languages(doc)])
        return doc


def _groups(doc: Doc) -> Iterator[Span]:
    marks = doc.to_array(["IS_TITLE", "ENT_TYPE"])
    for position in np.flatnonzero((marks[:, 0] != 0) & (marks[:, 1] == 0)).tolist():
        token = doc[position]
        if _may_be_name(token) and _is_group(token.text):
            span = Span(doc, token.i, token.i + 1, label="NORP")
            span._.score = TABLE_SCORE
            yield span


def _may_be_name(token: Token) -> bool:
    return (
        not token.ent_type
        and len(token) >= SHORTEST
        and token.is_title
        and token.i > 0
        and not token.is_sent_start
        and not token.nbor(-1).is_space
        and not token.nbor(-1).is_quote
    )


@lru_cache(maxsize=16384)
def _is_group(word: str) -> bool:
    if fold(word)[:_BEGINNING] not in _beginnings():
        return False
    found = default_lexicon().find(to_nominative(word, type="NORP"))
    return (
        bool(found)
        and all(entry.type == "NORP" and entry.part in {"full", "adjective"} for entry in found)
        and any(entry.part == "full" for entry in found)
    )


@cache
def _beginnings() -> frozenset[str]:
    """How names of groups in the tables begin; their cases all begin so."""
    found: set[str] = set()
    for table in default_lexicon().tables:
        for line in table.lines:
            if "NORP" in line:
                row = Row(line, table.columns)
                names = (row["greek"], *row.listed("aliases"))
                found.update(fold(name)[:_BEGINNING] for name in names)
    return frozenset(found)


@Language.factory("greeknews_peoples", assigns=["doc.ents", "span._.score"], requires=["doc.ents"])
def create_people_finder(nlp: Language, name: str) -> PeopleFinder:
    """Create the component."""
    return PeopleFinder()
