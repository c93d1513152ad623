"""Which place of the tables a name means, and when it is better not to say."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from greeknews_ner.names.lexicon import Entry, default_lexicon
from greeknews_ner.types import PLACE_TYPES

CLEARLY_LARGER = 20
"""How many times more people make one of two places of a name the one that is meant."""


def place_of(name: str, type: str, countries: Collection[str]) -> Entry | None:
    """The table's entry for a place, if it is clear which one is meant.

    Args:
        name: Nominative.
        type: Entity type of the mention.
        countries: ISO 3166 codes of the other places of the article.

    Returns:
        The only candidate; or the country of that name; or the only one in a country that the
        article names; or the one that is far larger than the rest. None otherwise: no id is
        better than a wrong one.
    """
    found = [entry for entry in default_lexicon().find(name) if entry.type in PLACE_TYPES]
    candidates = [entry for entry in found if entry.type == type] or found
    return _choose(candidates, countries)


def _choose(candidates: Sequence[Entry], countries: Collection[str]) -> Entry | None:
    if len({_key(entry) for entry in candidates}) <= 1:
        return candidates[0] if candidates else None
    named = [entry for entry in candidates if entry.country in countries]
    if len({_key(entry) for entry in named}) == 1:
        return named[0]
    states = [entry for entry in candidates if entry.iso3166]
    if states:
        return states[0]
    first, second, *_ = sorted(candidates, key=lambda entry: -(entry.population or 0))
    if (first.population or 0) >= CLEARLY_LARGER * max(second.population or 0, 1):
        return first
    return None


def _key(entry: Entry) -> tuple[object, ...]:
    return (entry.geonames or entry.wikidata or entry.english, entry.country)
