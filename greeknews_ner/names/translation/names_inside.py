"""Names inside the name of a body: of the tables, of saints, or spelt by their sound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greeknews_ner.names.declension import Case
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.translation.adjectives import agrees_with_next, as_adjective
from greeknews_ner.names.translation.agreement import looks_common
from greeknews_ner.names.translation.compass import before_place
from greeknews_ner.names.translation.reading import Reading
from greeknews_ner.names.translation.tree import Known, Phrase
from greeknews_ner.names.translation.vocabulary import ARTICLES, PREPOSITIONS, vocabulary
from greeknews_ner.names.translation.words import CODE, INITIAL, LINKS

SAINTS = {
    "αγιοσ": "Saint", "αγια": "Saint", "αγιου": "Saint", "αγιασ": "Saint",
    "αγιων": "Saints", "αγιοι": "Saints",
}  # fmt: skip
_LONGEST_NAME = 4
_SINGULAR = {"οπουλων": "όπουλος", "ακηδων": "άκης", "ιαδων": "ιάδης", "ιδηδων": "ίδης"}
_FAMILY = re.compile("(?:[οό]πο[υύ]λων|άκηδων|ιάδων|ίδηδων)$")
_PAIR = 2


def in_tables(reading: Reading, phrase: Phrase, case: Case, *, several: bool) -> bool:
    """A name of the tables that begins here; of several words, or of one."""
    place = reading.place
    if not reading.words[place][:1].isupper() or reading.link(place):
        return False
    end = place
    while end < len(reading.words) and reading.link(end) is None:
        end += 1
    sizes = [len(reading.words) - place, end - place, *range(_LONGEST_NAME, 1, -1)]
    for size in dict.fromkeys(sizes) if several else (1,):
        if (size == 1) == several or size > len(reading.words) - place:
            continue
        words = reading.words[place : place + size]
        if reading.folded[place + size - 1] in ARTICLES or LINKS.get(words[-1]):
            continue
        if size == 1 and INITIAL.fullmatch(words[0]):
            return False
        known = _known(reading, " ".join(words), case)
        if known is not None and known.is_person and size == 1:
            following = place + 1
            if following < len(reading.words) and _is_name(reading, following, place, case):
                return False
        if known is not None:
            phrase.name = known.english
            phrase.place = known.is_place
            phrase.country = known.is_country
            phrase.adjectives = [before_place(a, phrase.name) for a in phrase.adjectives]
            reading.place += size
            return True
    return False


def _known(reading: Reading, name: str, case: Case) -> Known | None:
    """A name of the tables: a place or body, a person's, or one that does not decline."""
    itself = reading.look_up(name) if name.endswith("ου") else None
    if itself is not None and itself.greek == name:
        # Ζωγράφου keeps its genitive.
        return itself
    known = reading.look_up(to_nominative(name, case=case))
    if known is None and " " not in name and case == "gen" and name[-1:] in "ηήάα":
        known = reading.look_up(to_nominative(name, type="PERSON", case=case))
    return known or reading.look_up(name) or known_chain(reading, name, case)


def known_chain(reading: Reading, name: str, case: Case) -> Known | None:
    """Places and bodies of the tables that a hyphen joins: Ε.Ε.-Ισραήλ."""
    parts = name.split("-")
    if len(parts) != _PAIR or " " in name or not all(parts):
        return None
    found = [
        reading.look_up(to_nominative(part, case=case)) or reading.look_up(part) for part in parts
    ]
    known = [each for each in found if each is not None]
    if len(known) < len(parts):
        return None
    return Known("-".join(each.english for each in known), is_place=True)


def proper_name(reading: Reading, phrase: Phrase, case: Case | None) -> bool:
    """A name: of the tables, of a saint, in Latin letters, or one that nothing knows."""
    if case is None:
        return False
    if in_tables(reading, phrase, case, several=False):
        return True
    place, end = reading.place, reading.place
    while end < len(reading.words) and _is_name(reading, end, place, case):
        end += 1
    if end == place:
        return False
    phrase.name, phrase.place = sounded(reading, reading.words[place:end], case), True
    reading.place = end
    return True


