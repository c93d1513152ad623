"""Where a name begins and ends among quotes, brackets, dashes and slashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Range = tuple[int, int]
"""Start and end of a part of a text, in characters."""

CLOSER_OF = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»", "“": "”", "„": "“", "‘": "’"}
"""Signs that open, and what closes each."""

_CLOSERS = frozenset(CLOSER_OF.values())
_QUOTES = frozenset("«»“”„‘’\"'`´΄ʹʼ")
_JOINTS = frozenset("-‐‑‒–—―−/\\|~_=")
_POINTS = frozenset(",;:·…•*#¶§→>")
_PAIRED = (_CLOSERS | frozenset(CLOSER_OF) | {'"'}) - {"’"}
EDGES = _CLOSERS | frozenset(CLOSER_OF) | _QUOTES | _JOINTS | _POINTS
"""Signs that no name begins or ends with, unless they close what opened inside it."""

_SIGN = re.compile(f"[@{re.escape(''.join(sorted(EDGES)))}]")
_NUMERAL = re.compile(r"(?<!\w)[Α-ΩIVX]{1,2}[΄΄ʹ´'’]\Z")
# A sentence that ends inside a token: «ΔΕΗ.Η δημόσια εταιρεία», «είπε ο Ρήγας.«Η έξοδος». Neither
# abbreviations, which break off behind a consonant, nor acronyms in pieces (ΚΙΝ.ΑΛ) end one.
_VOWEL = "αειουηωάέίόύήώϊϋΐΰ"
_FULL_STOP = re.compile(
    rf"(?<=[α-ωά-ώ]{{3}}[{_VOWEL}ς])[.;](?=[Α-ΩΆ-Ώ0-9«]|\Z)"
    r"|(?<=[Α-Ω]{3})[.;](?=[Α-ΩΆ-Ώ][α-ωά-ώ]|[ΟΗ](?!\w)|[0-9«])"
    r"|(?<=\b[0-9]{4})\.(?=[Α-ΩΆ-Ώ])"
)
_HANDLE = re.compile(r"@\w+")


def has_signs(text: str) -> bool:
    """Whether a text holds any sign that may stand at an edge; most names hold none."""
    return _SIGN.search(text) is not None or _FULL_STOP.search(text) is not None


def is_handle(text: str) -> bool:
    """Whether a text is an account's handle: ``@KathimeriniWeb``.

    Args:
        text: A span's text, with or without brackets around it.
    """
    return _HANDLE.fullmatch(text.strip("()[]{} \u200b")) is not None


def clean_ranges(text: str) -> list[Range]:
    """The parts of a span that are names, without loose signs at their edges.

    A bracket or quote without its other half cuts the span there. Of the two halves the longer one
    is the name; an acronym in a bracket, «Κοινής Αγροτικής Πολιτικής (ΚΑΠ», is one as well.

    Args:
        text: A span as a name finder gave it.

    Returns:
        Ranges in order of appearance, each with a letter or figure at least; none where the text
        has neither.
    """
    cuts = sorted({*_unpaired(text), *(stop.start() for stop in _FULL_STOP.finditer(text))})
    if not cuts:
        found = _trimmed(text, 0, len(text))
        return [found] if found else []
    bounds = [-1, *cuts, len(text)]
    # A cut may part a sign from its other half, which then cuts in its turn.
    parts = [
        (before + 1 + start, before + 1 + end)
        for before, after in pairwise(bounds)
        for start, end in clean_ranges(text[before + 1 : after])
    ]
    if not parts:
        return []
    longest = max(parts, key=lambda part: part[1] - part[0])
    return [
        part
        for part in parts
        if part == longest or _is_bracketed_acronym(text, part, before=text[: part[0]])
    ]


def _is_bracketed_acronym(text: str, part: Range, before: str) -> bool:
    name = text[slice(*part)]
    letters = [char for char in name if char.isalpha()]
    return before.endswith("(") and len(letters) > 1 and name.isupper() and " " not in name


def _trimmed(text: str, start: int, end: int) -> Range | None:
    """The range without signs at its edges that belong to its surroundings."""
    while start < end:
        pairs = dict(_pairs(text, start, end))
        first, last = text[start], text[end - 1]
        if first.isspace() or (first in EDGES and not _opens_inside(pairs, start, end)):
            start += 1
        elif _NUMERAL.search(text, start, end):
            # A letter with a keraia is a number: Ελισάβετ Β΄.
            break
        elif last.isspace() or (last in EDGES and end - 1 not in pairs.values()):
            end -= 1
        elif pairs.get(start) == end - 1 and first in EDGES:
            start, end = start + 1, end - 1
        else:
            break
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return start, end


def _opens_inside(pairs: dict[int, int], start: int, end: int) -> bool:
    """Whether the first sign opens what closes inside: «Νέα» Δημοκρατία."""
    return pairs.get(start, end) < end


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Positions of every sign that opens and of the sign that closes it."""
    open_signs: list[tuple[int, str]] = []
    for place in range(start, end):
        sign = text[place]
        if open_signs and _closes(text, place, open_signs[-1][1]):
            yield open_signs.pop()[0], place
        elif sign in CLOSER_OF:
            open_signs.append((place, CLOSER_OF[sign]))
        elif sign == '"':
            open_signs.append((place, sign))


def _closes(text: str, place: int, wanted: str) -> bool:
    if text[place] != wanted:
        return False
    # An apostrophe inside a word closes nothing: ‘Ζαν ντ’Αρκ’.
    inside = wanted == "’" and place + 1 < len(text) and text[place + 1].isalpha()
    return not inside


def _unpaired(text: str) -> list[int]:
    """Positions of brackets and quotes whose other half is missing, but not at the edges."""
    paired = {place for pair in _pairs(text, 0, len(text)) for place in pair}
    return [
        place
        for place, sign in enumerate(text)
        if place not in paired
        and (sign in CLOSER_OF or (sign in _CLOSERS and sign != "’") or sign == '"')
    ]
