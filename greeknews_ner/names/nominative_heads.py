"""How one word may be read: as the head of a name, or as an adjective before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from greeknews_ner.names.declension import Case, Cell, Gender, Number, analyse
from greeknews_ner.names.declension_accent import accent_of, bare
from greeknews_ner.names.declension_words import (
    irregular,
    is_compound_of_known,
    known,
    plausibility,
)
from greeknews_ner.names.letter_case import has_greek, is_shouted, like
from greeknews_ner.names.nominative_greekness import greek_odds
from greeknews_ner.names.nominative_options import Option
from greeknews_ner.names.nominative_person import fixed_family
from greeknews_ner.names.nominative_tables import gender_in_tables

_COMPOUND = -0.6
_FAR_FETCHED = -3.5
_RATHER_FOREIGN = -0.7
_LEARNED = frozenset({"learned"})
_AFTER_VOWEL = re.compile(r"[αεηιουω]οσ$")
_NOT_HERE = frozenset({"family", "given"})
_INVARIABLE = frozenset(
    {
        "ανω",
        "κατω",
        "εγγυσ",
        "πολυ",
        "σαν",
        "σαντα",
        "σεντ",
        "νιου",
        "πορτ",
        "ελ",
        "αλ",
        "λασ",
        "λοσ",
    }
    | {"λα", "λε"}
)
_SELDOM_PEOPLE = frozenset({("f", "plur"), ("n", "sing"), ("n", "plur")})
_WOMEN = ("ιδεσ", "ισσεσ", "τριεσ")
_PLACES = frozenset({"GPE", "LOC"})
_OBLIQUE = ("α", "η", "ο")
_FOREIGN_ENDINGS = ("ου", "ασ", "ησ", "ωσ", "εσ", "ουσ", "ων")


@lru_cache(maxsize=8192)
def noun_options(word: str, type: str | None) -> tuple[Option, ...]:
    """How a word may be read as the head of a name, by the word tables and its ending.

    Args:
        word: One word.
        type: Entity type of the name, or None.
    """
    found: list[Option] = []
    for entry in irregular(word):
        if not entry.types or (type in entry.types if type else "PERSON" not in entry.types):
            found.append(Option(like(entry.nominative, word), 0.5, *entry.cell, "table"))
    for analysis in analyse(word):
        cell = analysis.cell
        if analysis.kinds <= _NOT_HERE:
            continue
        if analysis.kinds == _LEARNED and cell.case == "gen" and _AFTER_VOWEL.search(bare(word)):
            # Ελλάδος has a consonant before its ending; Θηβαίος is a man of Thebes.
            continue
        weight = _noun_weight(analysis.nominative, cell, type, analysis.kinds)
        how = "rule"
        if weight is None:
            weight = plausibility(analysis.nominative, cell.gender, cell.number, "noun") - 0.8
            if is_compound_of_known(analysis.nominative, cell.gender, cell.number):
                weight = max(weight, _COMPOUND)
            if "adj" in analysis.kinds or "adj3" in analysis.kinds:
                weight -= 0.6 if type != "NORP" else 0.2
            if word.endswith("ιού") and analysis.nominative.endswith(("ι", "ί")):
                weight += 1.5
            if analysis.shifted and cell.case == "gen" and weight < _COMPOUND:
                weight -= 2.9 if cell.gender == "f" else 0.3 if _may_shift(word) else 0.9
        else:
            how = "table"
        found.append(Option(analysis.nominative, weight, cell.gender, cell.number, cell.case, how))
    if type in ("GPE", "LOC") and any(_is_known_as(option, {"place"}) for option in found):
        # Παγκρατίου is rather the quarter of Παγκράτι than somebody called Παγκράτιος.
        found = [
            replace(option, weight=option.weight - 0.8)
            if _is_known_as(option, {"given"})
            else option
            for option in found
        ]
    if type != "NORP" and any(_is_known_as(option, {"noun", "place"}) for option in found):
        # Of Μαυροβουνίου only the known nominative counts, whatever else would decline so.
        found = [
            replace(option, weight=option.weight - 1.0) if option.how == "rule" else option
            for option in found
        ]
    return _best(found)


def _may_shift(word: str) -> bool:
    """Whether a genitive may well come of a nominative with an earlier accent.

    Δημητρίου does, of Δημήτριο; those in -αίου seldom do: Νυμφαίο, Αιγαίο.
    """
    return word.endswith("ίου") and not word.endswith(("αίου", "οίου"))


def _is_known_as(option: Option, kinds: set[str]) -> bool:
    return option.how == "table" and any(
        (entry.gender, entry.number) == (option.gender, option.number)
        for entry in known(option.nominative)
        if entry.kind in kinds
    )


def _noun_weight(
    nominative: str, cell: Cell, type: str | None, kinds: frozenset[str]
) -> float | None:
    best: float | None = None
    for word in known(nominative):
        if word.gender != cell.gender or word.number != cell.number:
            continue
        if word.kind == "given" and "given" not in kinds:
            continue
        weight = {"noun": 0.0, "place": 0.0, "adj": -1.5, "given": -0.4}.get(word.kind, -9.0)
        if word.kind == "place" and type in (None, "GPE", "LOC", "FAC"):
            weight += 0.2
        if word.kind == "adj" and type == "NORP":
            weight += 1.0
        if best is None or weight > best:
            best = weight
    return best


@lru_cache(maxsize=8192)
def adjective_options(word: str) -> tuple[Option, ...]:
    """How a word may be read as an adjective before the head."""
    if bare(word) in _INVARIABLE:
        return (Option(word, 0.0, how="same"),)
    if is_shouted(word):
        return ()
    found: list[Option] = []
    for analysis in analyse(word):
        if not analysis.kinds & {"adj", "adj3"}:
            continue
        cell = analysis.cell
        weight = plausibility(analysis.nominative, cell.gender, cell.number, "adj") - 0.5
        how = "rule"
        entries = [
            entry
            for entry in known(analysis.nominative)
            if entry.gender == cell.gender and entry.number == cell.number
        ]
        if any(entry.kind == "adj" for entry in entries):
            weight, how = 0.0, "table"
        elif "adj3" in analysis.kinds and not word.endswith("ούς"):
            continue
        if any(entry.kind == "noun" for entry in entries):
            weight -= 0.2
        found.append(Option(analysis.nominative, weight, cell.gender, cell.number, cell.case, how))
    return _best(found)


def head_options(
    word: str,
    type: str | None,
    support: dict[str, float],
    *,
    masculine: bool = False,
    feminine: bool = False,
) -> Sequence[Option]:
    """The readings of a head, weighed by the name tables and the evidence too.

    Args:
        word: One word.
        type: Entity type of the name, or None.
        support: Weight that evidence adds to a word's nominative.
        masculine: Whether the article allows a masculine alone.
        feminine: Whether the article allows a feminine alone.
    """
    same, *declined = found = _head_options(word, type, masculine, feminine)
    if not support:
        return found
    return [same, *(_supported(option, support) for option in declined)]


def _supported(option: Option, support: dict[str, float]) -> Option:
    added = support.get(bare(option.nominative))
    return option if added is None else replace(option, weight=option.weight + added)


@lru_cache(maxsize=8192)
def _head_options(
    word: str, type: str | None, masculine: bool, feminine: bool
) -> tuple[Option, ...]:
    """The readings of a head by itself; the first is that it does not decline."""
    if is_shouted(word):
        # What is still in capitals here is an acronym.
        return (Option(word, 0.0, how="same"),)
    found: list[Option] = []
    own = gender_in_tables(word, type)
    letters = bare(word)
    same = -3.4
    if own is not None and own[1]:
        same = -0.1
        if any(
            o.how == "table" and bare(o.nominative) != letters for o in noun_options(word, type)
        ):
            same = -1.0
    elif not has_greek(word) or not noun_options(word, type) or is_acronym(word):
        same = 0.0
    elif letters.endswith("ου") and fixed_family(word) > 0.8:
        # A body called after somebody: Παπαγεωργίου.
        same = -0.5
    elif letters.endswith("ου") and accent_of(word) == 1 and greek_odds(word) < _RATHER_FOREIGN:
        # Νταεγκού, Ουαγκαντουγκού: places far away that end as Greek genitives do.
        same = -1.2
    elif type in _PLACES and (masculine or (feminine and letters.endswith("ο"))):
        # στον Λαϊλιά, την Άνυδρο: places that do not decline are rather neuter.
        same = -2.4 if not letters.endswith(_OBLIQUE) else -3.0 if masculine else -3.6
    elif not letters.endswith(_FOREIGN_ENDINGS):
        same = -2.4 if masculine else -1.8
    elif feminine and type in ("FAC", "LOC"):
        # Streets are called by a genitive: η Ομήρου, στην Πανεπιστημίου.
        same = -2.0
    if letters in _INVARIABLE:
        same -= 2.0
    gender = own[0] if own else None
    if gender is None:
        # Το Φόρουμ, η Μπιενάλε: nouns that do not decline have a gender all the same.
        genders = {entry.gender for entry in known(word) if entry.kind == "noun"}
        gender = genders.pop() if len(genders) == 1 else None
    found.append(Option(word, same, gender, None, None, "same" if own is None else "table"))
    for option in noun_options(word, type):
        weight = option.weight
        is_settled = option.how == "table" and type != "NORP"
        if not is_settled and bare(option.nominative) != letters and weight > -6.0:
            weight = _looked_up(option, gender_in_tables(option.nominative, type))
        if type == "NORP":
            weight += _as_people(option)
        found.append(
            Option(option.nominative, weight, option.gender, option.number, option.case, option.how)
        )
    return tuple(found)


def _as_people(option: Option) -> float:
    """How much a reading loses where the name is a people's: of women only Ελληνίδες is one."""
    ending = bare(option.nominative)
    if (option.gender, option.number) == ("f", "plur") and ending.endswith(_WOMEN):
        return 0.0
    if ending.endswith("ιδοι"):
        return -2.0
    return -1.5 if (option.gender, option.number) in _SELDOM_PEOPLE else 0.0


