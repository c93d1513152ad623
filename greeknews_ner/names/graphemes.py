"""Greek names as the model reads them: letters, and the groups that stand for one sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Groups of letters that may stand for one foreign sound.
_GROUPS = """
ου μπ ντ γκ γγ γχ γξ τζ τσ αι ει οι αυ ευ ηυ υι αϊ εϊ οϊ γι γιου ιου ιο ουα
ββ κκ λλ μμ νν ππ ρρ σσ ττ φφ χχ ζζ κσ σχ ντζ ντσ τθ νγκ αα εε οο
"""
PAIRS: frozenset[str] = frozenset(_GROUPS.split())
_TONOS = "\u0301"
_DIAERESIS = "\u0308"
_BREAKING = frozenset("αεοη")


@lru_cache(maxsize=8192)
def graphemes(name: str) -> str:
    """One word of a Greek name as the model reads it.

    Lower-case, without stress; a vowel that does not join the one before it wears a dialytika, so
    that ``άι`` and ``αϊ`` are written alike.

    Args:
        name: One Greek word.

    Returns:
        Its letters α to ω, ϊ and ϋ; other signs are left out.
    """
    decomposed = unicodedata.normalize("NFD", name.lower())
    letters: list[str] = []
    stressed = False
    for char in decomposed:
        if char in "\u0301\u0300\u0342" and letters:
            stressed = True
        elif char == _DIAERESIS and letters and letters[-1] in "ιυ":
            letters[-1] = "ϊ" if letters[-1] == "ι" else "ϋ"
        elif "α" <= char <= "ω":
            base = "σ" if char == "ς" else char
            if stressed and base in "ιυ" and letters[-1] in _BREAKING:
                base = "ϊ" if base == "ι" else "ϋ"
            letters.append(base)
            stressed = False
    return _lone_dialytika("".join(letters))


def _lone_dialytika(letters: str) -> str:
    # A dialytika says something only after a vowel that could join.
    return re.sub("(?<![αεοηυ])[ϊϋ]", lambda match: "ι" if match[0] == "ϊ" else "υ", letters)
