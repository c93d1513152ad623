"""A text as tokens that carry a folded key and their exact offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from greeknews_ner.values.folding import PRIMES, fold_char
from greeknews_ner.values.tables import abbreviations

Kind = Literal["digits", "word", "prime", "sign"]

_LETTER = "a-zα-ωϛϝϟϡ"
_PATTERN = re.compile(
    rf"""(?P<digits>[0-9]+(?:[.,:][0-9]+|[\u00a0\u2009\u202f][0-9]{{3}}(?![0-9]))*)
    |(?P<word>(?:[{_LETTER}]{{1,3}}\.)+[{_LETTER}]{{1,3}}(?![{_LETTER}])|[{_LETTER}]+)
    |(?P<prime>[{PRIMES}])
    |(?P<sign>\S)""",
    re.VERBOSE,
)
# Latin letters that stand for Greek ones in words typed with the wrong keyboard.
_LOOKALIKES = str.maketrans("abehiklmnoptuvxyz", "αβεηικλμνορτυνχυζ")
_GREEK = re.compile("[α-ω]")


class Token(NamedTuple):
    """One word, number or sign.

    Attributes:
        text: As written.
        key: Folded: lower case, no accents, no points, final sigma as sigma.
        start: Offset of its first code point.
        end: Offset after its last; an abbreviation's point belongs to it.
        kind: ``digits``, ``word``, ``prime`` (apostrophe or numeral sign) or ``sign``.
    """

    text: str
    key: str
    start: int
    end: int
    kind: Kind


def tokenize(text: str) -> list[Token]:
    """Split ``text`` into tokens; white space separates and is dropped.

    Args:
        text: Anything.

    Returns:
        Tokens in order, without overlap, with offsets into ``text``.
    """
    line, origin = _folded(text)
    tokens = []
    short = abbreviations()
    position = 0
    while match := _PATTERN.search(line, position):
        position = match.end()
        key = match.group()
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        if kind == "word":
            key = key.replace(".", "")
            if len(key) > 3 and not key.isascii() and _GREEK.search(key):
                key = key.translate(_LOOKALIKES)
            dotted = "." in match.group() or len(key) == 1 or key in short
            if dotted and line[position : position + 1] == ".":
                position += 1
        start, end = match.start(), position
        if origin is not None:
            start, end = origin[start], origin[end - 1] + 1
            # Marks and invisible characters after the last kept one belong to it.
            while end < len(text) and not fold_char(text[end]):
                end += 1
        tokens.append(Token(text[start:end], key, start, end, kind))
    return tokens


def _folded(text: str) -> tuple[str, list[int] | None]:
    """A text folded, and where each of its characters comes from; None where all keep their place.

    Few texts have a character that folding drops or makes two of.
    """
    pieces = [fold_char(char) for char in text]
    line = "".join(pieces)
    if len(line) == len(text) and all(pieces):
        return line, None
    return line, [index for index, piece in enumerate(pieces) for _ in piece]


def adjoins(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start


def keys(tokens: Sequence[Token]) -> list[str]:
    """The keys of tokens."""
    return [token.key for token in tokens]
