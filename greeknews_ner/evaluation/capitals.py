"""The same gold in capitals without accents, as headlines have it."""

from __future__ import annotations

import unicodedata

from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import Span


def to_capitals(text: str) -> str:
    """``text`` in capitals, without accents, breathings and dialytika: «Σοϊγκού» → «ΣΟΙΓΚΟΥ»."""
    return _capitals(text)[0]


def in_capitals(doc: GoldDoc) -> GoldDoc:
    """A copy of ``doc`` in capitals, its spans moved along.

    A word that is nothing but an accent stays as it is, so that no token becomes empty.
    """
    if doc.words is None:
        text, places = _capitals(doc.text)
        spans = [
            Span(places[span.start], places[span.end], span.label)
            for span in doc.spans
            if places[span.start] < places[span.end]
        ]
        return GoldDoc(text=text, spans=tuple(spans))
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    position = 0
    spaces = doc.spaces or (True,) * len(doc.words)
    for number, (word, space) in enumerate(zip(doc.words, spaces, strict=True)):
        starts[position] = number
        ends[position + len(word)] = number + 1
        position += len(word) + space
    return GoldDoc.of_words(
        [to_capitals(word) or word for word in doc.words],
        [Span(starts[span.start], ends[span.end], span.label) for span in doc.spans],
        spaces,
    )


def _capitals(text: str) -> tuple[str, list[int]]:
    """The capitals, and where each character of ``text`` begins in them (one more for the end)."""
    places: list[int] = []
    capitals = ""
    for char in text:
        places.append(len(capitals))
        decomposed = unicodedata.normalize("NFD", char)
        capitals += "".join(part for part in decomposed if not unicodedata.combining(part)).upper()
    return capitals, [*places, len(capitals)]
