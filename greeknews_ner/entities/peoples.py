"""Which countries' people a group is."""

from __future__ import annotations

from greeknews_ner.names.adjectives import adjective_of, first_part_of, nation_of


def countries_of_people(name: str) -> list[str]:
    """ISO 3166-1 codes of the countries of a people or of an adjective of nationality.

    Args:
        name: Nominative: «Ρώσοι», «ρωσικός», «ελληνοτουρκικός», «Γαλλοαλγερινός».

    Returns:
        One code for a nation that is a state's, two or more for a compound; none for faiths,
        parties, peoples without a state, and the people of a town or region.
    """
    if (code := nation_of(name)) is not None:
        return [code]
    if " " in name:
        return []
    adjective = adjective_of(name)
    if adjective is not None:
        return list(adjective.countries)
    halves = first_part_of(name)
    second = nation_of(halves[2]) if halves is not None else None
    return [code for code in (halves[0], second) if code] if halves and second else []
