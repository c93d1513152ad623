"""Parquet: typed columns; a file a table, or a folder a table, parted by day, month or year."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from greeknews_ner.batch.forms.placing import new, of_table, put_in_place
from greeknews_ner.batch.tables import TABLES, Cell, Table, batches_of_rows
from greeknews_ner.errors import OutputError
from greeknews_ner.extras import Extra
from greeknews_ner.records import Extraction

__all__ = ["PARTITIONS", "arrow_table", "write_parquet", "write_partitioned"]

_PARQUET = Extra("parquet", "Parquet", OutputError, "G406")

PARTITIONS = {"day": 10, "month": 7, "year": 4}
"""What tables can be parted by, and how many letters of an ISO 8601 date that is."""

_ROWS_AT_ONCE = 20_000
_OPEN_FILES = 200
_LEAST_ROWS = 2_000


def write_parquet(records: Iterable[Extraction], path: Path) -> None:
    """Write ``NAME.articles.parquet``, ``NAME.entities.parquet``, ``NAME.mentions.parquet``.

    Args:
        records: What goes in.
        path: ``NAME.parquet``.

    Raises:
        OSError: They cannot be written.
        OutputError: pyarrow is not installed (G406).
    """
    parquet = _PARQUET.imported("pyarrow.parquet")
    writers = [
        parquet.ParquetWriter(new(of_table(path, table)), _schema(table), compression="zstd")
        for table in TABLES
    ]
    try:
        pending: list[list[list[Cell]]] = [[] for _ in TABLES]
        for together in batches_of_rows(records):
            for number, rows in enumerate(together):
                pending[number] += rows
                if len(pending[number]) >= _ROWS_AT_ONCE:
                    writers[number].write_table(arrow_table(pending[number], TABLES[number]))
                    pending[number] = []
        for number, rows in enumerate(pending):
            if rows:
                writers[number].write_table(arrow_table(rows, TABLES[number]))
    finally:
        for writer in writers:
            writer.close()
    put_in_place([of_table(path, table) for table in TABLES])


def write_partitioned(
    records: Callable[[], Iterable[Extraction]], path: Path, partition: str
) -> None:
    """Write a folder with a folder a table, parted by the day of publication.

    Args:
        records: What goes in, anew at each call: the tables are written one after another.
        path: The folder, such as ``records.parquet``: below it
            ``mentions/published_month=2024-09/…``. Articles without a date are in
            ``published_month=__HIVE_DEFAULT_PARTITION__``.
        partition: One of :data:`PARTITIONS`.

    Raises:
        OSError: It cannot be written.
        OutputError: pyarrow is not installed (G406).
    """
    dataset, arrow = _PARQUET.imported("pyarrow.dataset"), _PARQUET.imported("pyarrow")
    folder = new(path)
    shutil.rmtree(folder, ignore_errors=True)
    for number, table in enumerate(TABLES):
        key = arrow.field(f"published_{partition}", arrow.string())
        schema = _schema(table).append(key)
        batches = _parted(records(), number, partition, schema)
        form = dataset.ParquetFileFormat()
        dataset.write_dataset(
            arrow.RecordBatchReader.from_batches(schema, batches),
            folder / table.name,
            format=form,
            file_options=form.make_write_options(compression="zstd"),
            partitioning=dataset.partitioning(arrow.schema([key]), flavor="hive"),
            use_threads=False,
            max_open_files=_OPEN_FILES,
            min_rows_per_group=_LEAST_ROWS,
            max_rows_per_group=_ROWS_AT_ONCE,
        )
        (folder / table.name).mkdir(parents=True, exist_ok=True)
    put_in_place([path])


def _parted(
    records: Iterable[Extraction], number: int, partition: str, schema: Any
) -> Iterator[Any]:
    arrow = _PARQUET.imported("pyarrow")
    table, letters = TABLES[number], PARTITIONS[partition]
    for together in batches_of_rows(records):
        rows = together[number]
        if not rows:
            continue
        days = [str(row[_day(table)])[:letters] if row[_day(table)] else None for row in rows]
        plain = arrow_table(rows, table)
        whole = plain.append_column(schema.field(len(schema) - 1), arrow.array(days, "string"))
        yield from whole.to_batches()


def _day(table: Table) -> int:
    return [column.name for column in table.columns].index("day")


def arrow_table(rows: list[list[Cell]], table: Table) -> Any:
    """Rows of a table as Arrow holds them, with the types of its columns.

    Raises:
        OutputError: pyarrow is not installed (G406).
    """
    arrow, schema = _PARQUET.imported("pyarrow"), _schema(table)
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    arrays = [
        arrow.array(_dates(column) if kept.kind == "day" else column, kind)
        for column, kept, kind in zip(cells, table.columns, schema.types, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _dates(cells: Iterable[Cell]) -> list[date | None]:
    return [None if cell is None else date.fromisoformat(str(cell)) for cell in cells]


def _schema(table: Table) -> Any:
    arrow = _PARQUET.imported("pyarrow")
    kinds = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "real": arrow.float64(),
        "day": arrow.date32(),
    }
    return arrow.schema([(column.name, kinds[column.kind]) for column in table.columns])
