"""What the words right before a name say of its gender, number and case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from greeknews_ner._toml import load_toml
from greeknews_ner.names.declension import (
    CASES,
    NUMBERS,
    RESOURCES,
    Case,
    Cell,
    Gender,
    Number,
    analyse,
)
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import known, plausibility

GENDERS: tuple[Gender, ...] = ("m", "f", "n")
ALL_CELLS: frozenset[Cell] = frozenset(
    Cell(gender, number, case) for gender in GENDERS for number in NUMBERS for case in CASES
)

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.UNICODE)
_LOOKALIKES = str.maketrans("ohtia", "οητια")
"""Latin capitals that are typed for Greek ones, in small letters: O Τσίπρας, H Ελλάδα."""
_MISMATCH = -4.0
_TAGGED = {"gender": -1.1, "number": -1.3, "case": -0.9}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a name's place in its sentence.

    Attributes:
        cells: What article and titles allow; None where nothing stands there.
        gender: What the tagger says, or None.
        number: What the tagger says, or None.
        case: What the tagger says, or None.
    """

    cells: frozenset[Cell] | None = None
    gender: Gender | None = None
    number: Number | None = None
    case: Case | None = None

    def weight(self, cell: Cell) -> float:
        """Natural logarithm of how well a cell fits; 0 at best.

        An article outweighs a tagger: it is a closed class, and a tagger sees the same article.
        """
        weight = 0.0
        if self.cells is not None:
            if cell not in self.cells:
                weight += _MISMATCH
            elif (
                cell.gender == "m"
                and Cell("n", cell.number, cell.case) in self.cells
                and (cell.case == "acc")
            ):
                # το, στο before a masculine word has lost its ν: seen, but seldom.
                weight -= 0.6
        if self.gender is not None and cell.gender != self.gender:
            weight += _TAGGED["gender"]
        if self.number is not None and cell.number != self.number:
            weight += _TAGGED["number"]
        if self.case is not None and cell.case != self.case:
            weight += _TAGGED["case"]
        return weight

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return self.cells is None and not (self.gender or self.number or self.case)


@lru_cache(maxsize=2048)
def cell_weights(context: Context) -> Mapping[Cell, float]:
    """What `Context.weight` gives for each cell."""
    return {cell: context.weight(cell) for cell in ALL_CELLS}


@cache
def _tables() -> tuple[
    dict[str, frozenset[Cell]],
    dict[str, frozenset[Cell]],
    frozenset[str],
    frozenset[str],
    frozenset[str],
    frozenset[str],
]:
    table = load_toml(RESOURCES / "articles.toml")
    prepositions = table["prepositions"]
    return (
        {word: _cells(cells) for word, cells in table["articles"].items()},
        {word: _cells(cells) for word, cells in table["titles"].items()},
        frozenset(prepositions["words"]),
        frozenset(prepositions["genitive"]),
        frozenset(prepositions["invariable"]),
        frozenset(bare(word) for word in table["people"]["words"]),
    )


def is_article(word: str) -> bool:
    """Whether a word is a form of the article, alone or with σε."""
    return word in _tables()[0]


@lru_cache(maxsize=4096)
def read_context(words: str, person: bool) -> frozenset[Cell] | None:
    """What the words before a name allow.

    Args:
        words: One to three words, the last of them right before the name.
        person: Whether the name is a person's, so that a title may stand between article and name.

    Returns:
        The cells that agree with article and titles, or None where the words say nothing.
    """
    articles, titles, prepositions, _, invariable, _ = _tables()
    allowed: frozenset[Cell] | None = None
    for word in reversed(_WORD.findall(words)):
        lowered = word.lower().translate(_LOOKALIKES)
        if lowered in articles:
            return _both(allowed, articles[lowered])
        if lowered in titles:
            allowed = _both(allowed, titles[lowered])
        elif lowered in invariable:
            continue
        elif lowered in prepositions:
            return _both(allowed, _ACCUSATIVE)
        else:
            said = _said(lowered, person)
            if not said:
                break
            allowed = _both(allowed, said)
    return allowed


@lru_cache(maxsize=256)
def of_one_person(cells: frozenset[Cell]) -> frozenset[Cell]:
    """What an article allows for one of several persons: τους Φουντούλη και Μουρίκη.

    Args:
        cells: What the article allows.

    Returns:
        The same in the singular where all of them are plural, else the cells given.
    """
    if any(cell.number == "sing" for cell in cells):
        return cells
    return frozenset(cell._replace(number="sing") for cell in cells)


@lru_cache(maxsize=4096)
def _said(word: str, person: bool) -> frozenset[Cell]:
    """What a title or an adjective before a name says, nothing for other words."""
    people = _tables()[5]
    return frozenset(_title_cells(word, people) if person else _adjective_cells(word))


_ACCUSATIVE = frozenset(cell for cell in ALL_CELLS if cell.case == "acc")


def _both(one: frozenset[Cell] | None, other: frozenset[Cell]) -> frozenset[Cell]:
    """What both allow; the later word alone where they contradict each other."""
    if one is None:
        return other
    return one & other or other


def _title_cells(word: str, people: frozenset[str]) -> Iterator[Cell]:
    for analysis in analyse(word):
        if bare(analysis.nominative) not in people:
            if analysis.kinds & {"adj"} and _is_adjective(analysis.nominative, analysis.cell):
                yield analysis.cell
            continue
        yield analysis.cell
        if analysis.cell.gender == "m":
            # η πρόεδρος, της υπουργού
            yield analysis.cell._replace(gender="f")


def _adjective_cells(word: str) -> Iterator[Cell]:
    for analysis in analyse(word):
        if "adj" in analysis.kinds and _is_adjective(analysis.nominative, analysis.cell):
            yield analysis.cell


def _is_adjective(nominative: str, cell: Cell) -> bool:
    kinds = {
        word.kind
        for word in known(nominative)
        if (word.gender, word.number) == (cell.gender, cell.number)
    }
    if "adj" in kinds:
        return True
    if "noun" in kinds:
        # στις φυλακές Κορυδαλλού, though it ends as adjectives do
        return False
    return plausibility(nominative, cell.gender, cell.number, "adj") > -0.3


def _cells(patterns: Iterable[str]) -> frozenset[Cell]:
    found: set[Cell] = set()
    for pattern in patterns:
        gender, number, case = pattern.split("/")
        found.update(
            Cell(g, n, c)
            for g in (GENDERS if gender == "*" else (cast(Gender, gender),))
            for n in (NUMBERS if number == "*" else (cast(Number, number),))
            for c in (CASES if case == "*" else (cast(Case, case),))
        )
    return frozenset(found)
