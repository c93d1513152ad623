"""Of Slavic spellings that differ in a glide alone, the one that English text has: Sergei, Sergey.

Each standard of romanisation has its own y and i. Newspapers follow none: they write Sergei Shoigu
and Andrey Malakhov. A spelling that English text never has gives way to one that it has, and the
words of a name go together. (That the commoner of two known ones wins was tried: it turns Nikolay
Baskov and Dmitry Muratov into what they are not.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greeknews_ner.names.foreign import Spelling

LANGUAGES = frozenset({"russian", "ukrainian", "bulgarian", "slavic", "central_asian", "armenian"})
"""Languages whose names English papers write so."""

_BEHIND_VOWEL = re.compile("(?<=[aeou])[yi](?![aeiouy])")
_AT_END = re.compile("(?:iy|yi|ii|yy|y|i)$")
_BEFORE_VOWEL = re.compile("(?:^|(?<=[^aeiouy]))[yi](?=[aeou])")
_GLIDE = "*"


def in_press_style(spellings: Sequence[Spelling]) -> list[Spelling]:
    """Put first the spelling that English text has most, of those that differ in glides alone.

    Args:
        spellings: Of one whole name, the likeliest first.

    Returns:
        The same, in the order they had but for the first.
    """
    first, *others = spellings
    wanted = _skeletons(first)
    same = [first]
    same += [one for one in others if _skeletons(one) == wanted and _is_more_known(one, first)]
    best = max(same, key=lambda one: (_mentions(one), -_is_mixed(one), one.probability))
    if best is first:
        return list(spellings)
    # It is the same reading of the Greek, and as likely to be the right one.
    sure = replace(best, probability=best.probability + first.probability)
    return [sure, *(one for one in spellings if one is not best)]


def skeleton(latin: str) -> str:
    """A word with every glide alike: ``sergey`` and ``sergei`` share one.

    Args:
        latin: Letters a to z.
    """
    return _BEFORE_VOWEL.sub(_GLIDE, _AT_END.sub(_GLIDE, _BEHIND_VOWEL.sub(_GLIDE, latin)))


def _skeletons(spelling: Spelling) -> list[str]:
    return [skeleton(word.key) for word in spelling.words]


def _mentions(spelling: Spelling) -> float:
    return sum(word.mentions for word in spelling.words)


def _is_more_known(one: Spelling, other: Spelling) -> bool:
    """Whether text has a word that it never has in the other, and no word less often."""
    pairs = [
        (word.mentions, another.mentions)
        for word, another in zip(one.words, other.words, strict=True)
    ]
    return all(a >= b for a, b in pairs) and any(a and not b for a, b in pairs)


def _is_mixed(spelling: Spelling) -> bool:
    glides = {glide for word in spelling.words for glide in _BEHIND_VOWEL.findall(word.key)}
    return len(glides) > 1
