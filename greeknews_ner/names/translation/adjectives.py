"""Adjectives before a head: what a word is as an adjective, and whether its noun follows."""

from __future__ import annotations

from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.translation.agreement import agree, is_genitive, looks_common
from greeknews_ner.names.translation.compass import COMPASS, SHORT_COMPASS_POINTS
from greeknews_ner.names.translation.learned_words import learned_adjective, learned_noun
from greeknews_ner.names.translation.reading import Reading
from greeknews_ner.names.translation.tree import Phrase
from greeknews_ner.names.translation.vocabulary import vocabulary


def as_adjective(reading: Reading, place: int) -> str | None:
    """English of the word at a place as an adjective; None when it is none."""
    word = reading.words[place]
    if word in SHORT_COMPASS_POINTS:
        return SHORT_COMPASS_POINTS[word] if _is_before_place(reading, place) else None
    folded = reading.folded[place]
    english = vocabulary().adjective(folded) or reading.adjective(word) or learned_adjective(folded)
    if english is None and agrees_with_next(reading, place):
        # «Αγγειοχειρουργική Κλινική»: the name of a field is its adjective too.
        field = vocabulary().noun(folded)
        if field is not None and field.greek.endswith("ικη"):
            english = field.english
        elif field is not None and field.greek.endswith("ειο"):
            # «Ασκληπιείο Νοσοκομείο»
            english = None if is_genitive(reading.folded[place + 1]) else field.english
    if english is None and word[:1].isupper() and folded.endswith("ων"):
        english = _of_people(reading, place)
    # Official names have Hellenic; a text that writes the adjective small speaks its own words.
    return "Greek" if english == "Hellenic" and word[:1].islower() else english


def _of_people(reading: Reading, place: int) -> str | None:
    """A people in the genitive before persons, which English says by an adjective.

    «Κοινότητα Αλβανών Μεταναστών»: Community of *Albanian* Migrants.
    """
    if place + 1 >= len(reading.words) or not reading.folded[place + 1].endswith("ων"):
        return None
    persons = vocabulary().noun(reading.folded[place + 1], reading.words[place + 1])
    if persons is None or persons.join != "who":
        return None
    known = reading.look_up(to_nominative(reading.words[place], type="NORP", case="gen"))
    if known is None or known.is_place or not known.english.endswith("ans"):
        return None
    return known.english.removesuffix("s")


def _is_before_place(reading: Reading, place: int) -> bool:
    """Whether a place of the tables, or another adjective, comes next: Δ. Μακεδονίας."""
    if place + 1 >= len(reading.words):
        return False
    word = reading.words[place + 1]
    if reading.folded[place + 1] in vocabulary().genitives:
        return True
    if word.endswith("ος"):
        return False
    known = reading.look_up(to_nominative(word, case="gen")) or reading.look_up(word)
    return known is not None and known.is_place


def agreeing_head(reading: Reading, place: int, *, names: bool = False) -> bool:
    """Whether what follows an adjective may be its noun, or with ``names`` a name."""
    following = place + 1
    if as_adjective(reading, place) in COMPASS and following < len(reading.words):
        # «Βορείου Ελλάδας» has kept an old ending.
        return reading.words[following][:1].isupper()
    while reading.link(following) in {" and ", ", ", " & "} and following + 1 < len(reading.words):
        if as_adjective(reading, following + 1) is None:
            return False
        following += 2
    return (
        following < len(reading.words)
        and (_is_word(reading, following) or (names and reading.words[following][:1].isupper()))
        and agree(reading.folded[place], reading.folded[following])
    )


def is_before_noun(reading: Reading, place: int) -> bool:
    """Whether a word that may stand alone is an adjective of what follows."""
    return agrees_with_next(reading, place) or (
        as_adjective(reading, place) is not None and agreeing_head(reading, place)
    )


def agrees_with_next(reading: Reading, place: int) -> bool:
    """Whether what follows is a word, not a name, of the same case and number."""
    return place + 1 < len(reading.words) and (
        _is_word(reading, place + 1) and agree(reading.folded[place], reading.folded[place + 1])
    )


def _is_word(reading: Reading, place: int) -> bool:
    table, word = vocabulary(), reading.folded[place]
    return (
        table.noun(word) is not None
        or learned_noun(word) is not None
        or table.adjective(word) is not None
        or reading.adjective(reading.words[place]) is not None
        or (looks_common(word) and not _is_place(reading, place))
    )


def _is_place(reading: Reading, place: int) -> bool:
    """Whether a word with an ending of adjectives is a place: Τροχαίας Θεσσαλονίκης."""
    word = reading.words[place]
    if not word[:1].isupper():
        return False
    known = reading.look_up(to_nominative(word, case="gen"))
    return known is not None and known.is_place and not known.is_person


def linked_adjective(reading: Reading, phrase: Phrase) -> None:
    """«και» and the comma in Γεωλογικών και Μεταλλευτικών Ερευνών."""
    link = reading.link(reading.place)
    following = reading.place + 1
    if link is None or following >= len(reading.words):
        return
    if as_adjective(reading, following) is None:
        return
    if not agreeing_head(reading, following, names=True):
        return
    if not agree(reading.folded[reading.place - 1], reading.folded[following]):
        return
    phrase.adjectives[-1] += link.rstrip()
    reading.place += 1
