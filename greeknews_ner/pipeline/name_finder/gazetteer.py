"""Lists of names as a feature of words: is this a given name, a family name, a place?"""

from __future__ import annotations

from pathlib import Path

from greeknews_ner.errors import ResourceError
from greeknews_ner.pipeline.name_finder.features import stem_id

__all__ = ["LISTS", "read_gazetteer"]

LISTS = ("given", "family", "place", "country", "organisation")
"""Names of the lists, in the order of their bits."""


def read_gazetteer(path: Path) -> dict[int, int]:
    """Read a gazetteer.

    Args:
        path: Of a text file with a word, a tab and the name of its list on each line; lines that
            start with ``#`` are left out. A word may stand in several lists.

    Returns:
        Stem identifier to bits, one for each of :data:`LISTS`.

    Raises:
        ResourceError: A line is not of this form.
    """
    found: dict[int, int] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            word, _, name = line.rstrip("\n").partition("\t")
            if name not in LISTS:
                raise ResourceError(
                    f"Line {number} of {path.name} has no known list after its word.",
                    f"Write a word, a tab and one of {', '.join(LISTS)}.",
                )
            key = stem_id(word)
            found[key] = found.get(key, 0) | 1 << LISTS.index(name)
    return found
