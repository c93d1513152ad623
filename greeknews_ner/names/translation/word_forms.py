"""Which nominatives a form of the vocabulary may have.

Accents are folded away, so that what is left of declension is endings. That yields too many
nominatives for a form; the vocabulary tells which of them are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# Κρίσεων, πόλεων, δυνάμεων, but επιτροπών.
_IN_EOS = ("ση", "ξη", "ψη", "λη", "μη", "στη")
_LEARNED = ("ησ", "εσ", "ων", "εωσ", "εισ", "εων")
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("μα", ("μα", "ματοσ", "ματα", "ματων")),
    ("εασ", ("εασ", "εα", "εωσ", "εισ", "εων")),
    ("ον", ("ον", "οντοσ", "οντα", "οντων")),
    ("οσ", ("οσ", "ου", "ο", "ε", "οι", "ων", "ουσ")),
    ("ασ", ("ασ", "α", "εσ", "ων", "αδεσ", "αδων")),
    ("ησ", ("ησ", "η", "εσ", "ων", "ουσ", "εισ")),
    ("οι", ("οι", "ων", "ουσ")),
    ("εσ", ("εσ", "ων")),
    ("εισ", ("εισ", "εων")),
    *((ending, (ending, *(ending[:-1] + each for each in _LEARNED))) for ending in _IN_EOS),
    ("η", ("η", "ησ", "εσ", "ων")),
    ("α", ("α", "ασ", "εσ", "ων")),
    ("ο", ("ο", "ου", "α", "ων")),
    ("ι", ("ι", "ιου", "ια", "ιων")),
)
_ADJECTIVE = ("οσ", "ου", "ο", "ε", "οι", "ων", "ουσ", "η", "ησ", "εσ", "α", "ασ")
_ADJECTIVE_IN_ES = ("ησ", "ουσ", "η", "εσ", "εισ", "ων")
_PLURAL = ("ων", "οι", "εισ", "εσ")


def _by_form(
    endings: Iterable[tuple[str, tuple[str, ...]]],
) -> dict[str, tuple[str, ...]]:
    """Nominative endings by the ending of the form."""
    nominatives: dict[str, list[str]] = {}
    for nominative, forms in endings:
        for form in forms:
            nominatives.setdefault(form, []).append(nominative)
    return {form: tuple(found) for form, found in nominatives.items()}


_NOUNS = _by_form(_ENDINGS)
_ADJECTIVES = _by_form((("οσ", _ADJECTIVE), ("ασ", _ADJECTIVE), ("ησ", _ADJECTIVE_IN_ES)))
_LONGEST = 5
_ACCENTED = re.compile("[άέήίόύώΐΰΆΈΉΊΌΎΏ]")
_LAST_ACCENTED = re.compile("[άέήίόύώΐΰ][^αεηιουωϊϋάέήίόύώΐΰ]*$")


@lru_cache(maxsize=16384)
def noun_nominatives(form: str) -> tuple[str, ...]:
    """Every nominative, singular or plural, that a folded form may belong to; itself first."""
    return _nominatives(form, _NOUNS)


@lru_cache(maxsize=16384)
def adjective_nominatives(form: str) -> tuple[str, ...]:
    """Every masculine nominative that a folded form of an adjective may belong to."""
    return _nominatives(form, _ADJECTIVES)


def _nominatives(form: str, endings: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = [form]
    for size in range(min(_LONGEST, len(form) - 1), 0, -1):
        found += [form[:-size] + ending for ending in endings.get(form[-size:], ())]
    return tuple(dict.fromkeys(found))


def is_oxytone(word: str) -> bool:
    """Whether the accent of a word is on its last syllable."""
    return _LAST_ACCENTED.search(word) is not None


def may_be_accented(form: str, *, is_oxytone: bool) -> bool:
    """Whether a form may belong to a nominative that is accented on its last syllable, or not.

    Args:
        form: As it is written; without an accent it may belong to either.
        is_oxytone: Whether the nominative is accented so.
    """
    if not _ACCENTED.search(form):
        return True
    last = _LAST_ACCENTED.search(form) is not None
    # Θαλασσών, σπιτιού and φορείς move the accent; nothing moves it away from the end.
    return last == is_oxytone or (last and form.endswith(("ών", "ιού", "είς")))


def is_plural(word: str, nominative: str) -> bool:
    """Whether a form is in the plural.

    Args:
        word: The form, folded.
        nominative: The singular, folded; or the plural of a word that has no other.
    """
    if word == nominative:
        return False
    if word.endswith(_PLURAL):
        return True
    if word.endswith("ματα"):
        return nominative.endswith("μα")
    if word.endswith("η"):
        return nominative.endswith("οσ")
    return word.endswith("α") and not nominative.endswith(("α", "ασ"))
