"""``python -m training.tables --data DIR``: make the derived name tables anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.tables.curated import RESOURCES
from training.tables.languages import languages
from training.tables.name_parts import name_parts
from training.tables.places import places
from training.tables.table import write_manifest, write_table
from training.tables.territories import territories
from training.tables.wikidata import bodies, people


def main(arguments: list[str] | None = None) -> None:
    """Write every derived table and the manifest."""
    parser = argparse.ArgumentParser(prog="python -m training.tables", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that has names/")
    parser.add_argument("--output", type=Path, default=RESOURCES, help="where the tables go")
    options = parser.parse_args(arguments)
    names = options.data / "names"
    persons = list(people(names))
    tables = {
        "derived_territories.tsv": territories(names),
        "derived_languages.tsv": languages(),
        "derived_places.tsv": places(names),
        "derived_people.tsv": iter(persons),
        "derived_bodies.tsv": bodies(names),
        "derived_names.tsv": name_parts(names, persons),
    }
    for name, records in tables.items():
        print(f"{name}\t{write_table(options.output / name, records)}")
    write_manifest(options.output, tables)


if __name__ == "__main__":
    main()
