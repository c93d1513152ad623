"""Value expressions in running text, by pattern, for pipelines whose NER knows none.

Precision comes first: a day in digits needs its preposition, a time in digits its colon or its
preposition, and ένας is no number. Spans leave out articles and prepositions, as elNER's do.
"""

from __future__ import annotations

from greeknews_ner.values.find_dates import find_date, find_time
from greeknews_ner.values.find_numbers import (
    find_cardinal,
    find_money,
    find_ordinal,
    find_percent,
    find_quantity,
)
from greeknews_ner.values.items import read_items
from greeknews_ner.values.kinds import ValueSpan
from greeknews_ner.values.passage import Found, Passage
from greeknews_ner.values.words import tokenize

CHUNK = 20_000
"""Longer texts are read in pieces of this many characters, cut at line ends."""

_LONGEST = 10
_FINDERS = (
    find_money,
    find_percent,
    find_date,
    find_time,
    find_quantity,
    find_ordinal,
    find_cardinal,
)


def find_values(text: str) -> list[ValueSpan]:
    """Find value expressions.

    Args:
        text: Running text.

    Returns:
        Spans from left to right, without overlap; the longest expression at each place.
    """
    return [
        ValueSpan(offset + span.start, offset + span.end, span.type)
        for offset, piece in _pieces(text)
        for span in _find(piece)
    ]


def _pieces(text: str) -> list[tuple[int, str]]:
    pieces = []
    start = 0
    while len(text) - start > CHUNK:
        cut = text.rfind("\n", start, start + CHUNK)
        cut = cut if cut > start else text.rfind(" ", start, start + CHUNK)
        cut = cut if cut > start else start + CHUNK
        pieces.append((start, text[start:cut]))
        start = cut
    pieces.append((start, text[start:]))
    return pieces


def _find(text: str) -> list[ValueSpan]:
    tokens = tokenize(text)
    items = read_items(text, tokens, clock=True)
    following = {item.start: items[i : i + _LONGEST] for i, item in enumerate(items)}
    passage = Passage(text, tokens, following)
    spans = []
    index = 0
    while index < len(tokens):
        best: Found | None = None
        for finder in _FINDERS:
            found = finder(passage, index)
            if found is not None and (best is None or found.end > best.end):
                best = found
        if best is None:
            index += 1
            continue
        spans.append(ValueSpan(tokens[index].start, tokens[best.end - 1].end, best.type))
        index = best.end
    return spans
