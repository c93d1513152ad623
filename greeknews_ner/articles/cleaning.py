"""Text as it comes, made into text as a pipeline reads it, with an exact way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from greeknews_ner.articles.hyphens import hyphen_edits
from greeknews_ner.articles.letters import INVISIBLE, plain_table, to_monotonic, without_polytonic
from greeknews_ner.articles.look_alikes import mend_scripts
from greeknews_ner.articles.markup import entity_edits, tag_edits
from greeknews_ner.articles.offsets import Edit, OffsetMap, apply_edits

__all__ = ["CleanText", "clean"]

_ROUNDS = 3
"""Entities may hold invisible characters and invisible characters may split entities."""

_MARKS = "\u0300-\u036f"
_GREEK_BASE = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_SOFT_BREAK = f"\u00ad[{INVISIBLE} ]*\r?\n *(?=[α-ωάέήίόύώϊϋΐΰ])"


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text that knows where each of its characters came from.

    Attributes:
        text: What a pipeline reads: NFC, monotonic, one script a word, no invisible characters.
    """

    text: str
    _maps: tuple[OffsetMap, ...] = field(default=(), repr=False)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Find a span of :attr:`text` in the input.

        Args:
            start: Offset of the first code point in :attr:`text`.
            end: Offset after the last one.

        Returns:
            Offsets in code points of the input. The span covers whole clusters (a letter with its
            combining marks, an HTML entity) and whatever was deleted inside it, and begins and
            ends with something that was kept.

        Raises:
            ValueError: The span does not lie within :attr:`text`.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} in a text of {len(self.text)} characters")
        for offsets in self._maps:
            start, end = offsets.to_source(start, end)
        return start, end


def clean(text: str) -> CleanText:
    """Clean a text.

    HTML tags go and entities are resolved; NFD is composed; polytonic letters become monotonic;
    zero-width characters and soft hyphens go; every kind of space, NUL and control character is a
    space; lone surrogates become U+FFFD; line ends become newlines; words broken by a hyphen at
    the end of a line are joined; a word that mixes scripts gets one.

    Args:
        text: Any string.

    Returns:
        The clean text; the very same string where there was nothing to do.
    """
    maps: list[OffsetMap] = []

    def edited(source: str, edits: Iterator[Edit]) -> str:
        result, offsets = apply_edits(source, edits)
        if offsets is not None:
            maps.append(offsets)
        return result

    text = edited(text, tag_edits(text))
    for _ in range(_ROUNDS):
        count = len(maps)
        text = edited(text, entity_edits(text))
        if _suspects().search(text) or not unicodedata.is_normalized("NFC", text):
            text = edited(text, _cluster_edits(text))
            text = without_polytonic(text).translate(plain_table())
        if len(maps) == count:
            break
    # Before words are joined, so that their halves are known as Greek; after, for whole words and
    # for letters beside a word that was mended.
    text = mend_scripts(text)
    text = edited(text, hyphen_edits(text))
    text = mend_scripts(text)
    if not unicodedata.is_normalized("NFC", text):
        # A mark that no letter of the wrong script could bear goes with the right one.
        text = without_polytonic(edited(text, _cluster_edits(text)))
    return CleanText(text, tuple(reversed(maps)))


@lru_cache(maxsize=1)
def _suspects() -> re.Pattern[str]:
    """Finds a character that some step would change, short of entities and mixed scripts."""
    codes = sorted(plain_table())
    return re.compile(f"[\r{INVISIBLE}{_MARKS}{_as_ranges(codes)}]")


@lru_cache(maxsize=1)
def _clusters() -> re.Pattern[str]:
    return re.compile(_cluster_pattern(_MARKS))


@lru_cache(maxsize=1)
def _clusters_of_all_scripts() -> re.Pattern[str]:
    # What may join the character before it (combining marks, vowel signs, Hangul jamo), and what
    # is never composed text by itself (compatibility ideographs).
    codes = [code for code in range(0x300, 0x2FA20) if not 0xD800 <= code < 0xE000]
    joining = [code for code in codes if unicodedata.category(chr(code)) in ("Mn", "Mc")]
    joining += [*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]
    single = [code for code in codes if not unicodedata.is_normalized("NFC", chr(code))]
    return re.compile(f"{_cluster_pattern(_as_ranges(sorted(joining)))}|[{_as_ranges(single)}]")


def _cluster_pattern(marks: str) -> str:
    cluster = f"[^\\s{marks}{INVISIBLE}\x00-\x1f](?:[{INVISIBLE}]*[{marks}])+"
    return f"{_SOFT_BREAK}|\r(?:[{INVISIBLE}]*\n)?|{cluster}|[{INVISIBLE}]+"


def _cluster_edits(text: str) -> Iterator[Edit]:
    pattern = _clusters()
    if not unicodedata.is_normalized("NFC", text):
        pattern = _clusters_of_all_scripts()
    for found in pattern.finditer(text):
        yield Edit(found.start(), found.end(), _composed(found.group()))


def _composed(cluster: str) -> str:
    if cluster[0] == "\r":
        return "\n"
    composed = unicodedata.normalize("NFC", _invisible().sub("", cluster))
    if composed.startswith("\n") or not composed.strip():
        return ""
    if len(composed) > 1 and _GREEK_BASE.match(composed):
        return to_monotonic(composed)
    return composed


@lru_cache(maxsize=1)
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{INVISIBLE}]+")


def _as_ranges(codes: list[int]) -> str:
    """The inside of a regular expression's set, from ascending code points."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
