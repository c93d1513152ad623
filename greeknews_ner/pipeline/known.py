"""What is known beforehand: names of the tables, «Άστον Βίλα», and nouns that tell of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from greeknews_ner.names.folding import fold
from greeknews_ner.names.known_phrases import known_phrases
from greeknews_ner.names.lexicon import Entry
from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.capitals import may_have_capitals
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.head_words import apply_head_words
from greeknews_ner.pipeline.table_meaning import readings
from greeknews_ner.types import NAME_TYPES

TABLE_SCORE = 0.85
"""Score of a name found by table alone. Measured: see docs/decisions/known-names.md."""
UNSURE = 0.9
"""A name that the finder gives a higher score than this is not made longer."""
UNSURE_OF_SEVERAL = 0.95
"""The same of several names in one, of which the finder would have to be wrong twice."""

_TYPES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT"})
_LATIN = re.compile(r"[A-Z][A-Za-z0-9&.-]*[A-Za-z0-9]")
_SHORTEST_IN_CAPITALS = 3
_COMMON = frozenset({"ΜΜΕ"})
"""Acronyms that name nobody: the corpus has ΜΜΕ forty-four times, never as a body."""
_GENITIVES = frozenset({"του", "τησ", "των"})
_ACRONYM = re.compile(r"[Α-ΩA-Z][Α-ΩA-Z&-]{2,}")


class KnownNames:
    """Adds to ``doc.ents`` names of the tables, and makes whole what was found in part.

    Then the nouns beside the names have their say, see :func:`apply_head_words`.

    Names of several words count where all their longer words have a capital; names of one word
    only in Latin letters or as acronyms, because a Greek word with a capital may begin a sentence
    or be somebody else's name. A name must have one type in the tables.
    """

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc.ents``; a span gives way only to a longer one that holds it."""
        ents = list(doc.ents)
        found = [*_phrases(doc, ents), *_words(doc)]
        for span in found:
            ents = [*(ent for ent in ents if not _overlap(ent, span)), span]
        if found:
            doc.set_ents(ents)
        apply_head_words(doc)
        return doc


def _phrases(doc: Doc, ents: Sequence[Span]) -> Iterator[Span]:
    names = known_phrases()
    behind = 0
    for place in may_have_capitals(doc):
        if place < behind:
            continue
        longest = names.longest_from(stem(doc[place].text))
        if not longest or not _may_begin(doc[place]):
            continue
        stems = [stem(token.text) for token in doc[place : place + longest]]
        found = names.longest_at(stems, 0)
        if found is None or found[1] not in _TYPES:
            continue
        size, label = found
        span = Span(doc, place, place + size, label=label)
        if all(_is_written_as_name(token) for token in span) and _may_replace(span, ents):
            span._.score = TABLE_SCORE
            yield span
        behind = place + size


def _may_begin(token: Token) -> bool:
    return token.text[0].isupper()


def _is_written_as_name(token: Token) -> bool:
    return len(token) < 4 or token.text[0].isupper()


def _may_replace(span: Span, ents: Sequence[Span]) -> bool:
    """Whether what the finder has there is shorter, inside and unsure.

    A body of a body is two names: «Ιατρική Σχολή» and «Χάρβαρντ». In capitals two words in which
    the finder saw nothing are mostly no name: «ΕΛΛΗΝΙΚΕΣ ΤΡΑΠΕΖΕΣ», «ΤΑ ΝΕΑ ΜΕΤΡΑ».
    """
    overlapping = [ent for ent in ents if _overlap(ent, span)]
    if not overlapping and len(span) < _SHORTEST_IN_CAPITALS and span.text.isupper():
        return False
    alike = [ent for ent in overlapping if ent.label_ == span.label_ == "ORG"]
    unsure = UNSURE if len(overlapping) < 2 else UNSURE_OF_SEVERAL
    return len(alike) < 2 and all(
        ent.start >= span.start
        and ent.end <= span.end
        and len(ent) < len(span)
        and ent.label_ in NAME_TYPES
        and (ent._.score or 0.0) < unsure
        for ent in overlapping
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _words(doc: Doc) -> Iterator[Span]:
    for position in may_have_capitals(doc):
        token = doc[position]
        text = token.text
        if token.ent_type or not (_LATIN.fullmatch(text) or _ACRONYM.fullmatch(text)):
            continue
        if text.isupper() and _among_capitals(token):
            continue
        if text in _COMMON or _is_title(token):
            continue
        found = readings(text)
        types = {entry.type for entry in found}
        if len(types) == 1 and found[0].part == "full" and types <= _TYPES:
            if _ACRONYM.fullmatch(text) and _is_in_capitals(found[0], text):
                continue
            span = Span(doc, token.i, token.i + 1, label=types.pop())
            span._.score = TABLE_SCORE
            yield span


def _is_in_capitals(entry: Entry, name: str) -> bool:
    """Whether these are a name's own letters in capitals: ΚΕΑ is a benefit, Κέα the island."""
    return fold(entry.greek) == fold(name) and not entry.greek.isupper()


def _is_title(token: Token) -> bool:
    """Whether somebody bears the acronym as his title: «ο ΥΠΕΞ Νίκος Δένδιας»."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).ent_type_ != "PERSON":
        return False
    return token.i == 0 or fold(token.nbor(-1).text) not in _GENITIVES


def _among_capitals(token: Token) -> bool:
    near = token.doc[max(0, token.i - 2) : token.i + 3]
    words = [other for other in near if other.is_alpha and other.i != token.i]
    return bool(words) and all(other.is_upper for other in words)


@Language.factory("greeknews_known", assigns=["doc.ents", "span._.score"], requires=["doc.ents"])
def create_known_names(nlp: Language, name: str) -> KnownNames:
    """Create the component."""
    return KnownNames()
