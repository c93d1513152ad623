"""What the paragraphs of an article are: its lead, its body, the words under its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from greeknews_ner._toml import load_toml
from greeknews_ner.articles.furniture import Furniture, bare, is_speech
from greeknews_ner.articles.zones import paragraphs, zones

__all__ = ["Passage", "is_caption", "passages"]

SHORTEST_LEAD = 8
"""Words of a lead; fewer are a kicker, a byline or a dateline."""
LONGEST_LEAD = 120
"""Words of a lead; more are an article without paragraphs."""
_LEAD_AMONG = 3
"""Paragraphs, captions left out, that are looked at for the lead; a byline may come first."""

_SENTENCE_END = re.compile(r"[.;!…][»”\")]*$")
_FULL_STOP = re.compile(r"[.…;!][»”\")]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article below its headline.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last one.
        zone: What it is.
    """

    start: int
    end: int
    zone: Literal["lead", "body", "caption", "boilerplate"]


def passages(text: str, furniture: Furniture | None = None) -> list[Passage]:
    """Tell lead, body, captions and furniture.

    The lead is the first paragraph, where it is one of several and has a lead's length; an
    article that is one paragraph, and a list of headlines, have none. A caption is a paragraph
    that says so itself or ends in a picture's credit.

    Args:
        text: Clean text, a line a paragraph.
        furniture: As for :func:`~greeknews_ner.articles.zones.zones`, which decides what is
            boilerplate.

    Returns:
        In order, not touching; neighbouring paragraphs of the body are one passage.
    """
    found: list[Passage] = []
    for zone in zones(text, furniture):
        if zone.zone == "boilerplate":
            found.append(Passage(zone.start, zone.end, "boilerplate"))
            continue
        for start, end in paragraphs(text, zone.start, zone.end):
            kind: Literal["caption", "body"] = "caption" if is_caption(text[start:end]) else "body"
            found.append(Passage(start, end, kind))
    lead = _lead(text, [each for each in found if each.zone == "body"])
    if lead is not None:
        found[found.index(lead)] = Passage(lead.start, lead.end, "lead")
    return list(_joined(found))


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is the words under a picture.

    Args:
        paragraph: Clean text without a line break.
    """
    credited, labelled, longest = _patterns()
    if len(paragraph) > longest:
        return False
    line = bare(paragraph)
    if is_speech(line):
        return False
    if credited.search(line):
        return True
    return not _FULL_STOP.search(paragraph.rstrip()) and labelled.fullmatch(line) is not None


def _lead(text: str, body: list[Passage]) -> Passage | None:
    for number, passage in enumerate(body[:_LEAD_AMONG]):
        paragraph = text[passage.start : passage.end]
        words = len(paragraph.split())
        if words < SHORTEST_LEAD:
            continue
        is_prose = words <= LONGEST_LEAD and _SENTENCE_END.search(paragraph)
        return passage if is_prose and number + 1 < len(body) else None
    return None


def _joined(found: list[Passage]) -> Iterator[Passage]:
    pending: Passage | None = None
    for each in found:
        if pending is not None and pending.zone == each.zone:
            pending = Passage(pending.start, each.end, each.zone)
            continue
        if pending is not None:
            yield pending
        pending = each
    if pending is not None:
        yield pending


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], int]:
    table = load_toml(files("greeknews_ner") / "resources" / "captions.toml")
    credited = re.compile(f"(?:{'|'.join(table['credited'])})$", re.IGNORECASE)
    labelled = re.compile("|".join(table["labelled"]), re.IGNORECASE)
    return credited, labelled, table["longest"]
