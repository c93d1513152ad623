"""What is no name inside a name: initials, numerals of rulers, elided particles, genitives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.greek_numerals import value_of

Piece = tuple[str, bool]

_APOSTROPHES = "'’ʼ΄ʹ´`᾽"
_SIGNS = frozenset(_APOSTROPHES)
_NUMERAL = re.compile(r"(?:Ι|Κ|ΚΙ)?(?:Α|Β|Γ|Δ|Ε|ΣΤ|Ϛ|Ζ|Η|Θ)|Ι|Κ")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ROMAN_IN_GREEK = re.compile("ΙΙΙ?|Χ{1,2}Ι{1,3}|ΙΧ|ΧΙΧ|ΧΧ")
_LIKE_ROMAN = str.maketrans("ΙΧ", "IX")
_INITIALS = {"τζ": "J", "ντ": "D", "μπ": "B", "γκ": "G", "ου": "W", "τσ": "C", "γι": "Y"}
_ELIDED = {"ο": "O", "ντ": "d", "λ": "l", "ντελ": "dell"}
_SIGN_AND_SPACE = 2
_LONGER_THAN_INITIALS = 3
_ARTICLES = frozenset({"του", "τησ", "των"})


def settle(pieces: Sequence[Piece]) -> list[Piece]:
    """Replace what needs no spelling; all else stays a word to be spelt.

    Numerals become Roman (``ΙΔ΄`` is XIV), initials single letters (``Τζ.`` is J.), an elided
    particle what it stands for (``Ο'Νιλ``, ``ντ' Αλαμπέρ``); a genitive behind an article becomes
    *of* and the nominative, or the English of a land.

    Args:
        pieces: As `greeknews_ner.names.rules.words.pieces_of` gives them.
    """
    pieces = [part for piece in pieces for part in _without_sign(piece)]
    settled: list[Piece] = []
    genitive = elided = False
    size = len(pieces)
    for number, (text, is_word) in enumerate(pieces):
        after = pieces[number + 1][0] if number + 1 < size else ""
        before = pieces[number - 1] if number else ("", False)
        if not is_word:
            dropped = before[1] and after_numeral(before[0], text)
            # Ο' Νιλ is one word in English.
            joined = elided and len(text) == _SIGN_AND_SPACE and text[1] == " "
            settled.append((text[1:] if dropped else text[:1] if joined else text, False))
            continue
        elided = False
        last = not any(word for _, word in pieces[number + 1 :])
        if number and after_numeral(text, after):
            settled.append((_roman(text), False))
        elif number and _ROMAN_IN_GREEK.fullmatch(text):
            settled.append((text.translate(_LIKE_ROMAN), False))
        elif after[:1] and after[0] in _APOSTROPHES and fold(text) in _ELIDED and not last:
            elided = True
            particle = _ELIDED[fold(text)]
            settled.append((particle if text.islower() else particle.capitalize(), False))
        elif after.startswith(".") and _is_initial(text, alone=last and not _follows_word(settled)):
            settled.append((initial_of(text), False))
        elif number and not last and text.islower() and fold(text) in _ARTICLES:
            settled.append(("of", False))
            genitive = True
        elif genitive and text[:1].isupper():
            settled.append(_land(_nominative(text)))
            genitive = False
        else:
            settled.append((text, True))
    return settled


def prefixes_of(settled: Sequence[Piece]) -> list[str]:
    """For each word the particle that English writes as one with it, in small letters: O'Neill.

    Args:
        settled: As `settle` gives it.
    """
    found = []
    for number, (_, is_word) in enumerate(settled):
        if not is_word:
            continue
        particle, sign = (
            (settled[number - 2][0], settled[number - 1][0]) if number > 1 else ("", "")
        )
        is_elided = sign in _SIGNS and particle.isascii() and particle.isalpha()
        found.append(particle.lower() if is_elided else "")
    return found


def _without_sign(piece: Piece) -> list[Piece]:
    # The Greek sign of numerals counts as a letter.
    text, is_word = piece
    bare = text.rstrip("΄")
    if not is_word or bare == text:
        return [piece]
    return [*([(bare, True)] if bare else []), ("'", False)]


def after_numeral(text: str, after: str) -> bool:
    """Whether ``text`` is a Greek numeral with its sign behind it."""
    sign = bool(after) and after[0] in _APOSTROPHES and (len(after) == 1 or after[1] in " -,")
    return sign and bool(_NUMERAL.fullmatch(text))


def roman_of(word: str) -> str:
    """The Roman numeral for a Greek one with its sign (``ΙΔ΄``), or for iotas and chis (``ΙΙΙ``).

    Args:
        word: One word.

    Returns:
        Empty for every other word.
    """
    if len(word) > 1 and after_numeral(word[:-1], word[-1]):
        return _roman(word[:-1])
    return word.translate(_LIKE_ROMAN) if _ROMAN_IN_GREEK.fullmatch(word) else ""


def _roman(numeral: str) -> str:
    value = value_of(numeral)
    found = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        found += letters * times
    return found


def _follows_word(settled: Sequence[Piece]) -> bool:
    """Whether a word to be spelt stands before: Παπαδοπούλου Μ. has its initial behind."""
    return any(is_word for _, is_word in settled)


def _is_initial(text: str, *, alone: bool) -> bool:
    """Whether a short word before a point is an initial; with nothing beside it Λι. is a name."""
    return len(text) < _LONGER_THAN_INITIALS and (
        not alone or len(text) == 1 or fold(text) in _INITIALS
    )


def initial_of(text: str) -> str:
    """A shortened given name without its point, in Latin letters: Τζ is J, Γ is G.

    Args:
        text: One or two Greek letters.
    """
    return _INITIALS.get(fold(text)) or to_elot743(text).capitalize()


def _land(word: str) -> Piece:
    from greeknews_ner.names.translation.lands import land, with_article

    english = land(word)
    return (with_article(english), False) if english else (word, True)


def _nominative(word: str) -> str:
    from greeknews_ner.names.nominative import to_nominative

    return to_nominative(word, case="gen")
