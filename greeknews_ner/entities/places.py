"""Which place a name means, from the article's other places, and when it is better not to say."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from greeknews_ner._toml import load_toml
from greeknews_ner.entities.found import Found
from greeknews_ner.entities.peoples import countries_of_people
from greeknews_ner.entities.place_candidates import Candidate, candidates_of, is_capital
from greeknews_ner.names.adjectives import find_adjectives
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Entry
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.types import PLACE_TYPES

SURE = 0.75
"""Probability from which a place gets its ids: no id is better than a wrong one."""
AREA = 500
"""Kilometres from the middle of a state or region over which it fades that a place lies there."""
_ROUNDS = 3
_SPEAKS_FOR_COUNTRY = frozenset({"ORG", "PERSON"})
_APPOSITION = re.compile(r"\s*(?:τ(?:ης|ου|ων)\s+|της πολιτείας\s+|\(\s*)?")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that may be a place's, with where it stands.

    Attributes:
        name: Nominative.
        mentions: Its mentions, in order.
    """

    name: str
    mentions: Sequence[Found]

    @property
    def type(self) -> str:
        """Entity type."""
        return self.mentions[0].type


@dataclass(frozen=True, slots=True)
class Located:
    """What a name of a place was decided to mean.

    Attributes:
        entry: The place; None where no table has it, or where it stays open.
        country: ISO 3166-1 code, also where only the country is clear.
        score: Probability that ``entry`` is right, where there was a choice.
    """

    entry: Entry | None = None
    country: str | None = None
    score: float | None = None


def locate(names: Sequence[PlaceName]) -> list[Located | None]:
    """Decide what the names of one article mean.

    Every candidate starts with what its size, its kind and its being in the tables are worth,
    and gains by whatever of the article is near: the place named right behind it (Τρίπολη της
    Λιβύης), its country, its country's people and adjectives, towns by their distance. What is
    decided helps to decide the rest.

    Args:
        names: All names of the article, peoples among them; others are passed over.

    Returns:
        One result for each name in order; None for names that are no places'.
    """
    weights = _weights()
    choices: list[list[Candidate]] = []
    areas: list[Candidate | None] = []
    for each in names:
        found, area = _candidates(each)
        choices.append(found)
        areas.append(area)
    open_names = [number for number, found in enumerate(choices) if len(found) > 1]
    peoples = _peoples(names) if open_names else set()
    behind = {number: _named_behind(names[number], names) for number in open_names}
    nearby = {number: _countries_near(names[number], weights) for number in open_names}
    shares: list[list[float]] = [[1.0] if len(found) == 1 else [] for found in choices]
    for _ in range(_ROUNDS):
        anchors = {
            number: choices[number][share.index(max(share))]
            for number, share in enumerate(shares)
            if share and max(share) >= SURE
        }
        rescored = [
            _shares(
                found,
                names[number],
                [anchor for other, anchor in anchors.items() if other != number],
                peoples,
                nearby[number],
                areas[number] or anchors.get(-1 if (at := behind[number]) is None else at),
                weights,
            )
            if len(found) > 1
            else shares[number]
            for number, found in enumerate(choices)
        ]
        if rescored == shares:
            break
        shares = rescored
    return [
        _located(found, share) if each.type in PLACE_TYPES else None
        for each, found, share in zip(names, choices, shares, strict=True)
    ]


def _candidates(name: PlaceName) -> tuple[list[Candidate], Candidate | None]:
    """What a name may mean, and the area that the name itself adds: «Αλεξάνδρεια Ημαθίας».

    A name of another type is read if it is a country's: one that plays or signs is an ORG, and
    still tells where the article is.
    """
    if name.type not in PLACE_TYPES:
        found = candidates_of(name.name, "GPE") if name.type in _SPEAKS_FOR_COUNTRY else []
        return [each for each in found if each.entry.iso3166], None
    whole = candidates_of(name.name, name.type)
    if any(each.entry.geonames or each.entry.iso3166 for each in whole):
        return whole, None
    words = name.name.split()
    for cut in range(len(words) - 1, 0, -1):
        tail = " ".join(words[cut:]).removeprefix("της ").removeprefix("του ").removeprefix("των ")
        head = candidates_of(" ".join(words[:cut]).removesuffix(" της").removesuffix(" του"), "GPE")
        areas = candidates_of(to_nominative(tail, type="GPE"), "GPE") if head else []
        for area in areas:
            inside = [each for each in head if _holds(area, each) > 0.1]
            if inside and not area.is_namesake:
                return head, area
    return whole, None


def _located(candidates: Sequence[Candidate], shares: Sequence[float]) -> Located:
    if not candidates:
        return Located()
    if len(candidates) == 1:
        return Located(candidates[0].entry, candidates[0].entry.country)
    best = max(range(len(candidates)), key=lambda number: shares[number])
    countries: defaultdict[str | None, float] = defaultdict(float)
    for candidate, share in zip(candidates, shares, strict=True):
        countries[candidate.entry.country] += share
    country = max(countries, key=lambda code: countries[code])
    if shares[best] >= SURE:
        entry = candidates[best].entry
        return Located(entry, entry.country, round(shares[best], 4))
    return Located(None, country if countries[country] >= SURE else None)


