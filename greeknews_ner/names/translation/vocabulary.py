"""The words of which names of bodies are made, Greek to English, as tables hold them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from greeknews_ner.names.stem import stems_of_folded
from greeknews_ner.names.translation.word_forms import (
    adjective_nominatives,
    is_oxytone,
    is_plural,
    may_be_accented,
    noun_nominatives,
)

Join = Literal["of", "attr", "either", "tail", "act", "who", "after", "before"]
"""How a noun takes the genitive behind it: Bank *of* Greece, Security Council (*attr*, the genitive
goes before it), *either* by the genitive's number, *tail* (mostly a genitive itself), *act* (an
English -ing that takes its object at once: Combating Crime), *who* (persons), Mount Olympus
(*after* it, untranslated), Ermou Street (*before* it, as it stands)."""

PREPOSITIONS: dict[str, str] = {
    "για": "for",
    "κατα": "against",
    "εναντιον": "against",
    "εναντια": "against",
    "υπερ": "for",
    "με": "with",
    "σε": "in",
    "στο": "in",
    "στη": "in",
    "στην": "in",
    "στον": "in",
    "στουσ": "in",
    "στισ": "in",
    "στα": "in",
    "περι": "on",
    "επι": "on",
    "απο": "from",
    "προσ": "to",
    "μεσω": "through",
    "μεταξυ": "between",
    "υπο": "under",
    "μετα": "after",
    "μεχρι": "until",
    "διχωσ": "without",
    "χωρισ": "without",
}
BESIDE: dict[str, str] = {
    "διπλα": "next to",
    "πλαι": "beside",
    "πανω": "on",
    "επανω": "on",
    "κατω": "under",
    "μεσα": "inside",
    "πισω": "behind",
    "μπροστα": "in front of",
    "κοντα": "near",
    "περα": "beyond",
    "εξω": "outside",
    "γυρω": "around",
    "αναμεσα": "among",
    "πριν": "before",
    "υστερα": "after",
    "μακρια": "far from",
}
"""Adverbs that are prepositions before «σε» or «από»: δίπλα στο ποτάμι, next to the river."""
IN = frozenset({"σε", "στο", "στη", "στην", "στον", "στουσ", "στισ", "στα"})
ARTICLES = frozenset({"του", "τησ", "των", "τη", "την", "το", "τον", "τισ", "τουσ", "τα"})
# What ends the English of a noun: no plural, an abstract word, the plural before another noun.
_DEEDS = ("ση", "ξη", "ψη", "προστασια", "εποπτεια", "φυλακη", "ισμοσ", "ελεγχοσ", "ασμοσ")
_MARKS = re.compile(r"[\u0300-\u036f.]")
_BEGINNING = 3
_COUNTLESS, _ABSTRACT, _PLURAL_BEFORE = "|", "~", "+"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun, or a fixed expression of several words, as the table has it.

    Attributes:
        greek: Nominative, folded.
        english: Singular, capitalised.
        plural: Plural.
        before: Plural as it stands before another noun: Arts Center, but Weapon Systems.
        join: How it takes a genitive.
        preposition: What joins a genitive that does not stand before it: General Secretariat *for*.
        bare: Whether it takes no article: Protection, Technology.
    """

    greek: str
    english: str
    plural: str
    before: str
    join: Join
    preposition: str
    bare: bool

    @property
    def is_deed(self) -> bool:
        """Whether it says what is done to something: protection, management."""
        return self.join == "act" or (self.join == "tail" and self.greek.endswith(_DEEDS))

    def is_plural(self, word: str) -> bool:
        """Whether a folded form of it is in the plural; persons of foreign words are many."""
        if self.join == "who" and self.greek.endswith("ρ"):
            return True
        return is_plural(word, self.greek.split()[0])


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the words.

    Attributes:
        nouns: Of one word, by folded nominative, with the row in which it stands and whether the
            accent is on its last syllable.
        phrases: Of several words, folded, by how the first begins; the longest first.
        adjectives: English by folded masculine.
        genitives: English of genitives that mean something of their own, by folded phrase, and
            whether it is a ``thing``, a ``place`` or a ``country``.
        saints: English of the names of saints by folded form.
    """

    nouns: dict[str, list[tuple[int, bool, Noun]]]
    phrases: dict[str, list[tuple[tuple[str, ...], Noun]]]
    adjectives: dict[str, str]
    genitives: dict[str, tuple[str, str]]
    saints: dict[str, str]

    def noun(self, word: str, surface: str = "") -> Noun | None:
        """The noun that a folded word is a form of; a nominative first, then the first row.

        Args:
            word: The word, folded.
            surface: As it is written; its accent tells νόμου from νομού.
        """
        for forms in ((word,), noun_nominatives(word)):
            found = [
                (row, noun)
                for nominative in forms
                for row, is_oxytone, noun in self.nouns.get(nominative, ())
                if may_be_accented(surface, is_oxytone=is_oxytone)
            ]
            if found:
                return min(found, key=lambda pair: pair[0])[1]
        return None

    def adjective(self, word: str) -> str | None:
        """English of the adjective that a folded word is a form of."""
        for masculine in adjective_nominatives(word):
            if masculine in self.adjectives:
                return self.adjectives[masculine]
        return None

    def phrase(self, words: Sequence[str], place: int) -> tuple[int, Noun] | None:
        """The longest expression that begins at a place of folded words, and how long it is."""
        for parts, noun in self.phrases.get(words[place][:_BEGINNING], ()):
            end = place + len(parts)
            if end <= len(words) and all(map(_is_form_of, words[place:end], parts)):
                return len(parts), noun
        return None


def _is_form_of(word: str, part: str) -> bool:
    return word == part or _stem(word) == _stem(part) or part in noun_nominatives(word)


def _stem(word: str) -> str:
    return stems_of_folded(word)[0] if word and " " not in word else word


@cache
def vocabulary() -> Vocabulary:
    """The shipped tables, read once; ``vocabulary.cache_clear()`` frees them."""
    nouns: dict[str, list[tuple[int, bool, Noun]]] = {}
    for number, (greek, english, join, written) in enumerate(_rows("nouns.tsv")):
        spellings = greek.split("/")
        noun = _noun(spellings[0], english, join)
        for spelling, accented in zip(spellings, written.split("/"), strict=True):
            nouns.setdefault(spelling, []).append((number, is_oxytone(accented), noun))
    phrases: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for greek, english, join, _ in _rows("phrases.tsv"):
        row = (tuple(greek.split()), _noun(greek, english, join))
        phrases.setdefault(greek[:_BEGINNING], []).append(row)
    for found in phrases.values():
        found.sort(key=lambda row: -len(row[0]))
    return Vocabulary(
        nouns=nouns,
        phrases=phrases,
        adjectives=_by_spelling("adjectives.tsv"),
        genitives={greek: (english, kind) for greek, english, kind, _ in _rows("genitives.tsv")},
        saints=_by_spelling("saints.tsv"),
    )


def _by_spelling(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for greek, english, _ in _rows(table):
        for spelling in greek.split("/"):
            found.setdefault(spelling, english)
    return found


def _noun(greek: str, english: str, join: str) -> Noun:
    join, _, preposition = join.partition("/")
    text = english.rstrip(_ABSTRACT + _PLURAL_BEFORE)
    marks = english[len(text) :]
    countless = text.endswith(_COUNTLESS)
    singular, _, plural = text.partition(_COUNTLESS)
    plural = plural or (singular if countless else plural_of(singular))
    return Noun(
        greek=greek,
        english=singular,
        plural=plural,
        before=plural if _PLURAL_BEFORE in marks else singular,
        join=cast("Join", join),
        preposition=preposition or "of",
        bare=countless or _ABSTRACT in marks,
    )


def plural_of(english: str) -> str:
    """The regular plural of an English noun, or of the last word of an expression."""
    if english.endswith(("ss", "sh", "ch", "x")):
        return english + "es"
    if english.endswith("s"):
        return english
    if english.endswith("y") and english[-2:-1] not in "aeiou":
        return english[:-1] + "ies"
    if english.endswith("man"):
        return english[:-3] + "men"
    return english + "s"


def _rows(table: str) -> Iterator[list[str]]:
    """The rows of a table, the Greek folded, and at the end as it is written."""
    folder = files("greeknews_ner") / "resources" / "names" / "translation"
    _, *lines = (folder / table).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    # Folded in one go: word by word it would be most of the time that loading takes.
    letters = unicodedata.normalize("NFD", "\n".join(row[0] for row in rows).casefold())
    for row, greek in zip(rows, _MARKS.sub("", letters).split("\n"), strict=True):
        yield [greek, *row[1:], row[0]]
