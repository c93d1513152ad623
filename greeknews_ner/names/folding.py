"""One key for all the ways in which a name may be written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212_/]")
_DROPPED = re.compile(r"[.'\u2019\u02bc\u1fbd\u0384\u00b4`«»\"“”„()]")


class _Folded(dict[int, str]):
    """What becomes of each character, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        letters = "".join(char for char in decomposed if not unicodedata.combining(char))
        letters = letters.replace("ς", "σ").replace("µ", "μ")
        self[code] = folded = _SEPARATORS.sub(" ", _DROPPED.sub("", letters))
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The key under which tables hold a name.

    Case, accents, breathings, dialytika, the final sigma, hyphens, points and quotes make no
    difference: ``Ε.Ε.``, ``ΕΕ`` and ``εε`` share a key, and so do ``Κιμ Γιονγκ-Ουν`` and
    ``ΚΙΜ ΓΙΟΝΓΚ ΟΥΝ``.

    Args:
        name: Greek or Latin, in any letter case.

    Returns:
        Lower-case letters and digits with single spaces; empty when nothing is left.
    """
    return " ".join(name.casefold().translate(_FOLDED).split())
