"""The nominative of a person's name: its words agree, unless they are foreign or a woman's."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from greeknews_ner.names.declension import Case, Cell, Gender, analyse
from greeknews_ner.names.declension_accent import accent_of, bare, nuclei
from greeknews_ner.names.declension_words import irregular, known, plausibility
from greeknews_ner.names.letter_case import like
from greeknews_ner.names.nominative_agreeing import (
    CELLS,
    FOREIGN,
    GREEK,
    MIXED,
    Best,
    best_readings,
)
from greeknews_ner.names.nominative_context import Context, cell_weights
from greeknews_ner.names.nominative_greekness import greek_odds
from greeknews_ner.names.nominative_options import Option, log_sigmoid
from greeknews_ner.names.nominative_tables import is_womans_given_name

_CASE_PRIOR: dict[Case, float] = {"nom": 0.0, "gen": -0.7, "acc": -1.0, "voc": -5.0}
_GENDER_PRIOR: dict[Gender, float] = {"m": 0.0, "f": -1.1, "n": -9.0}
_ALONE_CASE_PRIOR: dict[Case, float] = {"nom": -0.3, "gen": -0.4, "acc": -0.8, "voc": -5.0}
_MIXED = -2.2
_CONFIDENCE = 0.7
_SUREST = 4.0
_IN_TABLES = 3.0
_VOWELS = frozenset("αεηιουω")
_IN_GREEK_DRESS = -0.3
_WOMAN_ALONE = -1.2
_SLIP = -4.0
_RATHER_A_MAN = -3.2
_UNDECLINED = -4.0
_OBLIQUE: tuple[Case, ...] = ("gen", "acc")
_OF_A_WOMAN = frozenset({Cell("f", "sing", "gen")})
# Behind two consonants or -ιν-; Λίβιου is Romanian and Τακέρου Japanese as they stand.
_HELLENISED = re.compile("(?:[λρν][βγδζθκμνξπστφχψ]|ίν|ήν)ου$")
_FIXED_PREFIXES = ("παπα", "χατζη", "καρα")


Role = Literal["given", "family", "alone"]
"""Where a word stands: before the last, last, or as the only one beside titles."""


@lru_cache(maxsize=8192)
def options(word: str, role: Role, boost: float = 0.0, first: bool = True) -> tuple[Option, ...]:
    """How one word of a person's name may be read.

    Args:
        word: One word, accented where the text accents it.
        role: Where in the name it stands.
        boost: What the other words of the name add to the log-odds of its being Greek.
        first: Whether the name begins with it.
    """
    letters = bare(word)
    tabled = _irregular_options(word) + _known_options(word, role)
    if letters[-1:] not in _VOWELS and letters[-1:] not in ("σ", "ν"):
        # No case form of a Greek name ends so: Ερντογάν, Μπλίνκεν, Ισαάκ.
        return tuple(tabled) or (Option(word, 0.0, how="same"),)
    odds = max(-6.0, min(6.0, _odds(word) + boost))
    same = log_sigmoid(-odds) - 0.05
    rule_penalty = 0.0
    given = [option for option in tabled if option.foreign is False]
    if given and role != "family":
        rule_penalty = -3.0 if role == "given" else -1.0
        if all(option.nominative != word for option in given):
            # Beside a foreign family name it is likelier a foreign name after all.
            penalty = _oblique_given(given, letters)
            same += penalty * (0.5 if boost <= -1.5 and penalty > -3.0 else 1.0)
    elif role == "given":
        rule_penalty = {"α": -2.5, "η": -1.0}.get(letters[-1], -0.7)
    if len(nuclei(word)) < 2:
        rule_penalty -= 4.0
    found = [Option(word, same, how="same", foreign=True), *tabled]
    if role == "given" and letters[-1] in "ηα":
        # η Ντένη, though Ντένης is a man's name
        # Of names with the last syllable accented that nothing knows, more are women's: Βιβή.
        weight = -0.7 if accent_of(word) == 1 and not tabled else -1.5
        if _is_form_of_man(given) and not is_womans_given_name(word):
            weight = _RATHER_A_MAN
        found.append(Option(word, weight, "f", "sing", None, "same", foreign=False))
    elif role == "given" and word.endswith("ώ") and not tabled:
        # Δηώ, Ραλλώ: no man's given name ends so.
        found.append(Option(word, 0.3, "f", "sing", None, "same", foreign=False))
    elif role == "given" and _HELLENISED.search(word) and not tabled:
        # του Αδόλφου Χίτλερ, του Φραγκλίνου Ρούζβελτ: foreign given names in Greek dress decline.
        found += [
            Option(a.nominative, _IN_GREEK_DRESS, "m", "sing", "gen", "rule")
            for a in analyse(word)
            if a.cell == ("m", "sing", "gen") and a.nominative.endswith("ος") and "given" in a.kinds
        ]
    elif role == "given" and word.endswith("ώς") and not tabled:
        found.append(Option(word[:-1], 0.3, "f", "sing", "gen", "rule", foreign=False))
    if role == "given" and _is_form_of_man(given):
        # ο Γιάννη Βρούτσης: a slip, but nobody's name
        found += [
            Option(option.nominative, _SLIP, "m", "sing", "nom", "table", foreign=False)
            for option in given
            if option.case in ("gen", "acc") and option.nominative != word
        ]
    found += _family_options(word, letters, log_sigmoid(odds) + rule_penalty)
    if role != "given":
        found += _same_in_all_cases(word, letters, log_sigmoid(odds) + rule_penalty)
    elif first and letters.endswith(("ασ", "ησ")) and not tabled:
        # Foreign women's given names take the Greek genitive: της Ούρσουλας, της Άνγκελας.
        if is_womans_given_name(word[:-1]):
            weight = 2.8
        else:
            # Of men's names Νικολάς, Τομάς end so with the accent last; of women's hardly one.
            weight = 2.2 if letters[-2] == "α" and accent_of(word) != 1 else -1.5
        found.append(Option(word[:-1], weight, "f", "sing", "gen", "rule"))
    return tuple(found)


def _is_form_of_man(given: Sequence[Option]) -> bool:
    """Whether the word tables know a given name in some case, and as men's alone."""
    return bool(given) and all(option.gender == "m" for option in given)


