"""The tables of ``resources/values``, read once.

Greek inflects: an entry is either ``forms`` (whole words) or ``stem`` with ``endings``. All of
them are folded here, so that the tables can be written in ordinary spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from greeknews_ner._toml import load_toml
from greeknews_ner.values.folding import fold_word


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML table of ``resources/values``."""
    return load_toml(files("greeknews_ner") / "resources" / "values" / f"{name}.toml")


def expand(entry: Mapping[str, Any]) -> Iterator[str]:
    """All folded forms of an entry: ``forms``, ``short``, and ``stems`` with each ending."""
    yield from map(fold_word, entry.get("forms", ()))
    yield from map(fold_word, entry.get("short", ()))
    stems: Iterable[str] = entry.get("stems", [entry["stem"]] if "stem" in entry else ())
    for stem in stems:
        for ending in entry.get("endings", ("",)):
            yield fold_word(stem + ending)


@cache
def number_words() -> dict[str, Decimal]:
    """Folded number words below a thousand (and χίλιοι) with their values."""
    words = {
        form: Decimal(entry["value"])
        for entry in table("numbers")["word"]
        for form in expand(entry)
    }
    tens = {form: value for form, value in words.items() if 20 <= value < 100}
    units = {form: value for form, value in words.items() if value in range(1, 10)}
    joined = {
        ten + unit: tens[ten] + units[unit]  # εικοσιπέντε
        for ten in tens
        for unit in units
    }
    return joined | words


@cache
def multipliers() -> dict[str, Decimal]:
    """Folded words such as χιλιάδες, εκατ, δισ with their values."""
    return {
        form: Decimal(entry["value"])
        for entry in table("numbers")["multiplier"]
        for form in expand(entry)
    }


@cache
def ordinal_words() -> dict[str, int]:
    """Folded ordinal words in all forms with their values."""
    data = table("numbers")
    endings = data["ordinal_endings"]
    return {
        fold_word(stem + ending): entry["value"]
        for entry in data["ordinal"]
        for stem in entry["stems"]
        for ending in endings
    }


@cache
def word_list(name: str, key: str) -> frozenset[str]:
    """A list of words of a table, folded."""
    return frozenset(map(fold_word, table(name)[key]))


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations whose point is part of them."""
    return word_list("numbers", "abbreviations")
