"""The nominative of a name of several words that is not a person's: head and adjectives move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from greeknews_ner.names.declension import Case, Cell, Gender, Number
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import (
    known,
)
from greeknews_ner.names.letter_case import has_greek, is_shouted
from greeknews_ner.names.nominative_context import Context
from greeknews_ner.names.nominative_heads import (
    Lookup,
    adjective_options,
    head_options,
    is_acronym,
    noun_options,
)
from greeknews_ner.names.nominative_options import Option

__all__ = ["Reading", "is_acronym", "is_particle", "solve_phrase"]

_CASE_PRIOR: dict[Case, float] = {"nom": 0.0, "gen": -0.5, "acc": -0.6, "voc": -6.0}
_MOST_LOOKED_UP = 4
_CUT_SHORT = -2.5
_SURE_ADJECTIVE = -0.7
_JOINERS = frozenset({"και", "κι", "&", "-"})
_DASHES = frozenset("-‐‑–—")
_TAIL_OPENERS = frozenset(
    {"του", "τησ", "των", "για", "στο", "στη", "στην", "στον", "στα", "στισ", "στουσ", "απο", "σε"}
    | {"με", "κατα", "υπερ", "προσ", "επι", "περι", "εν", "ανα", "τα", "τισ", "τουσ", "το", "τη"}
    | {"την", "τον", "ο", "η", "οι", "και", "κι"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the whole name.

    Attributes:
        weight: Natural logarithm of how likely it is.
        cell: Gender, number and case of the head.
        words: Nominative of the words that move, by position; the others stay.
        how: ``table``, ``rule`` or ``same``.
    """

    weight: float
    cell: Cell
    words: tuple[tuple[int, str], ...]
    how: str


def solve_phrase(
    words: Sequence[str],
    separators: Sequence[str],
    type: str | None,
    context: Context,
    lookup: Lookup,
    support: dict[str, float],
) -> list[Reading]:
    """Weigh every head and every case.

    Args:
        words: All words of the name, in order.
        separators: What stands before each word; the first is what stands before the name's first.
        type: Entity type of the name, or None.
        context: What is known of the name's place in its sentence.
        lookup: Asks the name tables for a nominative.
        support: Weight that evidence adds to a word's nominative.

    Returns:
        Readings, the best first; never empty.
    """
    readings: list[Reading] = []
    before: list[tuple[int, tuple[Option, ...]]] = []
    genders = {cell.gender for cell in context.cells or ()}
    for index, word in enumerate(words):
        if before and bare(word) in _TAIL_OPENERS and bare(word) not in _JOINERS:
            break
        if index and bare(word) in _JOINERS:
            continue
        if len(bare(word)) == 1 and len(words) > 1:
            # Β' Περιφέρεια, 3ο Φεστιβάλ
            continue
        if _is_prefixed_acronym(words, separators, index):
            continue
        heads = head_options(
            word,
            type,
            lookup,
            support,
            masculine=genders == {"m"},
            feminine=genders == {"f"},
        )
        for option in heads:
            readings.extend(
                _with_head(words, separators, index, option, before, type, context, lookup, support)
            )
        adjectives = adjective_options(word)
        if not adjectives:
            break
        before.append((index, adjectives))
    if not readings:
        readings = [Reading(-5.0, Cell("n", "sing", "nom"), (), "same")]
    readings.sort(key=lambda reading: -reading.weight)
    if len(words) > 1:
        readings = _whole_in_tables(readings, words, separators, lookup)
    return readings


def _is_prefixed_acronym(words: Sequence[str], separators: Sequence[str], index: int) -> bool:
    """Whether a dash joins an acronym to the name that it is short for: ΠΑΣΟΚ-Κίνημα Αλλαγής."""
    following = index + 1
    return (
        following < len(words)
        and separators[following].strip() in _DASHES
        and is_shouted(words[index])
        and has_greek(words[following])
        and not is_shouted(words[following])
    )


def _whole_in_tables(
    readings: list[Reading], words: Sequence[str], separators: Sequence[str], lookup: Lookup
) -> list[Reading]:
    """Prefer, of the best readings, the one whose whole nominative is in a table."""
    seen: dict[str, bool] = {}
    found: list[Reading] = []
    for reading in readings:
        moved = dict(reading.words)
        text = "".join(
            separators[position] * (position > 0) + moved.get(position, word)
            for position, word in enumerate(words)
        )
        if text not in seen:
            if len(seen) >= _MOST_LOOKED_UP:
                continue
            entry = lookup(text)
            seen[text] = entry is not None and entry[1]
        found.append(replace(reading, weight=reading.weight + 1.5) if seen[text] else reading)
    return sorted(found, key=lambda reading: -reading.weight)


