"""Names that a text gives as addresses: «Λιοσίων 205», «Στις 9 μ.μ., Γερμανικού και Μυλλέρου»."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from greeknews_ner.names.nominative_context import is_article
from greeknews_ner.names.nominative_streets import is_street

_HOUSE = re.compile(r"[1-9]\d{0,2}([-–]\d{1,3})?[Α-ΩA-Z]?(?P<stop>\.?)")
_NOT_A_NUMBER_OF_A_HOUSE = frozenset("%‰€$°'’΄′")
_CLOCK = frozenset({"μ.μ.", "π.μ.", "μμ", "πμ", "μ.μ", "π.μ"})
_OPENERS = frozenset(",;·(–—")
_TYPES = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG"})


def is_address(span: Span) -> bool:
    """Whether a name stands as an address, so that it keeps its genitive.

    A number of a house follows it (or what καί joins to it), or it stands behind the time of an
    event, and no article stands before it; or καί joins it to a name behind «οδών».

    Args:
        span: A name.
    """
    if span.label_ not in _TYPES:
        return False
    start = _start_of_crossing(span)
    if start < span.start and start and is_street(span.doc[start - 1].text):
        # των οδών Μιχαήλ Βόδα και Αγορακρίτου
        return True
    if not _opens_clause(span.doc, start) or any(token.like_num for token in span[:-1]):
        return False
    end = _end_of_crossing(span)
    return _has_number(span.doc, end) or (
        _is_behind_clock(span.doc, start) and _closes_clause(span.doc, end)
    )


def _opens_clause(doc: Doc, start: int) -> bool:
    if start == 0 or doc[start].is_sent_start:
        return True
    before = doc[start - 1]
    return before.is_space or before.text in _OPENERS or before.text in _CLOCK


def _start_of_crossing(span: Span) -> int:
    """Where the first of two streets begins that και joins: Γερμανικού και Μυλλέρου."""
    doc, start = span.doc, span.start
    if start < 2 or doc[start - 1].lower_ != "και":
        return start
    place = start - 2
    while place >= 0 and _is_name_word(doc[place]):
        place -= 1
    return place + 1 if place + 1 < start - 1 else start


def _end_of_crossing(span: Span) -> int:
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].lower_ != "και":
        return end
    place = end + 1
    while place < len(doc) and _is_name_word(doc[place]):
        place += 1
    return place if place > end + 1 else end


def _is_name_word(token: Token) -> bool:
    return token.text[0].isupper() and token.text[-1].isalpha() and not is_article(token.lower_)


def _has_number(doc: Doc, place: int) -> bool:
    """Whether the number of a house stands there; the span itself may end with it."""
    if place and _HOUSE.fullmatch(doc[place - 1].text):
        place -= 1
    if place >= len(doc):
        return False
    number = _HOUSE.fullmatch(doc[place].text)
    if number is None:
        return False
    if number["stop"] or place + 1 == len(doc):
        return True
    following = doc[place + 1].text
    return following[0] not in _NOT_A_NUMBER_OF_A_HOUSE and (
        not following[0].isalpha() or following[0].isupper() or following == "και"
    )


def _is_behind_clock(doc: Doc, start: int) -> bool:
    return (
        start > 1 and doc[start - 1].text in (",", "στην", "στη") and doc[start - 2].text in _CLOCK
    )


def _closes_clause(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].text in (".", ",", ";", "(", ")") or doc[end].is_space
