"""The nominative of a Greek name: what it is called when it is not in a sentence."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from greeknews_ner.names.declension import Case, Cell, Gender, Number, analyse
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import cells_of, plausibility
from greeknews_ner.names.letter_case import has_greek, is_shouted
from greeknews_ner.names.nominative_context import Context, is_article, of_one_person, read_context
from greeknews_ner.names.nominative_kind import looks_like_person
from greeknews_ner.names.nominative_ordinals import nominative_ordinals, ordinal_cells
from greeknews_ner.names.nominative_person import solve_person
from greeknews_ner.names.nominative_phrase import solve_phrase
from greeknews_ner.names.nominative_streets import called_by_genitive
from greeknews_ner.names.nominative_tables import (
    accented_as_listed,
    gender_in_tables,
    is_person_in_tables,
    is_short_for_a_body,
    spelling,
)
from greeknews_ner.names.nominative_words import Parts, is_small_acronym, words_of

__all__ = [
    "Case",
    "Gender",
    "Nominative",
    "Number",
    "as_it_stands",
    "clear_caches",
    "nominative",
    "to_nominative",
]

_LONGEST = 200
_MOST_EVIDENCE = 8
_STANDS_THERE = 3.5
_COMPUTED = 1.2
_SHORTEST_GENITIVE = 4
_LIKELY = -1.6
_OFTEN_SMALL = frozenset({None, "LAW"})
"""Types of names that stand in small letters anywhere: άρθρο 16."""
_UNTOUCHED_TYPES = frozenset({"WORK_OF_ART"})


@dataclass(frozen=True, slots=True)
class Nominative:
    """A name in the nominative, and how it came about.

    Attributes:
        text: The name, with the spacing and the hyphens of what was given.
        gender: Grammatical gender of its head, where it could be told.
        number: Grammatical number of its head, where it could be told.
        score: From 0 to 1, how much more likely this form is than the others weighed.
        changed: Whether it differs from what was given.
        how: ``table`` (the word is known), ``rule`` (by its ending), ``evidence`` (it stands in the
            article) or ``same`` (nothing had to move).
    """

    text: str
    gender: Gender | None
    number: Number | None
    score: float
    changed: bool
    how: str


def to_nominative(
    name: str,
    *,
    type: str | None = None,
    gender: Gender | None = None,
    number: Number | None = None,
    case: Case | None = None,
    article: str | None = None,
    evidence: Collection[str] = (),
) -> str:
    """The nominative of a name.

    Args:
        name: The name as the text has it, of one or more words.
        type: Entity type, such as ``"PERSON"`` or ``"GPE"``; None where it is not known.
        gender: Gender of the form, from a tagger.
        number: Number of the form, from a tagger.
        case: Case of the form, from a tagger.
        article: The word or words right before the name: ``"του"``, ``"στη"``,
            ``"ο πρωθυπουργός"``.
        evidence: Other forms of the name in the same article; a nominative among them wins over
            one that is computed.

    Returns:
        The name in the nominative; unchanged where it has no Greek letters or no cases.
    """
    return nominative(
        name, type=type, gender=gender, number=number, case=case, article=article, evidence=evidence
    ).text


def nominative(
    name: str,
    *,
    type: str | None = None,
    gender: Gender | None = None,
    number: Number | None = None,
    case: Case | None = None,
    article: str | None = None,
    evidence: Collection[str] = (),
) -> Nominative:
    """The nominative of a name, with gender, number and how it was found.

    Args and behaviour are those of `to_nominative`.
    """
    if not has_greek(name) or len(name) > _LONGEST:
        return Nominative(name, None, None, 1.0, False, "same")
    if called_by_genitive(article, words_of(name), type):
        text = as_it_stands(name, type=type)
        return Nominative(text, None, None, 1.0, text != name, "same")
    forms = tuple(sorted({form for form in evidence if form != name}))[:_MOST_EVIDENCE]
    cells = None
    if article:
        person = type == "PERSON" or (type is None and looks_like_person(words_of(name)))
        cells = read_context(article, person)
        if person and cells is not None:
            cells = of_one_person(cells)
    context = Context(cells, gender, number, case)
    if context.is_empty and not forms:
        return _settled(name, type)
    return _once(name, type, context, forms)


def as_it_stands(name: str, *, type: str | None = None) -> str:
    """A name in the case that it has, with its capitals and accents put right.

    For what is called by a genitive: οδός ΑΡΙΣΤΟΞΕΝΟΥ is Αριστοξένου.

    Args:
        name: The name as the text has it.
        type: Entity type; None where it is not known.
    """
    return Parts.of(name, type).joined({}, type)


def clear_caches() -> None:
    """Forget every name that was asked for."""
    _once.cache_clear()
    _settled.cache_clear()


@lru_cache(maxsize=8192)
def _settled(name: str, type: str | None) -> Nominative:
    """The nominative of a name of which nothing else is known, taken until nothing moves.

    So a name that is in the nominative already stays, whatever it was made from.
    """
    seen = [name]
    first = result = _once(name, type, Context(), ())
    while result.text not in seen:
        seen.append(result.text)
        result = _once(result.text, type, Context(), ())
    text = min(seen[seen.index(result.text) :])
    return Nominative(text, first.gender, first.number, first.score, text != name, first.how)


@lru_cache(maxsize=16384)
def _once(name: str, type: str | None, context: Context, evidence: tuple[str, ...]) -> Nominative:
    parts = Parts.of(name, type)
    words, separators = parts.words, parts.separators
    if type in _UNTOUCHED_TYPES and not (words and _agrees_with_article(words[0], context)):
        solved = _Solution({}, None, 1.0, "same")
    elif type == "PERSON" or (type is None and looks_like_person(tuple(words))):
        solved = _person(words, separators, context, evidence)
    else:
        solved = _counted(parts, type, context, evidence)
    text = parts.joined(solved.moved, type)
    if text != name and type not in ("PERSON", "NORP"):
        text = accented_as_listed(text, type)
    if type not in _OFTEN_SMALL and text.islower():
        # χρηματιστήριο αθηνών, in a text that somebody has put into small letters
        acronym = len(words) == 1 and is_small_acronym(text, type)
        text = text.upper() if acronym else spelling(text, type) or text
    cell = solved.cell
    return Nominative(
        text,
        cell.gender if cell else None,
        cell.number if cell else None,
        solved.score,
        text != name,
        solved.how if text != name else "same",
    )


def _counted(
    parts: Parts, type: str | None, context: Context, evidence: tuple[str, ...]
) -> _Solution:
    """A name that is no person's, with the ordinal that may open it: 11ου Φόρουμ, 11ο Φόρουμ."""
    cells = ordinal_cells(parts.separators[0]) if parts.separators else None
    if cells is None:
        return _other(parts.words, parts.separators, type, context, evidence)
    allowed = cells if context.cells is None else (cells & context.cells) or cells
    told = Context(allowed, context.gender, context.number, context.case)
    solved = _other(parts.words, parts.separators, type, told, evidence)
    if solved.cell is None or solved.cell not in cells:
        # The ordinal is the head: η 28η Οκτωβρίου.
        solved = _Solution({}, None, solved.score, "same")
        genders = {cell.gender for cell in cells}
        head = next(iter(cells)) if len(genders) == 1 else None
    else:
        head = solved.cell
    if head is not None:
        parts.separators[0] = nominative_ordinals(parts.separators[0], head.gender, head.number)
    return solved


