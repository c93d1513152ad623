"""A set of words in a few bits each (Bloom 1970), wrong about three words in a thousand."""

from __future__ import annotations

import zlib
from collections.abc import Collection

_BITS = 12  # for each word
_PROBES = 8
_OTHER = 0x5BD1E995


def packed_set(words: Collection[str]) -> bytes:
    """The set as bytes.

    Args:
        words: Letters a to z.
    """
    bits = bytearray(max(1, len(words) * _BITS // 8))
    for word in words:
        for place in _places(word, len(bits) * 8):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def may_hold(bits: bytes, word: str) -> bool:
    """Whether a packed set holds a word; wrong for three in a thousand that it does not.

    Args:
        bits: What `packed_set` gave.
        word: Letters a to z.
    """
    return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(word, len(bits) * 8))


def _places(word: str, size: int) -> list[int]:
    letters = word.encode("ascii", "ignore")
    first, step = zlib.crc32(letters), zlib.crc32(letters, _OTHER) | 1
    return [(first + number * step) % size for number in range(_PROBES)]
