"""Capital letters inside a name: McKenna, MacGregor, LeBron, DiMaggio."""

from __future__ import annotations

from greeknews_ner.names.graphemes import graphemes

# Greek syllables before a capital inside a word, and what English has for them.
_BEFORE_CAPITALS = {
    "μακ": ("mac", "mc"),
    "μεκ": ("mac", "mc"),
    "μικ": ("mc",),
    "μκ": ("mc",),
    "λε": ("le",),
    "λα": ("la",),
    "ντε": ("de",),
    "ντι": ("di", "de"),
    "ντα": ("da",),
    "ντου": ("du",),
    "βαν": ("van",),
    "φιτσ": ("fitz",),
    "φιτζ": ("fitz",),
}
_SONS = ("μακ", "μεκ", "μικ", "μκ")
_LEAST = 5  # letters of a name that begins with Mc


def before_capital(word: str) -> str:
    """The Greek letters before the capital inside a word: ``μακ`` of ΜακΚένα.

    Args:
        word: A Greek word as the text has it.

    Returns:
        As `graphemes` writes them; empty where there is no such capital, or where English writes
        none behind them.
    """
    if word.isupper():
        return ""
    place = next((place for place, char in enumerate(word) if place and char.isupper()), 0)
    letters = graphemes(word[:place]) if place else ""
    return letters if letters in _BEFORE_CAPITALS else ""


def with_inner_capital(word: str, latin: str) -> str:
    """A spelling with ``^`` before the letter inside that is a capital.

    Args:
        word: The Greek word as the text has it.
        latin: Its spelling, lower-case.
    """
    if "^" in latin:
        return latin
    if latin.startswith("mc") and len(latin) >= _LEAST and graphemes(word).startswith(_SONS):
        return f"mc^{latin[2:]}"
    for beginning in _BEFORE_CAPITALS.get(before_capital(word), ()):
        if latin.startswith(beginning):
            return f"{beginning}^{latin[len(beginning) :]}"
    return latin
