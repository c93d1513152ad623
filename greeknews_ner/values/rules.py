"""Rules: which symbols in a row name which stretch of the calendar.

Every rule is a regular expression over the symbols of :mod:`~greeknews_ner.values.items` and a
function that gets the day of publication and the items. The first rule that answers wins; the
rules are in the modules ``rules_days``, ``rules_periods``, ``rules_years`` and ``rules_lengths``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias
from zoneinfo import ZoneInfo

from greeknews_ner.values.calendar_words import calendar_list
from greeknews_ner.values.items import Item
from greeknews_ner.values.periods import (
    Span,
    directed,
    nearest,
    yearly,
)
from greeknews_ner.values.surroundings import Surroundings

ATHENS = "Europe/Athens"
"""The time zone of Greek news."""

OF_YEAR = "(?:Y|y|R|<U|U?Y)"
"""The symbols of «του 2024», «του ’97», «πέρσι», «του περασμένου έτους», «του έτους 2024»."""

Rule: TypeAlias = Callable[["Calendar", Sequence[Item]], "str | None"]


class Rules:
    """Rules in the order in which they are tried."""

    def __init__(self) -> None:
        self.rules: list[tuple[re.Pattern[str], Rule]] = []

    def add(self, *patterns: str) -> Callable[[Rule], Rule]:
        """Add a function for expressions whose symbols match one of ``patterns`` as a whole."""

        def register(function: Rule) -> Rule:
            self.rules.extend((re.compile(pattern), function) for pattern in patterns)
            return function

        return register


class Calendar:
    """A day of publication, and what the words around the expression tell.

    Attributes:
        day: The day of publication; none if unknown.
        hour: The moment of publication, local time; none if only the day is known.

    Args:
        published: When the article was published; None if unknown.
        look_around: Reads what stands around the expression; most expressions need it not.
        rules: Groups of rules in order.
    """

    def __init__(
        self,
        published: date | datetime | None,
        look_around: Callable[[], Surroundings],
        rules: Sequence[Rules],
    ) -> None:
        self.hour: datetime | None = None
        self.day: date | None = None
        if isinstance(published, datetime):
            aware = published.tzinfo is not None
            self.hour = published.astimezone(ZoneInfo(ATHENS)) if aware else published
            self.day = self.hour.date()
        elif published is not None:
            self.day = published
        self._look_around = look_around
        self._rules = rules

    @cached_property
    def around(self) -> Surroundings:
        """What stands around the expression."""
        return self._look_around()

    def value(self, items: Sequence[Item]) -> str | None:
        """The value of an expression by the first rule that has one."""
        symbols = "".join(item.symbol for item in items)
        for group in self._rules:
            for pattern, function in group.rules:
                if pattern.fullmatch(symbols):
                    value = function(self, items)
                    if value is not None:
                        return value
        return None

    def pick(self, make: Callable[[int], Span | None], step: int | None = None) -> Span | None:
        """Which year's stretch is meant.

        Args:
            make: Gives the stretch in a year, none or ValueError where it does not exist.
            step: -1, 0, 1 for the last, this year's, the next; none to judge by nearness.
        """
        if self.day is None:
            return None
        spans = yearly(make, self.day)
        if step is None:
            return nearest(spans, self.day, self.around.tense)
        if step == 0:
            year = self.day.year
            return next((span for span in spans if span[0].year == year), None)
        return directed(spans, self.day, step)

    def year(self, items: Sequence[Item]) -> int | None:
        """The year that items name (``Y``, ``y``, ``R``, ``<U``); none if they name none."""
        written = first(items, "Yy")
        if written is not None and written.symbol == "Y":
            return int(written.value)
        if written is not None:
            pivot = (self.day.year if self.day else 2025) % 100 + 10
            return int(written.value) + (2000 if written.value <= pivot else 1900)
        unit, counted = first(items, "U"), first(items, "R")
        if counted is None and unit is not None and unit.value == "year":
            counted = first(items, "<")
        if counted is None or self.day is None:
            return None
        return self.day.year + int(counted.value)


def first(items: Sequence[Item], symbols: str) -> Item | None:
    """The first item with one of the symbols."""
    return next((item for item in items if item.symbol in symbols), None)


def step_of(items: Sequence[Item]) -> int | None:
    """The direction that stands with a month, weekday or feast, if any."""
    direction = first(items, "<R")
    return int(direction.value) if direction else None


def is_plural(unit: Item, direction: Item | None) -> bool:
    """Whether a unit stands in the plural; without accents χρονιά and χρόνια look the same."""
    feminine = direction is not None and direction.key.endswith(("η", "ησ", "ην"))
    if direction is not None and feminine and not direction.key.startswith("προσεχη"):
        return False
    return unit.key in calendar_list("plural", "forms")
