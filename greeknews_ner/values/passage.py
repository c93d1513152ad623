"""A stretch of running text as the finders see it."""

from __future__ import annotations

from typing import NamedTuple

from greeknews_ner.types import ValueType
from greeknews_ner.values.items import Item
from greeknews_ner.values.numbers import read_number
from greeknews_ner.values.tables import word_list
from greeknews_ner.values.words import Token, adjoins

DASHES = frozenset("-–—‒‑")


class Found(NamedTuple):
    """A value expression that begins at a known token.

    Attributes:
        end: Index after its last token.
        type: One of the seven value types.
    """

    end: int
    type: ValueType


class Passage(NamedTuple):
    """Running text.

    Attributes:
        text: The text.
        tokens: Its tokens.
        following: By index of the token where they begin, the items of the calendar from there.
    """

    text: str
    tokens: list[Token]
    following: dict[int, list[Item]]

    def key(self, index: int) -> str:
        """The folded word at an index; empty beyond the ends."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def is_stuck(self, index: int) -> bool:
        """Whether digits belong to a longer word or code: G7, Covid-19, 2-1."""
        if not 0 < index < len(self.tokens) or self.tokens[index].kind != "digits":
            return False
        before = self.tokens[index - 1]
        if not adjoins(before, self.tokens[index]):
            return False
        if before.key in DASHES | {"/", "."} and index > 1:
            return adjoins(self.tokens[index - 2], before)
        return before.kind in ("word", "digits")

    def number_end(self, index: int) -> int | None:
        """The index after a number, or a range of numbers, that begins at a token."""
        number = read_number(self.tokens, index)
        if number is None or number.value is None or self.is_stuck(number.start):
            return None
        end = number.end
        if self.key(end) in DASHES | word_list("numbers", "range_words"):
            second = read_number(self.tokens, end + 1) if end + 1 < len(self.tokens) else None
            if second is not None and second.value is not None:
                return second.end
        return end
