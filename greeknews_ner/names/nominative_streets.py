"""Streets, which keep the genitive of whom they are called after: στην οδό Αριστοξένου."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from greeknews_ner.names.declension import Case, Gender, analyse
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import known
from greeknews_ner.names.nominative_context import read_context

_WORD = re.compile(r"[^\W\d_]+\.?")
_STREETS = frozenset(
    {"οδοσ", "οδου", "οδο", "οδον", "οδοι", "οδων", "οδουσ", "παροδοσ", "παροδου", "παροδο"}
    | {"λεωφοροσ", "λεωφορου", "λεωφορο", "λεωφορων", "λεωφορουσ", "λεωφ.", "λεωφ"}
)
_SAINTS = frozenset({"αγιοσ", "αγια", "οσιοσ", "οσια"})
_BETWEEN_TOWNS = ("εθνικ", "επαρχιακ")
_SQUARES = frozenset({"πλατεια", "πλατειασ", "πλατειεσ", "πλατειων", "πλ."})
_NEVER = frozenset({"NORP", "LANGUAGE", "LAW", "WORK_OF_ART"})


def called_by_genitive(before: str | None, words: Sequence[str], type: str | None) -> bool:
    """Whether the words before a name make it a street's, which does not go into the nominative.

    Either a word for a street or square stands there, or an article of the feminine before a
    man's name in the genitive, «της Χαριλάου Τρικούπη», or before a genitive that does not agree
    with it, «στην Ακαδημίας».

    Args:
        before: The words right before the name.
        words: The words of the name.
        type: Entity type, or None.
    """
    if not before or not words or type in _NEVER:
        return False
    said = _WORD.findall(before)
    last = bare(said[-1]) if said else ""
    if last in _STREETS:
        # The national road of Athens and Lamia leads there.
        return not (len(said) > 1 and bare(said[-2]).startswith(_BETWEEN_TOWNS))
    if last in _SQUARES:
        return not _has_own_nominative(words[0])
    cells = read_context(before, person=False)
    if not cells or any((cell.gender, cell.number) != ("f", "sing") for cell in cells):
        return False
    return is_genitive_of_man(words) or (
        all(cell.case != "gen" for cell in cells) and _is_genitive(words[0])
    )


def is_street(word: str) -> bool:
    """Whether a word is a form of «οδός» or «λεωφόρος».

    Args:
        word: One word.
    """
    return bare(word) in _STREETS


def is_genitive_of_man(words: Sequence[str]) -> bool:
    """Whether a name begins with the genitive of a man's given name, or of Άγιος.

    Args:
        words: The words of the name.
    """
    if _cases(words[0], "f") or (len(words) > 1 and _cases(words[-1], "f")):
        return False
    return "gen" in _cases(words[0], "m") or (len(words) > 1 and _is_man_in_all_cases(words[0]))


def _is_man_in_all_cases(word: str) -> bool:
    """Whether a word is a man's given name that does not decline: Μιχαήλ."""
    entries = known(word)
    return not analyse(word) and any((e.kind, e.gender) == ("given", "m") for e in entries)


def _is_genitive(word: str) -> bool:
    """Whether a form is a genitive and cannot be what stands behind «στην»: Ακαδημίας, Σπετσών."""
    cells = {analysis.cell for analysis in analyse(word)}
    fits = any((cell.gender, cell.number) == ("f", "sing") for cell in cells if cell.case != "gen")
    return not fits and any(cell.case == "gen" for cell in cells)


@lru_cache(maxsize=4096)
def _cases(word: str, gender: Gender) -> frozenset[Case]:
    """The cases in which a word is a known given name of this gender, or Άγιος."""
    return frozenset(
        analysis.cell.case
        for analysis in analyse(word)
        if (analysis.cell.gender, analysis.cell.number) == (gender, "sing")
        and not (gender == "f" and bare(word).endswith("ου"))
        for entry in known(analysis.nominative)
        if entry.gender == gender and (entry.kind == "given" or bare(entry.text) in _SAINTS)
    )


def _has_own_nominative(word: str) -> bool:
    """Whether a square is known by a nominative as well: Συντάγματος, Ομονοίας."""
    return any(
        entry.kind in ("noun", "place")
        for analysis in analyse(word)
        if analysis.cell.case != "nom"
        for entry in known(analysis.nominative)
        if (entry.gender, entry.number) == (analysis.cell.gender, analysis.cell.number)
    )
