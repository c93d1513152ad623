"""Letters of one script inside a word of another: Aρχές with a Latin A, ΑBC with a Greek Α.

A word is written in the one script that can hold all its letters; where both can, in the one
that holds most of them. Words that no script can hold stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from greeknews_ner._toml import load_toml

__all__ = ["mend_scripts"]

_GREEK = "\u0386\u0388-\u03ce"
_OTHER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0178\u0400-\u045f\u2206\u220f\u2211"
# Each pattern opens with the rare letters, so that Greek text is skipped at full speed.
_BESIDE_GREEK = re.compile(f"[{_OTHER}](?:(?=[{_GREEK}])|(?<=[{_GREEK}].))")
_CYRILLIC_BESIDE_LATIN = re.compile("[\u0400-\u045f](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
_GREEK_LETTER = re.compile(f"[{_GREEK}]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u00ff\u0178]")
_GREEK_ENDING = re.compile(f"[A-Za-z]{{2,}}[{_GREEK}]*[α-ωάέήίόύώϊϋΐΰ]{{2,}}$")
_ALONE = re.compile(r"[A-Zo](?<![\w.&/@'’-].)[A-Zo]*(?![\w&/@'’-]|\.\w)")
_OPENING = " \u00ab\"“‘'("


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the resource file holds.

    Attributes:
        to_greek: Code point of a look-alike → Greek letter.
        to_latin: Code point of a look-alike → Latin letter.
        articles: Words in Latin letters that are Greek before a Greek word.
        acronyms: Words in Latin letters that are Greek beside a Greek word.
    """

    to_greek: dict[int, str]
    to_latin: dict[int, str]
    articles: frozenset[str]
    acronyms: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    data = load_toml(files("greeknews_ner") / "resources" / "cleaning" / "look_alikes.toml")
    articles, acronyms = data["words"]["articles"], data["words"]["acronyms"]
    return _Tables(
        to_greek=_letters(data["to_greek"]),
        to_latin=_letters(data["to_latin"]),
        articles=frozenset(articles),
        acronyms=frozenset(acronyms),
    )


def _letters(groups: dict[str, list[str]]) -> dict[int, str]:
    pairs = (pair.split(" ") for group in groups.values() for pair in group)
    return {ord(looks): letter for looks, letter in pairs}


def mend_scripts(text: str) -> str:
    """Write every word in one script where its letters allow it; the length stays."""
    if text.isascii():
        return text
    spans: dict[int, int] = {}
    for pattern in (_BESIDE_GREEK, _CYRILLIC_BESIDE_LATIN):
        end = 0
        for found in pattern.finditer(text):
            if found.start() >= end:
                start, end = _word_around(text, found.start())
                spans[start] = end
    mended = [
        (start, end, word)
        for start, end in spans.items()
        if (word := _mend(text[start:end])) != text[start:end]
    ]
    tables = _tables()
    for found in _ALONE.finditer(text):
        word = found.group()
        listed = word in tables.articles or word in tables.acronyms
        if listed and _stands_in_greek(text, *found.span(), word in tables.articles):
            mended.append((*found.span(), word.translate(tables.to_greek)))
    if not mended:
        return text
    pieces: list[str] = []
    done = 0
    for start, end, word in sorted(mended):
        pieces += (text[done:start], word)
        done = end
    return "".join(pieces) + text[done:]


def _word_around(text: str, position: int) -> tuple[int, int]:
    start = end = position
    while start > 0 and _is_letter(text[start - 1]):
        start -= 1
    while end < len(text) and _is_letter(text[end]):
        end += 1
    return start, end


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or sign in "∆∏∑"


def _mend(word: str) -> str:
    tables = _tables()
    greek = word.translate(tables.to_greek)
    latin = word.translate(tables.to_latin)
    can_be_greek = all(_GREEK_LETTER.match(sign) for sign in greek)
    can_be_latin = all(_LATIN_LETTER.match(sign) for sign in latin)
    greek_letters = len(_GREEK_LETTER.findall(word))
    latin_letters = len(_LATIN_LETTER.findall(word))
    if can_be_greek and can_be_latin:
        return latin if latin_letters > greek_letters else greek
    if can_be_greek:
        return greek
    # A Latin stem with a Greek ending (googleάρω) is how Greek inflects foreign words.
    if can_be_latin and latin_letters >= greek_letters and not _GREEK_ENDING.match(word):
        return latin
    return word


def _stands_in_greek(text: str, start: int, end: int, needs_follower: bool) -> bool:
    before = text[max(0, start - 3) : start].rstrip(_OPENING)[-1:]
    after = text[end : end + 3]
    follower = after.lstrip(_OPENING)[:1] if after[:1] == " " else ""
    if _LATIN_LETTER.match(before) or (follower and _LATIN_LETTER.match(follower)):
        return False
    if _GREEK_LETTER.match(follower):
        return True
    return not needs_follower and bool(_GREEK_LETTER.match(before))
