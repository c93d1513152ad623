"""What stays of a form when its ending goes, and the words that other endings make of it."""

from __future__ import annotations

from functools import lru_cache

from greeknews_ner.names.declension_accent import accented_at, behind_last_consonant, nuclei


class Stem:
    """A stem to which endings are put, each of them with several places of the accent.

    No syllable reaches over a consonant. So what stands before the last consonant of the stem is
    read once, and what stands behind it is short and the same in many words.

    Args:
        letters: The stem without accents, as `unaccent` returns it.
    """

    __slots__ = ("_accented", "_firm", "_loose", "_vowels")

    def __init__(self, letters: str) -> None:
        cut = behind_last_consonant(letters)
        self._firm, self._loose = letters[:cut], letters[cut:]
        self._vowels = nuclei(self._firm)
        self._accented: dict[int, str] = {}

    def syllables(self, ending: str) -> int:
        """How many syllables the stem has with an ending.

        Args:
            ending: Its letters without accents.
        """
        return len(self._vowels) + len(nuclei(self._loose + ending))

    def with_ending(self, ending: str, syllable: int) -> str:
        """The stem with an ending, accented as `accented` does it.

        Args:
            ending: Its letters without accents.
            syllable: Where the accent stands, counted from the end, from 1.
        """
        tail = self._loose + ending
        before, behind = len(self._vowels), len(nuclei(tail))
        if before + behind < 2:
            return self._firm + tail
        if syllable <= behind or not before:
            return self._firm + _accented_tail(tail, min(syllable, behind))
        place = max(0, before + behind - syllable)
        if place not in self._accented:
            self._accented[place] = accented_at(self._firm, *self._vowels[place])
        return self._accented[place] + tail


@lru_cache(maxsize=4096)
def _accented_tail(tail: str, syllable: int) -> str:
    return accented_at(tail, *nuclei(tail)[-syllable])
