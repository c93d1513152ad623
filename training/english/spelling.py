"""One spelling for both sides of a pair, as the model reads and writes them."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
        "ð": "d", "ə": "a", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ŀ": "l",
    }
)  # fmt: skip
_DROPPED = re.compile(r"[.'’ʼ`´‘ʻʿʾ\"“”]")
_SEPARATORS = re.compile(r"[\s\-‐-―]+")


def latin_key(name: str) -> str:
    """Lower-case Latin letters without diacritics, hyphens as spaces, no points."""
    lowered = unicodedata.normalize("NFD", name.lower()).translate(_SPECIAL)
    letters = "".join(char for char in lowered if not unicodedata.combining(char))
    return _SEPARATORS.sub(" ", _DROPPED.sub("", letters)).strip()


def is_latin(key: str) -> bool:
    """Whether a key has nothing but a to z and single spaces."""
    return bool(re.fullmatch(r"[a-z]+(?: [a-z]+)*", key))
