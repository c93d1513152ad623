from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from greeknews_ner.records import Entity
from greeknews_ner.report.describe import by_type, details
from greeknews_ner.report.kinds import kinds
from greeknews_ner.types import ENTITY_TYPES

READ: TypeAdapter[Entity] = TypeAdapter(Entity)


def entity(type: str, **fields: Any) -> Entity:
    common = {"id": "e1", "name": "Χ", "mention_count": 1, "score": 1, "salience": 0.5}
    return READ.validate_python({"type": type, **common, **fields})


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (entity("PERSON", role="υπουργός Άμυνας"), "υπουργός Άμυνας"),
        (entity("PERSON"), ""),
        (entity("ORG", acronym="ΕΚΤ"), "ΕΚΤ"),
        (entity("GPE", country="KP"), "in North Korea"),
        (entity("GPE", country="KP", ids={"iso3166": "KP"}), "KP"),
        (entity("LOC", country="GR"), "in Greece"),
        (entity("DATE", value="2024-09-13"), "2024-09-13"),
        (entity("TIME", value="T14:30"), "T14:30"),
        (entity("MONEY", amount="2300000000", currency="EUR"), "2,300,000,000 EUR"),
        (entity("MONEY", amount="2.30"), "2.30"),
        (entity("PERCENT", value="5.2"), "5.2 %"),
        (entity("QUANTITY", value="1000", unit="km"), "1,000 km"),
        (entity("CARDINAL", value="1E+6"), "1,000,000"),
        (entity("ORDINAL", value=3), "3"),
        (entity("LAW"), ""),
    ],
)
def test_details(found: Entity, words: str) -> None:
    assert details(found) == words


def test_every_type_has_a_name_and_a_colour() -> None:
    assert set(kinds()) == set(ENTITY_TYPES)
    assert len({kind.hue for kind in kinds().values()}) == len(kinds())


def test_the_most_salient_of_each_type_comes_first() -> None:
    found = [
        entity("GPE", id="small", salience=0.1),
        entity("PERSON", id="person"),
        entity("GPE", id="large", salience=0.9),
    ]
    assert {name: [e.id for e in group] for name, group in by_type(found).items()} == {
        "PERSON": ["person"],
        "GPE": ["large", "small"],
    }
    assert list(by_type(found)) == ["PERSON", "GPE"]
