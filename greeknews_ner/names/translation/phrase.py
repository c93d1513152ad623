"""Translation of a noun phrase: adjectives, head, and the genitives that hang on it.

Υπουργείο Προστασίας του Πολίτη is a head with a genitive that has a genitive of its own. English
puts some genitives behind the head (Ministry *of* …) and some before it (*Citizen* Protection);
the table of nouns says which head does what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.translation.agreement import is_genitive
from greeknews_ner.names.translation.ordinals import ordinal, ordinal_of
from greeknews_ner.names.translation.parser import (
    Adjective,
    LookUp,
    Parser,
    Render,
    spelt_out,
    tokens,
)
from greeknews_ner.names.translation.tree import Known
from greeknews_ner.names.translation.vocabulary import ARTICLES, PREPOSITIONS, vocabulary
from greeknews_ner.names.translation.words import ACRONYM
from greeknews_ner.names.translation.writer import other_order, write, write_group

__all__ = ["Known", "Translation", "translate"]

_SMALL = ARTICLES | PREPOSITIONS.keys() | {"και"}
_OF_PLACES = frozenset({"Battle", "Siege", "Massacre", "Gorge", "Gulf", "Desert", "Strait"})
_REPUBLIC = {"Democracy": "Republic"}
_FEW_WORDS = 2
_MONTH = 4
_MONTHS = {
    "ιανο": "January", "φεβρ": "February", "μαρτ": "March", "απρι": "April", "μαιο": "May",
    "μαη": "May", "ιουν": "June", "ιουλ": "July", "αυγο": "August",
    "σεπτ": "September", "οκτω": "October", "νοεμ": "November", "δεκε": "December",
}  # fmt: skip
_SERIES = {"Α": "A", "Β": "B", "Γ": "C"}
_IN_BRACKETS = re.compile(r"(?<=\S)\s*\(.*$")
_UNION = re.compile(r"\((?:ΕΕ|ΕΚ|ΕΟΚ|ΕΚΑΧ|Ευρατόμ|ΕΥΡΑΤΟΜ|ΕΕ, Ευρατόμ)\)\s*(?=\D{0,20}\d)")
_NUMBER_ALONE = re.compile(r"(?:υπ['’΄ʼό]?\s*)?(?:αριθμ?|αριθμόν?)\.?\s*(\d[\d./]*)")
_END = re.compile(r"(?<=\d)\.$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")


@dataclass(frozen=True, slots=True)
class Translation:
    """An English phrase.

    Attributes:
        english: The phrase.
        whole: Whether every word was translated; some were transliterated otherwise.
        alternatives: The same with the genitive on the other side: Senate of Montana, Montana
            Senate.
        sounded: Whether a name in it is spelt by its sound.
        loose: Whether the head is no word for a body, so that the name may be one that is spelt:
            Νέα Σελίδα.
        strange: Whether so much of it is transliterated that the whole had better be.
    """

    english: str
    whole: bool
    alternatives: tuple[str, ...] = ()
    strange: bool = False
    sounded: bool = False
    loose: bool = False


def translate(
    name: str,
    *,
    look_up: LookUp,
    render: Render,
    render_address: Render | None = None,
    adjective: Adjective = lambda word: None,
    is_title: bool = False,
) -> Translation | None:
    """Translate a name whose head is a noun of the vocabulary.

    Args:
        name: Nominative.
        look_up: English of names that the tables hold; asked for the parts of the name.
        render: Rendering of the proper names in it.
        render_address: Rendering of names of streets, which stay in the genitive; ``render``
            where it is not given.
        adjective: English of adjectives that the vocabulary lacks, such as those of nations.
        is_title: Whether it is the title of a work, which keeps its genitives behind the head.

    Returns:
        None when the head is not in the vocabulary.
    """
    name = _END.sub("", name)
    if number := _NUMBER_ALONE.fullmatch(name):
        return Translation(f"No. {number[1]}", whole=True)
    words = spelt_out(tokens(_IN_BRACKETS.sub("", _UNION.sub("", name))))
    if not words:
        return None
    address = _address(words, render_address or render, look_up)
    if address is not None:
        return Translation(address, whole=True)
    while len(words) > 1 and fold(words[-1]) in _SMALL:
        words.pop()
    year = words.pop() if len(words) > _FEW_WORDS and _YEAR.fullmatch(words[-1]) else ""
    if year and fold(words[-1]) in ARTICLES:
        words.append(year)
        year = ""
    parser = Parser(words, look_up, render, adjective)
    if (date := _date(words)) is not None and len(words) > _FEW_WORDS:
        rest = translate(
            " ".join(words[2:]),
            look_up=look_up,
            render=render,
            render_address=render_address,
            adjective=adjective,
        )
        return replace(rest, english=f"{date}, {rest.english}", alternatives=()) if rest else None
    if date is not None:
        return Translation(date, whole=True)
    constituency = _constituency(words, look_up)
    if constituency is not None:
        return Translation(constituency, whole=True)
    numbered = _numbered(words, look_up)
    if numbered is not None:
        return Translation(f"{numbered} {year}".rstrip(), whole=True)
    phrase = parser.name()
    if phrase is None:
        # «υπουργοί Εξωτερικών και Πολέμου» begins with an expression that goes on.
        parser = Parser(words, look_up, render, adjective, expressions=False)
        phrase = parser.name()
    if phrase is None:
        parser = Parser(words, look_up, render, adjective)
        group = parser.names()
        if group is not None and not parser.strange and not parser.by_sound:
            return Translation(write_group(group), whole=True, loose=True)
        body = Parser(words, look_up, render, adjective).letters()
        if body is None:
            return None
        letters, group = body
        return Translation(f"{letters} {write_group(group)}", whole=True)
    if is_title and phrase.noun is not None and phrase.noun.join not in {"after", "before"}:
        phrase.noun = replace(phrase.noun, join="of")
    english = f"{write(phrase)} {year}".rstrip()
    other = other_order(phrase)
    content = [
        w for w in words if fold(w) not in ARTICLES | {"και"} and fold(w) not in PREPOSITIONS
    ]
    # What a lake or battle is called is a name, whatever its ending: Λίμνη Τανγκανίκα.
    has_name = phrase.noun is not None and (
        phrase.noun.join == "after" or phrase.noun.english in _OF_PLACES
    )
    strange = not has_name and (
        parser.strange > 1 or (parser.strange == 1 and len(content) <= _FEW_WORDS)
    )
    whole = not parser.strange and not parser.before_head
    return Translation(
        english,
        whole,
        alternatives=(other,) if other and other != english else (),
        strange=strange,
        sounded=parser.by_sound > 0,
        loose=phrase.noun is None or phrase.noun.join == "tail",
    )


def _numbered(words: Sequence[str], look_up: LookUp) -> str | None:
    """What the tables know, with an ordinal before it: 83η Διεθνής Έκθεση Θεσσαλονίκης."""
    is_enough = len(words) > _FEW_WORDS or ACRONYM.fullmatch(words[-1]) is not None
    number = ordinal_of(words[0]) if len(words) > 1 and is_enough else None
    known = look_up(" ".join(words[1:])) if number is not None else None
    return f"{ordinal(number)} {known.english}" if known is not None and number else None


def _date(words: Sequence[str]) -> str | None:
    """The day with which a feast begins: 25η Νοεμβρίου, November 25."""
    if len(words) < _FEW_WORDS or not words[0][:1].isdigit():
        return None
    number, month = ordinal_of(words[0]), _MONTHS.get(fold(words[1])[:_MONTH])
    return f"{month} {number}" if number is not None and month is not None else None


def _constituency(words: Sequence[str], look_up: LookUp) -> str | None:
    """A constituency called by its letter: Β΄ Αθηνών, Athens B."""
    if len(words) != _FEW_WORDS or words[0][:1] not in _SERIES or ordinal_of(words[0]) is None:
        return None
    name, kind = vocabulary().genitives.get(fold(words[1]), ("", "thing"))
    if kind == "thing":
        known = look_up(to_nominative(words[1], type="GPE", case="gen"))
        name = known.english if known is not None and known.is_place else ""
    return f"{name} {_SERIES[words[0][:1]]}" if name else None


def _address(words: Sequence[str], render: Render, look_up: LookUp) -> str | None:
    """A street, avenue or square, with the number before it: 10 Lepsius Street."""
    noun = vocabulary().noun(fold(words[0]))
    if len(words) > 1 and words[-1].isdigit() and is_genitive(fold(words[0])):
        street = look_up(f"Οδός {' '.join(words[:-1])}") or look_up(
            f"Λεωφόρος {' '.join(words[:-1])}"
        )
        if street is not None:
            # Πανεπιστημίου 30
            return f"{words[-1]} {street.english}"
    if noun is None or noun.join != "before" or len(words) == 1:
        return None
    rest = [word for word in words[1:] if fold(word) not in ARTICLES]
    city = look_up(to_nominative(rest[0], type="GPE", case="gen")) if len(rest) == 1 else None
    is_city = city is not None and city.is_place and not city.is_person
    is_square = noun.english == "Square" and city is not None and not city.is_country
    is_square = is_square and vocabulary().noun(fold(rest[0]), rest[0]) is None
    if city is not None and is_city and (len(words) > _FEW_WORDS or is_square):
        # «λεωφόρος της Αθήνας» has an article, which the names of streets have not; squares are
        # called by the place itself, Kypseli Square.
        return f"{city.english} {noun.english}"
    if noun.english == "Square" and len(words) == _FEW_WORDS + 1 and len(rest) == 1:
        # Squares abroad have an article and are translated: πλατεία της Ανεξαρτησίας.
        called = vocabulary().noun(fold(rest[0]), rest[0])
        is_thing = called is not None and called.join != "who"
        if called is not None and is_thing and not called.is_plural(fold(rest[0])):
            return f"{_REPUBLIC.get(called.english, called.before)} {noun.english}"
    inner = vocabulary().noun(fold(rest[0])) if rest else None
    if inner is not None and inner.join == "before" and len(rest) > 1:
        # «οδός Λεωφόρου Νίκης»
        noun, rest = inner, rest[1:]
    number = rest.pop() if len(rest) > 1 and rest[-1][:1].isdigit() else ""
    if not rest:
        return None
    plural = noun.is_plural(fold(words[0]))
    names = _names(rest)
    english = " ".join(part if part in {"and", ","} else render(part) for part in names).replace(
        " ,", ","
    )
    return " ".join(
        part for part in (number, english, noun.plural if plural else noun.english) if part
    )


def _names(words: Sequence[str]) -> list[str]:
    """Names between commas and «και», each as one."""
    names: list[str] = []
    begin = True
    for word in words:
        if word in {",", "και", "&"}:
            names.append("," if word == "," else "and")
            begin = True
        elif begin:
            names.append(word)
            begin = False
        else:
            names[-1] += f" {word}"
    return names
