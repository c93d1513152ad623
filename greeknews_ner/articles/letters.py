"""Characters that are one-to-one another way of writing a plain one.

Polytonic Greek becomes monotonic, letter variants and signs become the letter, every space is a
space, every control character is one too. Offsets do not change here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["INVISIBLE", "plain_table", "to_monotonic", "without_polytonic"]

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
"""Characters without width, as the inside of a regular expression's set: they are deleted."""

_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_TONOS, _DIALYTIKA = "\u0301", "\u0308"
_ACCENTS = frozenset("\u0300\u0301\u0342\u0302\u0303")
_BEARS_DIALYTIKA = frozenset("ιυΙΥ")
_GREEK_WORD = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+")
_POLYTONIC = re.compile(r"[\u1f00-\u1fff]")
_SYLLABLE = re.compile(r"αι|ει|οι|υι|ου|αυ|ευ|ηυ|[αεηιουω]")
_ACCENTED_MONOSYLLABLES = frozenset({"ή", "πού", "πώς"})


def to_monotonic(cluster: str) -> str:
    """A Greek letter with any marks, with no mark but tonos and dialytika.

    Args:
        cluster: A Greek letter, precomposed or followed by combining marks.

    Returns:
        The letter in NFC; circumflex and grave have become the tonos.
    """
    decomposed = unicodedata.normalize("NFD", cluster)
    letter, marks = decomposed[0], decomposed[1:]
    dialytika = _DIALYTIKA if _DIALYTIKA in marks and letter in _BEARS_DIALYTIKA else ""
    tonos = "" if _ACCENTS.isdisjoint(marks) else _TONOS
    # A capital cannot bear both, though upper() leaves both; then the tonos goes.
    for kept in (dialytika + tonos, dialytika, tonos):
        composed = unicodedata.normalize("NFC", letter + kept)
        if len(composed) == 1:
            return composed
    return letter


@lru_cache(maxsize=1)
def plain_table() -> dict[int, str]:
    """Table for :meth:`str.translate`: one code point in, one out."""
    table = {ord(sign): " " for sign in _members(_SPACES)}
    table |= dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)], " ")
    # A page break or a line separator ends a line as a newline does.
    table |= dict.fromkeys([0x0B, 0x0C, 0x2028, 0x2029], "\n")
    table |= _windows_punctuation()
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    for code in [*range(0x0370, 0x0400), *range(0x1F00, 0x2000), 0x2126, 0x212A, 0x212B, 0x00B5]:
        table[code] = _plain_letter(chr(code))
    # Breathings that typists use for the apostrophe of an elision.
    table |= dict.fromkeys([0x1FBD, 0x1FBF, 0x1FFE], "\u2019")
    return {code: plain for code, plain in table.items() if chr(code) != plain}


def without_polytonic(text: str) -> str:
    """Write polytonic words as monotonic ones; the length stays.

    Words of one syllable lose the accent that only polytonic spelling gives them (τὸν → τον).
    """
    if not _POLYTONIC.search(text):
        return text
    return _GREEK_WORD.sub(_monotonic_word, text)


def _monotonic_word(found: re.Match[str]) -> str:
    source = found.group()
    if not _POLYTONIC.search(source):
        return source
    word = source.translate(plain_table())
    low = word.lower()
    if low in _ACCENTED_MONOSYLLABLES:
        return word
    bare = "".join(unicodedata.normalize("NFD", sign)[0] for sign in low)
    if "ϊ" in low or "ϋ" in low or len(_SYLLABLE.findall(bare)) != 1:
        return word
    return "".join(unicodedata.normalize("NFD", sign)[0] for sign in word)


def _plain_letter(sign: str) -> str:
    composed = unicodedata.normalize("NFC", sign)
    if len(composed) == 1 and _is_greek_letter(composed):
        return to_monotonic(composed)
    compatible = unicodedata.normalize("NFKC", sign)
    # Variants of letters (ϐ, ϑ, µ) are the letter; signs that fall apart into a space are not.
    if len(compatible) == 1 and _is_greek_letter(compatible):
        return compatible
    return composed if len(composed) == 1 else sign


def _is_greek_letter(sign: str) -> bool:
    base = unicodedata.normalize("NFD", sign)[0]
    return "α" <= base <= "ω" or "Α" <= base <= "Ω"


def _windows_punctuation() -> dict[int, str]:
    """Quotes, dashes and points of cp1252 that a wrong decoder left as C1 controls."""
    table: dict[int, str] = {}
    for code in range(0x80, 0xA0):
        decoded = bytes([code]).decode("cp1252", errors="ignore")
        if decoded and not decoded.isalpha():
            table[code] = decoded
    return table


def _members(inside: str) -> list[str]:
    """The characters of a regular expression's set, given what stands between its brackets."""
    pattern = re.compile(f"[{inside}]")
    return [chr(code) for code in range(0x10000) if pattern.match(chr(code))]
