"""Whether the places of fixtures/places.tsv get the right ids, and none where it stays open.

python benchmarks/places.py
python benchmarks/places.py --wrong      # with what went wrong
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import greeknews_ner
from greeknews_ner.names.folding import fold
from greeknews_ner.records import Place

TABLE = Path(__file__).parents[1] / "fixtures" / "places.tsv"


@dataclass(frozen=True)
class Row:
    """A place in a context, and what it means there; no id where that stays open."""

    place: str
    context: str
    country: str
    geonames: str


def read_rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*line.split("\t")) for line in lines]


def judge(row: Row, extractor: greeknews_ner.Extractor) -> tuple[str, str]:
    """One of ``right``, ``wrong``, ``no id``, ``rightly open``, ``wrongly decided``, ``missed``."""
    found = [
        entity
        for entity in extractor.extract(row.context).entities
        if isinstance(entity, Place) and f"{fold(entity.name)} ".startswith(f"{fold(row.place)} ")
    ]
    if not found:
        return "missed", "no place of that name was found"
    given = found[0].ids.geonames
    detail = f"{given} {found[0].country} {found[0].ids.score}"
    if not row.geonames:
        return ("wrongly decided" if given else "rightly open"), detail
    if given is None:
        return "no id", detail
    return ("right" if str(given) == row.geonames else "wrong"), detail


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wrong", action="store_true", help="show what went wrong")
    parser.add_argument("--model", default="small")
    options = parser.parse_args()
    extractor = greeknews_ner.load(options.model)
    counts: Counter[str] = Counter()
    for row in read_rows():
        verdict, detail = judge(row, extractor)
        counts[verdict] += 1
        if options.wrong and verdict not in ("right", "rightly open"):
            print(f"  {verdict}: {row.place} ({row.country} {row.geonames}): {detail}")
            print(f"    {row.context}")
    total = sum(counts.values())
    given = counts["right"] + counts["wrong"] + counts["wrongly decided"]
    decidable = counts["right"] + counts["wrong"] + counts["no id"] + counts["missed"]
    good = counts["right"] + counts["rightly open"]
    print(f"places: {total}; " + ", ".join(f"{name} {n}" for name, n in counts.most_common()))
    print(f"accuracy  {good / total:.3f}  (right id, or rightly none)")
    print(f"precision {counts['right'] / given:.3f}  (of the ids that were given)")
    print(f"coverage  {counts['right'] / decidable:.3f}  (of those that can be decided)")


if __name__ == "__main__":
    main()
