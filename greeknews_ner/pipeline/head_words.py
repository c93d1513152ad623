"""What the noun beside a name says of it: «η φρεγάτα Κίμων», «η λεωφόρος Κηφισίας»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from spacy.tokens import Doc, Span, Token

from greeknews_ner._toml import load_toml
from greeknews_ner.names.folding import fold
from greeknews_ner.names.stem import stem
from greeknews_ner.types import NAME_TYPES

HEAD_SCORE = 0.8
"""Score of a name whose type or extent comes from the noun beside it. At first sight 26 of 29
were right that differ from the name finder's, on elNER dev and news of 2026."""
SURE = 0.93
"""A type that the name finder gives a higher score than this stays."""
LONGEST_TITLE = 9
"""Words of the longest title in quotes."""

_SHORTEST = 3
_OPENERS = frozenset("«“„\"'‘")
_CLOSERS = frozenset("»”“\"'’")
_ADJECTIVES = ("ικ", "ει", "αι", "διεθν", "μεγαλ", "παλι", "νε", "κλειστ")
# What a noun in the nominative ends in, and its other cases: συλλόγου is not of συλλογή.
_ENDINGS = {
    "μα": ("μα", "ματοσ", "ματα", "ματων"),
    "α": ("α", "ασ", "εσ", "ων"),
    "η": ("η", "ησ", "εωσ", "εισ", "εων", "εσ", "ων"),
    "ιο": ("ιο", "ιου", "ια", "ιων"),
    "ο": ("ο", "ου", "α", "ων"),
}
_NATIONAL = "εθνικ"
_PLURALS = ("οι", "ουσ", "ων", "α", "εισ")


def apply_head_words(doc: Doc) -> None:
    """Give the names of ``doc.ents`` the type, and the first word, that the noun beside them says.

    Titles in quotes behind a noun are added, and take the place of what was found inside them.

    Args:
        doc: A document whose spans may have ``span._.score``.
    """
    for span in doc.ents:
        if span.label_ in NAME_TYPES:
            changed = _changed(span)
            if changed is not None:
                _put(changed)
    for span in list(_titles(doc)):
        _put(span)


@cache
def _nouns(kind: str) -> dict[str, tuple[str, str]]:
    """Stem of each noun of a kind, with the type that it tells and the folded noun."""
    table = load_toml(files("greeknews_ner") / "resources" / "context" / "heads.toml")
    return {
        stem(word): (label, fold(word)) for label, words in table[kind].items() for word in words
    }


@lru_cache(maxsize=16384)
def _type_by(kind: str, word: str) -> str | None:
    """The type that a word tells, as a noun of a kind in any case."""
    if len(word) < _SHORTEST:
        return None
    found = _nouns(kind).get(stem(word))
    if found is None:
        return None
    label, noun = found
    folded = fold(word)
    endings = next((forms for end, forms in _ENDINGS.items() if noun.endswith(end)), ())
    if endings and not folded.endswith(endings):
        return None
    # «Αεροδρόμια Σητείας και Μήλου» are no name.
    if kind == "begin" and folded != noun and folded.endswith(_PLURALS):
        return None
    return label


def _changed(span: Span) -> Span | None:
    score = span._.score if span._.score is not None else 0.5
    for start, label in _says(span):
        if (start, label) == (span.start, span.label_):
            return None
        if label != span.label_ and score > SURE:
            continue
        changed = Span(span.doc, start, span.end, label=label)
        changed._.score = HEAD_SCORE if label != span.label_ else max(score, HEAD_SCORE)
        return changed
    return None


def _says(span: Span) -> Iterator[tuple[int, str]]:
    """Beginning and type that a noun before the span or inside it tells, the nearest first."""
    doc, start = span.doc, span.start
    before = doc[start - 1] if start else None
    if before is not None and before.text in _OPENERS and start > 1 and _closes(span):
        noun = doc[start - 2]
        label = _type_by("before", noun.text) or _type_by("before_quotes", noun.text)
        if label is not None and not noun.ent_type:
            yield start, label
    if before is not None and not before.ent_type:
        label = _type_by("before", before.text)
        if label is not None:
            yield start, label
        label = _type_by("begin", before.text)
        if label is not None and not before.is_sent_start:
            yield _with_adjective(before), label
    for place, token in enumerate(span[:2]):
        label = _type_by("inside", token.text)
        if label is not None and (_is_adjective(span[0]) if place else len(span) > 1):
            yield start, label


def _with_adjective(noun: Token) -> int:
    """Where a noun begins with its adjective: «εθνική οδός»."""
    before = noun.nbor(-1) if noun.i else None
    return noun.i - (before is not None and stem(before.text) == _NATIONAL)


def _is_adjective(token: Token) -> bool:
    return stem(token.text).endswith(_ADJECTIVES)


def _closes(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].text in _CLOSERS


def _titles(doc: Doc) -> Iterator[Span]:
    """Titles in quotes behind a noun, unless a single name is all that they hold."""
    known = {(span.start, span.end) for span in doc.ents}
    for place in np.flatnonzero(doc.to_array("IS_QUOTE")).tolist():
        if not 0 < place < len(doc) - 2 or doc[place].text not in _OPENERS:
            continue
        if doc[place - 1].ent_type:
            continue
        label = _type_by("before_quotes", doc[place - 1].text)
        if label is None or not doc[place + 1].text[0].isupper():
            continue
        last = min(place + 2 + LONGEST_TITLE, len(doc))
        end = next((i for i in range(place + 2, last) if doc[i].text in _CLOSERS), None)
        if end is not None and (place + 1, end) not in known:
            span = Span(doc, place + 1, end, label=label)
            span._.score = HEAD_SCORE
            yield span


def _put(span: Span) -> None:
    """Write a span in the place of those that it overlaps."""
    doc = span.doc
    others = [ent for ent in doc.ents if ent.end <= span.start or span.end <= ent.start]
    doc.set_ents([*others, span])
