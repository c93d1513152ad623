"""The Latin spellings of one word in one language, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from greeknews_ner.names.rules.language import Language, Rule
from greeknews_ner.names.rules.words import simplified

_SCORE = itemgetter(0)
WIDTH = 7.0
"""Spellings this many nats worse than the best are given up."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to spell a word.

    Attributes:
        latin: Lower-case; ``^`` makes the next letter a capital.
        score: Log-probability among the spellings of this language.
        parts: The Latin letters that each rule gave, to tell how it came about.
    """

    latin: str
    score: float
    parts: tuple[str, ...]


def spell(rules: Sequence[Rule], beam: int) -> list[Spelling]:
    """Spell a word.

    Args:
        rules: What `Language.rules_of` gives for it.
        beam: Spellings kept after each rule.

    Returns:
        At most ``beam`` spellings, the likeliest first.
    """
    kept: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for rule in rules:
        if len(rule.choices) == 1:
            latin = rule.choices[0][0]
            kept = [(score, (*parts, latin)) for score, parts in kept]
            continue
        longer = [
            (score + chance, parts, latin)
            for score, parts in kept
            for latin, chance in rule.choices
        ]
        longer.sort(key=_SCORE, reverse=True)
        floor = longer[0][0] - WIDTH
        kept = [(score, (*parts, latin)) for score, parts, latin in longer[:beam] if score > floor]
    seen: dict[str, Spelling] = {}
    for score, parts in kept:
        latin = "".join(parts)
        if latin and latin not in seen:
            seen[latin] = Spelling(latin, score, parts)
    return list(seen.values())


def spell_word(language: Language, letters: str, beam: int) -> list[Spelling]:
    """Spell a word by the rules of a language, a given name as the language spells it.

    Args:
        language: The language.
        letters: A word as `graphemes` gives it.
        beam: Spellings kept after each rule.
    """
    found = spell(language.rules_of_letters(letters), beam)
    known = language.given.get(simplified(letters))
    if known is None:
        return found
    fixed = [
        Spelling(latin.lower(), -0.1 - 1.2 * number, (latin.lower(),))
        for number, latin in enumerate(known.split("|"))
    ]
    taken = {spelling.latin for spelling in fixed}
    return fixed + [
        Spelling(other.latin, other.score - 2.0, other.parts)
        for other in found
        if other.latin not in taken
    ]
