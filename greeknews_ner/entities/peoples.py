"""Which countries' people a group is."""

from __future__ import annotations

from greeknews_ner.names.adjectives import adjective_of, nation_of


def countries_of_people(name: str) -> list[str]:
    """ISO 3166-1 codes of the countries of a people or of an adjective of nationality.

    Args:
        name: Nominative: «Ρώσοι», «ρωσικός», «ελληνοτουρκικός».

    Returns:
        One code for a nation that is a state's, two or more for a compound; none for faiths,
        parties, peoples without a state, and the people of a town or region.
    """
    if (code := nation_of(name)) is not None:
        return [code]
    adjective = adjective_of(name) if " " not in name else None
    return list(adjective.countries) if adjective is not None else []