def _oblique_given(given: Sequence[Option], letters: str) -> float:
    """How unlikely it is that a form of a Greek given name is a foreign name instead."""
    if any(option.gender == "f" for option in given):
        return -4.0
    return {"ο": -0.8, "υ": -2.5}.get(letters[-1], -2.0)


def _family_options(word: str, letters: str, greek: float) -> list[Option]:
    """Readings as a man's Greek surname that declines."""
    found: list[Option] = []
    for analysis in analyse(word):
        cell = analysis.cell
        if cell.number != "sing" or cell.gender != "m" or "family" not in analysis.kinds:
            continue
        weight = greek + plausibility(analysis.nominative, "m", "sing", "family")
        if letters.endswith("ου") and fixed_family(word) > 0.9:
            weight -= 1.5
        if analysis.shifted and cell.case == "gen":
            weight += _shift_weight(analysis.nominative)
        elif cell.case == "gen" and letters.endswith("ου") and accent_of(word) == 2:
            weight += -0.4
        if cell.case == "voc":
            weight -= 1.0
        found.append(
            Option(analysis.nominative, weight, "m", "sing", cell.case, "rule", foreign=False)
        )
    return found


def _same_in_all_cases(word: str, letters: str, greek: float) -> list[Option]:
    """Readings as a Greek surname that keeps its form: a woman's, or an old genitive."""
    found: list[Option] = []
    if letters.endswith("ου"):
        fixed = greek + math.log(fixed_family(word))
        found.append(Option(word, fixed, "m", "sing", None, "same", foreign=False))
        # A woman's surname is her father's or husband's genitive; of two accents it has the
        # learned one, Παπαδοπούλου.
        late = 0.0 if accent_of(word) < 3 or letters.endswith("ογλου") else -5.0
        found.append(Option(word, greek + late, "f", "sing", None, "same", foreign=False))
    elif letters[-1] in "ηαω":
        found.append(Option(word, greek - 0.1, "f", "sing", None, "same", foreign=False))
    elif letters.endswith(("ασ", "ησ", "οσ")):
        # A few women bear the masculine nominative: Μαρία Κάλλας.
        found.append(Option(word, greek - 1.5, "f", "sing", None, "same", foreign=False))
        # του Φώτη Ντούλος: who was born abroad may bear it undeclined.
        found += [
            Option(word, greek + _UNDECLINED, "m", "sing", case, "same", foreign=False)
            for case in _OBLIQUE
        ]
    if letters.endswith(("εωσ", "ουσ")):
        found.append(Option(word, greek - 0.2, None, "sing", None, "same", foreign=False))
    return found


