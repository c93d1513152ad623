"""What one step of the rendering found."""

from __future__ import annotations

from typing import NamedTuple

from greeknews_ner.records import Method


class Found(NamedTuple):
    """An English form with how it was found.

    Attributes:
        english: The form.
        method: How it was found.
        score: How likely it is right, from 0 to 1.
        alternatives: Other forms, best first.
    """

    english: str
    method: Method
    score: float
    alternatives: tuple[str, ...] = ()
