"""The places that a name may mean: those of the tables, their namesakes, states of the US."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Entry, default_lexicon
from greeknews_ner.types import PLACE_TYPES

EARTH_RADIUS = 6371.0
SAME_PLACE = 30.0
"""Kilometres within which two rows of one country and name tell of one place."""
_VILLAGE = 100_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean.

    Attributes:
        entry: What the tables say of it.
        is_namesake: It has the English name alone in common: no table has it in Greek.
    """

    entry: Entry
    is_namesake: bool = False

    def distance(self, other: Candidate) -> float | None:
        """Kilometres to another place; None where either has no coordinates."""
        one, two = self.entry, other.entry
        if one.latitude is None or two.latitude is None:
            return None
        if one.longitude is None or two.longitude is None:
            return None
        north, south = radians(one.latitude), radians(two.latitude)
        east = radians(one.longitude - two.longitude)
        chord = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
        return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))


def candidates_of(name: str, type: str) -> list[Candidate]:
    """All places that have a name, each once.

    Args:
        name: Nominative.
        type: Entity type of the mention; places of this type come first.

    Returns:
        The table's order; empty if no table has the name as a place's.
    """
    entries = default_lexicon().find_or_alike(name)
    found = [entry for entry in entries if entry.type in PLACE_TYPES]
    states = _states().get(fold(name), [])
    if states:
        found = [each for each in found if not _is_row_of_state(each, states)]
    found = [*found, *states]
    located = [entry for entry in found if entry.country or entry.latitude is not None]
    found = sorted(located or found, key=lambda entry: entry.type != type)
    candidates: list[Candidate] = []
    for entry in found:
        _put(candidates, Candidate(entry))
    for entry in found:
        # A Greek name of more words says itself which one is meant: Αλεξάνδρεια Ημαθίας.
        is_told = len(name.split()) > len(entry.english.split())
        if entry.type == "GPE" and not entry.iso3166 and not is_told:
            for row in _homonyms().get(_spelt_out(entry.english), ()):
                _put(candidates, Candidate(_namesake(entry, row), is_namesake=True))
    return candidates


def _put(candidates: list[Candidate], newcomer: Candidate) -> None:
    for number, known in enumerate(candidates):
        one, two = known.entry, newcomer.entry
        if one.geonames and one.geonames == two.geonames:
            return
        # A country and its capital (Luxembourg, Singapore) stay two.
        if one.country != two.country or one.iso3166 != two.iso3166:
            continue
        distance = known.distance(newcomer)
        if distance is None or distance < SAME_PLACE:
            # Of namesakes in one country the first is the largest: it is the one that is known.
            if not newcomer.is_namesake or (one.latitude is None and one.geonames is None):
                candidates[number] = Candidate(_filled(one, two), known.is_namesake)
            return
    candidates.append(newcomer)


def is_capital(candidate: Candidate) -> bool:
    """Whether a place is where its state has its seat; tables give states its coordinates."""
    entry = candidate.entry
    if candidate.is_namesake or entry.iso3166 or entry.country is None or entry.type != "GPE":
        return False
    if entry.population is not None and entry.population < _VILLAGE:
        # A suburb.
        return False
    state = _seats().get(entry.country)
    distance = candidate.distance(Candidate(state)) if state is not None else None
    return distance is not None and distance < SAME_PLACE


@cache
def _seats() -> dict[str, Entry]:
    """An entry with the coordinates of the capital, by the code of the state."""
    seats: dict[str, Entry] = {}
    for table in default_lexicon().tables:
        if not {"iso3166", "latitude", "english"} <= table.columns.keys():
            continue
        for row in table.rows():
            if row["iso3166"] and row["latitude"]:
                entry = Entry(
                    greek=row["greek"],
                    english=row["english"],
                    type="GPE",
                    latitude=float(row["latitude"]),
                    longitude=float(row["longitude"]),
                )
                seats.setdefault(row["iso3166"], entry)
    return seats


def _filled(one: Entry, two: Entry) -> Entry:
    """``one`` with the ids and coordinates that only ``two`` has, if they are of one type."""
    if one.type != two.type:
        return one
    names = ("wikidata", "geonames", "population", "latitude", "longitude")
    missing = {n: getattr(two, n) for n in names if getattr(one, n) is None}
    return replace(one, **missing)


def _is_row_of_state(entry: Entry, states: list[Entry]) -> bool:
    """Whether a row means the state, whichever village's numbers it was given."""
    return any(
        fold(entry.english) == fold(state.english)
        and entry.country in (None, state.country)
        and (entry.population or 0) < _VILLAGE
        for state in states
    )


def _namesake(entry: Entry, cells: tuple[str, ...]) -> Entry:
    english, geonames, country, latitude, longitude, population, source = cells
    return replace(
        entry,
        english=english,
        geonames=int(geonames),
        wikidata=None,
        country=country,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        source=source,
    )


@cache
def _homonyms() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in _lines("homonyms.tsv"):
        cells = tuple(line.split("\t"))
        table.setdefault(_spelt_out(cells[0]), []).append(cells)
    return table


@cache
def _states() -> dict[str, list[Entry]]:
    table: dict[str, list[Entry]] = {}
    for line in _lines("states.tsv"):
        greek, english, aliases, geonames, country, north, east, population, source = line.split(
            "\t"
        )
        entry = Entry(
            greek=greek,
            english=english,
            type="GPE",
            geonames=int(geonames),
            country=country,
            latitude=float(north),
            longitude=float(east),
            population=int(population),
            source=source,
        )
        for name in (greek, *filter(None, aliases.split("|"))):
            table.setdefault(fold(name), []).append(entry)
    return table


def _spelt_out(english: str) -> str:
    return re.sub(r"^st ", "saint ", fold(english))


def _lines(name: str) -> list[str]:
    path = files("greeknews_ner") / "resources" / "places" / name
    return path.read_text(encoding="utf-8").splitlines()[1:]
