"""English of learned words that Greek and English share: ορνιθολογία is ornithology.

English has them from Ancient Greek by way of Latin, so that the old letters tell the spelling.
"""

from __future__ import annotations

import re

_ENDINGS = (
    ("ολογι", "ology"),
    ("ωλογι", "ology"),
    ("ογραφι", "ography"),
    ("οθεραπει", "otherapy"),
    ("οπαθει", "opathy"),
)
_ADJECTIVES = (
    ("ολογικ", "ological"),
    ("ωλογικ", "ological"),
    ("ογραφικ", "ographic"),
    ("οθεραπευτικ", "otherapeutic"),
)
_NOUN_CASES = re.compile(r"(?:α|ασ|εσ|ων)$")
_ADJECTIVE_CASES = re.compile(r"(?:οσ|ου|ο|οι|ων|ουσ|η|ησ|εσ|α)$")
_PAIRS = (
    ("γγ", "ng"), ("γκ", "nc"), ("γχ", "nch"), ("γξ", "nx"), ("ου", "u"), ("αι", "e"),
    ("οι", "e"), ("ευ", "eu"), ("αυ", "au"), ("ει", "i"), ("θ", "th"), ("φ", "ph"), ("χ", "ch"),
    ("ψ", "ps"), ("ξ", "x"), ("α", "a"), ("β", "b"), ("γ", "g"), ("δ", "d"), ("ε", "e"),
    ("ζ", "z"), ("η", "e"), ("ι", "i"), ("κ", "c"), ("λ", "l"), ("μ", "m"), ("ν", "n"),
    ("ο", "o"), ("π", "p"), ("ρ", "r"), ("σ", "s"), ("τ", "t"), ("υ", "y"), ("ω", "o"),
)  # fmt: skip
_FIRST = re.compile(r"^(?:[υρ])")
_SHORTEST_STEM = 2


def learned_noun(word: str) -> str | None:
    """English of a folded noun in -λογία, -γραφία, -θεραπεία or -πάθεια."""
    return _spelt(_NOUN_CASES.sub("", word), _ENDINGS) if _NOUN_CASES.search(word) else None


def learned_adjective(word: str) -> str | None:
    """English of a folded adjective in -λογικός, -γραφικός or -θεραπευτικός."""
    found = _ADJECTIVE_CASES.search(word)
    return _spelt(word[: found.start()], _ADJECTIVES) if found else None


def _spelt(stem: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    for greek, english in endings:
        if stem.endswith(greek) and len(stem) - len(greek) >= _SHORTEST_STEM:
            return (_in_latin(stem[: -len(greek)]) + english).capitalize()
    return None


def _in_latin(stem: str) -> str:
    # A word that begins with these letters began with a breathing: hydro-, rheumato-.
    latin = _FIRST.sub(lambda found: {"υ": "hy", "ρ": "rh"}[found[0]], stem)
    for greek, letters in _PAIRS:
        latin = latin.replace(greek, letters)
    return latin
