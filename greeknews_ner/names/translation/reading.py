"""Where the reading of a name stands, and what it may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from greeknews_ner.names.translation.tree import Known
from greeknews_ner.names.translation.words import LINKS, is_name_in_capitals, looked_up_by

Render = Callable[[str], str]
"""Renders a proper name (nominative) that is no word of the vocabulary."""
LookUp = Callable[[str], "Known | None"]
"""What the tables know of a name, or None."""
Adjective = Callable[[str], "str | None"]
"""English of an adjective that is not in the vocabulary, such as that of a nation."""


class Reading:
    """How far a name has been read, from left to right, and what was met on the way.

    Args:
        words: The words of the name.
        look_up: English of names that the tables hold.
        render: Rendering of the proper names in it.
        adjective: English of adjectives that the vocabulary lacks.
        expressions: Whether the head may be an expression of several words.

    Attributes:
        words: As they are written.
        folded: What each is looked up by.
        place: Number of the word that is read next.
        holy: Whether the head is a place of worship, so that saints are translated.
        by_sound: How many words are spelt by their sound because nothing knows them.
        strange: How many of those look like words that should have been translated.
        before_head: How many of those stand before a head.
    """

    def __init__(
        self,
        words: Sequence[str],
        look_up: LookUp,
        render: Render,
        adjective: Adjective,
        *,
        expressions: bool = True,
    ) -> None:
        self.words = words
        shouts = not all(word.isupper() for word in words if word.isalpha())
        self.folded = [
            looked_up_by(word, is_name=shouts and is_name_in_capitals(word)) for word in words
        ]
        self.look_up = look_up
        self.render = render
        self.adjective = adjective
        self.expressions = expressions
        self.place = 0
        self.holy = False
        self.by_sound = 0
        self.strange = 0
        self.before_head = 0

    def ended(self) -> bool:
        """Whether every word has been read."""
        return self.place >= len(self.words)

    def link(self, place: int) -> str | None:
        """English of the «και», comma or dash at a place; None for any other word."""
        return LINKS.get(self.words[place]) if place < len(self.words) else None
