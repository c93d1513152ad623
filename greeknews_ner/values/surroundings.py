"""What the words around an expression tell: whether it looks back or ahead, and from where."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.items import Item, read_items
from greeknews_ner.values.periods import Tense
from greeknews_ner.values.tables import table
from greeknews_ner.values.words import Token, tokenize

MAX_CONTEXT = 4000
"""Characters of context that are read."""
_BEHIND = 2
_BEYOND = 4
_NEAR = 7
_BETWEEN = frozenset(["το", "τα", "τη", "την", "τισ", "στισ", "στη", "γυρω", "αργα", "νωρισ", ","])
_DAY = re.compile("T(?:W|W?[on]MY?)?|[<W]?W|W<|W?[on]M(?:Y|R)?|W?D")
REACH = 15
"""How many words to each side can hold a cue."""


class Surroundings(NamedTuple):
    """What stands around an expression.

    Attributes:
        tense: Whether the sentence looks back or ahead, if it says so.
        ago: Whether πριν (από) stands right before it.
        within: Whether σε stands right before it.
        day: Items of the day named right beside it: χθες το (πρωί), (βράδυ) της Τετάρτης.
    """

    tense: Tense = None
    ago: bool = False
    within: bool = False
    day: tuple[Item, ...] = ()


def look_around(text: str, context: str) -> Surroundings:
    """Read the words around an expression.

    Args:
        text: The expression.
        context: A stretch of the article that holds it, such as its sentence; may be empty.
    """
    if not context:
        return Surroundings()
    words = [token.key for token in tokenize(text)]
    around = tokenize(context[:MAX_CONTEXT])
    keys = [token.key for token in around]
    start = _find(words, keys)
    if start is None:
        return Surroundings(tense=_tense(around, 0, 0))
    end = start + len(words)
    before = keys[max(0, start - 2) : start]
    return Surroundings(
        tense=_tense(around, start, end),
        ago=before[-1:] in (["πριν"], ["προ"]) or before == ["πριν", "απο"],
        within=before[-1:] == ["σε"],
        day=_day_after(context, around, end) or _day_before(context, around, start),
    )


def _day_before(context: str, tokens: list[Token], start: int) -> tuple[Item, ...]:
    """Χθες το (πρωί), την Τρίτη στις (18.00)."""
    offset = max(0, start - _NEAR)
    items = [i for i in read_items(context, tokens[offset:start], clock=False) if i.symbol != "+"]
    edge = start - offset
    for first in range(len(items)):
        run = items[first:]
        between = tokens[offset + run[-1].end : offset + edge]
        if all(token.key in _BETWEEN for token in between) and _is_day(run):
            return tuple(run)
    return ()


def _day_after(context: str, tokens: list[Token], end: int) -> tuple[Item, ...]:
    """(Βράδυ) της Τετάρτης, (14.30) της 25ης Μαρτίου."""
    if end >= len(tokens) or tokens[end].key not in {"τησ", "του"}:
        return ()
    items = read_items(context, tokens[end : end + _NEAR], clock=False)
    for last in range(len(items), 0, -1):
        if items[0].start == 1 and _is_day(items[:last]):
            return tuple(items[:last])
    return ()


def _is_day(items: list[Item]) -> bool:
    together = all(right.start - left.end <= 1 for left, right in pairwise(items))
    return together and _DAY.fullmatch("".join(item.symbol for item in items)) is not None


def _find(words: list[str], keys: list[str]) -> int | None:
    """Where an expression stands in its context: of several places the one nearest the middle."""
    places = [
        position
        for position in range(len(keys) - len(words) + 1)
        if keys[position : position + len(words)] == words
    ]
    middle = (len(keys) - len(words)) / 2
    return min(places, key=lambda position: abs(position - middle), default=None)


def _tense(tokens: list[Token], start: int, end: int) -> Tense:
    """The tense of the nearest cue.

    A verb governs what follows it rather than what precedes it, and what stands in its clause: a
    cue behind the expression, or beyond a comma or conjunction, counts as further away.
    """
    best: tuple[int, Tense] | None = None
    until = _cues("until")
    for index in range(max(0, start - REACH), min(len(tokens), end + REACH)):
        tense = _cue(tokens[index]) if not start <= index < end else None
        if start - _BEYOND < index < start and tokens[index].key in until:
            tense = "future"
        if tense is None:
            continue
        if index < start:
            distance, between = start - index, tokens[index + 1 : start]
        else:
            distance, between = index - end + 1 + _BEHIND, tokens[end:index]
        distance += _BEYOND * sum(token.key in _clause_ends() for token in between)
        if best is None or distance < best[0]:
            best = (distance, tense)
    return best[1] if best else None


def _cue(token: Token) -> Tense:
    if token.key in _cues("future"):
        return "future"
    if token.key in _cues("past"):
        return "past"
    return "past" if len(token.key) > 5 and token.key.endswith(_past_endings()) else None


@cache
def _past_endings() -> tuple[str, ...]:
    return tuple(map(fold_word, table("calendar")["cues"]["past_endings"]))


@cache
def _clause_ends() -> frozenset[str]:
    return _cues("clause_ends") | {",", ".", ";", "·", ":", "(", ")"}


@cache
def _cues(tense: str) -> frozenset[str]:
    return frozenset(map(fold_word, table("calendar")["cues"][tense]))
