"""Entities of followthemoney, which OpenAleph and its tools load: one JSON object a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from greeknews_ner.batch.forms.placing import new, put_in_place
from greeknews_ner.records import Entity, Extraction, Organization, Person, Place

__all__ = ["ftm_entities", "write_ftm"]

_SCHEMATA = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Address",
    "LOC": "Address",
    "FAC": "Address",
    "EVENT": "Event",
}
"""Types that followthemoney has a schema for; the others are words in the article's text."""

_MENTIONED = {"Person": "peopleMentioned", "Organization": "companiesMentioned"}
_RESOLVED = frozenset({"Person", "Organization"})
"""What a Mention may point to: legal entities."""

Properties: TypeAlias = "dict[str, list[str]]"


def write_ftm(records: Iterable[Extraction], path: Path) -> None:
    """Write one followthemoney entity a line.

    Args:
        records: What goes in.
        path: The file.

    Raises:
        OSError: It cannot be written.
    """
    with new(path).open("w", encoding="utf-8") as file:
        for number, record in enumerate(records, start=1):
            for entity in ftm_entities(record, number):
                file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    put_in_place([path])


def ftm_entities(record: Extraction, number: int) -> Iterator[dict[str, Any]]:
    """The entities of one article: an Article, then what it names, each with a Mention.

    Args:
        record: The extraction.
        number: Its number in the dump, which makes the ids of an article without id or address.

    A name that a register knows (``ids.wikidata``) has the same id in every article; other names
    have one an article, because two people of one name are two people until somebody has looked.
    """
    info = record.article
    article = _id("article", info.id or info.url or str(number), info.source)
    named: list[dict[str, Any]] = []
    mentioned: Properties = {}
    for entity in record.entities:
        schema = _SCHEMATA.get(entity.type)
        if schema is None:
            continue
        key = ("wikidata", entity.ids.wikidata) if entity.ids.wikidata else (article, entity.id)
        id_ = _id(schema, *key)
        named.append(_ftm(id_, schema, _of_entity(entity) | {"proof": [article]}))
        place = "locationMentioned" if schema == "Address" else _MENTIONED.get(schema)
        if place:
            mentioned.setdefault(place, []).append(entity.name)
        if schema in _RESOLVED:
            named.append(_mention(article, id_, schema, entity, record))
    properties: Properties = {
        "title": _values(info.title),
        "publishedAt": _values(info.published.isoformat() if info.published else None),
        "sourceUrl": _values(info.url),
        "publisher": _values(info.source),
        "language": ["ell"],
    }
    yield _ftm(article, "Article", properties | mentioned)
    yield from named


def _mention(
    article: str, id_: str, schema: str, entity: Entity, record: Extraction
) -> dict[str, Any]:
    surfaces = [mention.text for mention in record.mentions_of(entity)]
    properties = {
        "document": [article],
        "resolved": [id_],
        "name": list(dict.fromkeys([entity.name, *surfaces])),
        "detectedSchema": [schema],
    }
    return _ftm(_id("mention", article, id_), "Mention", properties)


def _of_entity(entity: Entity) -> Properties:
    english = entity.english.english if entity.english else None
    properties: Properties = {
        "name": [entity.name],
        "alias": _values(english),
        "wikidataId": _values(entity.ids.wikidata),
    }
    if isinstance(entity, Person):
        properties["firstName"] = _values(entity.given)
        properties["lastName"] = _values(entity.family)
        properties["position"] = _values(entity.role)
    elif isinstance(entity, Organization):
        properties["weakAlias"] = _values(entity.acronym)
    elif isinstance(entity, Place):
        country = entity.country or entity.ids.iso3166
        properties["full"] = list(dict.fromkeys([english or entity.name, entity.name]))
        properties["country"] = _values(country.lower() if country else None)
        properties["latitude"] = _values(entity.latitude)
        properties["longitude"] = _values(entity.longitude)
    return properties


def _values(value: object) -> list[str]:
    return [] if value is None or value == "" else [str(value)]


def _ftm(id_: str, schema: str, properties: Properties) -> dict[str, Any]:
    filled = {name: values for name, values in properties.items() if values}
    return {"id": id_, "schema": schema, "properties": filled}


def _id(*parts: str | None) -> str:
    key = "\n".join(part or "" for part in parts)
    return "gnn-" + hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()
