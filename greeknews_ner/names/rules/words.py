"""A name as words and what stands between them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(
    "[\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f-\u03ff\u1f00-\u1fff\u0300-\u036f\u00b5\u2126]+"
)


def words_of(name: str) -> list[str]:
    """The Greek words of a name, hyphens and points parting them."""
    return _WORD.findall(unicodedata.normalize("NFC", name))


def pieces_of(name: str) -> list[tuple[str, bool]]:
    """A name cut into Greek words and everything else.

    Args:
        name: Any text.

    Returns:
        Pairs of text and whether it is a Greek word; together they are the name.
    """
    text = unicodedata.normalize("NFC", name)
    pieces: list[tuple[str, bool]] = []
    done = 0
    for match in _WORD.finditer(text):
        if match.start() > done:
            pieces.append((text[done : match.start()], False))
        pieces.append((match[0], True))
        done = match.end()
    if done < len(text):
        pieces.append((text[done:], False))
    return pieces


_OLD_SPELLINGS = (
    ("ου", "ȣ"), ("αυ", "α|"), ("ευ", "ε|"), ("αι", "ε"), ("ει", "ι"), ("οι", "ι"),
    ("υ", "ι"), ("η", "ι"), ("ω", "ο"), ("|", "υ"),
)  # fmt: skip
_DOUBLED = re.compile(r"([βζκλμνπρστφχ])\1")


def simplified(letters: str) -> str:
    """One spelling for all that sound alike: Στήβεν and Στίβεν, Τζων and Τζον, Ανν and Αν.

    Args:
        letters: A word as `graphemes` gives it.
    """
    for old, new in _OLD_SPELLINGS:
        letters = letters.replace(old, new)
    return _DOUBLED.sub(r"\1", letters)


def latin_letters(latin: str) -> str:
    """The letters a to z of a spelling, without accents, hyphens and signs of capitals.

    Args:
        latin: A spelling by rules.
    """
    return "".join(char for char in latin.lower() if "a" <= char <= "z")
