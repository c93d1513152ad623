"""Peoples of two halves, and what the tables must not be asked for."""

import pytest

from greeknews_ner.entities.peoples import countries_of_people
from greeknews_ner.names import to_english

PEOPLES = [
    ("Γαλλοαλγερινός", "French-Algerian", ["FR", "DZ"]),
    ("Ιταλοαργεντινοί", "Italian-Argentines", ["IT", "AR"]),
    ("Βορειοϊρλανδός", "Northern Irish", []),
    ("Δυτικογερμανός", "West German", []),
]


@pytest.mark.parametrize(("name", "english", "countries"), PEOPLES)
def test_both_halves_are_translated(name: str, english: str, countries: list[str]) -> None:
    rendering = to_english(name, type="NORP")
    assert rendering.english == english
    if countries:
        assert countries_of_people(name) == countries


def test_half_a_people_is_spelt() -> None:
    assert "-" not in to_english("Γαλλομαθής", type="NORP").english
    assert to_english("Δυτικογερμανός", type="PERSON").english != "West German"
