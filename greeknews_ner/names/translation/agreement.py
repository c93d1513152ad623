"""Whether two words may be of one case and number, by their endings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from greeknews_ner.names.folding import fold

_GENITIVE = re.compile(r"(?:ου|ησ|ασ|ων|ουσ|εωσ|οσ|ωσ)$")
_MASCULINE_GENITIVE = ("ου", "οσ", "ουσ", "ωσ", "εωσ", "α", "η")
_WITH = {
    "ων": ("ων",),
    "ου": _MASCULINE_GENITIVE,
    "ησ": ("ησ", "ασ", "εωσ", "ουσ", "οσ", "ου", "ωσ"),
    "ασ": ("ησ", "ασ", "εωσ", "ουσ", "οσ", "ου", "ωσ"),
    "οσ": ("οσ", "ασ", "ησ", "ωσ", "εασ"),
    "οι": ("οι", "εσ", "εισ", "ων"),
    "εσ": ("εσ", "εισ", "οι"),
    "εισ": ("εσ", "εισ", "οι", "α", "η"),
    "ουσ": ("ουσ", "εσ", "εισ", "ασ", "ησ"),
}
_CASES = ("ων", "ουσ", "εωσ", "ου", "ησ", "ασ", "οσ", "οι", "εισ", "εσ", "ωσ")


def agree(adjective: str, noun: str) -> bool:
    """Whether an adjective may go with a noun or another adjective.

    Args:
        adjective: Folded form.
        noun: Folded form; a foreign word without an ending goes with everything.
    """
    for ending, others in _WITH.items():
        if adjective.endswith(ending) and not (ending == "ουσ" and adjective.endswith("εουσ")):
            return noun.endswith(others) or not _declines(noun)
    return not noun.endswith(("ων", "ου", "ουσ", "ησ", "ασ", "εωσ", "οι"))


def _declines(noun: str) -> bool:
    return noun.endswith((*_CASES, "α", "η", "ο", "ι"))


def is_genitive(word: str) -> bool:
    """Whether a folded form may be a genitive."""
    return _GENITIVE.search(word) is not None


def are_genitives(words: Iterable[str]) -> bool:
    """Whether words as they are written may all be genitives; one that is cut short may be."""
    return all(is_genitive(fold(word)) or word.endswith(".") for word in words)


_COMMON = re.compile(
    r"(?:ικ(?:οσ|ου|ο|οι|ων|ουσ|η|ησ|εσ|α|ασ)|[σξψ](?:η|ησ|εωσ|εισ|εων)|μ(?:α|ατοσ|ατα|ατων)"
    r"|τητ(?:α|ασ|ων|εσ)|ισμ(?:οσ|ου|οι|ων)|ιστ(?:ησ|η|εσ|ων)|μεν(?:οσ|ου|ο|οι|ων|η|ησ|εσ|α)"
    r"|λογι(?:α|ασ)|ωδ(?:ησ|ουσ|εισ|ων)|σιμ(?:οσ|ου|ο|οι|ων|η|ησ|εσ|α|ασ))$"
)


def looks_common(word: str) -> bool:
    """Whether a folded word has an ending of common nouns and adjectives, not of names."""
    return len(word) > 5 and _COMMON.search(word) is not None
