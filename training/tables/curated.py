"""What the hand-written tables already say, so that derived rows agree with them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon_table import CURATED_TIER, shipped_tables

RESOURCES = Path(str(files("greeknews_ner"))) / "resources" / "names"

Known = tuple[str, str, str, frozenset[str]]


@cache
def curated_countries() -> dict[str, tuple[str, str]]:
    """ISO code to (Greek, English) of the hand-written table of countries."""
    table = next(t for t in shipped_tables(RESOURCES) if t.name == "countries.tsv")
    return {row["iso3166"]: (row["greek"], row["english"]) for row in table.rows()}


@cache
def curated_names() -> dict[tuple[str, str], list[Known]]:
    """(Greek key, type) to what the hand-written tables say, best first.

    Each is the Greek name, the English name, the country and the keys of all English spellings.
    """
    known: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for table in shipped_tables(RESOURCES):
        if table.tier != CURATED_TIER:
            continue
        for row in table.rows():
            spelt = frozenset(fold(n) for n in (row["english"], *row.listed("alternatives")))
            entry = (row["greek"], row["english"], row["country"], spelt)
            for name in (row["greek"], *row.listed("aliases")):
                known[fold(name), row["type"]].append(entry)
    return dict(known)
