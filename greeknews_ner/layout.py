"""The text that the pipeline reads, made of headline and body, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from greeknews_ner.articles import CleanText, Passage, clean, passages
from greeknews_ner.articles.furniture import Furniture
from greeknews_ner.records import Article, Zone

LONGEST_PART = 50_000
"""Characters that go through the pipeline at once; longer articles are read in parts."""

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch that is to go into a part.

    Attributes:
        clean: The clean text that it is cut from.
        start: Where it begins there.
        end: Where it ends there.
        zone: Its zone; ``body`` for all of the article below the headline.
        passages: The passages of the clean text, which say more exactly what is where.
    """

    clean: CleanText
    start: int
    end: int
    zone: Zone
    passages: Sequence[Passage] = ()

    def zone_at(self, offset: int) -> Zone:
        """Zone of the character at an offset of the clean text."""
        number = bisect_right(self.passages, offset, key=lambda each: each.start) - 1
        return self.passages[number].zone if number >= 0 else self.zone


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

    def __init__(self, cuts: Sequence[_Cut]) -> None:
        self._cuts = tuple(cuts)
        self._starts = list(accumulate((len(_GAP) + c.end - c.start for c in cuts), initial=0))[:-1]
        self.text = _GAP.join(cut.clean.text[cut.start : cut.end] for cut in cuts)
        self.is_furniture = all(cut.zone == "boilerplate" for cut in cuts)

    def origin(self, start: int, end: int) -> Origin | None:
        """The place that a span of ``text`` comes from.

        Args:
            start: Offset of its first character in ``text``.
            end: Offset after its last one.

        Returns:
            None if the span crosses the border of two pieces, where the source has no such text.
        """
        cut, shift = self._cut_at(start)
        if end + shift > cut.end:
            return None
        source_start, source_end = cut.clean.to_source(start + shift, end + shift)
        return Origin(cut.zone_at(start + shift), source_start, source_end)

    def zone_at(self, start: int) -> Zone:
        """Zone of the character at ``start``."""
        cut, shift = self._cut_at(start)
        return cut.zone_at(start + shift)

    def borders(self) -> list[tuple[int, Zone]]:
        """Where in ``text`` each zone begins, the first at its beginning.

        Two that follow each other may be alike.
        """
        found: list[tuple[int, Zone]] = []
        for start, cut in zip(self._starts, self._cuts, strict=True):
            found.append((start, cut.zone_at(cut.start)))
            found += [
                (start + passage.start - cut.start, passage.zone)
                for passage in cut.passages
                if cut.start < passage.start < cut.end + len(_GAP)
            ]
        return found

    def _cut_at(self, start: int) -> tuple[_Cut, int]:
        """The cut that holds a character, and what leads from this text to the clean one."""
        number = bisect_right(self._starts, start) - 1
        cut = self._cuts[number]
        return cut, cut.start - self._starts[number]


def lay_out(
    article: Article, keep_boilerplate: bool = False, furniture: Furniture | None = None
) -> list[Part]:
    """Clean an article and cut it into parts.

    Args:
        article: The article.
        keep_boilerplate: Whether the site's furniture becomes parts of its own, or nothing.
        furniture: What is furniture; the shipped patterns if not given.

    Returns:
        Parts of at most :data:`LONGEST_PART` characters or little more, the headline in the
        first; furniture apart from the article, so that it has no vote there.
    """
    cuts: list[_Cut] = []
    if article.title and article.title.strip():
        title = clean(article.title)
        if title.text:
            cuts.append(_Cut(title, 0, len(title.text), "title"))
    body = clean(article.text)
    found = passages(body.text, furniture)
    left_out: list[_Cut] = []
    for is_boilerplate, group in groupby(found, key=lambda each: each.zone == "boilerplate"):
        stretch = list(group)
        start, end = stretch[0].start, stretch[-1].end
        if is_boilerplate:
            left_out.append(_Cut(body, start, end, "boilerplate"))
        else:
            cuts += [
                _Cut(body, *portion, "body", found) for portion in _portions(body.text, start, end)
            ]
    parts = [Part(portion) for portion in _packed(cuts)]
    return parts + [Part(portion) for portion in _packed(left_out if keep_boilerplate else [])]


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


def _packed(cuts: Sequence[_Cut]) -> Iterator[list[_Cut]]:
    portion: list[_Cut] = []
    size = 0
    for cut in cuts:
        length = cut.end - cut.start
        if portion and size + length > LONGEST_PART:
            yield portion
            portion, size = [], 0
        portion.append(cut)
        size += length
    if portion:
        yield portion
