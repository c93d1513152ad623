"""Sets of words in a few bits."""

from __future__ import annotations

from greeknews_ner.names.bloom import may_hold, packed_set

WORDS = [f"{first}{last}" for first in ("an", "bo", "ka", "ri") for last in "abcdefghijklmnop"]


def test_what_is_in_the_set_is_found() -> None:
    bits = packed_set(WORDS)
    assert len(bits) == len(WORDS) * 12 // 8
    assert all(may_hold(bits, word) for word in WORDS)


def test_little_else_is() -> None:
    bits = packed_set(WORDS)
    others = [f"{word}{letter}" for word in WORDS for letter in "qrstuvwxyz"]
    assert sum(may_hold(bits, word) for word in others) < len(others) / 50


def test_the_empty_set_holds_nothing() -> None:
    assert not may_hold(packed_set([]), "anna")
