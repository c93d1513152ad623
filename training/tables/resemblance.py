"""How much a Greek and an English name sound alike, to tell spellings from other labels."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from greeknews_ner.names.folding import fold
from training.tables.spelling import without_diacritics

_GREEK = (
    ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("αυ", "af"), ("ευ", "ef"), ("γγ", "g"),
    ("γκ", "g"), ("μπ", "b"), ("ντ", "d"), ("τζ", "j"), ("τσ", "s"), ("ξ", "ks"), ("ψ", "ps"),
    ("θ", "t"), ("φ", "f"), ("χ", "h"), ("η", "i"), ("υ", "i"), ("ω", "o"), ("α", "a"),
    ("β", "v"), ("γ", "g"), ("δ", "d"), ("ε", "e"), ("ζ", "z"), ("ι", "i"), ("κ", "k"),
    ("λ", "l"), ("μ", "m"), ("ν", "n"), ("ο", "o"), ("π", "p"), ("ρ", "r"), ("σ", "s"),
    ("τ", "t"),
)  # fmt: skip
_LATIN = (
    ("sch", "s"), ("tsch", "s"), ("ch", "h"), ("kh", "h"), ("sh", "s"), ("zh", "z"), ("th", "t"),
    ("dh", "d"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("cz", "s"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ai", "e"), ("x", "ks"), ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]+")
_TWICE = re.compile(r"(.)\1+")


def resemblance(greek: str, english: str) -> float:
    """Likeness of two names by rough sound, from 0 to 1.

    The consonants count twice, since vowels differ most between spellings of one name.
    """
    one, other = _sound(fold(greek), _GREEK), _sound(fold(without_diacritics(english)), _LATIN)
    whole = SequenceMatcher(None, one, other, autojunk=False).ratio()
    bare = SequenceMatcher(
        None, _VOWELS.sub("", one), _VOWELS.sub("", other), autojunk=False
    ).ratio()
    return (whole + 2 * bare) / 3


def _sound(name: str, letters: tuple[tuple[str, str], ...]) -> str:
    for old, new in letters:
        name = name.replace(old, new)
    return _TWICE.sub(r"\1", name)
