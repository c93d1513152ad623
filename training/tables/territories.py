"""Countries and territories: every Greek name they have, with ISO code and GeoNames id."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from greeknews_ner.codes import territory_codes
from greeknews_ner.names.folding import fold
from training.tables.curated import curated_countries
from training.tables.geonames import capital_of, countries
from training.tables.pairs import read_pairs
from training.tables.spelling import clean_english, is_plain
from training.tables.table import Record

_FILES = {
    "cldr_territories_alt": "cldr",
    "libgeonames": "geonames",
    "i18n_iso_countries": "i18n-iso-countries",
}


def territories(names: Path) -> Iterator[Record]:
    """One record for each territory of ISO 3166-1.

    The curated table decides what is said first in Greek and in English; CLDR, GeoNames and
    i18n-iso-countries add the other names by which it is found. The coordinates are those of the
    capital, where a map would mark the country.
    """
    greek: defaultdict[str, dict[str, str]] = defaultdict(dict)
    english: defaultdict[str, list[str]] = defaultdict(list)
    sources: defaultdict[str, list[str]] = defaultdict(lambda: ["cldr"])
    chosen = curated_countries()
    in_greek, in_english = Locale("el").territories, Locale("en").territories
    for code in territory_codes():
        for name in (chosen[code][0] if code in chosen else None, in_greek.get(code)):
            if name and "(" not in name:
                greek[code].setdefault(fold(name), name)
        for name in (chosen[code][1] if code in chosen else None, in_english.get(code)):
            if name and is_plain(plain := clean_english(name)):
                english[code].append(plain)
    for file, source in _FILES.items():
        for pair in read_pairs(names, file):
            for code in pair.ids:
                if "place_country" in pair.kinds and code in territory_codes():
                    shouted = pair.greek.isupper() and len(pair.greek) > 5
                    if shouted or re.search("[,(]", pair.greek):
                        continue
                    greek[code].setdefault(fold(pair.greek), pair.greek)
                    if is_plain(plain := clean_english(pair.english)) and "," not in plain:
                        english[code].append(plain)
                    if source not in sources[code]:
                        sources[code].append(source)
    facts = countries()
    for code, found in greek.items():
        if not english[code]:
            continue
        first, *aliases = found.values()
        spelt = list(dict.fromkeys(english[code]))
        fact = facts.get(code, {})
        capital = capital_of(code)
        yield {
            "greek": first,
            "english": spelt[0],
            "type": "GPE",
            "aliases": "|".join(aliases),
            "alternatives": "|".join(spelt[1:]),
            "geonames": str(fact.get("geonameid") or ""),
            "iso3166": code,
            "country": code,
            "latitude": str(capital.latitude) if capital else "",
            "longitude": str(capital.longitude) if capital else "",
            "population": str(fact.get("population") or ""),
            "source": "+".join(dict.fromkeys([*sources[code], *(["geonames"] if fact else [])])),
        }
