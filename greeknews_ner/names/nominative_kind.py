"""Whether a name of unknown type reads like a person's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from greeknews_ner.names.declension import analyse
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import irregular, known
from greeknews_ner.names.nominative_person import has_greek_surname_ending
from greeknews_ner.names.nominative_phrase import is_acronym
from greeknews_ner.names.nominative_tables import has_type

_OF_THINGS = ("ασ", "ιου", "ειου", "ων", "εωσ", "ματοσ", "ουσ", "ησ")
"""Endings of genitives that are rather a place's or a body's than a person's nominative."""


@lru_cache(maxsize=8192)
def looks_like_person(words: tuple[str, ...]) -> bool:
    """Whether a name of unknown type reads like a person's.

    Args:
        words: The words of the name as the text has them.
    """
    if not words or (len(words) == 1 and is_acronym(words[0])):
        return False
    kinds = _kinds(words[0])
    if "given" in kinds and not (kinds & {"noun", "place"} and len(words) == 1):
        return True
    if kinds - {"given"}:
        return False
    if has_greek_surname_ending(words[-1]):
        return True
    said = {has_type(word) for word in _candidates(words[0])} - {None}
    if said:
        return said == {"PERSON"}
    if len(words) == 1 and bare(words[0]).endswith(_OF_THINGS):
        return False
    return all(word[0].isupper() for word in words) and not _kinds(words[-1]) - {"given"}


def _kinds(word: str) -> set[str]:
    found = {"noun" for entry in irregular(word) if "PERSON" not in entry.types}
    found |= {"given" for entry in irregular(word) if "PERSON" in entry.types}
    for text in _candidates(word):
        found |= {entry.kind for entry in known(text)}
    found.discard("family")
    return found


def _candidates(word: str) -> Sequence[str]:
    return sorted({word, *(analysis.nominative for analysis in analyse(word))}, key=bare)