def _looked_up(option: Option, entry: tuple[Gender | None, bool] | None) -> float:
    """An option's weight when the name tables have been asked for its nominative.

    What the ending said keeps a say: of Βοσνία and Βόσνια, both in tables, Βοσνίας is rather the
    first one's genitive.
    """
    if entry is None:
        return option.weight
    gender, exact = entry
    if gender is not None and gender != option.gender:
        return option.weight - 1.0
    best = (0.1 if exact else -0.6) + (0.2 if gender else -0.4)
    if option.weight < _FAR_FETCHED:
        # Of Ελένη and the town of Έλενα, Ελένης is rather the first one's genitive.
        best -= 0.8
    return max(option.weight, best) + 0.2 * min(option.weight, 0.0)


def is_acronym(word: str) -> bool:
    """Whether a word looks like an acronym: capitals, with points or short or without vowels."""
    return is_shouted(word) and ("." in word or len(word) <= 5)


def _best(options: list[Option]) -> tuple[Option, ...]:
    """One option for each nominative and cell, the likeliest."""
    found: dict[tuple[str, Gender | None, Number | None, Case | None], Option] = {}
    for option in options:
        key = (option.nominative, option.gender, option.number, option.case)
        if key not in found or found[key].weight < option.weight:
            found[key] = option
    return tuple(found.values())
