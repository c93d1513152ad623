"""The points of the compass: Northern Greece, but South Aegean; Δ. Μακεδονίας."""

from __future__ import annotations

COMPASS = {
    "North": "Northern",
    "South": "Southern",
    "East": "Eastern",
    "West": "Western",
    "Northeast": "Northeastern",
    "Northwest": "Northwestern",
    "Southeast": "Southeastern",
    "Southwest": "Southwestern",
}
"""How a point stands before a place."""
SHORT_COMPASS_POINTS = {"Β.": "North", "Ν.": "South", "Δ.": "West", "Α.": "East", "Αν.": "East"}
SHORT_COMPASS_POINTS |= {"ΒΑ": "Northeast", "Β.Α.": "Northeast", "ΒΔ": "Northwest"}
SHORT_COMPASS_POINTS |= {"Β.Δ.": "Northwest", "ΝΑ": "Southeast", "Ν.Α.": "Southeast"}
SHORT_COMPASS_POINTS |= {"ΝΔ": "Southwest", "Ν.Δ.": "Southwest"}
"""How a point is shortened in Greek."""
_SHORT_COMPASS = frozenset(
    {"Aegean", "Atlantic", "Pacific", "Attica", "America", "Africa", "Asia", "Pole", "Korea"}
)


_PLAIN_BEFORE = frozenset(
    {"Wing", "Bank", "Pole", "Coast", "Side", "Gate", "Tower", "End", "Shore", "Entrance", "Stand"}
    | {"Ocean", "Sea", "Channel", "Atlantic", "Room", "Stream", "Face"}
)


def before_noun(adjective: str, noun: str) -> str:
    """A point of the compass as it stands before a noun: Western Hemisphere, West Bank."""
    words = noun.split()
    if words and words[-1] in _PLAIN_BEFORE:
        return adjective
    return COMPASS.get(adjective, adjective)


def before_place(adjective: str, place: str) -> str:
    """A point of the compass as it stands before a place: Northern Greece, South Aegean."""
    if place.split()[-1] in _SHORT_COMPASS:
        return adjective
    word, mark, rest = adjective.partition(" ")
    return COMPASS.get(word.rstrip(","), word) + mark + rest if word in COMPASS else adjective
