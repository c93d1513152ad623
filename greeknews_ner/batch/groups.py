"""Batches of a dump: what goes into the pipeline together, and what it was that went in."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from greeknews_ner.articles.items import Item
from greeknews_ner.batch.copies import Copies, Original
from greeknews_ner.records import Article

__all__ = ["CHARACTERS_TOGETHER", "Entry", "Groups"]

CHARACTERS_TOGETHER = 500_000
"""A batch ends with the article that reaches them: long articles go in few, the longest alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a dump on its way.

    Attributes:
        item: The record.
        original: Of an article: where the extraction of its words is, or will be.
        is_copy: Whether an earlier article has the same words; then the pipeline does not see it.
    """

    item: Item
    original: Original | None = None
    is_copy: bool = False


class Groups:
    """Batches: their articles on the way in, their records on the way out.

    Args:
        items: The records of the dump.
        size: Records that a batch has at most.
        copies: The articles seen so far; none if copies are extracted anew.
    """

    def __init__(self, items: Iterator[Item], size: int, copies: Copies | None) -> None:
        self._items = items
        self._size = size
        self._copies = copies
        self._pending: deque[list[Entry]] = deque()

    def __iter__(self) -> Iterator[list[Article]]:
        while group := self._next():
            self._pending.append(group)
            yield [
                entry.item.content
                for entry in group
                if isinstance(entry.item.content, Article) and not entry.is_copy
            ]

    def done(self) -> list[Entry]:
        """The records of the oldest batch that is not done yet."""
        return self._pending.popleft()

    def _next(self) -> list[Entry]:
        group: list[Entry] = []
        characters = 0
        for item in self._items:
            group.append(self._entry(item))
            if isinstance(item.content, Article):
                characters += len(item.content.text)
            if len(group) == self._size or characters >= CHARACTERS_TOGETHER:
                break
        return group

    def _entry(self, item: Item) -> Entry:
        if self._copies is None or not isinstance(item.content, Article):
            return Entry(item)
        return Entry(item, *self._copies.seen(item.content))