def _shares(
    candidates: Sequence[Candidate],
    name: PlaceName,
    others: Sequence[Candidate],
    peoples: set[str],
    nearby: set[str],
    area: Candidate | None,
    weights: Mapping[str, Any],
) -> list[float]:
    has_capital = any(map(is_capital, candidates))
    scores = []
    for candidate in candidates:
        score = _prior(candidate, name.type, weights)
        if has_capital and candidate.is_namesake and not (area and _holds(area, candidate)):
            score -= weights["namesake_of_capital"]
        score += _by_distance(candidate, others, weights)
        score += _by_country(candidate, others, peoples, nearby, weights)
        if area is not None:
            score += weights["behind"] * _holds(area, candidate)
        scores.append(score)
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    return [odd / sum(odds) for odd in odds]


def _prior(candidate: Candidate, type: str, weights: Mapping[str, Any]) -> float:
    entry = candidate.entry
    people = entry.population or weights["unknown_population"]
    score: float = weights["size"] * math.log(max(people, 1000))
    if entry.iso3166:
        score += weights["is_country"]
    if entry.type == type:
        score += weights["same_type"]
    if candidate.is_namesake:
        score -= weights["namesake"]
    if entry.country in weights["home"]:
        score += weights["at_home"]
    return score


def _by_distance(
    candidate: Candidate, others: Sequence[Candidate], weights: Mapping[str, Any]
) -> float:
    """What places near it are worth; each further one counts half of the one before."""
    near, far = [], []
    for other in others:
        distance = candidate.distance(other)
        if distance is None:
            continue
        far.append(math.exp(-distance / weights["far_km"]))
        if not other.entry.iso3166:
            near.append(math.exp(-distance / weights["near_km"]))
    return float(weights["near"] * _faded(near) + weights["far"] * _faded(far))


def _by_country(
    candidate: Candidate,
    others: Sequence[Candidate],
    peoples: set[str],
    nearby: set[str],
    weights: Mapping[str, Any],
) -> float:
    code = candidate.entry.country
    if code is None:
        return 0.0
    score: float = 0.0
    states = {other.entry.iso3166 for other in others if other.entry.iso3166}
    if code in states and not candidate.entry.iso3166:
        score += weights["home_named" if code in weights["home"] else "country_named"]
    inside = [1.0 for o in others if o.entry.country == code and not o.entry.iso3166]
    score += weights["same_country"] * _faded(inside)
    if code in peoples:
        score += weights["people_named"]
    if code in nearby:
        score += weights["adjective_near"]
    return float(score)


def _faded(values: Sequence[float]) -> float:
    ranked = enumerate(sorted(values, reverse=True))
    total: float = sum(value * math.pow(0.5, rank) for rank, value in ranked)
    return total


def _holds(area: Candidate, candidate: Candidate) -> float:
    """How well a place may lie in the one that is named right behind it, 0 to 1."""
    if area.entry.country != candidate.entry.country:
        return 0.0
    if area.entry.iso3166:
        return 1.0
    distance = area.distance(candidate)
    return 0.0 if distance is None else math.exp(-distance / AREA)


def _named_behind(name: PlaceName, names: Sequence[PlaceName]) -> int | None:
    """Number of the name that stands right behind this one: «Τρίπολη της Λιβύης»."""
    for mention in name.mentions:
        tail = mention.context.partition(mention.text)[2]
        for number, other in enumerate(names):
            if other is name or other.type not in PLACE_TYPES:
                continue
            for each in other.mentions:
                if each.zone != mention.zone or not 0 < each.start - mention.end < 25:
                    continue
                between = tail.partition(each.text)[0]
                if _APPOSITION.fullmatch(between):
                    return number
    return None


def _peoples(names: Sequence[PlaceName]) -> set[str]:
    found: set[str] = set()
    for each in names:
        if each.type == "NORP":
            found.update(countries_of_people(each.name))
    return found


def _countries_near(name: PlaceName, weights: Mapping[str, Any]) -> set[str]:
    """Countries of which the words beside a name speak."""
    return _adjectives_near(name) | _cued_countries(name, weights["cues"])


def _adjectives_near(name: PlaceName) -> set[str]:
    return {
        code
        for mention in name.mentions
        for found in find_adjectives(mention.context)
        for code in found.adjective.countries
    }


def _cued_countries(name: PlaceName, cues: Mapping[str, Sequence[str]]) -> set[str]:
    """Countries that a common word nearby speaks for: a «νομός» is Greek."""
    words = {fold(word) for mention in name.mentions for word in _WORD.findall(mention.context)}
    return {code for code, forms in cues.items() if not words.isdisjoint(forms)}


@cache
def _weights() -> Mapping[str, Any]:
    return load_toml(files("greeknews_ner") / "resources" / "places" / "weights.toml")
