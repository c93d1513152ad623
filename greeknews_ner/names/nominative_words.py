"""A name taken apart into words as they would stand in running text, and put together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from greeknews_ner.names.declension import analyse
from greeknews_ner.names.declension_accent import accent_of, accented, nuclei, unaccent
from greeknews_ner.names.declension_words import cells_of, irregular, known
from greeknews_ner.names.letter_case import (
    capitalised,
    has_greek,
    is_shouted,
    with_initial_accent,
    with_likely_accent,
)
from greeknews_ner.names.nominative_context import is_article
from greeknews_ner.names.nominative_heads import is_acronym
from greeknews_ner.names.nominative_phrase import is_particle
from greeknews_ner.names.nominative_tables import is_person_in_tables, spelling

# A point joins single letters (Ε.Ε., Σ.Ε.Β.), not an initial and a name (Γ.Παπανδρέου).
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’][^\W\d_]+|\.[^\W\d_](?![^\W_]))*\.?")
_LATIN = re.compile(r"[A-Za-z]")
_LONGEST_ACRONYM = 4
_LONGEST_CLIPPED = 3
_OF_PEOPLE = frozenset({"given", "family", "foreign", "noun"})
_ALWAYS_CAPITAL = frozenset({"PERSON", "GPE", "LOC"})
"""Types whose names are never written small, unless the whole text is."""
_ACCENTS = str.maketrans(
    {"\u0300": "\u0301", "\u0342": "\u0301", "\u0313": "", "\u0314": "", "\u0345": ""}
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart: what stands before each word, the words, what stands behind the last.

    Attributes:
        separators: What stands before each word.
        surfaces: The words as they were written.
        words: The words as they would stand in running text.
        tail: What stands behind the last word.
    """

    separators: list[str]
    surfaces: list[str]
    words: list[str]
    tail: str

    @classmethod
    def of(cls, name: str, type: str | None) -> Parts:
        """Take a name apart; its type helps to tell words in capitals from acronyms."""
        tidy = _monotonic(name)
        matches = list(_WORD.finditer(tidy))
        surfaces = [match.group() for match in matches]
        ends = [0, *(match.end() for match in matches)]
        separators = [
            tidy[previous : match.start()] for previous, match in zip(ends, matches, strict=False)
        ]
        return cls(separators, surfaces, _readable(surfaces, type), tidy[ends[-1] :])

    def joined(self, moved: Mapping[int, str], type: str | None) -> str:
        """The name with some of its words replaced."""
        pieces = [
            _written(moved.get(position, word), surface, type)
            for position, (word, surface) in enumerate(zip(self.words, self.surfaces, strict=True))
        ]
        return "".join(a + b for a, b in zip(self.separators, pieces, strict=True)) + self.tail


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, as they were written but for breathings and old accents."""
    return tuple(_WORD.findall(_monotonic(name)))


def _readable(words: Sequence[str], type: str | None) -> list[str]:
    """The words as they would stand in running text: not shouted, initial accents put back."""
    shouted = all(is_shouted(word) or len(word) < 3 or not has_greek(word) for word in words)
    if type in _ALWAYS_CAPITAL and all(map(str.islower, words)):
        # αλέξη τσίπρα, in a text that somebody has put into small letters
        if type != "PERSON" and len(words) == 1 and is_small_acronym(words[0], type):
            return [words[0].upper()]
        return [word if is_particle(word) else capitalised(word) for word in words]

    def is_family(word: str) -> bool:
        # Γιώργου ΜΑΥΡΙΔΗ, as invitations and lists write
        return type == "PERSON" and len(word) > _LONGEST_ACRONYM

    readable: list[str] = []
    for position, word in enumerate(words):
        if shouted and position and is_particle(word.lower()):
            readable.append(word.lower())
        elif shouted and not position and len(words) > 1 and is_article(word.lower()):
            # ΤΑ ΝΕΑ, not ΤΑ Πατρών
            readable.append(capitalised(word))
        elif (shouted or is_family(word)) and _is_spoken(word, type, alone=len(words) == 1):
            readable.append(capitalised(word))
        else:
            readable.append(word if _LATIN.search(word) else with_initial_accent(word))
    return readable


def is_small_acronym(word: str, type: str | None) -> bool:
    """Whether a word in small letters is an acronym: συριζα, δντ.

    It has no accent though it has several syllables, or no vowel, and is no listed name.

    Args:
        word: One word.
        type: Entity type; None where it is not known.
    """
    if accent_of(word) or not has_greek(word) or spelling(word, type) is not None:
        return False
    return len(nuclei(word)) != 1 or len(word) <= _LONGEST_CLIPPED


def _is_spoken(word: str, type: str | None, *, alone: bool) -> bool:
    """Whether a word in capitals is a word, not an acronym."""
    if not is_shouted(word) or "." in word or _LATIN.search(word):
        return False
    if type == "PERSON":
        return not alone or _is_known_person(word)
    if spelling(word, type) == word:
        return False
    if cells_of(word) or irregular(word) or known(word) or spelling(word, type) is not None:
        return True
    if type in ("GPE", "LOC", "NORP"):
        return not is_acronym(word)
    return not alone and not is_acronym(word)


def _is_known_person(word: str) -> bool:
    """Whether a word in capitals that stands alone is somebody's name: ΡΑΜΑ, not ΦΜΑ."""
    if len(word) > _LONGEST_ACRONYM:
        return True
    texts = {word, *(analysis.nominative for analysis in analyse(word))}
    return any(
        is_person_in_tables(text) or any(entry.kind in _OF_PEOPLE for entry in known(text))
        for text in texts
    )


def _written(piece: str, surface: str, type: str | None) -> str:
    """The piece with the spelling of the tables where its accent was hidden by capitals or lost."""
    shouted = is_shouted(surface)
    if not shouted and any(map(str.isupper, surface[1:])):
        # ΠΑΣΟΚος is no word whose accent was lost.
        return piece if accent_of(surface) else unaccent(piece)
    if is_shouted(piece) or not (shouted or _lacks_accent(piece)):
        return piece
    plain = unaccent(piece)
    for word in known(piece) or known(plain):
        if word.text[:1].isupper() and word.kind != "family":
            return word.text
    spelt = spelling(plain, type)
    if spelt is not None and spelt[:1].isupper():
        return spelt
    for analysis in analyse(piece):
        if any(
            (word.gender, word.number) == (analysis.cell.gender, analysis.cell.number)
            for word in known(analysis.nominative)
        ):
            return accented(plain, analysis.syllable)
    return with_likely_accent(piece) if shouted else piece


def _lacks_accent(word: str) -> bool:
    return len(nuclei(word)) > 1 and not accent_of(word)


def _monotonic(name: str) -> str:
    """NFC, with one accent for the three of the old orthography and without breathings."""
    decomposed = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", decomposed.translate(_ACCENTS))
