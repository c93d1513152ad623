"""What the name tables know of a word: that it is a nominative, and its gender."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from greeknews_ner.names.declension import Gender
from greeknews_ner.names.declension_accent import accent_of, bare, unaccent
from greeknews_ner.names.lexicon import Entry, default_lexicon

_PLACES = frozenset({"GPE", "LOC", "FAC"})


@lru_cache(maxsize=8192)
def _entries(name: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in default_lexicon().find(name) if bare(entry.greek) == bare(name))


@lru_cache(maxsize=8192)
def _alike(name: str) -> tuple[Entry, ...]:
    return default_lexicon().find_alike(name, changes=1)


def _of_type(name: str, type: str | None) -> tuple[Entry, ...]:
    found = _entries(name) or _alike(name)
    place = accent_of(name)
    if place and " " not in name:
        # Of several words hardly any differ by the accent alone: Άμπου Ντάμπι, Αμπού Ντάμπι.
        found = tuple(entry for entry in found if accent_of(entry.greek) in (0, place))
    if type is None:
        return found
    types = _PLACES if type in _PLACES else frozenset({type})
    return tuple(entry for entry in found if entry.type in types)


@lru_cache(maxsize=16384)
def gender_in_tables(name: str, type: str | None) -> tuple[Gender | None, bool] | None:
    """The gender of a nominative.

    Args:
        name: A name, taken to be a nominative.
        type: Entity type; places of all three types count as one.

    Returns:
        ``(gender or None, whether the type is the one asked for)`` where a table holds the name;
        None where none does.
    """
    found = _of_type(name, type)
    exact = bool(found)
    if not exact:
        found = tuple(entry for entry in _of_type(name, None) if entry.type != "PERSON")
    if not found:
        return None
    genders = [entry.gender for entry in found if entry.gender in ("m", "f", "n")]
    return (cast(Gender, genders[0]) if genders else None), exact


def accented_as_listed(name: str, type: str | None) -> str:
    """A nominative with its accents where the tables have them: Άγιοι Ανάργυροι.

    Args:
        name: A nominative that was computed, so that its accents may be guesses.
        type: Entity type; places of all three types count as one.
    """
    types = _PLACES if type in _PLACES else frozenset({type})
    letters = unaccent(name)
    listed = {
        entry.greek
        for entry in default_lexicon().find(name)
        if entry.type in types and unaccent(entry.greek) == letters
    }
    return listed.pop() if len(listed) == 1 else name


def is_short_for_a_body(name: str, type: str | None) -> bool:
    """Whether tables list this as it stands for a longer name: Μαξίμου for Μέγαρο Μαξίμου.

    Args:
        name: The name as the text has it.
        type: Entity type; only bodies and buildings are called by a genitive.
    """
    return type in ("ORG", "FAC") and any(
        " " in entry.greek and bare(entry.greek) != bare(name)
        for entry in default_lexicon().find(name)
        if entry.type in ("ORG", "FAC") and entry.part == "full"
    )


def is_person_in_tables(name: str) -> bool:
    """Whether a table holds this nominative as a person's name or family name."""
    return any(entry.part != "given" for entry in _of_type(name, "PERSON"))


def is_womans_given_name(name: str) -> bool:
    """Whether a table holds this nominative as a given name of women and of no man."""
    genders = {entry.gender for entry in _of_type(name, "PERSON") if entry.part == "given"}
    return genders == {"f"}


def has_type(name: str) -> str | None:
    """The type of the best entry of this name, None where no table holds it."""
    found = _of_type(name, None)
    return found[0].type if found else None


def spelling(name: str, type: str | None) -> str | None:
    """How the tables spell a name whose capitals hide accents and small letters."""
    found = [entry for entry in _of_type(name, type) if bare(entry.greek) == bare(name)]
    return found[0].greek if found else None
