"""Places that a text joins by dashes: «συμμαχία Ελλάδας-Κύπρου-Ισραήλ»."""

from __future__ import annotations

import re
from functools import lru_cache

from greeknews_ner.names.lexicon import Entry, default_lexicon
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.pipeline.span_edges import Range
from greeknews_ner.types import PLACE_TYPES

_JOINT = re.compile(r"\s*[-‐‑–—/]\s*")
_ALLOWED = PLACE_TYPES | {"ORG"}


@lru_cache(maxsize=4096)
def places_in_chain(text: str) -> tuple[tuple[Range, str], ...]:
    """The names of a chain, where all of them are known and they lie in several countries.

    A name that the tables know as one is none (Βοσνία-Ερζεγοβίνη), nor are joined places of one
    country, which are mostly one municipality or one road (Λυκόβρυση-Πεύκη).

    Args:
        text: A span, in any case.

    Returns:
        ``((start, end), entity type)`` of each name; empty for what is no such chain.
    """
    ranges = _parts(text)
    if len(ranges) < 2 or _find(_JOINT.sub("-", text)) is not None:
        return ()
    entries = [_find(text[start:end]) for start, end in ranges]
    found = [entry for entry in entries if entry is not None]
    countries = {entry.iso3166 or entry.country for entry in found if entry.type != "ORG"} - {None}
    bodies = sum(entry.type == "ORG" for entry in found)
    if len(found) < len(ranges) or not countries or len(countries) + bodies < 2:
        return ()
    return tuple((part, entry.type) for part, entry in zip(ranges, found, strict=True))


def _parts(text: str) -> list[Range]:
    starts, ends = [0], []
    for joint in _JOINT.finditer(text):
        ends.append(joint.start())
        starts.append(joint.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


def _find(name: str) -> Entry | None:
    """The place or body that the tables know best under this name, whole or as an acronym."""
    lexicon = default_lexicon()
    for form in dict.fromkeys((name, to_nominative(name, type="GPE"))):
        for entry in lexicon.find(form):
            if entry.type in _ALLOWED and entry.part == "full":
                return entry
    return None
