"""Where the rows of the name tables come from, and under which licence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sources() -> dict[str, str]:
    """Key of each source in ``resources/names/sources.tsv`` and its licence."""
    text = (files("greeknews_ner") / "resources/names/sources.tsv").read_text(encoding="utf-8")
    return {line.split("\t")[0]: line.split("\t")[1] for line in text.splitlines()[1:]}


def licence_of(source: str) -> str:
    """The licence of a source; empty for a source that only a user's table names.

    A row that two sources made together, ``"curated+geonames"``, has both licences.
    """
    known = sources()
    return " AND ".join(dict.fromkeys(known[s] for s in source.split("+") if s in known))
