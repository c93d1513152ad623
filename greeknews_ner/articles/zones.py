"""Zones of an article: what its author wrote, and the furniture of the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from greeknews_ner.articles.furniture import Furniture, shipped_furniture

__all__ = ["ZoneSpan", "paragraphs", "zones"]

_LONGEST_LINK = 200
_MOST_LINKS = 15
_SENTENCE_BORDER = re.compile(r"(?<=[.;!…»”])[ \t]+(?=[A-ZΑ-ΩΆ-Ώ«“©])")


@dataclass(frozen=True, slots=True)
class ZoneSpan:
    """A stretch of an article.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last one.
        zone: ``body`` or ``boilerplate``.
    """

    start: int
    end: int
    zone: Literal["body", "boilerplate"]


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    is_furniture: bool
    is_header: bool = False


def zones(text: str, furniture: Furniture | None = None) -> list[ZoneSpan]:
    """Tell an article's paragraphs from the page's furniture.

    Precision comes first: a paragraph is furniture only if all of it is; what is in doubt belongs
    to the article.

    Args:
        text: Clean text, a line a paragraph.
        furniture: The patterns; the shipped ones if not given.

    Returns:
        In order, not touching, blank edges left out; neighbouring paragraphs of one zone are one
        span. Empty for blank text.
    """
    patterns = furniture or shipped_furniture()
    lines = [part for line in paragraphs(text) for part in _judged(text, line, patterns)]
    _follow_headers(text, lines)
    spans: list[ZoneSpan] = []
    for line in lines:
        zone: Literal["body", "boilerplate"] = "boilerplate" if line.is_furniture else "body"
        if spans and spans[-1].zone == zone:
            spans[-1] = ZoneSpan(spans[-1].start, line.end, zone)
        else:
            spans.append(ZoneSpan(line.start, line.end, zone))
    return spans


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of the lines of a stretch of text; blank ones and blank edges are left out."""
    position = start
    for line in text[start:end].split("\n"):
        stripped = line.strip()
        if stripped:
            first = position + line.index(stripped)
            yield first, first + len(stripped)
        position += len(line) + 1


def _judged(text: str, span: tuple[int, int], patterns: Furniture) -> Iterator[_Line]:
    """One paragraph as one line, or as two if furniture hangs on its end."""
    start, end = span
    kind = patterns.kind(text[start:end])
    if kind is not None:
        yield _Line(start, end, is_furniture=True, is_header=kind.header)
        return
    borders = list(_SENTENCE_BORDER.finditer(text, start, end))
    cut_end, cut_start = end, end
    for border in reversed(borders):
        if patterns.kind(text[border.end() : cut_end], as_sentence=True) is None:
            break
        cut_end, cut_start = border.start(), border.end()
    if cut_start == end:
        yield _Line(start, end, is_furniture=False)
        return
    first_too = patterns.kind(text[start:cut_end], as_sentence=True) is not None
    yield _Line(start, cut_end, is_furniture=first_too)
    yield _Line(cut_start, end, is_furniture=True)


def _follow_headers(text: str, lines: list[_Line]) -> None:
    """Mark the links under a header, where nothing but links and furniture follows to the end."""
    last_prose = max(
        (
            number
            for number, line in enumerate(lines)
            if not line.is_furniture and not _is_link(text[line.start : line.end])
        ),
        default=-1,
    )
    tail = lines[last_prose + 1 :]
    header = next((number for number, line in enumerate(tail) if line.is_header), None)
    if header is None or len(tail) - header > _MOST_LINKS:
        return
    for line in tail[header:]:
        line.is_furniture = True


def _is_link(line: str) -> bool:
    """Whether a line may be the title of another article: short, without a full stop."""
    return len(line) <= _LONGEST_LINK and not line.endswith((".", ",", ":", "·"))
