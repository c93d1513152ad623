"""The head of a phrase, with the adjectives before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from greeknews_ner.names.declension import Case
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.translation.adjectives import (
    agreeing_head,
    as_adjective,
    is_before_noun,
    linked_adjective,
)
from greeknews_ner.names.translation.agreement import agree, looks_common
from greeknews_ner.names.translation.compass import before_noun, before_place
from greeknews_ner.names.translation.learned_words import learned_noun
from greeknews_ner.names.translation.names_inside import (
    in_tables,
    place_of_saint,
    proper_name,
    saint,
)
from greeknews_ner.names.translation.ordinals import ordinal, ordinal_of
from greeknews_ner.names.translation.reading import Reading
from greeknews_ner.names.translation.tree import Phrase
from greeknews_ner.names.translation.vocabulary import ARTICLES, Noun, vocabulary
from greeknews_ner.names.translation.word_forms import is_oxytone, is_plural
from greeknews_ner.names.translation.words import LATIN

HEADS = frozenset({"of", "attr", "either"})
"""How nouns join a genitive that are heads of names rather than tails."""
_OF_SETTLEMENTS = frozenset({"New", "Old", "Great", "Small", "Saint", "Upper", "Lower", "Holy"})
_HOLY_PLACES = frozenset({"Church", "Monastery", "Cathedral", "Chapel", "Convent", "Basilica"})
_MOST_STRANGE = 2
_PAIR = 2


def find_head(reading: Reading, phrase: Phrase, case: Case | None) -> bool:
    """Read adjectives and head into a phrase; whether there was a head.

    Args:
        reading: Stands at the first word of the phrase.
        phrase: Is told what was found.
        case: Case of the phrase; None for the head of the name.
    """
    strange: list[str] = []
    begin = reading.place
    while not reading.ended():
        place, word = reading.place, reading.words[reading.place]
        if (case and saint(reading, phrase)) or _fixed(reading, phrase, case):
            break
        number = ordinal_of(word)
        if number is not None and place + 1 < len(reading.words) and place == begin:
            phrase.adjectives.append(ordinal(number))
            reading.place += 1
            continue
        if word.isdigit() and place == begin and place + 1 < len(reading.words):
            phrase.adjectives.append(word)
            reading.place += 1
            continue
        if case and in_tables(reading, phrase, case, several=True):
            break
        if case and place_of_saint(reading, phrase, case):
            break
        if case == "gen" and not phrase.adjectives and _is_town(reading):
            in_tables(reading, phrase, case, several=False)
            break
        if _noun(reading, phrase, case):
            break
        english = as_adjective(reading, place)
        if english is not None and case and not agreeing_head(reading, place, names=True):
            # «Σύλλογος Ποντίων»: an adjective that stands for a noun.
            if not in_tables(reading, phrase, case, several=False):
                phrase.name, phrase.plural = english, True
                reading.place += 1
            break
        if english is not None:
            phrase.adjectives.append(_of_greeks(reading, english, case))
            reading.place += 1
            linked_adjective(reading, phrase)
            continue
        if case is None and not strange and _latin_head(reading, phrase):
            break
        if proper_name(reading, phrase, case) or (case is None and _known_place(reading, phrase)):
            break
        if not _strange(reading, phrase, strange, case):
            return False
    if phrase.noun is None and not phrase.name:
        return False
    if strange and phrase.noun is None:
        return False
    _count(reading, strange)
    return True


def _of_greeks(reading: Reading, adjective: str, case: Case | None) -> str:
    """Hellenic is for the body itself; what it is for is Greek, save for Hellenic Studies."""
    following = reading.place + 1
    if case is None or adjective != "Hellenic" or following >= len(reading.words):
        return adjective
    return adjective if reading.folded[following].startswith(("σπουδ", "δημοκρατ")) else "Greek"


def _fixed(reading: Reading, phrase: Phrase, case: Case | None) -> bool:
    """A genitive that means something of its own, or an expression of several words."""
    table = vocabulary()
    found = table.phrase(reading.folded, reading.place)
    if found is not None and (case or reading.expressions):
        size, noun = found
        _take_noun(reading, phrase, noun, size, accusative=case == "acc")
        return True
    if case is None:
        return False
    for size in (3, 2, 1):
        end = reading.place + size
        fixed = table.genitives.get(" ".join(reading.folded[reading.place : end]))
        if fixed is None or end > len(reading.words):
            continue
        english, kind = fixed
        if size == 1 and kind == "thing" and is_before_noun(reading, reading.place):
            continue
        phrase.name, phrase.place, phrase.country = english, kind != "thing", kind == "country"
        if not phrase.place:
            phrase.plural = True
        elif phrase.adjectives:
            phrase.adjectives = [before_place(a, phrase.name) for a in phrase.adjectives]
        reading.place = end
        return True
    return False


def _noun(reading: Reading, phrase: Phrase, case: Case | None) -> bool:
    folded = reading.folded[reading.place]
    noun = (
        vocabulary().noun(folded, reading.words[reading.place])
        or _double(folded)
        or _learned(folded)
    )
    if noun is None:
        return False
    if as_adjective(reading, reading.place) is not None and agreeing_head(reading, reading.place):
        return False
    _take_noun(reading, phrase, noun, 1, accusative=case == "acc")
    return True


def _take_noun(
    reading: Reading, phrase: Phrase, noun: Noun, size: int, *, accusative: bool = False
) -> None:
    phrase.noun = noun
    phrase.adjectives = [before_noun(each, noun.english) for each in phrase.adjectives]
    folded = reading.folded[reading.place]
    # «Γιατρούς του Κόσμου» may have kept the accusative in which the text has it.
    may_be_accusative = accusative or noun.join == "who"
    parts = noun.greek.split()
    if size == _PAIR and len(parts) == _PAIR and vocabulary().adjective(folded) is not None:
        # «Ευρωπαία Εισαγγελέα» is no neuter plural: the noun tells.
        is_plural_form = is_plural(reading.folded[reading.place + 1], parts[1])
    else:
        is_plural_form = noun.is_plural(folded)
    phrase.plural = is_plural_form or (may_be_accusative and folded.endswith("ουσ"))
    reading.holy = reading.holy or noun.english.split()[-1] in _HOLY_PLACES
    reading.place += size


def _latin_head(reading: Reading, phrase: Phrase) -> bool:
    """A foreign word as the head behind its adjectives: Εθνικό Hub Γαστρονομίας."""
    word = reading.words[reading.place]
    if not phrase.adjectives or not LATIN.fullmatch(word) or not word.isalpha():
        return False
    end = reading.place + 1
    while end < len(reading.words) and LATIN.fullmatch(reading.words[end]):
        end += 1
    name = " ".join(reading.words[reading.place : end])
    phrase.noun = Noun(name, name, name, name, "attr", "of", bare=False)
    reading.place = end
    return True


def _is_town(reading: Reading) -> bool:
    """Whether a word that ends the name is a town: Αστυνομία Πύργου, of Pyrgos, no tower."""
    place, word = reading.place, reading.words[reading.place]
    noun = vocabulary().noun(reading.folded[place])
    if noun is None or place + 1 < len(reading.words) or not place:
        return False
    called = reading.look_up(word) if word.endswith("ου") else None
    if called is not None and called.greek == word and called.is_place:
        # Ζωγράφου is a suburb that keeps its genitive.
        return True
    if noun.join not in HEADS or noun.is_plural(reading.folded[place]):
        return False
    if reading.folded[place - 1] in ARTICLES:
        return False
    nominative = to_nominative(word, case="gen")
    known = reading.look_up(nominative)
    if known is None or not known.is_place or known.is_person:
        return False
    # Στράτος is a town, στρατός is none.
    return not known.greek or is_oxytone(known.greek) == is_oxytone(nominative)


def _known_place(reading: Reading, phrase: Phrase) -> bool:
    """Adjectives with a place of the tables: Δημοκρατική Βουλγαρία."""
    begin, adjectives = reading.place, list(phrase.adjectives)
    if not adjectives or not begin or any(each in _OF_SETTLEMENTS for each in adjectives):
        return False
    for several in (True, False):
        if in_tables(reading, phrase, "nom", several=several):
            if phrase.place and reading.ended() and agree(*reading.folded[begin - 1 : begin + 1]):
                # Εθνικός Μαλγάρων is a club and no place.
                return True
            reading.place, phrase.adjectives = begin, adjectives
            phrase.name, phrase.place = "", False
    return False


def _strange(reading: Reading, phrase: Phrase, strange: list[str], case: Case | None) -> bool:
    """A word before the head that nothing knows: an adjective made from somebody's name."""
    place, word = reading.place, reading.words[reading.place]
    if not word[:1].isupper() or LATIN.fullmatch(word) or len(strange) >= _MOST_STRANGE:
        return False
    following = reading.folded[place + 1] if place + 1 < len(reading.folded) else ""
    if not following or not agree(reading.folded[place], following):
        return False
    strange.append(word)
    phrase.named = phrase.named or (case is None and not looks_common(fold(word)))
    phrase.adjectives.append(reading.render(to_nominative(word, case=case) if case else word))
    reading.place += 1
    return True


def _count(reading: Reading, strange: Sequence[str]) -> None:
    reading.by_sound += len(strange)
    reading.before_head += len(strange)
    reading.strange += sum(looks_common(fold(word)) for word in strange)


def _double(folded: str) -> Noun | None:
    """Two nouns with a hyphen: Ιατρείο-Φαρμακείο."""
    found = [vocabulary().noun(part) for part in folded.split()]
    nouns = [noun for noun in found if noun is not None]
    if len(found) < _PAIR or len(nouns) < len(found):
        return None
    words = [noun.english for noun in nouns]
    plural = "-".join([*words[:-1], nouns[-1].plural])
    return replace(nouns[0], english="-".join(words), plural=plural)


def _learned(folded: str) -> Noun | None:
    english = learned_noun(folded)
    return Noun(folded, english, english, english, "tail", "of", bare=True) if english else None
