"""Places with coordinates, and places that only Wikidata names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from training.tables.curated import curated_names
from training.tables.geonames import Settlement, by_name, in_country, settlements
from training.tables.pairs import Pair, read_pairs
from training.tables.resemblance import resemblance
from training.tables.spelling import (
    clean_english,
    is_plain,
    looks_katharevousa,
    without_diacritics,
)
from training.tables.table import Record

WIKIDATA_FILES = ("mlama_wikidata", "xfactr_wikidata", "bmlama")
# Wikidata counts the European Union and peoples among places; news does not.
_NO_PLACES = ("ORG", "NORP", "EVENT")
_GREEK_SOIL = frozenset({"GR", "CY"})
_LIKE = 0.55
_VERY_LIKE = 0.7
_BUILT = re.compile(
    r"\b(Stadium|Stadion|Stade|Stadio|Arena|Bridge|Basilica|Church|Cathedral|Museum|Airport|"
    r"Palace|Castle|Tower|Theatre|Theater|Hospital|Prison|Abbey|Monastery|Cemetery|Square|"
    r"Library|Mosque|Temple|Road|Street|Station)\b"
)
_TAUGHT = re.compile(r"\b(University|College|School|Academy|Institute)\b")


@dataclass
class _Gathered:
    """What the sources say about one thing."""

    greek: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    sources: list[str] = field(default_factory=list)
    wikidata: str = ""

    def add(self, pair: Pair, source: str, weight: int) -> None:
        self.greek[pair.greek] += weight
        plain = clean_english(pair.english)
        if is_plain(plain):
            self.english[plain] += weight
        if source not in self.sources:
            self.sources.append(source)
        self.wikidata = self.wikidata or pair.wikidata or ""


def places(names: Path) -> Iterator[Record]:
    """Settlements with GeoNames id and coordinates, then regions, waters and mountains."""
    gathered: defaultdict[int, _Gathered] = defaultdict(_Gathered)
    for pair in read_pairs(names, "libgeonames"):
        if pair.geonames in settlements():
            gathered[pair.geonames or 0].add(pair, "geonames", 4)
    for pair in read_pairs(names, "geonames_alt"):
        place = settlements().get(pair.geonames or 0)
        if place and _is_spelling(pair.greek, place):
            gathered[place.id].add(pair, "geonames", 1)
    linked: set[tuple[str, str]] = set()
    for file in WIKIDATA_FILES:
        for pair in read_pairs(names, file):
            if place := _settlement_of(pair):
                gathered[place.id].add(pair, "wikidata", 5)
                linked.add((pair.greek, pair.english))
    for pair in read_pairs(names, "whosonfirst"):
        if place := _foreign_settlement_of(pair):
            gathered[place.id].add(pair, "whosonfirst", 1)
    for place, pair in _hand_written():
        gathered[place.id].add(pair, "geonames", 9)
    for number, found in gathered.items():
        yield _settlement_record(settlements()[number], found)
    yield from _others(names, linked)


def _hand_written() -> Iterator[tuple[Settlement, Pair]]:
    """The hand-written towns, to give them coordinates: same country, same name."""
    seen: set[tuple[str, str]] = set()
    for (key, type_), known in curated_names().items():
        for greek, english, country, spelt in known if type_ == "GPE" else ():
            if not country or (greek, country) in seen or key != fold(greek):
                continue
            seen.add((greek, country))
            named = [s for name in (fold(english), *sorted(spelt)) for s in by_name().get(name, [])]
            fitting = [s for s in named if s.country == country]
            greeks = [s for s in fitting if key in s.others]
            if not fitting:
                fitting = [
                    s
                    for s in in_country(country)
                    if key in s.others and not spelt.isdisjoint(s.others)
                ]
            if fitting:
                yield (greeks or fitting)[0], Pair(greek, english, ("place_city",), ())


def _is_spelling(greek: str, place: Settlement) -> bool:
    """A former name (Αμάτοβο for Aspros) is no spelling, and Greek villages have many."""
    return max(resemblance(greek, place.name), resemblance(greek, place.spelling)) >= _LIKE


def _settlement_of(pair: Pair) -> Settlement | None:
    """The settlement that a Wikidata row means: its English name, and GeoNames knows its Greek."""
    if not {"place_city", "place_country"} & set(pair.kinds) or pair.wikidata is None:
        return None
    key = fold(pair.greek)
    named = by_name().get(fold(clean_english(pair.english)), [])
    fitting = [place for place in named if key in place.others]
    if not fitting and len(named) > 0 and resemblance(pair.greek, pair.english) >= _VERY_LIKE:
        # Wikidata's entries are the well-known bearers of a name: it is safe to take the first
        # only where the next is a village beside it.
        first, second = named[0], named[1].population if len(named) > 1 else 0
        fitting = [first] if first.population > 100_000 and first.population > 20 * second else []
    return fitting[0] if fitting else None


def _foreign_settlement_of(pair: Pair) -> Settlement | None:
    if "place_city" not in pair.kinds or resemblance(pair.greek, pair.english) < _VERY_LIKE:
        return None
    plain = fold(without_diacritics(pair.english))
    if plain == fold(to_elot743(pair.greek)):
        return None
    named = by_name().get(plain, [])
    return named[0] if len(named) == 1 and named[0].country not in _GREEK_SOIL else None


def _settlement_record(place: Settlement, found: _Gathered) -> Record:
    greek, aliases = _greek_names(found.greek)
    english, alternatives = _english_names(greek, place, found.english)
    return {
        "greek": greek,
        "english": english,
        "type": "GPE",
        "aliases": "|".join(aliases),
        "alternatives": "|".join(alternatives),
        "wikidata": found.wikidata,
        "geonames": str(place.id),
        "country": place.country,
        "latitude": str(place.latitude),
        "longitude": str(place.longitude),
        "population": str(place.population or ""),
        "source": "+".join(dict.fromkeys(["geonames", *found.sources])),
    }


def _greek_names(votes: Counter[str]) -> tuple[str, list[str]]:
    """The modern name with most votes, and the others."""
    ranked = sorted(votes, key=lambda n: (looks_katharevousa(n), -votes[n], len(n), n))
    return ranked[0], ranked[1:6]


def _english_names(greek: str, place: Settlement, votes: Counter[str]) -> tuple[str, list[str]]:
    """The English name and the others.

    A hand-written row for that name and country decides; on Greek soil the standard
    transliteration, where GeoNames still has an older one (Makry-Gialos, Argolikon); elsewhere
    the label with most votes.
    """
    for _, english, country, _ in curated_names().get((fold(greek), "GPE"), ()):
        if country == place.country:
            others = [n for n in (*votes, place.name) if n != english]
            return english, list(dict.fromkeys(others))[:4]
    ranked = [name for name, _ in votes.most_common()]
    spelt = list(dict.fromkeys([*ranked, place.name]))
    if place.country in _GREEK_SOIL:
        standard = to_elot743(greek)
        if is_plain(standard) and resemblance(greek, place.name) >= _LIKE:
            spelt = list(dict.fromkeys([standard, *spelt]))
    elif place.spelling != place.name and is_plain(place.name) and not ranked:
        spelt = [place.name, *spelt]
    return spelt[0], [name for name in spelt[1:5] if is_plain(name)]


def _others(names: Path, linked: set[tuple[str, str]]) -> Iterator[Record]:
    gathered: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for weight, file in ((3, "mlama_wikidata"), (1, "bmlama"), (1, "xfactr_wikidata")):
        for pair in read_pairs(names, file):
            kind = next((k for k in pair.kinds if k.startswith("place_")), None)
            if not kind or not pair.wikidata or (pair.greek, pair.english) in linked:
                continue
            if kind == "place_country" or not pair.greek[0].isupper():
                continue
            if any((fold(pair.greek), type_) in curated_names() for type_ in _NO_PLACES):
                continue
            if file != "mlama_wikidata" and resemblance(pair.greek, pair.english) < _LIKE:
                continue
            gathered[pair.wikidata].add(pair, "wikidata", weight)
            kinds[pair.wikidata][kind] += 1
    for item, found in gathered.items():
        if not found.english:
            continue
        greek, aliases = _greek_names(found.greek)
        english, *others = [name for name, _ in found.english.most_common()]
        kind = kinds[item].most_common(1)[0][0]
        yield {
            "greek": greek,
            "english": english,
            "type": _type_of(kind, english),
            "aliases": "|".join(aliases),
            "alternatives": "|".join(others[:4]),
            "wikidata": item,
            "source": "wikidata",
        }


def _type_of(kind: str, english: str) -> str:
    if _TAUGHT.search(english):
        return "ORG"
    if _BUILT.search(english):
        return "FAC"
    return "LOC" if kind == "place_other" else "GPE"
