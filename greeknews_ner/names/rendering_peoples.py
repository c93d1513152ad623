"""Peoples whose name is put together of two: Γαλλοαλγερινός, Νοτιοσουδανός."""

from __future__ import annotations

from greeknews_ner.names.adjectives import first_part_of
from greeknews_ner.names.explain import Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.rendering_found import Found

_COMPASS = {"βορειο": "North", "νοτιο": "South", "ανατολικο": "East", "δυτικο": "West"}
_SCORE = 0.8


def render_people(name: str, *, type: str | None, lexicon: bool, steps: list[Step]) -> Found | None:
    """Translate a people's name of which both halves are known.

    Args:
        name: Nominative.
        type: Entity type; anything but a group gives none.
        lexicon: Whether the tables, which have the peoples, may be asked.
        steps: Is told what came of it.
    """
    if type != "NORP" or not lexicon or " " in name:
        return None
    folded = fold(name)
    for first, english in _COMPASS.items():
        if folded.startswith(first) and (people := _people(folded[len(first) :])):
            return _found(f"{english} {people}", steps)
    halves = first_part_of(name)
    people = _people(halves[2]) if halves is not None else None
    return _found(f"{halves[1]}-{people}", steps) if halves and people else None


def _people(folded: str) -> str | None:
    from greeknews_ner.names.lexicon import default_lexicon

    # A capital, so that the noun is found before the adjective: Argentines, not Argentine.
    entries = default_lexicon().find(folded.capitalize(), "NORP")
    return entries[0].english if entries and len(folded) > 3 else None


def _found(english: str, steps: list[Step]) -> Found:
    steps.append(Step(what="pattern", found=f"{english} (two peoples)"))
    return Found(english, "rule", _SCORE)