def is_particle(word: str) -> bool:
    """Whether a small word opens the tail of a name: an article, a preposition, και."""
    return bare(word) in _TAIL_OPENERS


def _with_head(
    words: Sequence[str],
    separators: Sequence[str],
    index: int,
    head: Option,
    before: Sequence[tuple[int, tuple[Option, ...]]],
    type: str | None,
    context: Context,
    lookup: Lookup,
    support: dict[str, float],
) -> list[Reading]:
    readings: list[Reading] = []
    last = index + 1 == len(words) or separators[index + 1] != " "
    following = None if last else words[index + 1]
    for cell in _cells_of(head, bool(before), context):
        weight = head.weight + _CASE_PRIOR[cell.case] + context.weight(cell)
        moved: list[tuple[int, str]] = []
        for position, adjectives in before:
            fitting = [option for option in adjectives if option.fits(cell)]
            if not fitting:
                break
            best = max(fitting, key=lambda option: option.weight)
            weight += best.weight
            moved.append((position, best.nominative))
        else:
            if (
                cell.case != "nom"
                and following is not None
                and _belongs_to_next(words[index], following, head.nominative, cell, type)
            ):
                weight += _CUT_SHORT
            if before:
                weight += 0.4
                if any(word.kind == "place" for word in known(head.nominative)):
                    weight -= 0.5
            moved.append((index, head.nominative))
            moved.extend(_joined(words, separators, index, cell, type, lookup, support))
            readings.append(Reading(weight, cell, tuple(moved), head.how))
    return readings


@lru_cache(maxsize=8192)
def _belongs_to_next(
    word: str, following: str, nominative: str, cell: Cell, type: str | None
) -> bool:
    """Whether the word behind a head agrees with it, so that it should have been the head.

    Behind a head stand genitives. A word there that can only be an accusative agrees with it
    (στον Ειρηνικό Ωκεανό); so does a genitive behind what is no noun (της Άμεσης Δράσης).
    """
    if is_shouted(following) or bare(following) in _TAIL_OPENERS:
        return False
    readings = [
        option
        for option in noun_options(following, type)
        if option.weight > _CUT_SHORT and option.case is not None
    ]
    agreeing = [option for option in readings if option.fits(cell)]
    if not agreeing:
        return False
    if cell.case == "acc":
        return all(option.case != "gen" for option in readings)
    if any(_is_place_alone(option.nominative) for option in agreeing):
        return False
    kinds = {
        entry.kind
        for entry in known(nominative)
        if (entry.gender, entry.number) == (cell.gender, cell.number)
    }
    adjective = max(
        (option.weight for option in adjective_options(word) if option.fits(cell)),
        default=_CUT_SHORT,
    )
    return "noun" not in kinds and adjective > _SURE_ADJECTIVE


def _is_place_alone(nominative: str) -> bool:
    """Whether a word names a place and is no noun as well: Αττική, but not Ήπειρος."""
    kinds = {entry.kind for entry in known(nominative)}
    return "place" in kinds and "noun" not in kinds


def _cells_of(head: Option, modified: bool, context: Context) -> list[Cell]:
    genders: tuple[Gender, ...] = (head.gender,) if head.gender else ("n", "f", "m")
    numbers: tuple[Number, ...] = (head.number,) if head.number else ("sing", "plur")
    cases: tuple[Case, ...] = (head.case,) if head.case else ("nom", "gen", "acc")
    if head.case is None and not modified and context.is_empty:
        cases = ("nom",)
    return [Cell(g, n, c) for g in genders for n in numbers for c in cases]


def _joined(
    words: Sequence[str],
    separators: Sequence[str],
    index: int,
    cell: Cell,
    type: str | None,
    lookup: Lookup,
    support: dict[str, float],
) -> list[tuple[int, str]]:
    """The second of two names that are joined: Βοσνίας-Ερζεγοβίνης, Βοσνίας και Ερζεγοβίνης."""
    following = index + 1
    is_and = following < len(words) and bare(words[following]) in _JOINERS
    if cell.case == "nom" or not (is_and or type in ("GPE", "LOC", "NORP", None)):
        return []
    if is_and:
        following += 1
    elif following >= len(words) or separators[following] != "-":
        return []
    if following >= len(words):
        return []
    best: Option | None = None
    for option in head_options(words[following], type, lookup, support):
        if option.case in (None, cell.case) and (best is None or option.weight > best.weight):
            best = option
    return [(following, best.nominative)] if best is not None else []
