"""What is known of an entity besides its names, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from babel import Locale

from greeknews_ner.records import (
    Cardinal,
    Date,
    Entity,
    Money,
    Ordinal,
    Organization,
    Percent,
    Person,
    Place,
    Quantity,
    Time,
)
from greeknews_ner.report.kinds import kinds


def details(entity: Entity) -> str:
    """Role, acronym, country or value of an entity; empty if nothing is known."""
    return ", ".join(_facts(entity))


def number(value: Decimal | int) -> str:
    """A number with separated thousands: 1,250,000.5."""
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def country_name(code: str) -> str:
    """English name of an ISO 3166-1 territory; the code itself if CLDR has none."""
    return str(Locale("en").territories.get(code, code))


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """Entities by type as people list them, the most salient of each type first."""
    order = list(kinds())
    return sorted(
        entities,
        key=lambda entity: (
            order.index(entity.type),
            -entity.salience,
            -entity.mention_count,
        ),
    )


def by_type(entities: Iterable[Entity]) -> dict[str, Sequence[Entity]]:
    """The same, one list a type."""
    groups: dict[str, list[Entity]] = {}
    for entity in in_order(entities):
        groups.setdefault(entity.type, []).append(entity)
    return dict(groups)


def _facts(entity: Entity) -> Iterator[str]:
    if isinstance(entity, Person) and entity.role:
        yield entity.role
    elif isinstance(entity, Organization) and entity.acronym:
        yield entity.acronym
    elif isinstance(entity, Place) and entity.country:
        # Of a country, its own name says nothing more than the name beside it.
        is_country = entity.ids.iso3166 == entity.country
        yield entity.country if is_country else f"in {country_name(entity.country)}"
    elif isinstance(entity, (Date, Time)) and entity.value:
        yield entity.value
    elif isinstance(entity, Money) and entity.amount is not None:
        yield f"{number(entity.amount)} {entity.currency or ''}".strip()
    elif isinstance(entity, Percent) and entity.value is not None:
        yield f"{number(entity.value)} %"
    elif isinstance(entity, Quantity) and entity.value is not None:
        yield f"{number(entity.value)} {entity.unit or ''}".strip()
    elif isinstance(entity, (Cardinal, Ordinal)) and entity.value is not None:
        yield number(entity.value)
