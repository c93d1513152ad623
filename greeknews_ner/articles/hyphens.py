"""Words that a scan or a fixed line length broke in two at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greeknews_ner.articles.offsets import Edit

__all__ = ["hyphen_edits"]

_SMALL = "α-ωάέήίόύώϊϋΐΰ"
_LETTERS = f"{_SMALL}Α-ΩΆΈΉΊΌΎΏΪΫ"
_BREAK = re.compile(f"[-\u2010] *\n *(?=[{_SMALL}])")
_HEAD = re.compile(f"(?<![\\w\u2010-])[{_LETTERS}]*[{_SMALL}]$")
_TAIL = re.compile(f"[{_SMALL}]+")
_LONGEST_WORD = 40
_ACCENT = re.compile("[άέήίόύώΐΰΆΈΉΊΌΎΏ]")
_VOWEL = re.compile("[αεηιουωάέήίόύώϊϋΐΰ]", re.IGNORECASE)
# After a whole word these go on with the sentence: the hyphen was a dash.
_CONNECTIVES = frozenset({"και", "κι", "για", "δεν", "θα"})


def hyphen_edits(text: str) -> Iterator[Edit]:
    """Edits that join words broken at the end of a line.

    Only Greek words in small letters whose halves make a plausible word: each half has a vowel,
    both together at most one accent.
    """
    if "-\n" not in text and "- \n" not in text and "\u2010" not in text:
        return
    for found in _BREAK.finditer(text):
        head = _HEAD.search(text[max(0, found.start() - _LONGEST_WORD) : found.start()])
        tail = _TAIL.match(text, found.end())
        if head and tail and _is_one_word(head.group(), tail.group()):
            yield Edit(found.start(), found.end(), "")


def _is_one_word(head: str, tail: str) -> bool:
    if not _VOWEL.search(head) or not _VOWEL.search(tail):
        return False
    accents = len(_ACCENT.findall(head)) + len(_ACCENT.findall(tail))
    if accents > 1:
        return False
    return not (tail in _CONNECTIVES and _ACCENT.search(head))
