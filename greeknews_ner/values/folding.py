"""Folding: what makes no difference to a value."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

PRIMES = "'’‘΄´`ʹ′ʼ᾽\u0384\u0374"
"""Characters in use as apostrophe, minute sign or Greek numeral sign."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """The folded form of one code point; empty for marks and invisible characters."""
    if char in _INVISIBLE:
        return ""
    if char.isascii():
        return char.lower()
    if char in PRIMES:
        return "'"
    decomposed = unicodedata.normalize("NFD", char)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return kept.replace("ς", "σ").replace("µ", "μ").replace("−", "-")


def fold_word(word: str) -> str:
    """The key of a word in the tables: lower case without accents and points, one kind of sigma."""
    return "".join(map(fold_char, word)).replace(".", "")
