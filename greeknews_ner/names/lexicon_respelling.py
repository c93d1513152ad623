"""Other Greek spellings of one sound: Βηρυττός beside Βηρυτός, Λισσαβώνα beside Λισαβόνα.

Foreign names have no fixed orthography in Greek: newspapers write double letters and old vowels as
they like. The last letters are left alone, because they tell case and gender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["respellings"]

_LEAST_LETTERS = 5
_VOWELS = "αειηουω"
_LAST_CONSONANTS = ("σ", "ν")
_SPOTS = re.compile(
    r"(?:γγ|νγκ|γκ|αυ|([λσντπρκμβδφ])\1|αι|ει|οι|(?<=[αεηιουω])[λσντπρκμβδ](?=[αεηιουω])"
    r"|ο(?!υ)|ω|η|ι|(?<![αεο])υ|ε(?!υ))(?=[^ ])"
)
_SAME_SOUND = {
    "γγ": ("γκ", "νγκ"),
    "γκ": ("γγ", "νγκ"),
    "νγκ": ("γκ", "γγ"),
    "αι": ("ε",),
    "αυ": ("αι",),  # Ταϋλάνδη; keys have no dialytika
    "ε": ("αι",),
    "ω": ("ο",),
    "ο": ("ω",),
    "η": ("ι", "υ", "ει"),
    "ι": ("η", "υ", "ει"),
    "υ": ("ι", "η", "ει"),
    "ει": ("ι", "η", "υ"),
    "οι": ("ι", "η"),
}


def respellings(key: str, changes: int = 2) -> Iterator[list[str]]:
    """Keys that sound alike: those with one change, then those with two, and so on.

    Args:
        key: What `fold` gives for a Greek name.
        changes: How many letters or pairs of letters may be spelt otherwise.
    """
    if len(key) < _LEAST_LETTERS:
        return
    kept = _letters_of_endings(key)
    spots = [
        (spot.start(), spot.end(), _others(spot.group()))
        for spot in _SPOTS.finditer(key)
        if spot.start() not in kept
    ]
    made: list[tuple[int, str]] = [(len(spots), key)]
    for _ in range(changes):
        # From right to left, so that the places of spots to the left of a change stay true.
        made = [
            (number, respelt[:start] + other + respelt[end:])
            for last, respelt in made
            for number, (start, end, others) in enumerate(spots[:last])
            for other in others
        ]
        yield [respelt for _, respelt in made]


def _letters_of_endings(key: str) -> set[int]:
    """Places of the letters that tell case and gender: the last vowels of each word, and ς or ν."""
    places: set[int] = set()
    end = 0
    for word in key.split(" "):
        end += len(word)
        rest = word[:-1] if word.endswith(_LAST_CONSONANTS) else word
        places.update(range(end - len(word) + len(rest.rstrip(_VOWELS)), end))
        end += 1
    return places


def _others(sound: str) -> tuple[str, ...]:
    if sound in _SAME_SOUND:
        return _SAME_SOUND[sound]
    return (sound[0],) if len(sound) == 2 else (sound * 2,)
