"""Languages that the name finder missed: «η τουρκική γλώσσα», «μεταφράστηκε στα ιταλικά»."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Span, Token

from greeknews_ner.names.adjectives import adjective_of
from greeknews_ner.names.folding import fold

LANGUAGE_SCORE = 0.9
"""Score of a language found by its words: the corpus has thirty-two, none of another type."""

_ENDING = "ικα"
_NOUNS = ("γλώσσα", "γλώσσας", "γλώσσες", "γλωσσών")
_BEHIND = "στα"


def find_languages(doc: Doc) -> Iterator[Span]:
    """Adjectives of nationality, in small letters, that mean a language.

    Such are those before γλώσσα, and neuter plurals behind στα that no noun follows.

    Args:
        doc: A document; what has a span already is left out.
    """
    words, keys = doc.to_array("LOWER"), doc.vocab.strings
    nouns = np.array([keys[noun] for noun in _NOUNS], dtype=np.uint64)
    for place in np.flatnonzero(np.isin(words[1:], nouns)).tolist():
        if _is_nationality(doc[place]):
            yield _language(doc[place])
    for place in (np.flatnonzero(words[:-1] == keys[_BEHIND]) + 1).tolist():
        token = doc[place]
        alone = place + 1 == len(doc) or not doc[place + 1].text[0].isalpha()
        if alone and fold(token.text).endswith(_ENDING) and _is_nationality(token):
            yield _language(token)


def _is_nationality(token: Token) -> bool:
    return token.is_lower and not token.ent_type and adjective_of(token.text) is not None


def _language(token: Token) -> Span:
    span = Span(token.doc, token.i, token.i + 1, label="LANGUAGE")
    span._.score = LANGUAGE_SCORE
    return span
