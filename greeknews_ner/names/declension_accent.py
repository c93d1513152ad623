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
    vowels = _vowels()
    digraphs = [
        f"{first}{_any(char for char in vowels if _joins(char, letter))}"
        for first in vowels
        if not _taken_apart(first)[1]
        for letter in (_taken_apart(first)[0],)
        if any(_joins(char, letter) for char in vowels)
    ]
    return re.compile("|".join([*digraphs, _any(vowels)]))


def behind_last_consonant(letters: str) -> int:
    """Where the vowels begin with which some letters end; no syllable reaches over that place."""
    return _last_vowels().search(letters).start()  # type: ignore[union-attr]


@cache
def _last_vowels() -> re.Pattern[str]:
    return re.compile(f"{_any(_vowels())}*$")


@cache
def _accented_vowel() -> re.Pattern[str]:
    return re.compile(_any(char for char in _vowels() if _TONOS in _taken_apart(char)[1]))


@cache
def _split_vowels() -> re.Pattern[str]:
    """Finds two letters that may be two vowels only by the accent on the first."""
    return re.compile(f"{_accented_vowel().pattern}[ιυΙΥ]")


@cache
def _vowels() -> list[str]:
    """All characters that are Greek vowels, with whatever marks."""
    letters = [chr(code) for code in (*range(0x370, 0x400), *range(0x1F00, 0x2000), 0x2126)]
    return [char for char in letters if _taken_apart(char)[0] in _VOWELS]


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
    accent = _accented_vowel().search(word)
    # No vowel with an accent begins a digraph, so that from it on the syllables can be counted.
    return len(_nucleus().findall(word, accent.start())) if accent is not None else 0


@lru_cache(maxsize=8192)
def unaccent(word: str) -> str:
    """The word without accents, with a dialytika where an accent alone split two vowels.

    Κάιρο becomes Καϊρο, so that the syllables stay what they were.
    """
    if _split_vowels().search(word) is None:
        return word.translate(_UNACCENTED)
    letters: list[str] = []
    previous = kept = ""
    split = False
    for char in word:
        letter, marks = _taken_apart(char)
        joins = previous + letter in _DIGRAPHS
        if split and joins and not marks:
            marks = _DIALYTIKA
        # An accent on the second letter of a digraph splits nothing.
        split = _TONOS in marks and letter in _VOWELS and (not joins or bool(kept))
        previous, kept = letter, marks.replace(_TONOS, "")
        letters.append(_with_marks(char, kept))
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
    return accented_at(word, *vowels[max(0, len(vowels) - syllable)])


def accented_at(word: str, start: int, end: int) -> str:
    """Put the accent on one vowel.

    Args:
        word: A word without accents, as `unaccent` returns it.
        start: Where the vowel begins, as `nuclei` gives it.
        end: Where it ends.
    """
    position = end - 1
    letters = list(word)
    letters[position] = _with_tonos(word[position])
    if end - start == 1 and end < len(word):
        following, marks = _taken_apart(word[end])
        if _DIALYTIKA in marks and _taken_apart(word[start])[0] + following in _DIGRAPHS:
            # The accent on the first vowel splits the two already: Μάιος, not Μάϊος.
            letters[end] = unicodedata.normalize("NFD", word[end])[0]
    return "".join(letters)


class _Bare(dict[int, str]):
    """What `bare` makes of each small letter, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        self[code] = letter = _MARKS.sub("", decomposed).replace("ς", "σ")
        return letter


class _Unaccented(dict[int, str]):
    """Each letter without its accent, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = letter = _with_marks(char, _taken_apart(char)[1].replace(_TONOS, ""))
        return letter


_BARE, _UNACCENTED = _Bare(), _Unaccented()


@lru_cache(maxsize=32768)
def bare(word: str) -> str:
    """Lower case, without accents and dialytika, final sigma as σ: for comparing endings."""
    return word.lower().translate(_BARE)


@lru_cache(maxsize=1024)
def _with_marks(char: str, marks: str) -> str:
    """The bare letter of a character with other marks than it had."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", char)[0] + marks)


@lru_cache(maxsize=1024)
def _with_tonos(letter: str) -> str:
    return unicodedata.normalize("NFC", letter + _TONOS)


@lru_cache(maxsize=1024)
def _taken_apart(char: str) -> tuple[str, str]:
    """Lower-case letter and its marks."""
    decomposed = unicodedata.normalize("NFD", char)
    return decomposed[0].lower(), decomposed[1:]