def solve_person(
    words: Sequence[str],
    context: Context,
    support: dict[str, float] | None = None,
    in_tables: Callable[[str], bool] | None = None,
    joined: frozenset[int] = frozenset(),
) -> list[tuple[float, Cell, tuple[Option, ...]]]:
    """Weigh every gender and case for the words of a person's name together.

    Args:
        words: The words that may decline, in order.
        context: What is known of the name's place in its sentence.
        support: Weight that evidence adds to a word's nominative.
        in_tables: Asks the name tables whether a nominative is somebody's family name.
        joined: Which words a hyphen joins to the next.

    Returns:
        ``(weight, cell, chosen readings)``, the best first; the readings are one a word.
    """
    support = dict(support or {})
    roles = _roles(words, joined)
    alone = "given" not in roles
    prior = _ALONE_CASE_PRIOR if alone else _CASE_PRIOR
    asked = [
        (word, role, _boost(words, index), index == 0)
        for index, (word, role) in enumerate(zip(words, roles, strict=True))
    ]
    readings = [options(*each) for each in asked]
    is_woman = len(words) == 1 and context.cells == _OF_A_WOMAN and bare(words[0]).endswith("ασ")
    if is_woman:
        # της Τζωρτζίνας: women of the news are called by the given name alone too.
        readings[0] += (Option(words[0][:-1], _WOMAN_ALONE, "f", "sing", "gen", "rule"),)
    if in_tables is not None:
        family = roles.index("family") if "family" in roles else -1
        for text in {option.nominative for option in readings[family]}:
            is_given = alone and bare(text) == bare(words[family])
            if in_tables(text) or (is_given and any(e.kind == "given" for e in known(text))):
                support[bare(text)] = support.get(bare(text), 0.0) + _IN_TABLES
    bests = [
        best_readings([(option, option.weight + _supported(option, support)) for option in each])
        if is_woman or any(_supported(option, support) for option in each)
        else _best_unsupported(*key)
        for each, key in zip(readings, asked, strict=True)
    ]
    weights = cell_weights(context)
    found: list[tuple[float, Cell, tuple[Option, ...]]] = []
    origins = (FOREIGN, GREEK) if len(words) == 1 else (FOREIGN, GREEK, MIXED)
    for cell in CELLS:
        weight = prior[cell.case] + _GENDER_PRIOR[cell.gender] + weights[cell]
        rows = [best[cell] for best in bests]
        for origin in origins:
            chosen = [pair for row in rows if (pair := row[origin]) is not None]
            if len(chosen) == len(rows):
                total = weight + sum([pair[1] for pair in chosen])
                total += _MIXED if origin == MIXED else 0.0
                found.append((total, cell, tuple([option for option, _ in chosen])))
    found.sort(key=lambda each: -each[0])
    return found


@lru_cache(maxsize=2048)
def _best_unsupported(word: str, role: Role, boost: float, first: bool) -> Best:
    """The best readings of a word by itself; most given names have no other."""
    return best_readings([(option, option.weight) for option in options(word, role, boost, first)])


def _supported(option: Option, support: dict[str, float]) -> float:
    """What evidence and tables add to a reading."""
    if not support:
        return 0.0
    letters = bare(option.nominative)
    if option.foreign and support.get(letters + "σ", 0.0) >= _IN_TABLES:
        # Χριστόφια is listed as a woman's name beside Χριστόφιας, not as a foreign one.
        return 0.0
    return support.get(letters, 0.0)


def _roles(words: Sequence[str], joined: frozenset[int]) -> list[Role]:
    """The last word is the family name, with what a hyphen joins to it.

    Where only titles stand before it, it may be a given name too: Πάπας Φραγκίσκος.
    """
    roles: list[Role] = ["given"] * len(words)
    titles = all(_is_title(word) for word in words[:-1])
    roles[-1] = "alone" if titles else "family"
    if titles:
        roles[:-1] = ["alone"] * (len(words) - 1)
    if len(words) == 2 and not titles and _is_reversed(words[0], words[1]):
        return ["family", "given"]
    if len(joined) == len(words) - 1:
        return ["alone"] * len(words)
    for index in range(len(words) - 2, 0, -1):
        if index not in joined:
            break
        roles[index] = roles[index + 1]
    return roles


