"""Numbers behind a head: of laws, of series, and letters as numerals."""

from __future__ import annotations

import re

from greeknews_ner.names.translation.ordinals import ordinal_of
from greeknews_ner.names.translation.reading import Reading
from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import ARTICLES
from greeknews_ner.names.translation.words import CODE, SERIES

_LETTERS_OF_SERIES = str.maketrans("ΑΒΓΔΕΖΗΘΙΚΛΜΝΟΠΡΣΤΥΦΧ", "ABCDEZHTIKLMNOPRSTYFX")
_UNIONS = {"ΕΚ": "EC", "ΕΕ": "EU", "ΕΟΚ": "EEC", "ΕΥΡΑΤΟΜ": "Euratom"}


def codes(reading: Reading, phrase: Phrase) -> None:
    """A number or code, or several: νόμοι 4024/2011, 4051/2012 και 4093/2012."""
    phrase.number = f"{phrase.number} {_code(reading.words[reading.place])}".strip()
    reading.place += 1
    while not reading.ended() and (SERIES.fullmatch(reading.words[reading.place])):
        phrase.number += f" {_code(reading.words[reading.place])}"
        reading.place += 1
    while (link := reading.link(reading.place)) is not None:
        following = reading.place + 1
        if following >= len(reading.words) or not CODE.fullmatch(reading.words[following]):
            return
        phrase.number += link + _code(reading.words[following])
        reading.place += 2


def year(reading: Reading, phrase: Phrase) -> bool:
    """A year behind a head: «του 1896»."""
    following = reading.place + 1
    if reading.folded[reading.place] not in ARTICLES or following >= len(reading.words):
        return False
    if not re.fullmatch(r"\d{4}", reading.words[following]):
        return False
    phrase.tails.append(Group([Phrase(name=reading.words[following], place=True)]))
    reading.place += 2
    return True


def numeral(reading: Reading, phrase: Phrase) -> bool:
    """A letter as a numeral behind the head: Ημερολόγιο Β΄."""
    number = ordinal_of(reading.words[reading.place])
    if number is None or reading.words[reading.place][0].isdigit():
        return False
    phrase.number = f"{phrase.number} {_roman(number)}".strip()
    reading.place += 1
    return True


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
