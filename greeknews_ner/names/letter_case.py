"""The letter case of a name: capitals taken back, dropped accents put back."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from greeknews_ner.names.declension_accent import accent_of, accented, bare, nuclei
from greeknews_ner.names.declension_words import read_rows

_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")


@lru_cache(maxsize=8192)
def is_shouted(word: str) -> bool:
    """Whether a word of two letters or more is in capitals throughout."""
    letters = 0
    # Nearly every word is told by its second letter.
    for char in word:
        if char.isalpha():
            if not char.isupper():
                return False
            letters += 1
    return letters > 1


def has_greek(text: str) -> bool:
    """Whether any letter is Greek."""
    return _GREEK.search(text) is not None


def capitalised(word: str) -> str:
    """First letter in capitals, the others small, with the right sigma at the end.

    Args:
        word: One word in any letter case.
    """
    lowered = word.lower()
    if lowered.endswith("σ"):
        lowered = lowered[:-1] + "ς"
    return lowered[:1].upper() + lowered[1:]


def like(word: str, pattern: str) -> str:
    """Write a word with the letter case of another.

    Args:
        word: The word to write.
        pattern: The word whose case it takes: all small, all capitals, or an initial capital.
            A pattern of mixed case leaves the word as it is.
    """
    if is_shouted(pattern):
        return word.upper()
    if pattern[:1].islower():
        return word[:1].lower() + word[1:]
    if pattern[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def with_initial_accent(word: str) -> str:
    """Put back the accent that some newspapers drop from an initial capital: Αγκυρα, Αθήνα.

    A word of several syllables has an accent somewhere; when none is written and the word begins
    with a capital vowel and goes on in small letters, the accent can only have stood there.

    Args:
        word: One word in NFC.
    """
    if len(word) < 3 or not word[0].isupper() or not word[1:].islower() or accent_of(word):
        return word
    vowels = nuclei(word)
    if len(vowels) < 2 or vowels[0] != (0, 1):
        return word
    return accented(word, len(vowels))


@cache
def _accents() -> dict[str, int]:
    return {ending: int(syllable) for ending, syllable in read_rows("accents.tsv", 2)}


def with_likely_accent(word: str) -> str:
    """Put an accent where names of this ending mostly have it: Προβιδα, Προβίδα.

    A guess, for names that capitals have robbed of their accent and that no table knows.

    Args:
        word: One word; one with an accent or of one syllable is returned as it is.
    """
    if accent_of(word) or len(nuclei(word)) < 2:
        return word
    letters = bare(word)
    endings = (letters[start:] for start in range(len(letters)))
    syllable = next((_accents()[ending] for ending in endings if ending in _accents()), 2)
    return accented(word, syllable)