def _is_name(reading: Reading, place: int, begin: int, case: Case) -> bool:
    word, folded = reading.words[place], reading.folded[place]
    if word == "&" and INITIAL.fullmatch(reading.words[place - 1]):
        return True
    if reading.link(place) or folded in PREPOSITIONS or folded in ARTICLES:
        return False
    if CODE.fullmatch(word) or not word[:1].isupper():
        return False
    table = vocabulary()
    if table.noun(folded, word) or as_adjective(reading, place):
        return False
    if table.phrase(reading.folded, place):
        return False
    known = reading.look_up(to_nominative(word, case=case)) if place > begin else None
    if known is not None and not known.is_person:
        return False
    # Unknown and like an adjective of the word behind it: no name.
    return not (looks_common(folded) and agrees_with_next(reading, place))


def sounded(reading: Reading, words: Sequence[str], case: Case | None) -> str:
    """Words that nothing knows, spelt by their sound; ``case`` is None for nominatives."""
    reading.by_sound += 1
    reading.strange += sum(looks_common(fold(word)) for word in words if not _is_joined(word))
    if case is None:
        return reading.render(" ".join(words))
    if len(words) == 1 and case == "gen" and words[0].endswith("είου"):
        # Αρσακείου is of a founder; what its letters alone tell is the same as a surname.
        nominative = to_nominative(words[0], case=case)
        founded = words[0].removesuffix("είου") + "ειο"
        known = reading.look_up(words[0])
        is_surname = known is not None and known.is_person
        return reading.render(nominative if nominative != words[0] or is_surname else founded)
    if len(words) == 1 and case == "gen" and (family := _FAMILY.search(words[0])):
        # A whole family: Παπαδόπουλων.
        return reading.render(words[0][: family.start()] + _SINGULAR[fold(family[0])])
    if len(words) == 1 and "-" in words[0]:
        # Two names in one case: Κοτυχίου-Στροφυλιάς.
        parts = words[0].split("-")
        return reading.render("-".join(to_nominative(part, case=case) for part in parts))
    return reading.render(to_nominative(" ".join(words), case=case))


def _is_joined(word: str) -> bool:
    """Whether two names are joined by a hyphen: Συμφωνία Σάικς-Πικό."""
    return "-" in word and all(part[:1].isupper() for part in word.split("-"))


def place_of_saint(reading: Reading, phrase: Phrase, case: Case) -> bool:
    """A place that is called after a saint, which is spelt: Παραλία Αγίας Φωτεινής."""
    place = reading.place
    if reading.holy or reading.folded[place] not in SAINTS or place + 1 >= len(reading.words):
        return False
    end = place + 2
    if not reading.words[place + 1][:1].isupper() or reading.link(place + 1):
        return False
    while end < len(reading.words) and _is_name(reading, end, place, case):
        end += 1
    words = reading.words[place:end]
    phrase.name = reading.render(to_nominative(" ".join(words), type="GPE", case=case))
    phrase.place = True
    reading.by_sound += 1
    reading.place = end
    return True


def saint(reading: Reading, phrase: Phrase) -> bool:
    """A saint to whom a church or monastery is dedicated, with the epithets."""
    place = reading.place
    title = SAINTS.get(reading.folded[place])
    if title is None or not reading.holy or place + 1 >= len(reading.words):
        return False
    english = vocabulary().saints.get(reading.folded[place + 1])
    if english is None:
        return False
    reading.place += 2
    further: list[str] = []
    while not reading.ended() and (
        epithet := vocabulary().saints.get(reading.folded[reading.place])
    ):
        further.append(epithet)
        reading.place += 1
    if english.startswith("the "):
        # Προδρόμου alone: John the Forerunner.
        english = f"John {english}"
    if english.startswith(("Holy ", "All ")):
        title = ""
    phrase.name, phrase.place = " ".join([title, english, *further]).strip(), True
    return True
