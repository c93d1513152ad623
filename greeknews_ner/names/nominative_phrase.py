"""The nominative of a name of several words that is not a person's: head and adjectives move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from greeknews_ner.names.declension import Case, Cell, Gender, Number
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import known
from greeknews_ner.names.letter_case import has_greek, is_shouted
from greeknews_ner.names.nominative_context import Context, cell_weights
from greeknews_ner.names.nominative_heads import (
    adjective_options,
    head_options,
    is_acronym,
    noun_options,
)
from greeknews_ner.names.nominative_options import Option
from greeknews_ner.names.nominative_tables import accented_as_listed, gender_in_tables

__all__ = ["Reading", "is_acronym", "is_particle", "solve_phrase"]

_CASE_PRIOR: dict[Case, float] = {"nom": 0.0, "gen": -0.5, "acc": -0.6, "voc": -6.0}
_MOST_LOOKED_UP = 4
_CUT_SHORT = -2.5
_AGREEING = 0.4
_SURE_ADJECTIVE = -0.7
_JOINERS = frozenset({"και", "κι", "&", "-"})
_NOTHING: list[tuple[int, Option]] = []
_PLACES = frozenset({"GPE", "LOC"})
_DASHES = frozenset("-‐‑–—")
_TAIL_OPENERS = frozenset(
    {"του", "τησ", "των", "για", "στο", "στη", "στην", "στον", "στα", "στισ", "στουσ", "απο", "σε"}
    | {"με", "κατα", "υπερ", "προσ", "επι", "περι", "εν", "ανα", "τα", "τισ", "τουσ", "το", "τη"}
    | {"την", "τον", "ο", "η", "οι", "και", "κι"}
)


# Not frozen: dozens are made for a name, and a frozen one takes three times as long.
@dataclass(slots=True)
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
    support: dict[str, float],
) -> list[Reading]:
    """Weigh every head and every case.

    Args:
        words: All words of the name, in order.
        separators: What stands before each word; the first is what stands before the name's first.
        type: Entity type of the name, or None.
        context: What is known of the name's place in its sentence.
        support: Weight that evidence adds to a word's nominative.

    Returns:
        Readings, the best first and one for each choice of words; never empty.
    """
    found = _Readings()
    weights = cell_weights(context)
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
            word, type, support, masculine=genders == {"m"}, feminine=genders == {"f"}
        )
        around = _Around(words, separators, index, before, type, support)
        only_nominative = not before and context.is_empty
        for option in heads:
            cells = _cells_of(option.gender, option.number, option.case, only_nominative)
            _add_head(found, option, cells, around, weights)
        adjectives = adjective_options(word)
        if not adjectives:
            break
        before.append((index, adjectives))
    readings = found.best_first() or [Reading(-5.0, Cell("n", "sing", "nom"), (), "same")]
    if len(words) > 1:
        readings = _whole_in_tables(readings, words, separators, type)
    return readings


class _Readings:
    """Of all readings that put the same words into the nominative, the likeliest."""

    def __init__(self) -> None:
        self._found: dict[tuple[tuple[int, str], ...], Reading] = {}

    def add(self, weight: float, cell: Cell, words: tuple[tuple[int, str], ...], how: str) -> None:
        """Add a reading; of two that are equally likely the first counts."""
        known = self._found.get(words)
        if known is not None:
            if weight <= known.weight:
                return
            # What comes to stand behind others gives way to them where it is as likely.
            del self._found[words]
        self._found[words] = Reading(weight, cell, words, how)

    def best_first(self) -> list[Reading]:
        """All readings."""
        return sorted(self._found.values(), key=lambda reading: -reading.weight)


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
    readings: list[Reading], words: Sequence[str], separators: Sequence[str], type: str | None
) -> list[Reading]:
    """Prefer, of the best readings, the one whose whole nominative is in a table."""
    texts: dict[tuple[tuple[int, str], ...], str] = {}
    seen: dict[str, bool] = {}
    found: list[Reading] = []
    for reading in readings:
        text = texts.get(reading.words)
        if text is None:
            text = texts[reading.words] = _text_of(reading, words, separators)
        if text not in seen:
            if len(seen) >= _MOST_LOOKED_UP:
                continue
            place = _up_to_head(reading, words, separators) if type in _PLACES else None
            seen[text] = _is_listed(text, type) or (
                place is not None
                and _is_listed(place, type)
                # Νέα Μάδυτος, not Νέα Μαδύτος; of a whole name the accent is put right later.
                and accented_as_listed(place, type) == place
            )
        found.append(replace(reading, weight=reading.weight + 1.5) if seen[text] else reading)
    return sorted(found, key=lambda reading: -reading.weight)


def _is_listed(text: str, type: str | None) -> bool:
    entry = gender_in_tables(text, type)
    return entry is not None and entry[1]


def _up_to_head(reading: Reading, words: Sequence[str], separators: Sequence[str]) -> str | None:
    """A place without what tells where it is (Νέα Μάδυτος Βόλβης), None where that is no name."""
    end = max((position for position, _ in reading.words), default=0) + 1
    return _text_of(reading, words[:end], separators) if 1 < end < len(words) else None


def _text_of(reading: Reading, words: Sequence[str], separators: Sequence[str]) -> str:
    moved = dict(reading.words)
    return "".join(
        separators[position] * (position > 0) + moved.get(position, word)
        for position, word in enumerate(words)
    )


def is_particle(word: str) -> bool:
    """Whether a small word opens the tail of a name: an article, a preposition, και."""
    return bare(word) in _TAIL_OPENERS


class _Around:
    """The words around a head, and what they are where the head stands in a certain cell.

    A head has many readings, and most share their cells, so each answer is worked out once.

    Args:
        words: All words of the name.
        separators: What stands before each word.
        index: Position of the head.
        before: Positions and readings of the adjectives before it.
        type: Entity type of the name, or None.
        support: Weight that evidence adds to a word's nominative.
    """

    def __init__(
        self,
        words: Sequence[str],
        separators: Sequence[str],
        index: int,
        before: Sequence[tuple[int, tuple[Option, ...]]],
        type: str | None,
        support: dict[str, float],
    ) -> None:
        self.index = index
        self.word = words[index]
        self.type = type
        last = index + 1 == len(words) or separators[index + 1] != " "
        self.following = None if last else words[index + 1]
        self.is_modified = bool(before)
        self._before = before
        self._fitting: dict[Cell, list[tuple[int, Option]] | None] = {}
        self._joined_at = _joined_at(words, separators, index, type)
        self.is_joined = self._joined_at > 0
        self._joined_options = (
            head_options(words[self._joined_at], type, support) if self._joined_at else ()
        )
        behind = self._joined_at + 1
        has_more = self._joined_at and behind < len(words) and separators[behind] == " "
        self._joined_adjectives = adjective_options(words[self._joined_at]) if has_more else ()
        self._joined_nouns = (
            head_options(words[behind], type, support) if self._joined_adjectives else ()
        )
        self._joined: dict[Case, list[tuple[int, str]]] = {"nom": []}

    def modifiers(self, cell: Cell) -> list[tuple[int, Option]] | None:
        """The best reading of each adjective before the head; None where one does not agree."""
        if cell not in self._fitting:
            self._fitting[cell] = self._modifiers(cell)
        return self._fitting[cell]

    def _modifiers(self, cell: Cell) -> list[tuple[int, Option]] | None:
        chosen: list[tuple[int, Option]] = []
        for position, adjectives in self._before:
            fitting = [option for option in adjectives if option.fits(cell)]
            if not fitting:
                return None
            chosen.append((position, max(fitting, key=lambda option: option.weight)))
        return chosen

    def joined(self, case: Case) -> list[tuple[int, str]]:
        """The second of two names that are joined, which stands in the case of the first."""
        if case not in self._joined:
            fitting = [each for each in self._joined_options if each.case in (None, case)]
            best = max(fitting, key=lambda option: option.weight, default=None)
            self._joined[case] = [(self._joined_at, best.nominative)] if best is not None else []
            pair = self._joined_pair(case)
            if pair is not None and (best is None or pair[0] > best.weight):
                self._joined[case] = pair[1]
        return self._joined[case]

    def _joined_pair(self, case: Case) -> tuple[float, list[tuple[int, str]]] | None:
        """An adjective and its noun that are joined together: Υγείας και Ανθρώπινων Υπηρεσιών."""
        best: tuple[float, list[tuple[int, str]]] | None = None
        for noun in self._joined_nouns:
            if noun.case != case or noun.gender is None or noun.number is None:
                continue
            cell = Cell(noun.gender, noun.number, case)
            for adjective in self._joined_adjectives:
                weight = adjective.weight + noun.weight + _AGREEING
                if adjective.fits(cell) and (best is None or weight > best[0]):
                    at = self._joined_at
                    best = weight, [(at, adjective.nominative), (at + 1, noun.nominative)]
        return best


def _add_head(
    found: _Readings,
    head: Option,
    cells: Sequence[Cell],
    around: _Around,
    weights: Mapping[Cell, float],
) -> None:
    """Add the readings in which a word is the head.

    Args:
        found: Is told of them.
        head: How the word is read.
        cells: Where it may stand.
        around: The words around it.
        weights: How well each cell fits the sentence.
    """
    is_place = around.is_modified and any(word.kind == "place" for word in known(head.nominative))
    own = (around.index, head.nominative)
    for cell in cells:
        modifiers = around.modifiers(cell) if around.is_modified else _NOTHING
        if modifiers is None:
            continue
        weight = head.weight + _CASE_PRIOR[cell.case] + weights[cell]
        for _, option in modifiers:
            weight += option.weight
        if (
            cell.case != "nom"
            and around.following is not None
            and _belongs_to_next(around.word, around.following, head.nominative, cell, around.type)
        ):
            weight += _CUT_SHORT
        if modifiers:
            weight += _AGREEING
            if is_place:
                weight -= 0.5
        words = (own, *around.joined(cell.case)) if around.is_joined else (own,)
        if modifiers:
            words = (*((position, option.nominative) for position, option in modifiers), *words)
        found.add(weight, cell, words, head.how)


def _belongs_to_next(
    word: str, following: str, nominative: str, cell: Cell, type: str | None
) -> bool:
    """Whether the word behind a head agrees with it, so that it should have been the head.

    Behind a head stand genitives. A word there that can only be an accusative agrees with it
    (στον Ειρηνικό Ωκεανό); so does a genitive behind what is no noun (της Άμεσης Δράσης).
    """
    if not _agrees_as_head(following, cell, type):
        return False
    if cell.case == "acc":
        return True
    is_noun = any(
        entry.kind == "noun" and (entry.gender, entry.number) == (cell.gender, cell.number)
        for entry in known(nominative)
    )
    return not is_noun and _is_surely_adjective(word, cell)


@lru_cache(maxsize=8192)
def _agrees_as_head(following: str, cell: Cell, type: str | None) -> bool:
    """Whether a word behind another one may be the head of both, where these stand in a cell."""
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
    return not any(_is_place_alone(option.nominative) for option in agreeing)


@lru_cache(maxsize=8192)
def _is_surely_adjective(word: str, cell: Cell) -> bool:
    return any(
        option.weight > _SURE_ADJECTIVE for option in adjective_options(word) if option.fits(cell)
    )


def _is_place_alone(nominative: str) -> bool:
    """Whether a word names a place and is no noun as well: Αττική, but not Ήπειρος."""
    kinds = {entry.kind for entry in known(nominative)}
    return "place" in kinds and "noun" not in kinds


@lru_cache(maxsize=256)
def _cells_of(
    gender: Gender | None, number: Number | None, case: Case | None, only_nominative: bool
) -> tuple[Cell, ...]:
    """The cells that a head may stand in.

    Args:
        gender: Of the head, or None where any fits.
        number: Of the head, or None where any fits.
        case: Of the head, or None where it has the same form in all.
        only_nominative: Whether such a head is taken for a nominative, as nothing tells its case.
    """
    genders: tuple[Gender, ...] = (gender,) if gender else ("n", "f", "m")
    numbers: tuple[Number, ...] = (number,) if number else ("sing", "plur")
    cases: tuple[Case, ...] = ("nom",) if only_nominative else ("nom", "gen", "acc")
    if case:
        cases = (case,)
    return tuple(Cell(g, n, c) for g in genders for n in numbers for c in cases)


def _joined_at(
    words: Sequence[str], separators: Sequence[str], index: int, type: str | None
) -> int:
    """Where the name stands that is joined to the head, 0 if none is.

    Βοσνίας-Ερζεγοβίνης, Βοσνίας και Ερζεγοβίνης.
    """
    following = index + 1
    if following >= len(words):
        return 0
    if bare(words[following]) in _JOINERS:
        following += 1
    elif type not in ("GPE", "LOC", "NORP", None) or separators[following] != "-":
        return 0
    return following if following < len(words) else 0
