"""Where the accent of a Greek word stands, and how to move it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

_TONOS = "\u0301"
_DIALYTIKA = "\u0308"
_DIGRAPHS = frozenset({"αι", "ει", "οι", "υι", "ου", "αυ", "ευ", "ηυ"})
_VOWELS = frozenset("αεηιουω")
_MARKS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=16384)
def nuclei(word: str) -> tuple[tuple[int, int], ...]:
    """The vowels that carry a syllable each.

    Two letters count as one vowel when they are a digraph (αι, ει, οι, υι, ου, αυ, ευ, ηυ) that
    neither a dialytika on the second nor an accent on the first letter splits.

    Args:
        word: A Greek word in NFC, in any letter case.

    Returns:
        ``(start, end)`` of every vowel, as indices into the word, from left to right.
    """
    return tuple([match.span() for match in _nucleus().finditer(word)])


@cache
def _nucleus() -> re.Pattern[str]:
    """Finds a vowel that carries a syllable."""
    letters = [chr(code) for code in (*range(0x370, 0x400), *range(0x1F00, 0x2000), 0x2126)]
    vowels = [char for char in letters if _taken_apart(char)[0] in _VOWELS]
    digraphs = [
        f"{first}{_any(char for char in vowels if _joins(char, letter))}"
        for first in vowels
        if not _taken_apart(first)[1]
        for letter in (_taken_apart(first)[0],)
        if any(_joins(char, letter) for char in vowels)
    ]
    return re.compile("|".join([*digraphs, _any(vowels)]))


def _joins(char: str, first: str) -> bool:
    """Whether a second vowel makes one with the first."""
    letter, marks = _taken_apart(char)
    return first + letter in _DIGRAPHS and _DIALYTIKA not in marks


def _any(chars: Iterable[str]) -> str:
    return f"[{''.join(chars)}]"


@lru_cache(maxsize=16384)
def accent_of(word: str) -> int:
    """Which syllable from the end is accented.

    Args:
        word: A Greek word in NFC.

    Returns:
        1 for the last, 2 for the last but one, 3 for the one before; 0 when no accent is written.
        Of two accents (an enclitic follows) the first counts.
    """
    vowels = nuclei(word)
    for number, (start, end) in enumerate(vowels):
        if any(_TONOS in _taken_apart(char)[1] for char in word[start:end]):
            return len(vowels) - number
    return 0


@lru_cache(maxsize=8192)
def unaccent(word: str) -> str:
    """The word without accents, with a dialytika where an accent alone split two vowels.

    Κάιρο becomes Καϊρο, so that the syllables stay what they were.
    """
    letters: list[str] = []
    split = False
    for char in word:
        letter, marks = _taken_apart(char)
        previous = _taken_apart(letters[-1])[0] if letters else ""
        if split and previous + letter in _DIGRAPHS and not marks:
            marks = _DIALYTIKA
        split = _TONOS in marks and letter in _VOWELS and _is_single(letters, letter)
        base = unicodedata.normalize("NFD", char)[0]
        kept = "".join(mark for mark in marks if mark != _TONOS)
        letters.append(unicodedata.normalize("NFC", base + kept))
    return "".join(letters)


def accented(word: str, syllable: int) -> str:
    """Put the accent on one syllable.

    Args:
        word: A word without accents, as `unaccent` returns it.
        syllable: Counted from the end, from 1. Further left than the first means the first.

    Returns:
        The accented word; words of one syllable get no accent.
    """
    vowels = nuclei(word)
    if len(vowels) < 2 or syllable < 1:
        return word
    start, end = vowels[max(0, len(vowels) - syllable)]
    position = end - 1
    letters = list(word)
    letters[position] = _with_tonos(word[position])
    if end - start == 1 and end < len(word):
        following, marks = _taken_apart(word[end])
        if _DIALYTIKA in marks and _taken_apart(word[start])[0] + following in _DIGRAPHS:
            # The accent on the first vowel splits the two already: Μάιος, not Μάϊος.
            letters[end] = unicodedata.normalize("NFD", word[end])[0]
    return "".join(letters)


@lru_cache(maxsize=32768)
def bare(word: str) -> str:
    """Lower case, without accents and dialytika, final sigma as σ: for comparing endings."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return _MARKS.sub("", decomposed).replace("ς", "σ")


@lru_cache(maxsize=1024)
def _with_tonos(letter: str) -> str:
    return unicodedata.normalize("NFC", letter + _TONOS)


def _is_single(before: list[str], letter: str) -> bool:
    """Whether an accented vowel is not the second letter of a digraph."""
    if not before:
        return True
    previous, marks = _taken_apart(before[-1])
    return previous + letter not in _DIGRAPHS or bool(marks)


@lru_cache(maxsize=1024)
def _taken_apart(char: str) -> tuple[str, str]:
    """Lower-case letter and its marks."""
    decomposed = unicodedata.normalize("NFD", char)
    return decomposed[0].lower(), decomposed[1:]