def _agrees_with_article(word: str, context: Context) -> bool:
    """Whether the first word of a title stands in a case that the article before it has too.

    Of a word that no table knows a genitive alone tells that: της Καινής Διαθήκης.
    """
    if context.cells is None:
        return False
    if cells_of(word):
        return True
    return len(word) > _SHORTEST_GENITIVE and any(
        analysis.cell in context.cells
        and analysis.cell.case == "gen"
        and max(
            plausibility(analysis.nominative, analysis.cell.gender, analysis.cell.number, kind)
            for kind in ("noun", "adj")
        )
        > _LIKELY
        for analysis in analyse(word)
    )


@dataclass(frozen=True, slots=True)
class _Solution:
    moved: dict[int, str]
    cell: Cell | None
    score: float
    how: str


def _person(
    words: Sequence[str], separators: Sequence[str], context: Context, evidence: tuple[str, ...]
) -> _Solution:
    places = _declinable(words)
    if not places:
        return _Solution({}, None, 1.0, "same")
    chosen = [words[place] for place in places]
    support = _support(evidence, "PERSON", chosen)
    if len(words) > 1 and is_person_in_tables(" ".join(words)):
        for word in chosen:
            support[bare(word)] = support.get(bare(word), 0.0) + 1.5
    told = context
    if evidence and context.gender is None:
        told = Context(context.cells, _gender_told(evidence, chosen[-1]), None, context.case)
    joined = frozenset(
        number for number, place in enumerate(places[:-1]) if separators[place + 1] == "-"
    )
    found = solve_person(chosen, told, support, is_person_in_tables, joined)
    if not found:
        return _Solution({}, None, 1.0, "same")
    weight, cell, readings = found[0]
    texts = tuple(reading.nominative for reading in readings)
    # The best comes first, and so does the best of all that differ from it.
    rest = next(
        (w for w, _, others in found if tuple([other.nominative for other in others]) != texts),
        None,
    )
    how = _how([reading.how for reading in readings], texts, support)
    score = _share(weight, rest)
    return _Solution(dict(zip(places, texts, strict=True)), cell, score, how)


