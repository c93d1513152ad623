"""English of countries, regions and old cities, for the complements of other names.

No name by itself is looked up here: that is for the name tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from greeknews_ner.names.folding import fold

Render = Callable[[str], str]
"""Renders a proper name (nominative) that is in no table of words."""

_WITH_ARTICLE = frozenset(
    {"Netherlands", "Philippines", "Palatinate", "Holy Roman Empire", "Balkans", "Caucasus", "Nile"}
    | {"Aegean", "Ionian", "Mediterranean", "Peloponnese", "Cyclades", "Hebrides", "Antilles"}
)


@cache
def lands() -> dict[str, tuple[str, bool]]:
    """English by folded nominative, and whether no place in Greece is called after the land."""
    return {
        fold(greek): (english, names == "foreign")
        for greek, english, names in read_words("lands.tsv")
    }


def land(nominative: str) -> str | None:
    """English of a land of the table.

    Args:
        nominative: Its Greek name; of names in -polis either nominative.
    """
    key = fold(nominative)
    found = lands().get(key) or lands().get(key.removesuffix("ισ") + "η")
    return found[0] if found else None


def with_article(english: str) -> str:
    """A name behind «of», with an article where English wants one: of the Netherlands.

    Args:
        english: The name.
    """
    wants = english in _WITH_ARTICLE or english.startswith("United ")
    return f"the {english}" if wants else english


def read_words(table: str) -> Iterator[list[str]]:
    """The rows of a table of ``resources/names/translation``, less its heading.

    Args:
        table: Name of the file.
    """
    folder = files("greeknews_ner") / "resources" / "names" / "translation"
    _, *lines = (folder / table).read_text("utf-8").splitlines()
    for line in lines:
        yield line.split("\t")
