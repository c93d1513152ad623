"""Names of several words that the tables know, to be found in running text in any case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from greeknews_ner.names.lexicon import Lexicon, default_lexicon
from greeknews_ner.names.stem import stems_of_all_folded

LONGEST = 8
"""Words of the longest name that is looked for."""


class KnownPhrases:
    """Names of two words and more, by the stems of their words.

    Args:
        lexicon: The tables that the names come from.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        names, types = zip(*lexicon.phrases(), strict=True)
        found: dict[tuple[str, ...], str | None] = {}
        for stems, type_ in zip(stems_of_all_folded(names), types, strict=True):
            # What may be a thing of two types is for the name finder to decide.
            found[stems] = type_ if found.get(stems, type_) == type_ else None
        self._types: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        for stems, only in found.items():
            if only is not None and len(stems) <= LONGEST:
                self._types[stems] = only
                self._longest[stems[0]] = max(self._longest.get(stems[0], 0), len(stems))

    def __len__(self) -> int:
        """How many names are known."""
        return len(self._types)

    def longest_from(self, stem: str) -> int:
        """Words of the longest known name that begins with a word of this stem, 0 for none."""
        return self._longest.get(stem, 0)

    def longest_at(self, stems: Sequence[str], place: int) -> tuple[int, str] | None:
        """The longest known name that begins at a word.

        Args:
            stems: Stems of all words of the text.
            place: Index of the word.

        Returns:
            How many words it has and its entity type, or ``None``.
        """
        most = min(self._longest.get(stems[place], 0), len(stems) - place)
        for size in range(most, 1, -1):
            found = self._types.get(tuple(stems[place : place + size]))
            if found is not None:
                return size, found
        return None


@cache
def known_phrases() -> KnownPhrases:
    """The names of several words in the shipped tables, gathered at the first call."""
    return KnownPhrases(default_lexicon())