def _other(
    words: Sequence[str],
    separators: Sequence[str],
    type: str | None,
    context: Context,
    evidence: tuple[str, ...],
) -> _Solution:
    if not words:
        return _Solution({}, None, 1.0, "same")
    if len(words) == 1 and is_short_for_a_body(words[0], type):
        return _Solution({}, None, 0.99, "table")
    support = _support(evidence, type, words)
    whole = gender_in_tables(" ".join(words), type) if len(words) > 1 else None
    if whole is not None and whole[1] and not cells_of(words[0]):
        # A foreign name of several words, as it stands in a table: Λας Βέγκας.
        cell = Cell(whole[0], "sing", "nom") if whole[0] else None
        return _Solution({}, cell, 0.99, "same")
    readings = solve_phrase(words, separators, type, context, support)
    best = readings[0]
    rest = readings[1].weight if len(readings) > 1 else None
    how = _how([best.how], [text for _, text in best.words], support)
    return _Solution(dict(best.words), best.cell, _share(best.weight, rest), how)


def _support(evidence: tuple[str, ...], type: str | None, words: Sequence[str]) -> dict[str, float]:
    """What other forms of the name say for a nominative, by its bare letters."""
    support: dict[str, float] = {}
    for form in evidence:
        nominative_form = _settled(form, type)
        stands_there = {bare(word) for word in words_of(form)}
        for word in words_of(nominative_form.text):
            key = bare(word)
            weight = _STANDS_THERE if key in stands_there else _COMPUTED
            support[key] = max(support.get(key, 0.0), weight)
    return support


def _gender_told(evidence: tuple[str, ...], family: str) -> Gender | None:
    """The gender that the full names in the evidence have, where they agree."""
    genders = {
        _settled(form, "PERSON").gender
        for form in evidence
        if len(words_of(form)) > 1 or bare(form)[-1:] == "σ"
    } - {None}
    return genders.pop() if len(genders) == 1 else None


def _how(hows: Sequence[str], texts: Sequence[str], support: dict[str, float]) -> str:
    if any(support.get(bare(text), 0.0) >= _STANDS_THERE for text in texts):
        return "evidence"
    for how in ("rule", "table"):
        if how in hows:
            return how
    return "same"


def _share(weight: float, other: float | None) -> float:
    """What the best has of the sum of itself and the best of the other forms."""
    best_other = -30.0 if other is None else other
    return 1 / (1 + math.exp(max(-30.0, best_other - weight)))


def _declinable(words: Sequence[str]) -> list[int]:
    """Positions of the words of a person's name that may decline."""
    places: list[int] = []
    for position, word in enumerate(words):
        letters = bare(word)
        if position and is_article(word):
            break
        if len(letters) < 2 or word.endswith(".") or not has_greek(word):
            continue
        if is_shouted(word) and "." not in word:
            # What is still in capitals here is an acronym.
            continue
        if word[0].islower() and not cells_of(word):
            continue
        places.append(position)
    return places
