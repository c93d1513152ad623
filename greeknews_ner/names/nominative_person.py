"""The nominative of a person's name: its words agree, unless they are foreign or a woman's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product

from greeknews_ner.names.declension import Case, Cell, Gender, analyse
from greeknews_ner.names.declension_accent import accent_of, bare
from greeknews_ner.names.declension_words import irregular, known, plausibility
from greeknews_ner.names.letter_case import is_shouted, like
from greeknews_ner.names.nominative_context import Context
from greeknews_ner.names.nominative_greekness import greek_odds
from greeknews_ner.names.nominative_options import Option, log_sigmoid
from greeknews_ner.names.nominative_tables import is_womans_given_name

_CASE_PRIOR: dict[Case, float] = {"nom": 0.0, "gen": -0.7, "acc": -1.0, "voc": -5.0}
_GENDER_PRIOR: dict[Gender, float] = {"m": 0.0, "f": -1.1, "n": -9.0}
_ALONE_CASE_PRIOR: dict[Case, float] = {"nom": -0.3, "gen": -0.4, "acc": -0.8, "voc": -5.0}
_MIXED = -1.6
_IN_TABLES = 1.5
_VOWELS = frozenset("αεηιουω")
_FIXED_PREFIXES = ("παπα", "χατζη", "καρα")


@lru_cache(maxsize=8192)
def options(word: str, family: bool) -> tuple[Option, ...]:
    """How one word of a person's name may be read.

    Args:
        word: One word, accented where the text accents it.
        family: Whether it stands where a family name stands, at the end.
    """
    letters = bare(word)
    odds = _odds(word)
    found = [Option(word, log_sigmoid(-odds) - 0.05, how="same", foreign=True)]
    if letters[-1:] not in _VOWELS and letters[-1:] not in ("σ", "ν"):
        # No case form of a Greek name ends so: Ερντογάν, Μπλίνκεν, Ισαάκ.
        return (Option(word, 0.0, how="same"),)
    found += _irregular_options(word)
    found += _known_options(word)
    greek = log_sigmoid(odds)
    for analysis in analyse(word):
        cell = analysis.cell
        if cell.number != "sing" or cell.gender != "m" or "family" not in analysis.kinds:
            continue
        weight = greek + plausibility(analysis.nominative, "m", "sing", "family")
        if analysis.shifted and cell.case == "gen":
            weight += _shift_weight(analysis.nominative)
        elif cell.case == "gen" and letters.endswith("ου") and accent_of(word) == 2:
            weight += -0.4
        if cell.case == "voc":
            weight -= 1.0
        found.append(
            Option(analysis.nominative, weight, "m", "sing", cell.case, "rule", foreign=False)
        )
    if family and letters[-1:] in _VOWELS and letters[-1] != "ι":
        fixed = _fixed_family(letters)
        if letters.endswith("ου"):
            found.append(
                Option(word, greek + math.log(fixed), "m", "sing", None, "same", foreign=False)
            )
            # A woman's surname is her father's or husband's genitive; of two accents it has the
            # learned one, Παπαδοπούλου.
            late = 0.0 if accent_of(word) < 3 else -5.0
            found.append(Option(word, greek + late, "f", "sing", None, "same", foreign=False))
        elif letters[-1] in "ηαω" or letters.endswith("ου"):
            found.append(Option(word, greek - 0.1, "f", "sing", None, "same", foreign=False))
    if family and letters.endswith(("εωσ", "ουσ")):
        found.append(Option(word, greek - 0.2, None, "sing", None, "same", foreign=False))
    if not family and letters.endswith(("ασ", "ησ")):
        # Foreign women's given names take the Greek genitive: της Ούρσουλας, της Άνγκελας.
        weight = -0.1 if is_womans_given_name(word[:-1]) else -2.2
        found.append(Option(word[:-1], weight, "f", "sing", "gen", "rule"))
    return tuple(found)


def solve_person(
    words: Sequence[str],
    context: Context,
    support: dict[str, float] | None = None,
    in_tables: Callable[[str], bool] | None = None,
) -> list[tuple[float, Cell, tuple[Option, ...]]]:
    """Weigh every gender and case for the words of a person's name together.

    Args:
        words: The words that may decline, in order.
        context: What is known of the name's place in its sentence.
        support: Weight that evidence adds to a word's nominative.
        in_tables: Asks the name tables whether a nominative is somebody's family name.

    Returns:
        ``(weight, cell, chosen readings)``, the best first; the readings are one a word.
    """
    support = dict(support or {})
    alone = len(words) == 1
    prior = _ALONE_CASE_PRIOR if alone else _CASE_PRIOR
    readings = [options(word, index == len(words) - 1) for index, word in enumerate(words)]
    if in_tables is not None:
        for text in {option.nominative for option in readings[-1]}:
            if in_tables(text):
                support[bare(text)] = support.get(bare(text), 0.0) + _IN_TABLES
    found: list[tuple[float, Cell, tuple[Option, ...]]] = []
    genders: tuple[Gender, ...] = ("m", "f")
    for gender, case, foreign in product(genders, prior, (True, False, None)):
        cell = Cell(gender, "sing", case)
        weight = prior[case] + _GENDER_PRIOR[gender] + context.weight(cell)
        if foreign is None:
            if alone:
                continue
            weight += _MIXED
        chosen: list[Option] = []
        for each in readings:
            fitting = [
                option
                for option in each
                if option.fits(cell)
                and (foreign is None or option.foreign is None or option.foreign is foreign)
            ]
            if not fitting:
                break
            best = max(fitting, key=lambda o: o.weight + support.get(bare(o.nominative), 0.0))
            weight += best.weight + support.get(bare(best.nominative), 0.0)
            chosen.append(best)
        else:
            found.append((weight, cell, tuple(chosen)))
    found.sort(key=lambda each: -each[0])
    return found


def has_greek_surname_ending(word: str) -> bool:
    """Whether a word ends as only Greek surnames do, in any case: -όπουλος, -άκη, -ίδη."""
    return bare(word).endswith(_GREEK_ENDINGS)


def _odds(word: str) -> float:
    """Odds of the model, and of the endings that only Greek surnames have."""
    odds = greek_odds(word)
    letters = bare(word)
    if letters.endswith(_GREEK_ENDINGS):
        odds = max(odds, 0.0) + 4.0
    if letters[-1:] == "ι":
        odds -= 4.0
    return max(-6.0, min(6.0, odds))


_GREEK_ENDINGS = tuple(
    stem + ending
    for stem, endings in (
        ("οπουλ", ("οσ", "ου", "ο", "ε")),
        ("ακ", ("ησ", "η")),
        ("ιδ", ("ησ", "η", "ου")),
        ("αδ", ("ησ", "η", "ου")),
        ("ουδ", ("ησ", "η")),
        ("ελλ", ("ησ", "η")),
        ("ογλου", ("",)),
    )
    for ending in endings
    if stem != "ογλου"
)


def _irregular_options(word: str) -> list[Option]:
    return [
        Option(like(entry.nominative, word), 0.2, *entry.cell, "table")
        for entry in irregular(word)
        if not entry.types or "PERSON" in entry.types
    ]


def _known_options(word: str) -> list[Option]:
    found: list[Option] = []
    for analysis in analyse(word):
        cell = analysis.cell
        if cell.number != "sing" or cell.gender == "n":
            continue
        for entry in known(analysis.nominative):
            if entry.number != "sing" or entry.kind in ("place", "family"):
                continue
            gender: Gender | None = entry.gender
            if entry.kind == "noun" and entry.gender == "m":
                gender = None if bare(entry.text).endswith("οσ") else "m"
            if gender is not None and gender != cell.gender:
                continue
            weight = {"given": 0.6, "noun": -0.6, "adj": -1.0}[entry.kind]
            if cell.case == "voc":
                weight -= 0.5
            nominative = like(entry.text, word) if is_shouted(word) else analysis.nominative
            greek = False if entry.kind == "given" else None
            found.append(Option(nominative, weight, gender, "sing", cell.case, "table", greek))
            break
    if not found:
        # Given names that no paradigm has: Μιχαήλ, Γαβριήλ, Ελισάβετ.
        found += [
            Option(word, -0.05, entry.gender, "sing", None, "table")
            for entry in known(word)
            if entry.kind == "given"
        ]
    return found


def _shift_weight(nominative: str) -> float:
    """A learned genitive (Παπαδοπούλου of a man) is rarer than the spoken one."""
    if bare(nominative).endswith("οπουλοσ"):
        return -0.1
    if any(word.kind == "given" for word in known(nominative)):
        return -0.2
    return -1.2


def _fixed_family(letters: str) -> float:
    """How likely a form in -ου is a surname that a man keeps in all cases."""
    base = letters
    for prefix in _FIXED_PREFIXES:
        if letters.startswith(prefix) and len(letters) > len(prefix) + 4:
            base = letters[len(prefix) :]
    for candidate in (letters, base):
        if any(word.kind == "family" for word in known(candidate)):
            return 0.95
    if letters.endswith("εου"):
        return 0.9
    if letters.endswith("ιου"):
        return 0.6
    if letters.endswith("ογλου"):
        return 0.99
    return 0.04
