"""Names in apposition to a head, which are no genitives: Ινστιτούτο Μαξ Πλανκ."""

from __future__ import annotations

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.translation.adjectives import as_adjective
from greeknews_ner.names.translation.agreement import is_genitive
from greeknews_ner.names.translation.names_inside import SAINTS, known_chain, sounded
from greeknews_ner.names.translation.reading import Reading
from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import ARTICLES, PREPOSITIONS, vocabulary
from greeknews_ner.names.translation.words import CODE, INITIAL, LATIN

# Endings of nominatives that are of no other case, in words that decline.
_NOMINATIVES = (
    "ος",
    "ός",
    "ας",
    "άς",
    "ης",
    "ής",
    "ια",
    "εια",
    "ία",
    "εία",
    "ση",
    "ξη",
    "ψη",
    "ιο",
    "ιό",
    "είο",
    "τητα",
)
_HOUSES = frozenset(
    {"εκδοσεισ", "εκδοσεων", "θεατρο", "θεατρου", "κινηματογραφοσ", "κινηματογραφου"}
    | {"ξενοδοχειο", "ξενοδοχειου", "βιβλιοπωλειο", "βιβλιοπωλειου", "εστιατοριο", "γκαλερι"}
)
_GENITIVES = ("ου", "ων", "ησ", "ασ", "εωσ", "ουσ")
# Inside a foreign name: Αεροδρόμιο Σαρλ ντε Γκολ, Ταξιαρχίες αλ Κασάμ.
_PARTICLES = frozenset(
    {"ντε", "ντα", "ντι", "ντελ", "ντελα", "ντου", "ντο", "ντοσ", "ντεσ", "φον", "βαν", "ντερ"}
    | {"λα", "λε", "λοσ", "λασ", "ελ", "αλ", "μπιν", "μπεν", "ιμπν"}
)
_SPOTS = frozenset(
    {"Bay", "Cape", "Beach", "Gorge", "Stream", "Lake", "Hill", "Coast", "Islet", "Island", "Cave"}
)


def called(reading: Reading, phrase: Phrase) -> bool:
    """A name in apposition, which is no genitive: Ινστιτούτο Μαξ Πλανκ, μουσείο Guggenheim."""
    place, end = reading.place, reading.place
    while end < len(reading.words) and is_called(reading, end, end == place):
        end += 1
    if end == place:
        return False
    if _is_imprint(reading, place):
        phrase.called = " ".join(map(to_elot743, reading.words[place:]))
        reading.by_sound += 1
        reading.place = len(reading.words)
        return True
    words = reading.words[place:end]
    known = reading.look_up(" ".join(words)) or known_chain(reading, " ".join(words), "nom")
    if known is not None and known.is_place and "-" not in words[0]:
        phrase.tails.append(Group([Phrase(name=known.english, place=True)]))
    elif known is not None:
        phrase.called = known.english
    elif all(LATIN.fullmatch(word) for word in words):
        if phrase.tails and end == len(reading.words):
            phrase.after = " ".join(words)
        else:
            phrase.called = " ".join(words)
    else:
        phrase.called = sounded(reading, words, None)
    reading.place = end
    return True


def is_called(reading: Reading, place: int, first: bool) -> bool:
    """Whether the word at a place is of a name in apposition, as its ``first`` or further on."""
    word, folded = reading.words[place], reading.folded[place]
    if word == "&" and not first and INITIAL.fullmatch(reading.words[place - 1]):
        return True
    if LATIN.fullmatch(word):
        return True
    if folded in _PARTICLES and word.islower():
        return reading.words[place + 1 : place + 2] != [] and (
            reading.folded[place + 1] in _PARTICLES or reading.words[place + 1][:1].isupper()
        )
    if reading.link(place) or folded in PREPOSITIONS or folded in ARTICLES:
        return False
    if not word[:1].isupper() or CODE.fullmatch(word):
        return False
    table = vocabulary()
    if first and (_is_word_as_name(reading, place) or _is_imprint(reading, place)):
        return True
    if table.noun(folded, word) or as_adjective(reading, place):
        return False
    if table.phrase(reading.folded, place) or folded in table.genitives:
        return False
    if folded in SAINTS or (word.isupper() and reading.look_up(word) is not None):
        return False
    if not first or INITIAL.fullmatch(word):
        return True
    # Λαγκαδά is the genitive of Λαγκαδάς.
    may_be_name = not is_genitive(folded) or folded.endswith("οσ")
    return may_be_name and to_nominative(word, case="gen") == word


def _is_imprint(reading: Reading, place: int) -> bool:
    """Whether a house is called by all that follows, be it words: Εκδόσεις Κριτική, Θέατρο Ροές."""
    if not place or reading.folded[place - 1] not in _HOUSES:
        return False
    rest = reading.words[place:]
    if any(not word[:1].isupper() or LATIN.fullmatch(word) for word in rest):
        return False
    table = vocabulary()
    is_word = [bool(table.noun(fold(word), word) or table.adjective(fold(word))) for word in rest]
    if len(rest) == 1 and rest[0].endswith("άς") and not any(is_word):
        # Θέατρο Παλλάς
        return True
    known = reading.look_up(" ".join(rest))
    is_other_house = known is not None and not known.is_place and not known.is_person
    return not any(fold(word).endswith(_GENITIVES) for word in rest) and (
        any(is_word) or is_other_house
    )


def _is_word_as_name(reading: Reading, place: int) -> bool:
    """Whether a word ends the name in the nominative, and so is a name: Εκδόσεις Προσκήνιο."""
    word, folded = reading.words[place], reading.folded[place]
    return (
        place > 0
        and place + 1 == len(reading.words)
        and word.endswith(_NOMINATIVES)
        and not word.endswith("μα")
        and folded in vocabulary().nouns
        and reading.folded[place - 1] in vocabulary().nouns
        and folded not in vocabulary().genitives
    )


def spot(reading: Reading, phrase: Phrase) -> bool:
    """A name beside a bay or beach that is a word and no genitive: όρμος Ξύλα."""
    if phrase.noun is None or phrase.noun.english not in _SPOTS or phrase.called:
        return False
    word = reading.words[reading.place]
    is_last = reading.place + 1 == len(reading.words)
    if not is_last or is_genitive(reading.folded[reading.place]) or not word[:1].isupper():
        return False
    phrase.called = sounded(reading, [word], None)
    reading.place += 1
    return True
