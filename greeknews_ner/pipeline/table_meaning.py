"""What the name tables alone would call a name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Entry, default_lexicon
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.types import PLACE_TYPES

_PARTS_OF_PERSONS = frozenset({"given", "family"})
_PLACES_AND_PEOPLES = PLACE_TYPES | {"NORP"}


@lru_cache(maxsize=8192)
def only_meaning(name: str, label: str) -> str | None:
    """The one entity type that the tables know for a name.

    A word that is somebody's given or family name as well (Μαρίνα, Περέιρα) has no only meaning
    where the text was read as a person.

    Args:
        name: A name, in any case.
        label: The type that the text was read as.

    Returns:
        The type, or None where the tables know no meaning of the whole name, or several.
    """
    entries = readings(name) or readings(to_nominative(name, type=label))
    if label == "PERSON" and not entries:
        # Foreign persons are left as they stand: what was misread as one may have an ending.
        entries = readings(to_nominative(name, type="ORG"))
    if label == "PERSON" and any(entry.part in _PARTS_OF_PERSONS for entry in entries):
        return None
    types = {entry.type for entry in entries if entry.part == "full"}
    return types.pop() if len(types) == 1 else None


@lru_cache(maxsize=8192)
def is_part_of_persons(name: str, label: str) -> bool:
    """Whether a word read as a place or people is a given or family name and no more: Σταυρούλα.

    Args:
        name: A name, in any case.
        label: The type that the text was read as.
    """
    if " " in name or label not in _PLACES_AND_PEOPLES:
        return False
    entries = readings(name) or readings(to_nominative(name, type="PERSON"))
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


def readings(name: str) -> list[Entry]:
    """What the tables have under a name that it can be as it is written."""
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