def _is_reversed(first: str, last: str) -> bool:
    """Whether the family name stands first, as in lists: Παπαδοπούλου Ιωάννα."""
    if not has_greek_surname_ending(first) or is_given_name(first):
        return False
    return any(word.kind == "given" for word in known(last)) or is_given_name(last)


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Whether a word is a Greek given name in some case."""
    return any(
        entry.kind == "given" for analysis in analyse(word) for entry in known(analysis.nominative)
    )


@lru_cache(maxsize=4096)
def _is_title(word: str) -> bool:
    kinds = {entry.kind for analysis in analyse(word) for entry in known(analysis.nominative)}
    return bool(kinds & {"noun", "adj"}) and "given" not in kinds


@lru_cache(maxsize=8192)
def _origin(word: str) -> float:
    """What a word tells of the origin of the words beside it: log-odds of Greek."""
    letters = bare(word)
    kinds = {
        entry.kind
        for analysis in analyse(word)
        for entry in known(analysis.nominative)
        if analysis.cell.number == "sing"
    }
    if "given" in kinds:
        return 0.5 if letters[-1:] == "ο" else 3.0
    if letters.endswith(_GREEK_ENDINGS):
        return 1.0
    if letters[-1:] not in _VOWELS and letters[-1:] not in ("σ", "ν"):
        return 0.0 if known(word) else -2.0
    if letters[-1:] == "ι":
        return -2.0
    return max(-1.0, min(0.5, greek_odds(word) / 4))


def _boost(words: Sequence[str], index: int) -> float:
    if len(words) == 1:
        return 0.0
    others = [_origin(word) for position, word in enumerate(words) if position != index]
    return sum(others) / len(others)


def has_greek_surname_ending(word: str) -> bool:
    """Whether a word ends as only Greek surnames do, in any case: -όπουλος, -άκη, -ίδη."""
    return bare(word).endswith(_GREEK_ENDINGS)


def _odds(word: str) -> float:
    """Odds of the model, and of the endings that only Greek surnames have."""
    odds = max(-_SUREST, min(_SUREST, _CONFIDENCE * greek_odds(word)))
    letters = bare(word)
    if letters.endswith(_GREEK_ENDINGS):
        odds = max(odds, 0.0) + 4.0
    if letters[-1:] == "ι":
        odds -= 4.0
    elif letters[-1:] == "η":
        # Foreign names are written with ι.
        odds += 1.5
    return odds


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


def _known_options(word: str, role: Role) -> list[Option]:
    found: list[Option] = []
    for analysis in analyse(word):
        cell = analysis.cell
        if cell.number != "sing" or cell.gender == "n":
            continue
        entries = [
            entry
            for entry in known(analysis.nominative)
            if entry.number == "sing"
            and entry.kind in _WEIGHTS[role]
            and (entry.kind != "given" or "given" in analysis.kinds)
        ]
        for entry in sorted(entries, key=lambda each: -_WEIGHTS[role][each.kind]):
            gender: Gender | None = entry.gender
            if entry.kind == "noun" and entry.gender == "m":
                # η πρόεδρος, η υπουργός
                gender = None if bare(entry.text).endswith("οσ") else "m"
            if gender is not None and gender != cell.gender:
                continue
            weight = _WEIGHTS[role][entry.kind] - (0.5 if cell.case == "voc" else 0.0)
            if bare(analysis.nominative).endswith("ων"):
                # Of Ιάσονα both Ιάσων and Ιάσονας may be the nominative; papers write the latter.
                weight -= 0.1
            if role == "alone" and analysis.shifted and fixed_family(word) > 0.9:
                # Of the two, the learned genitive is rather a surname: του Νεοφύτου.
                weight -= 1.6
            greek = False if entry.kind == "given" else None
            found.append(
                Option(analysis.nominative, weight, gender, "sing", cell.case, "table", greek)
            )
            break
    # Given names that do not decline: Μιχαήλ, Ελισάβετ; and foreign ones: Τόμας.
    found += [
        Option(word, 0.6, entry.gender, "sing", None, "table", True if foreign else None)
        for entry in known(word)
        if (foreign := entry.kind == "foreign") or (entry.kind == "given" and not found)
    ]
    return found


_WEIGHTS: dict[str, dict[str, float]] = {
    "given": {"given": 0.6, "noun": -0.6, "adj": -1.0},
    "family": {"given": -1.3, "noun": -2.0, "adj": -2.5},
    "alone": {"given": 0.6, "noun": -0.6, "adj": -1.0},
}


def _shift_weight(nominative: str) -> float:
    """A learned genitive (Παπαδοπούλου of a man) is rarer than the spoken one."""
    if bare(nominative).endswith("οπουλοσ"):
        return -1.2
    if any(word.kind == "given" for word in known(nominative)):
        return -0.2
    return -1.2


def fixed_family(word: str) -> float:
    """How likely a form in -ου is a surname that a man keeps in all cases."""
    letters = bare(word)
    if letters.endswith("ογλου"):
        return 0.99
    if accent_of(word) == 3:
        # Such surnames are learned genitives and have their accent.
        return 0.02
    bases = [word]
    for prefix in _FIXED_PREFIXES:
        if letters.startswith(prefix) and len(letters) > len(prefix) + 4:
            bases.append(word[len(prefix) :])
    if any(entry.kind == "family" for base in bases for entry in known(base)):
        return 0.95
    if letters.endswith("εου"):
        return 0.9
    if letters.endswith("ιου"):
        return 0.6
    return 0.04
