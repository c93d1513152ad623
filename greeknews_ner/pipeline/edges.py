"""Spans that begin and end with their names, and one span for each name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner._toml import load_toml
from greeknews_ner.pipeline.cutting import cut_tokens
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.person_edges import mend_persons
from greeknews_ner.pipeline.place_chains import places_in_chain
from greeknews_ner.pipeline.span_edges import (
    CLOSER_OF,
    clean_ranges,
    has_signs,
    is_handle,
)
from greeknews_ner.types import NAME_TYPES

_OPENERS = ("«", "“", '"')


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    label: str
    score: float | None


class Edges:
    """Takes from the names of ``doc.ents`` what is not theirs.

    Persons begin where :func:`mend_persons` says. Quotes, brackets, dashes and slashes at the edges
    go, and so does the sentence behind a full stop without a space; a span with half a pair of
    brackets is cut there; a chain of places becomes one span a place; an office before a person
    goes; handles are no names and go. Tokens are cut where a name ends inside one. Values stay as
    they are.
    """

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Clean ``doc.ents``; the text stays what it is."""
        mend_persons(doc)
        changed: dict[Span, list[_Piece]] = {}
        for span in doc.ents:
            if span.label_ in NAME_TYPES and _may_change(span):
                pieces = list(_pieces(span))
                if [(piece.start, piece.end) for piece in pieces] != [
                    (span.start_char, span.end_char)
                ]:
                    changed[span] = pieces
        if not changed:
            return doc
        kept = [
            _Piece(span.start_char, span.end_char, span.label_, span._.score)
            for span in doc.ents
            if span not in changed
        ]
        pieces = sorted(
            [*kept, *(piece for found in changed.values() for piece in found)],
            key=lambda piece: piece.start,
        )
        cut_tokens(doc, {place for piece in pieces for place in (piece.start, piece.end)})
        doc.set_ents(list(_without_overlaps(doc, pieces)))
        return doc


@cache
def _offices() -> frozenset[str]:
    table = load_toml(files("greeknews_ner") / "resources" / "people.toml")
    return frozenset(table["offices"])


def _may_change(span: Span) -> bool:
    return has_signs(span.text) or _opens_with_office(span)


def _opens_with_office(span: Span) -> bool:
    return span.label_ == "PERSON" and len(span) > 1 and span[0].text in _offices()


def _pieces(span: Span) -> Iterator[_Piece]:
    while _opens_with_office(span):
        score = span._.score
        span = Span(span.doc, span.start + 1, span.end, label=span.label)
        span._.score = score
    text = span.text
    if is_handle(text):
        return
    text += _missing_sign(span, text)
    for start, stop in clean_ranges(text):
        first = span.start_char + start
        name = text[start:stop]
        whole = (((0, stop - start), span.label_),)
        for (a, b), label in places_in_chain(name) or whole:
            yield _Piece(first + a, first + b, label, span._.score)


def _missing_sign(span: Span, text: str) -> str:
    """What follows right behind, if it closes a quote that opened inside: Θέατρο «Άλφα»."""
    opener = max(text.rfind(sign) for sign in _OPENERS)
    if opener < 1 or span.end >= len(span.doc):
        return ""
    closer = CLOSER_OF.get(text[opener], text[opener])
    # In texts whose words were cut apart, signs have spaces on both sides.
    space = span[-1].whitespace_
    is_open = closer not in text[opener + 1 :] and text[:opener].count(closer) % 2 == 0
    fits = text[opener + 1 : opener + 2].isspace() == bool(space)
    is_next = span.doc[span.end].text.startswith(closer)
    return space + closer if is_open and fits and is_next else ""


def _without_overlaps(doc: Doc, pieces: list[_Piece]) -> Iterator[Span]:
    last = 0
    for piece in pieces:
        span = doc.char_span(piece.start, piece.end, label=piece.label)
        if span is None or span.start < last:
            continue
        span._.score = piece.score
        last = span.end
        yield span


@Language.factory("greeknews_edges", assigns=["doc.ents", "span._.score"], requires=["doc.ents"])
def create_edges(nlp: Language, name: str) -> Edges:
    """Create the component."""
    return Edges()
