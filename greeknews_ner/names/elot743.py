"""ELOT 743 / ISO 843 type 2: the transcription that Greek passports and road signs use."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACUTE, _DIAERESIS, _IOTA_SUBSCRIPT = "\u0301", "\u0308", "\u0345"
_STRESS = frozenset("\u0301\u0300\u0342\u0341\u0340")  # acute, grave, perispomeni, their twins

_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p",
    "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps",
    "ω": "o",
    # Letters that modern Greek has given up, symbol forms, and the letters beside the alphabet.
    "ϐ": "v", "ϑ": "th", "ϕ": "f", "ϖ": "p", "ϰ": "k", "ϱ": "r", "ϲ": "s", "ϵ": "e",
    "ϒ": "y", "ϴ": "th", "ͷ": "w", "ϝ": "w", "ϛ": "st", "ϟ": "q", "ϙ": "q", "ϡ": "ss",
    "ͱ": "h", "ͳ": "ss", "ͻ": "s", "ͼ": "s", "ͽ": "s", "ϸ": "sh", "ϻ": "s", "ϳ": "j",
    "ϗ": "kai", "ϼ": "r", "µ": "m", "϶": "e", "ͺ": "", "ʹ": "'", "͵": "'",
    ";": ";", "·": "·", "΄": "'", "\u1fbd": "'", "\u1fbf": "'", "\u1ffe": "'",
}  # fmt: skip

_BY_NAME = {
    "ALPHA": "α", "BETA": "β", "GAMMA": "γ", "DELTA": "δ", "THETA": "θ", "LAMDA": "λ",
    "PI": "π", "RHO": "ρ", "PHI": "φ", "PSI": "ψ", "CHI": "χ", "OMEGA": "ω",
}  # fmt: skip

# Voiceless sounds make υ an f in αυ, ευ, ηυ; so does the end of the word.
_VOICELESS = frozenset("θκξπσςτφχψ")
_GAMMA_PAIRS = {"γ": "ng", "ξ": "nx", "χ": "nch"}
_UPSILON_PAIRS = {"α": "a", "ε": "e", "η": "i"}
_GREEK = re.compile(
    "[\u0370-\u03ff\u1f00-\u1fff\u00b5\u0313-\u0315\u0342-\u0345\u2126"
    "\u1d26-\u1d2a\u1d5d-\u1d61\u1d66-\u1d6a\u1dbf\uab65\U00010140-\U0001018e\U000101a0"
    "\U0001d200-\U0001d245]"
)


_LONGEST_NAME = 60


class _Letter:
    """One Greek letter with what was over and under it."""

    __slots__ = ("base", "diaeresis", "stressed", "upper")

    def __init__(self, char: str) -> None:
        self.upper = char != char.lower()
        self.base = char.lower()
        self.stressed = False
        self.diaeresis = False


def to_elot743(text: str, *, accents: bool = False) -> str:
    """Transcribe Greek by ELOT 743 (ISO 843, type 2).

    αυ, ευ, ηυ follow the sound after them (av, af); μπ is b at either end of a word and mp
    inside; γγ, γξ, γχ are ng, nx, nch; a dialytika or a stress on the first vowel breaks a pair.
    A word in capitals stays in capitals, so ΨΑΡΡΑ gives PSARRA and Ψαρρά gives Psarra.

    Args:
        text: Any text; everything outside the Greek script passes through unchanged. Polytonic
            and decomposed letters are understood.
        accents: Keep stress as an acute accent and dialytika as a diaeresis over the Latin vowel.

    Returns:
        The text in Latin letters, composed (NFC) where accents are kept.
    """
    if accents or len(text) > _LONGEST_NAME:
        return _of_text(text, accents)
    return " ".join(map(_of_word, text.split(" ")))


@lru_cache(maxsize=8192)
def _of_word(word: str) -> str:
    # Names have words in common, and no word tells of the sounds of another.
    return _of_text(word, False)


def _of_text(text: str, accents: bool) -> str:
    if not _GREEK.search(text):
        return text
    out: list[str] = []
    word: list[_Letter] = []
    for char in _decomposed(text):
        if unicodedata.combining(char) and word:
            _put_over(word[-1], char)
        elif unicodedata.combining(char) and _GREEK.match(char):
            continue
        elif char.lower() in _LETTERS and unicodedata.category(char).startswith("L"):
            if _LETTERS[char.lower()] not in ("", "'"):
                word.append(_Letter(char))
            else:
                out.extend(_flush(word, accents))
                out.append(_LETTERS[char])
        else:
            out.extend(_flush(word, accents))
            out.append(_mark(char))
    out.extend(_flush(word, accents))
    return "".join(out)


def _flush(word: list[_Letter], accents: bool) -> list[str]:
    """The word so far in Latin letters, if there is one; the word is emptied."""
    latin = [_transcribe(word, accents)] if word else []
    word.clear()
    return latin


def _decomposed(text: str) -> str:
    # Only Greek is taken apart: what is foreign must pass through as it came.
    return "".join(_plain(char) if _GREEK.match(char) else char for char in text)


@lru_cache(maxsize=512)
def _plain(char: str) -> str:
    name = unicodedata.name(char, "")
    if "SMALL CAPITAL" in name or "SUBSCRIPT" in name or name.startswith("MODIFIER LETTER"):
        name = name.replace("SUBSCRIPT ", "").replace("MODIFIER LETTER SMALL GREEK", "SMALL")
        return _BY_NAME.get(name.rsplit(" ", 1)[-1], "")
    return unicodedata.normalize("NFD", char)


def _put_over(letter: _Letter, mark: str) -> None:
    if mark in _STRESS:
        letter.stressed = True
    elif mark == _DIAERESIS:
        letter.diaeresis = True


def _mark(char: str) -> str:
    if not _GREEK.match(char):
        return char
    if char in _LETTERS:
        return _LETTERS[char]
    value = unicodedata.numeric(char, None)
    if value is not None:  # the acrophonic numerals of inscriptions
        return f"{value:g}"
    # Breathings and accents that stand alone: the elision of σ᾽ αγαπώ and the sign of a numeral.
    return "'" if unicodedata.category(char) in ("Sk", "Lm") else ""


def _transcribe(word: list[_Letter], accents: bool) -> str:
    # A capital that stands alone says nothing of the case of its neighbours.
    capitals = sum(letter.upper for letter in word) > 1 and all(
        letter.upper for letter in word if letter.base != "ς"
    )
    out: list[str] = []
    place = 0
    while place < len(word):
        latin, used = _chunk(word, place, accents)
        letters = word[place : place + used]
        if letters[0].upper and latin:
            whole = capitals or (used > 1 and all(letter.upper for letter in letters))
            latin = latin.upper() if whole else latin[0].upper() + latin[1:]
        elif used > 1 and letters[1].upper:
            latin = latin[0] + latin[1:].upper()
        out.append(latin)
        place += used
    return unicodedata.normalize("NFC", "".join(out)) if accents else "".join(out)


def _chunk(word: list[_Letter], place: int, accents: bool) -> tuple[str, int]:
    """The Latin letters of the chunk that begins here, lower-case, and its length."""
    letter = word[place]
    following = word[place + 1] if place + 1 < len(word) else None
    if following is not None:
        pair = letter.base + following.base
        joined = not following.diaeresis and not letter.stressed and not letter.diaeresis
        if following.base == "υ" and joined:
            accent = _ACUTE if accents and following.stressed else ""
            if letter.base == "ο":
                return "ou" + accent, 2
            if letter.base in _UPSILON_PAIRS:
                after = word[place + 2].base if place + 2 < len(word) else None
                sound = "f" if after is None or after in _VOICELESS else "v"
                return _UPSILON_PAIRS[letter.base] + accent + sound, 2
        if letter.base == "γ" and following.base in _GAMMA_PAIRS:
            return _GAMMA_PAIRS[following.base], 2
        if pair == "μπ":
            return ("b" if place == 0 or place + 2 == len(word) else "mp"), 2
    latin = _LETTERS[letter.base]
    if accents and latin:
        if letter.diaeresis:
            latin += _DIAERESIS
        if letter.stressed:
            latin += _ACUTE
    return latin, 1
