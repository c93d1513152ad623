"""What the words around an expression tell: whether it looks back or ahead, and from where."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.periods import Tense
from greeknews_ner.values.tables import table
from greeknews_ner.values.words import Token, tokenize

REACH = 15
"""How many words to each side can hold a cue."""


class Surroundings(NamedTuple):
    """What stands around an expression.

    Attributes:
        tense: Whether the sentence looks back or ahead, if it says so.
        ago: Whether πριν (από) stands right before it.
        recent: Whether the expression counts back from publication (εδώ και, τα τελευταία).
    """

    tense: Tense = None
    ago: bool = False
    recent: bool = False


def look_around(text: str, context: str) -> Surroundings:
    """Read the words around an expression.

    Args:
        text: The expression.
        context: A stretch of the article that holds it, such as its sentence; may be empty.
    """
    if not context:
        return Surroundings()
    words = [token.key for token in tokenize(text)]
    around = tokenize(context[:4000])
    keys = [token.key for token in around]
    position = _find(words, keys)
    if position is None:
        return Surroundings(tense=_tense(around, 0, 0))
    before = keys[max(0, position - 2) : position]
    ago = before[-1:] == ["πριν"] or before[-1:] == ["προ"] or before == ["πριν", "απο"]
    recent = before == ["εδω", "και"]
    return Surroundings(_tense(around, position, position + len(words)), ago, recent)


def _find(words: list[str], keys: list[str]) -> int | None:
    for position in range(len(keys) - len(words) + 1):
        if keys[position : position + len(words)] == words:
            return position
    return None


def _tense(tokens: list[Token], start: int, end: int) -> Tense:
    """The tense of the nearest cue; a cue in the same clause is nearer than one beyond a point."""
    future, past = _cues("future"), _cues("past")
    endings = tuple(map(fold_word, table("calendar")["cues"]["past_endings"]))
    best: tuple[int, Tense] | None = None
    for index, token in enumerate(tokens):
        distance = start - index if index < start else index - end + 1
        if start <= index < end or distance > REACH:
            continue
        tense: Tense = None
        if token.key in future:
            tense = "future"
        elif token.key in past or (len(token.key) > 5 and token.key.endswith(endings)):
            tense = "past"
        if tense and (best is None or distance < best[0]):
            best = (distance, tense)
    return best[1] if best else None


@cache
def _cues(tense: str) -> frozenset[str]:
    return frozenset(map(fold_word, table("calendar")["cues"][tense]))
