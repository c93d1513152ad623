"""The eighteen entity types of OntoNotes and elNER-18, and what kind of thing each is."""

from __future__ import annotations

from typing import Literal, get_args

NameType = Literal[
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "EVENT",
    "PRODUCT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
]
PlaceType = Literal["GPE", "LOC", "FAC"]
ValueType = Literal["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"]
EntityType = Literal[
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "EVENT",
    "PRODUCT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "DATE",
    "TIME",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "CARDINAL",
    "ORDINAL",
]

NAME_TYPES: tuple[str, ...] = get_args(NameType)
VALUE_TYPES: tuple[str, ...] = get_args(ValueType)
ENTITY_TYPES: tuple[str, ...] = get_args(EntityType)
PLACE_TYPES: frozenset[str] = frozenset(get_args(PlaceType))
