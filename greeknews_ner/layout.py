"""The text that the pipeline reads, made of headline and body, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from greeknews_ner.articles import CleanText, clean, zones
from greeknews_ner.records import Article, Zone

LONGEST_PART = 50_000
"""Characters that go through the pipeline at once; longer articles are read in parts."""

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one zone inside a part.

    Attributes:
        start: Where it begins in the part's text.
        clean: The clean text that it is cut from.
        offset: Where it begins in that clean text.
        length: Characters.
        zone: Its zone.
    """

    start: int
    clean: CleanText
    offset: int
    length: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a span of a part stands in what the caller passed.

    Attributes:
        zone: The zone, which says whether ``start`` counts in the title or in the text.
        start: Offset of the first code point.
        end: Offset after the last code point.
    """

    zone: Zone
    start: int
    end: int


class Part:
    """One stretch of an article, as the pipeline reads it.

    Attributes:
        text: Clean text, pieces parted by an empty line.
        is_furniture: Whether it is boilerplate throughout.
    """

    def __init__(self, pieces: list[tuple[CleanText, int, int, Zone]]) -> None:
        self._pieces: list[_Piece] = []
        texts: list[str] = []
        position = 0
        for source, start, end, zone in pieces:
            self._pieces.append(_Piece(position, source, start, end - start, zone))
            texts.append(source.text[start:end])
            position += end - start + len(_GAP)
        self._starts = [piece.start for piece in self._pieces]
        self.text = _GAP.join(texts)
        self.is_furniture = all(piece.zone == "boilerplate" for piece in self._pieces)

    def origin(self, start: int, end: int) -> Origin | None:
        """The place that a span of ``text`` comes from.

        Args:
            start: Offset of its first character in ``text``.
            end: Offset after its last one.

        Returns:
            None if the span crosses the border of two pieces, where the source has no such text.
        """
        piece = self._pieces[bisect_right(self._starts, start) - 1]
        if end > piece.start + piece.length:
            return None
        shift = piece.offset - piece.start
        source_start, source_end = piece.clean.to_source(start + shift, end + shift)
        return Origin(piece.zone, source_start, source_end)

    def zone_at(self, start: int) -> Zone:
        """Zone of the character at ``start``."""
        return self._pieces[bisect_right(self._starts, start) - 1].zone


def lay_out(article: Article, keep_boilerplate: bool = False) -> list[Part]:
    """Clean an article and cut it into parts.

    Args:
        article: The article.
        keep_boilerplate: Whether the site's furniture becomes parts of its own, or nothing.

    Returns:
        Parts of at most :data:`LONGEST_PART` characters or little more, the headline in the
        first; furniture apart from the article, so that it has no vote there.
    """
    pieces: list[tuple[CleanText, int, int, Zone]] = []
    furniture: list[tuple[CleanText, int, int, Zone]] = []
    if article.title and article.title.strip():
        title = clean(article.title)
        pieces.append((title, 0, len(title.text), "title"))
    body = clean(article.text)
    for zone in zones(body.text):
        if zone.zone == "body":
            for start, end in _portions(body.text, zone.start, zone.end):
                pieces.append((body, start, end, "body"))
        elif keep_boilerplate:
            furniture.append((body, zone.start, zone.end, "boilerplate"))
    parts = [Part(portion) for portion in _packed(pieces)]
    return parts + [Part(portion) for portion in _packed(furniture)]


def _portions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a long stretch at the ends of paragraphs, or of sentences, or of words."""
    while end - start > LONGEST_PART:
        limit = start + LONGEST_PART
        cut = max(
            next(
                (
                    at
                    for mark in ("\n", ". ", " ")
                    if (at := text.rfind(mark, start, limit)) > start
                ),
                limit - 1,
            )
            + 1,
            start + 1,
        )
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _packed(
    pieces: list[tuple[CleanText, int, int, Zone]],
) -> Iterator[list[tuple[CleanText, int, int, Zone]]]:
    portion: list[tuple[CleanText, int, int, Zone]] = []
    size = 0
    for piece in pieces:
        length = piece[2] - piece[1]
        if portion and size + length > LONGEST_PART:
            yield portion
            portion, size = [], 0
        portion.append(piece)
        size += length
    if portion:
        yield portion
