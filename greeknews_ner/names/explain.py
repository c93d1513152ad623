"""What was tried for a name, in order, and what came of it."""

from __future__ import annotations

from pydantic import Field

from greeknews_ner.records import Record, Rendering


class Step(Record):
    """One thing that was tried.

    Attributes:
        what: What was tried: ``table``, ``pattern``, ``origin``, ``rules``, ``model``,
            ``patronymic``, ``elot743`` or ``latin``.
        found: What came of it, for a person to read.
    """

    what: str
    found: str


class Explanation(Record):
    """A rendering and how it came about.

    Attributes:
        name: The name as it was given.
        rendering: What `to_english` gives for it.
        steps: What was tried, in order.
    """

    name: str
    rendering: Rendering
    steps: list[Step] = Field(default_factory=list)
