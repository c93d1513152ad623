"""Places: adjectives of direction and size, and the region that tells villages of one name apart.

Βόρεια Κορέα is North Korea and Κάτω Σαξονία Lower Saxony, but Κάτω Αχαΐα stays Kato Achaia: what
is called new, upper or great is translated before foreign lands of the table alone. Whether a name
sounds Greek does not tell: of fifty that sound foreign half are villages in Greece.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from greeknews_ner.names.folding import fold
from greeknews_ner.names.translation.lands import Render, lands, read_words
from greeknews_ner.names.translation.phrase import Translation
from greeknews_ner.names.translation.vocabulary import ARTICLES, vocabulary

Town = Callable[[str], str | None]
"""English of a town whose genitive a word is, or None."""

_ENDING = re.compile(r"(?:οσ|οι|εσ|η|α|ο)$")
_COMPASS = frozenset({"North", "South", "East", "West"})
# Lands whose parts are North and South; others are Northern and Southern, as Northern Ireland is.
_PLAIN = frozenset(
    {"Africa", "Aegean", "America", "Asia", "Attica", "Australia", "Germany", "Jerusalem", "Korea"}
    | {"Sudan", "Wales", "York", "Zealand", "Virginia", "Georgia", "Pomerania", "Netherlands"}
    | {"Berlin", "London", "Flanders", "Frisia", "Brabant", "Prussia", "Tyrol", "Moravia"}
    | {"Bohemia", "Caucasus", "Savoy"}
)

# What has a genitive of its own though it is a place.
_POLITIES = frozenset(
    {"Municipality", "Municipal Unit", "Region", "Prefecture", "Province", "Community", "County"}
    | {"Center", "Suburb", "Area", "Coast", "Airport", "Hospital", "Hill", "Beach", "Bay"}
    | {"District", "City", "Unit", "State", "Kingdom", "Republic", "Port", "Metropolis", "Island"}
)


@cache
def _adjectives() -> dict[str, tuple[str, bool]]:
    """English, and whether foreign names alone take it; by what all nominatives share."""
    return {
        _key(greek): (english, rest == "foreign")
        for greek, english, rest in read_words("place_adjectives.tsv")
    }


@cache
def _regions() -> dict[str, str]:
    return {fold(greek): english for greek, english in read_words("regions.tsv")}


def _key(adjective: str) -> str:
    # Νέος is too short for the stems of names.
    return _ENDING.sub("", fold(adjective))


def _adjective(word: str) -> tuple[str, bool] | None:
    return _adjectives().get(fold(word)) or _adjectives().get(_key(word))


def translate_adjective(name: str, *, render: Render | None) -> Translation | None:
    """Translate the adjective before the name of a place.

    Args:
        name: Nominative.
        render: Rendering of what stands behind the adjective; without it lands alone will do.

    Returns:
        None when the name does not begin with such an adjective.
    """
    first, _, rest = name.partition(" ")
    found = _adjective(first) if first[:1].isupper() and rest[:1].isupper() else None
    if found is None:
        return None
    english, wants_foreign = found
    land, is_foreign = lands().get(fold(rest), (None, False))
    if land is None:
        # Νέα Νότια Ουαλία
        inner = translate_adjective(rest, render=None)
        land = inner.english if inner is not None else None
        is_foreign = land is not None
    if wants_foreign and not is_foreign:
        # Νέα Σμύρνη is a suburb of Athens.
        return None
    if land is None and render is None:
        return None
    behind = land or (render(rest) if render else "")
    plain, long = f"{english} {behind}", f"{english}ern {behind}"
    if english not in _COMPASS:
        return Translation(plain, whole=land is not None)
    first, second = (plain, long) if land is None or behind in _PLAIN else (long, plain)
    return Translation(first, whole=land is not None, alternatives=(second,))


def without_region(
    name: str, *, render: Render, is_settlement: bool = False, town: Town | None = None
) -> Translation | None:
    """Leave out the region that Greek adds to tell places of one name apart: Άβατο Ξάνθης.

    Args:
        name: Nominative.
        render: Rendering of the place itself.
        is_settlement: Whether it is known to be one: Πύργος Ηλείας is a town and no tower.
        town: English of the town in Greece of which a word is the genitive: Σωτηρίτσα Αγιάς.

    Returns:
        None when the name does not end with the genitive of a region of Greece or Cyprus, or
        when it is the name of a body or building, which has a genitive of its own.
    """
    *words, last = name.split()
    region = _regions().get(fold(last)) if last[:1].isupper() else None
    if region is None and town is not None and len(words) == 1:
        region = town(last)
    if region is None or not words or fold(words[-1]) in ARTICLES:
        return None
    if not all(word[:1].isupper() for word in words) or words[-1].endswith("."):
        # Ν. Λευκάδας is the prefecture.
        return None
    noun = _noun(words[0])
    if noun and (not is_settlement or noun in _POLITIES):
        return None
    place = render(" ".join(words))
    return Translation(place, whole=False, alternatives=(f"{place}, {region}",))


def _noun(word: str) -> str:
    """English of the noun that a word is the nominative of, or nothing."""
    folded = fold(word)
    noun = vocabulary().noun(folded, word) if folded in vocabulary().nouns else None
    return noun.english if noun is not None else ""
