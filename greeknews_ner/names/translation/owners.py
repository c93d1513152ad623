"""Whose a body is: the place or owner among the genitives behind its head."""

from __future__ import annotations

from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import Noun

_UNIONS = frozenset({"US", "EU", "UN", "UK", "NATO"})
_TRADES = frozenset(
    {"Employee", "Worker", "Manufacturer", "Owner", "Producer", "Exporter", "Importer", "Trader"}
    | {"Operator", "Engineer", "Technician", "Builder", "Contractor", "Agent", "Entrepreneur"}
    | {"Executive", "Driver", "User", "Instructor", "Inspector", "Shareholder", "Analyst"}
)
_OPEN = frozenset({"tail", "act", "who"})


def drawn_out(phrase: Phrase) -> Group | None:
    """The place or owner that what hangs on a head ends with; it says whose the body is.

    Διεύθυνση Δίωξης Εγκλήματος *Αττικής* is a directorate of Attica, not crime of Attica.
    """
    if not phrase.tails or phrase.noun is None:
        return None
    last = phrase.tails[-1]
    return None if last.preposition or is_place(last) else _from_end(last)


def _from_end(group: Group) -> Group | None:
    """Take the place or owner at the end of a group away from it."""
    last = group.phrases[-1]
    if not last.tails or last.place or (last.noun and last.noun.join not in _OPEN):
        return None
    tail = last.tails[-1]
    if tail.preposition or (last.noun is not None and is_of_trade(last.noun, tail)):
        return None
    object_of_deed = last.noun is not None and last.noun.is_deed
    if not is_place(tail) and (object_of_deed or not is_owner(tail)):
        return _from_end(tail)
    if last.definite and not (last.noun and last.noun.join == "who"):
        return None
    return last.tails.pop()


def is_place(group: Group) -> bool:
    """Whether every phrase of a group names a place or person."""
    return all(each.place for each in group.phrases)


def is_owner(group: Group) -> bool:
    """Whether a genitive says whose a body is, not what it is for."""
    first = group.phrases[0]
    if first.noun is None:
        # Things that have no noun of their own are plurals: Foreign Affairs.
        return first.place or not first.plural
    return first.definite and first.noun.join not in _OPEN


def is_union(group: Group) -> bool:
    """Whether a genitive is one that English puts before whatever is theirs: EU Solidarity Fund."""
    first = group.phrases[0]
    is_alone = len(group.phrases) == 1 and not first.tails and not first.adjectives
    return is_alone and first.noun is None and first.name in _UNIONS


def is_of_trade(noun: Noun, tail: Group) -> bool:
    """Whether English says what persons deal with, or where they work, before them: OAED Employees.

    «Κατασκευαστών Ιδιωτικής Ετικέτας»: Private Label Manufacturers.
    """
    first = tail.phrases[0]
    if noun.english not in _TRADES or len(tail.phrases) > 1 or first.tails or first.number:
        return False
    if first.noun is None:
        return first.name.isupper() and not first.adjectives
    return first.noun.join != "who" and not first.definite and len(first.adjectives) <= 1
