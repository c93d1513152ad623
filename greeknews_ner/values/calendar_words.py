"""The words of the calendar and the clock, with the symbols that stand for them in rules."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.tables import expand, table, word_list


class Meaning(NamedTuple):
    """What a word or phrase means.

    Attributes:
        symbol: Its kind, as :mod:`~greeknews_ner.values.items` lists them.
        value: Month or weekday number, offset, name, or table entry; the type depends on the kind.
    """

    symbol: str
    value: Any


_WORDS = {
    "ago": "A",
    "since": "f",
    "within": "i",
    "before_christ": "B",
    "anno_domini": "N",
    "range": "-",
    "between": "b",
    "both": "+",
    "approximate": "~",
    "eve": "e",
    "day_of": "d",
    "every": "k",
    "same": "s",
    "not_a_time": "v",
    "to": "m",
    "oclock": "h",
    "this_month": "K",
    "and_more": "z",
}
_GROUPS = (
    ("month", "M", "number"),
    ("weekday", "W", "number"),
    ("season", "S", "code"),
    ("day", "T", "offset"),
    ("year", "R", "offset"),
    ("direction", "<", "step"),
    ("unit", "U", "name"),
    ("edge", "E", "name"),
)


@cache
def phrases() -> dict[tuple[str, ...], Meaning]:
    """Words and phrases, as tuples of folded words."""
    data = table("calendar")
    found: dict[str, Meaning] = {}
    for name, symbol in _WORDS.items():
        found.update({fold_word(form): Meaning(symbol, name) for form in data["words"][name]})
    for group, symbol, field in _GROUPS:
        for entry in data[group]:
            found.update(dict.fromkeys(expand(entry), Meaning(symbol, entry[field])))
    for entry in data["part"]:
        found.update(dict.fromkeys(expand(entry), Meaning("p", entry)))
    found.update(dict.fromkeys(expand(data["last"]), Meaning("L", None)))
    for feast in table("feasts")["feast"]:
        found.update({fold_word(name): Meaning("F", feast) for name in feast["names"]})
    found.update(dict.fromkeys(word_list("numbers", "vague"), Meaning("v", None)))
    this_year = map(fold_word, data["words"]["this_year"])
    found.update(dict.fromkeys(this_year, Meaning("R", 0)))
    for minutes, forms in ((15, "quarter_past"), (-15, "quarter_to")):
        found.update({fold_word(form): Meaning("q", minutes) for form in data["words"][forms]})
    return {tuple(form.split()): meaning for form, meaning in found.items()}


@cache
def short_names() -> frozenset[str]:
    """Folded short forms of months and weekdays: Ιαν, Φεβ, Δευ."""
    entries = [*table("calendar")["month"], *table("calendar")["weekday"]]
    return frozenset(fold_word(form) for entry in entries for form in entry.get("short", ()))


@cache
def longest_phrase() -> int:
    """How many words the longest phrase has."""
    return max(map(len, phrases()))


@cache
def compounds() -> tuple[dict[str, Decimal], dict[str, str]]:
    """Fronts with their numbers and backs with their units, of τρίμηνο, 48ωρο and the like."""
    data = table("calendar")["compound"]
    fronts = {
        fold_word(stem): Decimal(entry["value"])
        for entry in data["fronts"]
        for stem in entry["stems"]
    }
    backs = {form: entry["unit"] for entry in data["backs"] for form in expand(entry)}
    return fronts, backs


@cache
def calendar_list(section: str, name: str) -> frozenset[str]:
    """A list of words of the calendar table, folded."""
    return frozenset(map(fold_word, table("calendar")[section][name]))
