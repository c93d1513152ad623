"""Reading a name as a noun phrase: its head, what hangs on it, and which words are names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from greeknews_ner.names.declension import Case
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.translation.agreement import agree, is_genitive, looks_common
from greeknews_ner.names.translation.learned_words import learned_adjective, learned_noun
from greeknews_ner.names.translation.ordinals import ordinal, ordinal_of
from greeknews_ner.names.translation.tree import Group, Known, Phrase
from greeknews_ner.names.translation.vocabulary import (
    ARTICLES,
    IN,
    PREPOSITIONS,
    Noun,
    vocabulary,
)
from greeknews_ner.names.translation.word_forms import is_oxytone

Render = Callable[[str], str]
"""Renders a proper name (nominative) that is no word of the vocabulary."""
LookUp = Callable[[str], "Known | None"]
"""What the tables know of a name, or None."""
Adjective = Callable[[str], "str | None"]
"""English of an adjective that is not in the vocabulary, such as that of a nation."""

_TOKEN = re.compile(r"[^\s,«»\"“”()‘]+|,")
_LINKS = {"και": " and ", "κι": " and ", "&": " & ", ",": ", ", "-": " - ", "–": " – ", "—": " – "}
_LINKS |= {"/": " / "}
_QUOTES = frozenset({"'", "’", "`"})
_LATIN = re.compile(r"[^\u0370-\u03ff\u1f00-\u1fff]*[A-Za-z][^\u0370-\u03ff\u1f00-\u1fff]*")
_CODE = re.compile(r"\d[\d./:\-]*(?:/?[Α-ΩA-Z]{1,4})?['’΄´]?(?:/\d+)?")
_ACRONYM = re.compile(r"(?:[Α-Ω]\.?){2,6}")
_SERIES = re.compile(r"[Α-Ω]['’΄´]")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.")
_ABBREVIATIONS = {
    "αρ.": "άρθρο",
    "αρθ.": "άρθρο",
    "ν.": "νόμος",
    "ν": "νόμος",
    "λ.": "λεωφόρος",
    "λεωφ.": "λεωφόρος",
    "πλ.": "πλατεία",
}
_LETTERS_OF_SERIES = str.maketrans("ΑΒΓΔΕΖΗΘΙΚΛΜΝΟΠΡΣΤΥΦΧ", "ABCDEZHTIKLMNOPRSTYFX")
_LAWS = frozenset({"ν.", "ν", "αρ.", "αρθ."})
_UNIONS = {"ΕΚ": "EC", "ΕΕ": "EU", "ΕΟΚ": "EEC", "ΕΥΡΑΤΟΜ": "Euratom"}
_COMPASS = {
    "North": "Northern",
    "South": "Southern",
    "East": "Eastern",
    "West": "Western",
    "Northeast": "Northeastern",
    "Northwest": "Northwestern",
    "Southeast": "Southeastern",
    "Southwest": "Southwestern",
}
_SHORT_COMPASS_POINTS = {"Β.": "North", "Ν.": "South", "Δ.": "West", "Α.": "East", "Αν.": "East"}
_SHORT_COMPASS = frozenset(
    {"Aegean", "Atlantic", "Pacific", "Attica", "America", "Africa", "Asia", "Pole", "Korea"}
)
_SAINTS = {
    "αγιοσ": "Saint", "αγια": "Saint", "αγιου": "Saint", "αγιασ": "Saint",
    "αγιων": "Saints", "αγιοι": "Saints",
}  # fmt: skip
_SPOTS = frozenset(
    {"Bay", "Cape", "Beach", "Gorge", "Stream", "Lake", "Hill", "Coast", "Islet", "Island", "Cave"}
)
_HOLY_PLACES = frozenset({"Church", "Monastery", "Cathedral", "Chapel", "Convent", "Basilica"})
_OF_SETTLEMENTS = frozenset({"New", "Old", "Great", "Small", "Saint", "Upper", "Lower", "Holy"})
_HEADS = frozenset({"of", "attr", "either"})
_MOST_STRANGE = 2
_PAIR = 2
_SHOUTED = 4
_LONGEST_NAME = 4


def tokens(name: str) -> list[str]:
    """The words of a name, with commas apart and without quotes and brackets.

    A hyphen between the words of two phrases stands alone: Ευρωπαϊκής Ένωσης-Δυτικών Βαλκανίων.
    """
    words: list[str] = []
    for word in _TOKEN.findall(name):
        first, hyphen, last = word.partition("-")
        if hyphen and _is_noun_and_adjective(fold(first), fold(last)):
            words += [first, hyphen, last]
        elif word not in _QUOTES:
            words.append(word)
    return words


def _is_noun_and_adjective(first: str, last: str) -> bool:
    table = vocabulary()
    return (
        table.noun(first) is not None
        and table.noun(last) is None
        and table.adjective(last) is not None
    )


def _key(word: str, *, is_name: bool) -> str:
    """What a word is looked up by; nothing in the vocabulary for a name in capitals (ΥΓΕΙΑ)."""
    if is_name:
        return word
    folded = fold(word)
    # Two spellings are in use: εταιρεία and εταιρία.
    return re.sub("^εταιρι", "εταιρει", folded) or word


def _is_shouted(word: str) -> bool:
    return len(word) >= _SHOUTED and word.isalpha() and word.isupper()


def spelt_out(words: Sequence[str]) -> list[str]:
    """The words with the shortest abbreviations written out, where what follows tells them."""
    return [
        _ABBREVIATIONS[word.lower()]
        if word.lower() in _ABBREVIATIONS
        and position + 1 < len(words)
        and words[position + 1][:1].isdigit() == (word.lower() in _LAWS)
        and (position == 0 or word.lower() in _LAWS)
        else word
        for position, word in enumerate(words)
    ]


class Parser:
    """Reads one name from left to right.

    Args:
        words: The words of the name.
        look_up: English of names that the tables hold.
        render: Rendering of the proper names in it.
        adjective: English of adjectives that the vocabulary lacks.
        expressions: Whether the head may be an expression of several words.

    Attributes:
        by_sound: How many words are spelt by their sound because nothing knows them.
        strange: How many of those look like words that should have been translated.
        before_head: How many of those stand before a head.
    """

    def __init__(
        self,
        words: Sequence[str],
        look_up: LookUp,
        render: Render,
        adjective: Adjective,
        *,
        expressions: bool = True,
    ) -> None:
        self._words = words
        shouts = not all(word.isupper() for word in words if word.isalpha())
        self._folded = [_key(word, is_name=shouts and _is_shouted(word)) for word in words]
        self._look_up = look_up
        self._render = render
        self._adjective = adjective
        self._place = 0
        self._holy = False
        self._expressions = expressions
        self.by_sound = 0
        self.strange = 0
        self.before_head = 0

    def name(self) -> Phrase | None:
        """The whole name, or None when its head is not in the vocabulary."""
        phrase = self._phrase(None)
        return phrase if phrase is not None and self._ended() else None

    def letters(self) -> tuple[str, Group] | None:
        """A body known by its letters or a Latin name, and where it is: ΕΦΚΑ Κεραμεικού."""
        words: list[str] = []
        while not self._ended() and _LATIN.fullmatch(self._words[self._place]):
            words.append(self._words[self._place])
            self._place += 1
        if not words and _ACRONYM.fullmatch(self._words[0]):
            self._place = 1
            known = self._look_up(self._words[0])
            # Letters are read one by one: ΔΕΥΑ is DEYA.
            spelt = "".join(map(to_elot743, self._words[0]))
            words = [known.english if known is not None else spelt]
        if not words or self._ended():
            return None
        folded = self._folded[self._place]
        if folded not in ARTICLES and (not is_genitive(folded) or folded.endswith("οσ")):
            return None
        group = self._group("gen", None)
        if group is None or not self._ended():
            return None
        place = all(each.place for each in group.phrases) and not group.phrases[0].definite
        return (" ".join(words), group) if place or group.phrases[0].definite else None

    def _ended(self) -> bool:
        return self._place >= len(self._words)

    def _link(self, place: int) -> str | None:
        return _LINKS.get(self._words[place]) if place < len(self._words) else None

    # --- one phrase ---------------------------------------------------------------------------

    def _phrase(self, case: Case | None) -> Phrase | None:
        """Adjectives, head and all that hangs on it; ``case`` is None for the head of the name."""
        phrase = Phrase()
        while not self._ended() and case and self._folded[self._place] in ARTICLES:
            phrase.definite = True
            self._place += 1
        if self._ended():
            return None
        found = self._head(phrase, case)
        if not found:
            return None
        self._tails(phrase, is_head=case is None)
        return phrase

    def _head(self, phrase: Phrase, case: Case | None) -> bool:
        strange: list[str] = []
        begin = self._place
        while not self._ended():
            place, word = self._place, self._words[self._place]
            if (case and self._saint(phrase)) or self._fixed(phrase, case):
                break
            number = ordinal_of(word)
            if number is not None and place + 1 < len(self._words) and place == begin:
                phrase.adjectives.append(ordinal(number))
                self._place += 1
                continue
            if word.isdigit() and place == begin and place + 1 < len(self._words):
                phrase.adjectives.append(word)
                self._place += 1
                continue
            if case and self._in_tables(phrase, case, several=True):
                break
            if case == "gen" and not phrase.adjectives and self._is_town():
                self._in_tables(phrase, case, several=False)
                break
            if self._noun(phrase, case):
                break
            english = self._as_adjective(place)
            if english is not None and case and not self._agreeing_head(place, names=True):
                # «Σύλλογος Ποντίων»: an adjective that stands for a noun.
                if not self._in_tables(phrase, case, several=False):
                    phrase.name, phrase.plural = english, True
                    self._place += 1
                break
            if english is not None:
                phrase.adjectives.append(english)
                self._place += 1
                self._linked_adjective(phrase)
                continue
            if self._proper(phrase, case) or (case is None and self._known_place(phrase)):
                break
            if not self._strange(phrase, strange, case):
                return False
        if phrase.noun is None and not phrase.name:
            return False
        if strange and phrase.noun is None:
            return False
        self._count(strange)
        return True

    def _known_place(self, phrase: Phrase) -> bool:
        """Adjectives with a place of the tables: Δημοκρατική Βουλγαρία."""
        begin, adjectives = self._place, list(phrase.adjectives)
        if not adjectives or any(each in _OF_SETTLEMENTS for each in adjectives):
            return False
        for several in (True, False):
            if self._in_tables(phrase, "nom", several=several):
                if phrase.place and self._ended():
                    return True
                self._place, phrase.adjectives = begin, adjectives
                phrase.name, phrase.place = "", False
        return False

    def _count(self, strange: Sequence[str]) -> None:
        self.by_sound += len(strange)
        self.before_head += len(strange)
        self.strange += sum(looks_common(fold(word)) for word in strange)

    def _strange(self, phrase: Phrase, strange: list[str], case: Case | None) -> bool:
        """A word before the head that nothing knows: an adjective made from somebody's name."""
        place, word = self._place, self._words[self._place]
        if not word[:1].isupper() or _LATIN.fullmatch(word) or len(strange) >= _MOST_STRANGE:
            return False
        following = self._folded[place + 1] if place + 1 < len(self._folded) else ""
        if not following or not agree(self._folded[place], following):
            return False
        strange.append(word)
        phrase.adjectives.append(self._render(to_nominative(word, case=case) if case else word))
        self._place += 1
        return True

    def _fixed(self, phrase: Phrase, case: Case | None) -> bool:
        """A genitive that means something of its own, or an expression of several words."""
        table = vocabulary()
        found = table.phrase(self._folded, self._place)
        if found is not None and (case or self._expressions):
            size, noun = found
            self._take_noun(phrase, noun, size, accusative=case == "acc")
            return True
        if case is None:
            return False
        for size in (3, 2, 1):
            end = self._place + size
            fixed = table.genitives.get(" ".join(self._folded[self._place : end]))
            if fixed is None or end > len(self._words):
                continue
            if size == 1 and not fixed[1] and self._is_before_noun(self._place):
                continue
            phrase.name, phrase.place = fixed
            if not phrase.place:
                phrase.plural = True
            elif phrase.adjectives:
                phrase.adjectives = [_before_place(a, phrase.name) for a in phrase.adjectives]
            self._place = end
            return True
        return False

    def _is_before_noun(self, place: int) -> bool:
        """Whether a word that may stand alone is an adjective of what follows."""
        return self._agrees_with_next(place) or (
            self._as_adjective(place) is not None and self._agreeing_head(place)
        )

    def _agrees_with_next(self, place: int) -> bool:
        return place + 1 < len(self._words) and (
            self._is_word(place + 1) and agree(self._folded[place], self._folded[place + 1])
        )

    def _is_word(self, place: int) -> bool:
        table, word = vocabulary(), self._folded[place]
        return (
            table.noun(word) is not None
            or learned_noun(word) is not None
            or table.adjective(word) is not None
            or self._adjective(self._words[place]) is not None
            or looks_common(word)
        )

    def _noun(self, phrase: Phrase, case: Case | None) -> bool:
        folded = self._folded[self._place]
        noun = (
            vocabulary().noun(folded, self._words[self._place])
            or _double(folded)
            or _learned(folded)
        )
        if noun is None:
            return False
        if self._as_adjective(self._place) is not None and self._agreeing_head(self._place):
            return False
        self._take_noun(phrase, noun, 1, accusative=case == "acc")
        return True

    def _is_town(self) -> bool:
        """Whether a word that ends the name is a town: Αστυνομία Πύργου, of Pyrgos, no tower."""
        place, word = self._place, self._words[self._place]
        noun = vocabulary().noun(self._folded[place])
        if noun is None or noun.join not in _HEADS or noun.is_plural(self._folded[place]):
            return False
        if place + 1 < len(self._words) or self._folded[place - 1] in ARTICLES or not place:
            return False
        nominative = to_nominative(word, case="gen")
        known = self._look_up(nominative)
        if known is None or not known.is_place or known.is_person:
            return False
        # Στράτος is a town, στρατός is none.
        return not known.greek or is_oxytone(known.greek) == is_oxytone(nominative)

    def _agreeing_head(self, place: int, *, names: bool = False) -> bool:
        """Whether what follows an adjective may be its noun, or with ``names`` a name."""
        following = place + 1
        if self._as_adjective(place) in _COMPASS and following < len(self._words):
            # «Βορείου Ελλάδας» has kept an old ending.
            return self._words[following][:1].isupper()
        while self._link(following) in {" and ", ", ", " & "} and following + 1 < len(self._words):
            if self._as_adjective(following + 1) is None:
                return False
            following += 2
        return (
            following < len(self._words)
            and (self._is_word(following) or (names and self._words[following][:1].isupper()))
            and agree(self._folded[place], self._folded[following])
        )

    def _take_noun(
        self, phrase: Phrase, noun: Noun, size: int, *, accusative: bool = False
    ) -> None:
        phrase.noun = noun
        folded = self._folded[self._place]
        phrase.plural = noun.is_plural(folded) or (accusative and folded.endswith("ουσ"))
        self._holy = self._holy or noun.english.split()[-1] in _HOLY_PLACES
        self._place += size

    def _as_adjective(self, place: int) -> str | None:
        word = self._words[place]
        if word in _SHORT_COMPASS_POINTS:
            return _SHORT_COMPASS_POINTS[word] if self._is_before_place(place) else None
        folded = self._folded[place]
        english = (
            vocabulary().adjective(folded) or self._adjective(word) or learned_adjective(folded)
        )
        if english is None and self._agrees_with_next(place):
            # «Αγγειοχειρουργική Κλινική»: the name of a field is its adjective too.
            field = vocabulary().noun(folded)
            if field is not None and field.greek.endswith("ικη"):
                english = field.english
            elif field is not None and field.greek.endswith("ειο"):
                # «Ασκληπιείο Νοσοκομείο»
                english = None if is_genitive(self._folded[place + 1]) else field.english
        # Official names have Hellenic; a text that writes the adjective small speaks its own words.
        return "Greek" if english == "Hellenic" and word[:1].islower() else english

    def _is_before_place(self, place: int) -> bool:
        """Whether a place of the tables, or another adjective, comes next: Δ. Μακεδονίας."""
        if place + 1 >= len(self._words):
            return False
        word = self._words[place + 1]
        if word.endswith("ος"):
            return False
        known = self._look_up(to_nominative(word, case="gen")) or self._look_up(word)
        return self._folded[place + 1] in vocabulary().genitives or (
            known is not None and known.is_place
        )

    def _linked_adjective(self, phrase: Phrase) -> None:
        """«και» and the comma in Γεωλογικών και Μεταλλευτικών Ερευνών."""
        link = self._link(self._place)
        following = self._place + 1
        if link is None or following >= len(self._words):
            return
        if self._as_adjective(following) is None:
            return
        if not self._agreeing_head(following, names=True):
            return
        if not agree(self._folded[self._place - 1], self._folded[following]):
            return
        phrase.adjectives[-1] += link.rstrip()
        self._place += 1

    # --- names --------------------------------------------------------------------------------

    def _in_tables(self, phrase: Phrase, case: Case, *, several: bool) -> bool:
        """A name of the tables that begins here; of several words, or of one."""
        place = self._place
        if not self._words[place][:1].isupper() or self._link(place):
            return False
        end = place
        while end < len(self._words) and self._link(end) is None:
            end += 1
        sizes = [len(self._words) - place, end - place, *range(_LONGEST_NAME, 1, -1)]
        for size in dict.fromkeys(sizes) if several else (1,):
            if (size == 1) == several or size > len(self._words) - place:
                continue
            words = self._words[place : place + size]
            if self._folded[place + size - 1] in ARTICLES or _LINKS.get(words[-1]):
                continue
            if size == 1 and _INITIAL.fullmatch(words[0]):
                return False
            known = self._known(" ".join(words), case)
            if known is not None and known.is_person and size == 1:
                following = place + 1
                if following < len(self._words) and self._is_name(following, place, case):
                    return False
            if known is not None:
                phrase.name = known.english
                phrase.place = known.is_place
                phrase.adjectives = [_before_place(a, phrase.name) for a in phrase.adjectives]
                self._place += size
                return True
        return False

    def _known(self, name: str, case: Case) -> Known | None:
        """A name of the tables: a place or body, a person's, or one that does not decline."""
        known = self._look_up(to_nominative(name, case=case))
        if known is None and " " not in name and case == "gen" and name[-1:] in "ηήάα":
            known = self._look_up(to_nominative(name, type="PERSON", case=case))
        return known or self._look_up(name)

    def _proper(self, phrase: Phrase, case: Case | None) -> bool:
        """A name: of the tables, of a saint, in Latin letters, or one that nothing knows."""
        if case is None:
            return False
        if self._in_tables(phrase, case, several=False):
            return True
        place, end = self._place, self._place
        while end < len(self._words) and self._is_name(end, place, case):
            end += 1
        if end == place:
            return False
        phrase.name, phrase.place = self._sounded(self._words[place:end], case), True
        self._place = end
        return True

    def _is_name(self, place: int, begin: int, case: Case) -> bool:
        word, folded = self._words[place], self._folded[place]
        if word == "&" and _INITIAL.fullmatch(self._words[place - 1]):
            return True
        if self._link(place) or folded in PREPOSITIONS or folded in ARTICLES:
            return False
        if _CODE.fullmatch(word) or not word[:1].isupper():
            return False
        table = vocabulary()
        if table.noun(folded, word) or self._as_adjective(place):
            return False
        if table.phrase(self._folded, place):
            return False
        known = self._look_up(to_nominative(word, case=case)) if place > begin else None
        if known is not None and not known.is_person:
            return False
        # Unknown and like an adjective of the word behind it: no name.
        return not (looks_common(folded) and self._agrees_with_next(place))

    def _sounded(self, words: Sequence[str], case: Case | None) -> str:
        self.by_sound += 1
        self.strange += sum(looks_common(fold(word)) for word in words)
        if case is None:
            return self._render(" ".join(words))
        if len(words) == 1 and "-" in words[0]:
            # Two names in one case: Κοτυχίου-Στροφυλιάς.
            parts = words[0].split("-")
            return self._render("-".join(to_nominative(part, case=case) for part in parts))
        return self._render(to_nominative(" ".join(words), case=case))

    def _saint(self, phrase: Phrase) -> bool:
        place = self._place
        title = _SAINTS.get(self._folded[place])
        if title is None or not self._holy or place + 1 >= len(self._words):
            return False
        english = vocabulary().saints.get(self._folded[place + 1])
        if english is None:
            return False
        self._place += 2
        further: list[str] = []
        while not self._ended() and (epithet := vocabulary().saints.get(self._folded[self._place])):
            further.append(epithet)
            self._place += 1
        if english.startswith(("Holy ", "All ")):
            title = ""
        phrase.name, phrase.place = " ".join([title, english, *further]).strip(), True
        return True

    # --- what hangs on a head -----------------------------------------------------------------

    def _tails(self, phrase: Phrase, *, is_head: bool) -> None:
        while not self._ended():
            word, folded = self._words[self._place], self._folded[self._place]
            if self._link(self._place):
                return
            preposition = PREPOSITIONS.get(folded)
            if preposition and self._prepositional(phrase, folded, preposition):
                continue
            if _CODE.fullmatch(word):
                self._codes(phrase)
                continue
            if self._year(phrase) or self._numeral(phrase):
                continue
            if is_head and self._spot(phrase):
                continue
            if phrase.noun is not None and self._is_called(self._place, True):
                if not is_head and phrase.noun.join not in _HEADS:
                    # «Ομάδα Χορού Ζήτα»: the team is called so, not the dance.
                    return
                if not phrase.called and self._called(phrase):
                    continue
            group = self._group("gen", phrase.noun)
            if group is None:
                return
            phrase.tails.append(group)

    def _spot(self, phrase: Phrase) -> bool:
        """A name beside a bay or beach that is a word and no genitive: όρμος Ξύλα."""
        if phrase.noun is None or phrase.noun.english not in _SPOTS or phrase.called:
            return False
        word = self._words[self._place]
        is_last = self._place + 1 == len(self._words)
        if not is_last or is_genitive(self._folded[self._place]) or not word[:1].isupper():
            return False
        phrase.called = self._sounded([word], None)
        self._place += 1
        return True

    def _codes(self, phrase: Phrase) -> None:
        """A number or code, or several: νόμοι 4024/2011, 4051/2012 και 4093/2012."""
        phrase.number = f"{phrase.number} {_code(self._words[self._place])}".strip()
        self._place += 1
        while not self._ended() and (_SERIES.fullmatch(self._words[self._place])):
            phrase.number += f" {_code(self._words[self._place])}"
            self._place += 1
        while (link := self._link(self._place)) is not None:
            following = self._place + 1
            if following >= len(self._words) or not _CODE.fullmatch(self._words[following]):
                return
            phrase.number += link + _code(self._words[following])
            self._place += 2

    def _prepositional(self, phrase: Phrase, folded: str, preposition: str) -> bool:
        begin = self._place
        self._place += 1
        if not self._ended() and self._folded[self._place] in IN | {"απο"}:
            self._place += 1
        group = self._group("acc", None)
        if group is None:
            self._place = begin
            return False
        group.preposition = preposition
        if folded in IN and folded != "σε":
            group.phrases[0].definite = True
        if preposition == "for" and phrase.noun and phrase.noun.preposition == "on":
            group.preposition = "on"
        phrase.tails.append(group)
        return True

    def _year(self, phrase: Phrase) -> bool:
        """«του 1896»."""
        following = self._place + 1
        if self._folded[self._place] not in ARTICLES or following >= len(self._words):
            return False
        if not re.fullmatch(r"\d{4}", self._words[following]):
            return False
        phrase.tails.append(Group([Phrase(name=self._words[following], place=True)]))
        self._place += 2
        return True

    def _numeral(self, phrase: Phrase) -> bool:
        """A letter as a numeral behind the head: Ημερολόγιο Β΄."""
        number = ordinal_of(self._words[self._place])
        if number is None or self._words[self._place][0].isdigit():
            return False
        phrase.number = f"{phrase.number} {_roman(number)}".strip()
        self._place += 1
        return True

    def _called(self, phrase: Phrase) -> bool:
        """A name in apposition, which is no genitive: Ινστιτούτο Μαξ Πλανκ, μουσείο Guggenheim."""
        place, end = self._place, self._place
        while end < len(self._words) and self._is_called(end, end == place):
            end += 1
        if end == place:
            return False
        words = self._words[place:end]
        known = self._look_up(" ".join(words))
        if known is not None and known.is_place:
            phrase.tails.append(Group([Phrase(name=known.english, place=True)]))
        elif known is not None:
            phrase.called = known.english
        elif all(_LATIN.fullmatch(word) for word in words):
            phrase.called = " ".join(words)
        else:
            phrase.called = self._sounded(words, None)
        self._place = end
        return True

    def _is_called(self, place: int, first: bool) -> bool:
        word, folded = self._words[place], self._folded[place]
        if word == "&" and not first and _INITIAL.fullmatch(self._words[place - 1]):
            return True
        if _LATIN.fullmatch(word):
            return True
        if self._link(place) or folded in PREPOSITIONS or folded in ARTICLES:
            return False
        if not word[:1].isupper() or _CODE.fullmatch(word):
            return False
        table = vocabulary()
        if table.noun(folded, word) or self._as_adjective(place):
            return False
        if table.phrase(self._folded, place) or folded in table.genitives:
            return False
        if folded in _SAINTS or (word.isupper() and self._look_up(word) is not None):
            return False
        if not first or _INITIAL.fullmatch(word):
            return True
        # Λαγκαδά is the genitive of Λαγκαδάς.
        may_be_name = not is_genitive(folded) or folded.endswith("οσ")
        return may_be_name and to_nominative(word, case="gen") == word

    def _group(self, case: Case, governor: Noun | None) -> Group | None:
        """Phrases in one case, joined by links."""
        begin = self._place
        first = self._phrase(case)
        if first is None:
            self._place = begin
            return None
        group = Group([first])
        while (link := self._link(self._place)) is not None:
            before = self._place
            self._place += 1
            while self._link(self._place) is not None:
                link = self._link(self._place) or link
                self._place += 1
            if not self._ended() and governor and self._is_higher(governor, group.phrases[-1]):
                self._place = before
                break
            following = None if self._ended() else self._phrase(case)
            if following is None:
                self._place = before
                break
            group.phrases.append(following)
            group.links.append(link)
        return group

    def _is_higher(self, governor: Noun, last: Phrase) -> bool:
        """Whether what comes is joined to the governor, not to what hangs on it.

        Προστασίας Περιβάλλοντος και Πολιτικής Προστασίας: protection goes with protection.
        """
        if governor.join not in {"tail", "act"} or _is_action(last):
            return False
        place = self._place
        table = vocabulary()
        while place < len(self._words):
            found = table.phrase(self._folded, place)
            if found is not None:
                return found[1].is_deed
            noun = table.noun(self._folded[place])
            if noun is not None:
                return noun.is_deed
            if self._as_adjective(place) is None:
                return False
            place += 1
        return False


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


def _is_action(phrase: Phrase) -> bool:
    return phrase.noun is not None and phrase.noun.is_deed


def _before_place(adjective: str, place: str) -> str:
    """A point of the compass as it stands before a place: Northern Greece, South Aegean."""
    if place.split()[-1] in _SHORT_COMPASS:
        return adjective
    word, mark, rest = adjective.partition(" ")
    return _COMPASS.get(word.rstrip(","), word) + mark + rest if word in _COMPASS else adjective


def _code(word: str) -> str:
    """A number of a law: 2006/77/ΕΚ is 2006/77/EC, ΦΕΚ 763/Β΄ is 763/B."""
    for greek, english in _UNIONS.items():
        if word.endswith("/" + greek):
            return word[: -len(greek)] + english
    return word.rstrip("'’΄´").translate(_LETTERS_OF_SERIES)


def _roman(number: int) -> str:
    tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"][number // 10 % 10]
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
    return tens + ones
