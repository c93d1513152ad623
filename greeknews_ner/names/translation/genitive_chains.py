"""Phrases and what hangs on their heads: genitives of genitives, and what has a preposition."""

from __future__ import annotations

from greeknews_ner.names.declension import Case
from greeknews_ner.names.translation.adjectives import as_adjective
from greeknews_ner.names.translation.apposition import called, is_called, spot
from greeknews_ner.names.translation.heads import HEADS, find_head
from greeknews_ner.names.translation.numbers import codes, numeral, year
from greeknews_ner.names.translation.reading import Reading
from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import (
    ARTICLES,
    BESIDE,
    IN,
    PREPOSITIONS,
    Noun,
    vocabulary,
)
from greeknews_ner.names.translation.words import CODE


def find_phrase(reading: Reading, case: Case | None) -> Phrase | None:
    """Adjectives, head and all that hangs on it; ``case`` is None for the head of the name."""
    phrase = Phrase()
    while not reading.ended() and case and reading.folded[reading.place] in ARTICLES:
        phrase.definite = True
        reading.place += 1
    if reading.ended():
        return None
    found = find_head(reading, phrase, case)
    if not found:
        return None
    _tails(reading, phrase, is_head=case is None)
    return phrase


def _tails(reading: Reading, phrase: Phrase, *, is_head: bool) -> None:
    while not reading.ended():
        word, folded = reading.words[reading.place], reading.folded[reading.place]
        if reading.link(reading.place):
            return
        preposition = PREPOSITIONS.get(folded) or _beside(reading)
        if preposition and _prepositional(reading, phrase, folded, preposition):
            continue
        if CODE.fullmatch(word):
            codes(reading, phrase)
            continue
        if year(reading, phrase) or numeral(reading, phrase):
            continue
        if is_head and spot(reading, phrase):
            continue
        if phrase.noun is not None and is_called(reading, reading.place, True):
            if not is_head and phrase.noun.join not in HEADS:
                # «Ομάδα Χορού Ζήτα»: the team is called so, not the dance.
                return
            if not phrase.called and called(reading, phrase):
                continue
        group = find_group(reading, "gen", phrase.noun)
        if group is None:
            return
        phrase.tails.append(group)


def _beside(reading: Reading) -> str | None:
    """English of an adverb with «σε» or «από» behind it."""
    following = reading.place + 1
    if following < len(reading.words) and reading.folded[following] in IN | {"απο"}:
        return BESIDE.get(reading.folded[reading.place])
    return None


def _prepositional(reading: Reading, phrase: Phrase, folded: str, preposition: str) -> bool:
    begin = reading.place
    reading.place += 1
    if not reading.ended() and reading.folded[reading.place] in IN | {"απο"}:
        folded = reading.folded[reading.place]
        reading.place += 1
    group = find_group(reading, "acc", None)
    if group is None:
        reading.place = begin
        return False
    group.preposition = preposition
    if folded in IN and folded != "σε":
        group.phrases[0].definite = True
    if preposition == "for" and phrase.noun and phrase.noun.preposition == "on":
        aim = group.phrases[0].noun
        group.preposition = "for" if aim is not None and aim.is_deed else "on"
    phrase.tails.append(group)
    return True


def find_group(reading: Reading, case: Case, governor: Noun | None) -> Group | None:
    """Phrases in one case, joined by links."""
    begin = reading.place
    first = find_phrase(reading, case)
    if first is None:
        reading.place = begin
        return None
    group = Group([first])
    while (link := reading.link(reading.place)) is not None:
        before = reading.place
        reading.place += 1
        while reading.link(reading.place) is not None:
            link = reading.link(reading.place) or link
            reading.place += 1
        if not reading.ended() and governor and _is_higher(reading, governor, group.phrases[-1]):
            reading.place = before
            break
        following = None if reading.ended() else find_phrase(reading, case)
        if following is None:
            reading.place = before
            break
        group.phrases.append(following)
        group.links.append(link)
    return group


def _is_higher(reading: Reading, governor: Noun, last: Phrase) -> bool:
    """Whether what comes is joined to the governor, not to what hangs on it.

    Προστασίας Περιβάλλοντος και Πολιτικής Προστασίας: protection goes with protection.
    """
    if governor.join not in {"tail", "act"} or _is_action(last):
        return False
    place = reading.place
    table = vocabulary()
    while place < len(reading.words):
        found = table.phrase(reading.folded, place)
        if found is not None:
            return found[1].is_deed
        noun = table.noun(reading.folded[place])
        if noun is not None:
            return noun.is_deed
        if as_adjective(reading, place) is None:
            return False
        place += 1
    return False


def _is_action(phrase: Phrase) -> bool:
    return phrase.noun is not None and phrase.noun.is_deed
