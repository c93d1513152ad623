"""What the name tables alone would call a span."""

from __future__ import annotations

import unicodedata

from spacy.tokens import Span

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Entry, default_lexicon
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.types import PLACE_TYPES

_PARTS_OF_PERSONS = frozenset({"given", "family"})
_PLACES_AND_PEOPLES = PLACE_TYPES | {"NORP"}


def only_meaning(span: Span) -> str | None:
    """The one entity type that the tables know for a name.

    A word that is somebody's given or family name as well (Μαρίνα, Περέιρα) has no only meaning
    where the text was read as a person; a word that is nothing else is a person (Γαρυφαλλιά).

    Args:
        span: A name, in any case.

    Returns:
        The type, or None where the tables know no meaning of the whole name, or several.
    """
    entries = _entries(span.text) or _entries(to_nominative(span.text, type=span.label_))
    if span.label_ == "PERSON" and any(entry.part in _PARTS_OF_PERSONS for entry in entries):
        return None
    types = {entry.type for entry in entries if entry.part == "full"}
    if len(types) == 1:
        return types.pop()
    return "PERSON" if not types and _is_part_of_persons(span) else None


def _is_part_of_persons(span: Span) -> bool:
    """Whether a word that was read as a place or people is a given or family name and no more."""
    if len(span) > 1 or span.label_ not in _PLACES_AND_PEOPLES:
        return False
    entries = _entries(span.text) or _entries(to_nominative(span.text, type="PERSON"))
    return bool(entries) and all(entry.part in _PARTS_OF_PERSONS for entry in entries)


def is_reading(entry: Entry, name: str) -> bool:
    """Whether a name as it is written can be this entry.

    An acronym has capitals (Πόε is no ΠΟΕ), and an accent stands where it belongs: Λιβανός is a
    man and Λίβανος a country.

    Args:
        entry: What the tables found under the name.
        name: The name in the nominative, as the text writes it.
    """
    if entry.acronym and fold(entry.acronym) == fold(name) != fold(entry.greek):
        return not name.istitle()
    if entry.greek.isupper() and name.istitle():
        return False
    if fold(entry.greek) != fold(name):
        return True
    one, other = _accents(name), _accents(entry.greek)
    return one == other or not one or not other


def _entries(name: str) -> list[Entry]:
    return [entry for entry in default_lexicon().find(name) if is_reading(entry, name)]


def _accents(name: str) -> list[int]:
    """Where the accents of a name stand, counted in letters."""
    places: list[int] = []
    letters = 0
    for char in unicodedata.normalize("NFD", name):
        if char == "\u0301":
            places.append(letters)
        elif not unicodedata.combining(char):
            letters += 1
    return places
