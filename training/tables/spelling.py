"""Cleaning spellings on both sides of a pair."""

from __future__ import annotations

import re
import unicodedata

# Letters that have no decomposition; the spellings are those of English-language newspapers.
_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
        "þ": "th", "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "–": "-", "—": "-", "ə": "a", "Ə": "A",
        "ħ": "h", "Ħ": "H", "ŋ": "ng",
    }
)  # fmt: skip
_KATHAREVOUSA = re.compile(r"(?<=[α-ωάέήίόύώ]{3})([οό]ν|αι|ούς|εύς|ις|ων)$")
_CLUB = re.compile(r"( F\.?C\.?| A\.?F\.?C\.?| S\.?A\.?D\.?|, S\.A\.D\.)+$")
# Scholarly transliteration (Z'u'an), unlike O'Neill and d'Estaing.
_INNER_MARK = re.compile(r"[a-z]{2}'[a-z]|'[a-z]+'|\b[A-Z]'[a-z]")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def without_diacritics(name: str) -> str:
    """A Latin-script name in plain letters: Beyoncé, Göteborg and Łódź as Beyonce and so on."""
    decomposed = unicodedata.normalize("NFD", name.translate(_LETTERS))
    return unicodedata.normalize(
        "NFC", "".join(char for char in decomposed if not unicodedata.combining(char))
    )


def clean_english(name: str) -> str:
    """An English label as a newspaper would print it, in plain letters.

    What stands in brackets goes, and so do the abbreviations after the names of clubs; national
    teams lose "association".
    """
    plain = _BRACKETS.sub("", without_diacritics(name)).strip(" ,")
    plain = plain.replace("national association football team", "national football team")
    return _CLUB.sub("", plain).strip(" ,")


def is_plain(name: str) -> bool:
    """Whether a cleaned English name is nothing but ASCII letters, marks and at most digits."""
    return (
        bool(re.fullmatch(r"[A-Za-z0-9 .,'&/\-]+", name))
        and name[:1].isalnum()
        and not _INNER_MARK.search(name)
    )


def looks_katharevousa(greek: str) -> bool:
    """Whether a Greek name ends as the older written language did (Διαλεκτόν, Αθήναι)."""
    return bool(_KATHAREVOUSA.search(greek))
