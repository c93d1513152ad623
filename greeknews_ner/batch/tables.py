"""Extractions as rows of three tables: articles, entities, mentions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

from greeknews_ner.errors import OutputError
from greeknews_ner.records import Entity, Extraction

__all__ = ["TABLES", "Cell", "Column", "Table", "batches_of_rows", "rows_of", "table_named"]

Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: As in the records where they have it.
        kind: What its cells hold; any may be empty. A day is ISO 8601 in the row.
    """

    name: str
    kind: Literal["text", "integer", "real", "day"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: Its name.
        columns: In order.
    """

    name: str
    columns: tuple[Column, ...]


TABLES = (
    Table(
        "articles",
        (
            Column("article", "integer"),
            Column("id"),
            Column("url"),
            Column("title"),
            Column("published"),
            Column("day", "day"),
            Column("source"),
            Column("model"),
            Column("model_version"),
            Column("warnings"),
        ),
    ),
    Table(
        "entities",
        (
            Column("article", "integer"),
            Column("entity"),
            Column("type"),
            Column("name"),
            Column("english"),
            Column("method"),
            Column("english_score", "real"),
            Column("elot743"),
            Column("mention_count", "integer"),
            Column("score", "real"),
            Column("salience", "real"),
            Column("wikidata"),
            Column("geonames", "integer"),
            Column("iso3166"),
            Column("given"),
            Column("family"),
            Column("role"),
            Column("acronym"),
            Column("country"),
            Column("latitude", "real"),
            Column("longitude", "real"),
            Column("value"),
            Column("number", "real"),
            Column("unit"),
            Column("currency"),
            Column("day", "day"),
        ),
    ),
    Table(
        "mentions",
        (
            Column("article", "integer"),
            Column("entity"),
            Column("type"),
            Column("text"),
            Column("start", "integer"),
            Column("end", "integer"),
            Column("score", "real"),
            Column("nominative"),
            Column("english"),
            Column("zone"),
            Column("sentence", "integer"),
            Column("day", "day"),
        ),
    ),
)
"""``article`` is the number of the record in the dump, from 1, and joins the tables. ``value`` is
exact (ISO 8601, or a decimal number as text); ``number`` is the same as a float, for sums. ``day``
is that of publication, as the article states it; in every table, to group and to partition by."""


_RECORDS_TOGETHER = 1_000


def table_named(name: str) -> Table:
    """Look a table up.

    Raises:
        OutputError: There is none of this name (G407).
    """
    for table in TABLES:
        if table.name == name:
            return table
    raise OutputError(
        f"There is no table {name!r}.",
        f"Choose one of {', '.join(table.name for table in TABLES)}.",
        code="G407",
    )


def batches_of_rows(records: Iterable[Extraction]) -> Iterator[list[list[list[Cell]]]]:
    """Rows of many records together, by table, in the order of :data:`TABLES`."""
    numbered = enumerate(records, start=1)
    while some := list(islice(numbered, _RECORDS_TOGETHER)):
        together: list[list[list[Cell]]] = [[] for _ in TABLES]
        for number, record in some:
            for rows, added in zip(together, rows_of(record, number), strict=True):
                rows += added
        yield together


def rows_of(record: Extraction, article: int) -> tuple[list[list[Cell]], ...]:
    """Rows of one extraction, in the order of :data:`TABLES` and their columns.

    Args:
        record: The extraction.
        article: Its number in the dump.
    """
    info = record.article
    published = info.published.isoformat() if info.published else None
    day = published[:10] if published else None
    articles: list[list[Cell]] = [
        [
            article,
            info.id,
            info.url,
            info.title,
            published,
            day,
            info.source,
            record.model.name,
            record.model.version,
            json.dumps(record.warnings, ensure_ascii=False) if record.warnings else None,
        ]
    ]
    entities = [[*_entity_row(entity, article), day] for entity in record.entities]
    mentions: list[list[Cell]] = [
        [
            article,
            mention.entity,
            mention.type,
            mention.text,
            mention.start,
            mention.end,
            mention.score,
            mention.nominative,
            mention.english.english if mention.english else None,
            mention.zone,
            mention.sentence,
            day,
        ]
        for mention in record.mentions
    ]
    return articles, entities, mentions


def _entity_row(entity: Entity, article: int) -> Iterator[Cell]:
    yield from (article, entity.id, entity.type, entity.name)
    english = entity.english
    yield from (english.english, english.method, english.score) if english else (None,) * 3
    yield from (entity.elot743, entity.mention_count, entity.score, entity.salience)
    yield from (entity.ids.wikidata, entity.ids.geonames, entity.ids.iso3166)
    for name in ("given", "family", "role", "acronym", "country", "latitude", "longitude"):
        cell: Cell = getattr(entity, name, None)
        yield cell
    # Money calls its value an amount.
    value = getattr(entity, "value", getattr(entity, "amount", None))
    yield None if value is None else str(value)
    yield None if value is None or isinstance(value, str) else float(value)
    yield getattr(entity, "unit", None)
    yield getattr(entity, "currency", None)
