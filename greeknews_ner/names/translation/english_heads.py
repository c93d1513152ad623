"""The head of a phrase in English, and what its adjectives and names say of it."""

from __future__ import annotations

import re

from greeknews_ner.names.translation.tree import Phrase

_ORDINALS = frozenset(
    {"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"}
)
COMES_AGAIN = frozenset(
    {"Forum", "Festival", "Conference", "Congress", "Exhibition", "Fair", "Biennale", "Marathon"}
    | {"Games", "Championship", "Cup", "Tournament", "Rally", "Week", "Contest"}
    | {"Team", "Tour", "Open"}
)
"""Heads of events that come again, and of teams: Russia World Cup, Latvia National Team."""
_LEARNED = re.compile(
    r"(?:(?<!echn)olog(?:y|ical)|osophy|Surger[yies]+|Surgical|Medic(?:ine|al)|Psychiatr(?:y|ic)"
    r"|Paediatrics|Pediatrics|Genetics|Mathematic(?:s|al)|Chemi(?:stry|cal)|Physics|Linguistics"
    r"|Statistic(?:s|al)|Nutrition|Therapy|Public Health|Mental Health|History|Historical|Letters"
    r"|Philosophical|Literary|Astronomical|Geographical|Folklore|Bible|Infection"
    r"|Study|Cancer|Reproduction|Psychoanaly(?:sis|tic)|Literature|Studies|Diabetes|Hypertension"
    r"|Obesity|Scientific|Charitable|Photographic)$"
)


_OLD_GODS = frozenset(
    {"Zeus", "Hera", "Athena", "Apollo", "Artemis", "Poseidon", "Demeter", "Hephaestus", "Ares"}
    | {"Aphrodite", "Hermes", "Dionysus", "Asclepius", "Nemesis", "Nike", "Isis", "Serapis"}
    | {"Heracles", "Hercules", "Jupiter", "Saturn", "Venus", "Mars", "Minerva", "Aphaia", "Pan"}
)
_OF_THE_STATE = frozenset(
    {"Navy", "Air Force", "Army", "Senate", "Congress", "Coast Guard", "Embassy", "Consulate"}
    | {"Marine Corps", "Fleet", "Ministry", "Government", "Supreme Court", "Armed Forces"}
)


def as_of_the_us(phrase: Phrase) -> list[str]:
    """The adjectives; what is of the American state is called US: US Navy, American Red Cross."""
    adjectives = list(phrase.adjectives)
    if phrase.noun is not None and adjectives and adjectives[0] == "American":
        body = " ".join([*adjectives[1:], phrase.noun.english])
        if body in _OF_THE_STATE:
            adjectives[0] = "US"
    return adjectives


def head_of(phrase: Phrase) -> str:
    """English of the head alone, in its number."""
    noun = phrase.noun
    if noun is None:
        return phrase.name
    if noun.greek == "ναοσ" and _is_of_old_gods(phrase):
        return "Temple"
    if noun.english == "Company" and _is_learned(phrase):
        return "Societies" if phrase.plural else "Society"
    return noun.plural if phrase.plural else noun.english


def _is_learned(phrase: Phrase) -> bool:
    """Whether an «εταιρεία» is one of scholars, not one that trades."""
    for tail in phrase.tails:
        first = tail.phrases[0]
        if first.noun is not None and (
            first.noun.join == "who"
            or _LEARNED.search(first.noun.english)
            or _LEARNED.search(first.noun.plural)
        ):
            return True
    return bool(phrase.adjectives) and _LEARNED.search(phrase.adjectives[-1]) is not None


def _is_of_old_gods(phrase: Phrase) -> bool:
    """Whether a «ναός» is no church: Temple of Artemis."""
    names = (each.name for tail in phrase.tails for each in tail.phrases)
    return any(name.split()[-1] in _OLD_GODS for name in names if name)


def is_numbered(phrase: Phrase) -> bool:
    """Whether a number or ordinal is the first word: 7th High School, First Army."""
    first = phrase.adjectives[0] if phrase.adjectives else ""
    return first[:1].isdigit() or first in _ORDINALS


def is_numbered_body(phrase: Phrase) -> bool:
    """Whether a number makes a body one of many.

    7th High School *of* Thessaloniki, but 7th *Thessaloniki* Festival: an event comes again.
    """
    return is_numbered(phrase) and head_of(phrase).split()[-1] not in COMES_AGAIN


def without_head(name: str, phrase: Phrase) -> str:
    """A name beside a head that has the head in it: Heathrow (Airport) International Airport."""
    head = head_of(phrase)
    return name.removesuffix(f" {head.split()[-1]}") if " " in name else name


def says_its_head(phrase: Phrase) -> bool:
    """Whether the only name behind a head has the head in it: Μουσείο του Ερμιτάζ."""
    if phrase.noun is None or len(phrase.tails) != 1 or phrase.adjectives:
        return False
    [*others, first] = phrase.tails[0].phrases
    return not others and not first.tails and phrase.noun.english in first.name.split()
