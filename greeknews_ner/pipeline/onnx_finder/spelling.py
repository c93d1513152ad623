"""Spelling of words as the encoder was trained to see them.

Newsrooms print headlines in capitals without accents, type Latin look-alikes inside
Greek words and write ``μ`` as the micro sign. Word pieces learned from running text
shatter such words, so each word is respelled before it is cut into pieces: offsets are
not touched, since one word stays one word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_LOOK_ALIKES = str.maketrans("ABEZHIKMNOPTYXaeikovxu", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικονχυ")
_INVISIBLE = dict.fromkeys(
    [
        0x00,
        0xAD,
        0x34F,
        0x61C,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        0x2060,
        0xFEFF,
    ]
)

MOSTLY = 0.6
"""Share of a sentence's words in capitals from which the whole sentence is respelled."""

ALONE = 6
"""Letters from which one word in capitals inside ordinary text is respelled.

Shorter ones are acronyms.
"""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Fold case, accents, dialytika and final sigma away.

    Args:
        word: One word.

    Returns:
        The key under which all spellings of the word meet.
    """
    decomposed = unicodedata.normalize("NFD", word.upper().lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ς", "σ")


def is_greek(word: str) -> bool:
    """Tell whether the word has a Greek letter."""
    return any("Ͱ" <= c <= "Ͽ" or "ἀ" <= c <= "῿" for c in word)


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Undo what typing and encodings did to a word.

    Args:
        word: One word as it stands in the text.

    Returns:
        The word in NFC without invisible characters; Latin look-alikes inside a Greek
        word are Greek, the micro sign is mu. Never empty.
    """
    word = unicodedata.normalize("NFC", word).translate(_INVISIBLE).replace("\u00b5", "μ")
    if not word.isascii() and is_greek(word):
        greek = word.translate(_LOOK_ALIKES)
        if not any(c.isascii() and c.isalpha() for c in greek):
            word = greek
    return word or "\ufffd"


def in_capitals(word: str) -> bool:
    """Tell whether a word of two letters or more is all capitals."""
    return word.isupper() and sum(c.isalpha() for c in word) > 1


class Speller:
    """Respell the words of a sentence, capitals among them.

    Args:
        forms: Usual spelling of each folded word (``μητσοτακησ`` -> ``Μητσοτάκης``),
            counted in news text; acronyms are their own usual spelling.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms

    @classmethod
    def of(cls, spellings: Iterable[str]) -> Speller:
        """Build from usual spellings alone, most frequent first."""
        forms: dict[str, str] = {}
        for spelling in spellings:
            forms.setdefault(fold(spelling), spelling)
        return cls(forms)

    @property
    def spellings(self) -> list[str]:
        """The usual spellings, in the order given."""
        return list(self._forms.values())

    def respell(self, words: Sequence[str]) -> list[str]:
        """Respell one sentence.

        Args:
            words: Words of the sentence.

        Returns:
            As many words: cleaned, and those in capitals in their usual spelling. A word
            without a known spelling gets a capital initial if the sentence is in capitals.
        """
        cleaned = [plain(word) for word in words]
        capitals = [in_capitals(word) for word in cleaned]
        lettered = sum(len(word) > 1 and word[0].isalpha() for word in cleaned)
        mostly = lettered > 0 and sum(capitals) >= MOSTLY * lettered
        for index, word in enumerate(cleaned):
            if not capitals[index]:
                if mostly and len(word) == 1 and word.isupper():
                    cleaned[index] = self._forms.get(fold(word), word)
                continue
            letters = sum(c.isalpha() for c in word)
            known = self._forms.get(fold(word))
            if mostly:
                if known is not None:
                    cleaned[index] = known
                elif letters > 4 or is_greek(word):
                    cleaned[index] = word[0] + word[1:].lower()
            elif known is not None and letters >= ALONE:
                cleaned[index] = known
        return cleaned
