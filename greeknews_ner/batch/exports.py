"""Finished records in other forms than JSON Lines: SQLite, CSV, Parquet.

Each is made from the file of records when that is complete, so that a run that is interrupted needs
to know only one kind of file.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from greeknews_ner.articles.record_files import read_records
from greeknews_ner.articles.writing import output_error
from greeknews_ner.batch.tables import TABLES, Cell, Table, rows_of
from greeknews_ner.errors import OutputError
from greeknews_ner.records import Extraction

__all__ = ["EXPORTS", "export_of", "export_records", "exported_files"]

_ROWS_AT_ONCE = 20_000
_NEW = ".new"


def export_of(path: Path | str) -> Callable[[Iterable[Extraction], Path], None] | None:
    """The writer for a file name; None where it asks for JSON Lines.

    Args:
        path: ``.sqlite``, ``.sqlite3`` or ``.db``, ``.csv``, ``.parquet``, or anything else.
    """
    return EXPORTS.get(Path(path).suffix.lower())


def exported_files(path: Path) -> list[Path]:
    """The files that an export makes: one for SQLite, else one a table."""
    if path.suffix.lower() in (".csv", ".parquet"):
        return [_of_table(path, table) for table in TABLES]
    return [path]


def export_records(records: Path | str, output: Path | str) -> None:
    """Write a file of records in another form.

    Args:
        records: JSON Lines, as ``batch`` writes them.
        output: What its suffix says: a SQLite database (``.sqlite``, ``.db``) with the tables
            articles, entities, mentions and the full-text index entities_fts; or three files
            ``NAME.articles.csv``, ``NAME.entities.csv``, ``NAME.mentions.csv``, or the same as
            ``.parquet``, for the output ``NAME.csv`` or ``NAME.parquet``.

    Raises:
        InputError: The records cannot be read (G101 to G103, G141).
        OutputError: The output cannot be written (G401, G402), its suffix is none of these
            (G405), or pyarrow is needed (G406). Then no file is made or changed.
    """
    export = export_of(output)
    if export is None:
        raise OutputError(
            f"The suffix of {output} is of no known form.",
            f"Use one of {', '.join(EXPORTS)}.",
            code="G405",
        )
    try:
        export(read_records(records), Path(output))
    except (OSError, sqlite3.Error) as error:
        raise output_error(str(output), error) from error


def _of_table(path: Path, table: Table) -> Path:
    return path.with_name(f"{path.stem}.{table.name}{path.suffix}")


def _new(path: Path) -> Path:
    return path.with_name(path.name + _NEW)


def _batches(records: Iterable[Extraction]) -> Iterator[list[list[list[Cell]]]]:
    """Rows of many records together, by table."""
    numbered = enumerate(records, start=1)
    while some := list(islice(numbered, 1_000)):
        together: list[list[list[Cell]]] = [[] for _ in TABLES]
        for number, record in some:
            for rows, added in zip(together, rows_of(record, number), strict=True):
                rows += added
        yield together


def _to_sqlite(records: Iterable[Extraction], path: Path) -> None:
    new = _new(path)
    new.unlink(missing_ok=True)
    with closing(sqlite3.connect(new)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table in TABLES:
            columns = ", ".join(f'"{column.name}" {column.kind}' for column in table.columns)
            key = "article" if table.name == "articles" else "article, entity"
            unique = f", PRIMARY KEY ({key})" if table.name != "mentions" else ""
            database.execute(f"CREATE TABLE {table.name} ({columns}{unique})")
        for together in _batches(records):
            for table, rows in zip(TABLES, together, strict=True):
                marks = ", ".join("?" * len(table.columns))
                database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
        for statement in _INDICES:
            database.execute(statement)
        _index_words(database)
        database.commit()
    new.replace(path)


def _index_words(database: sqlite3.Connection) -> None:
    """Make the full-text index; its rows have the numbers of the entities' rows."""
    database.execute(
        "CREATE VIRTUAL TABLE entities_fts USING fts5 (name, english, role, content='')"
    )
    rows = database.execute("SELECT rowid, name, english, role FROM entities")
    while some := rows.fetchmany(_ROWS_AT_ONCE):
        database.executemany(
            "INSERT INTO entities_fts (rowid, name, english, role) VALUES (?, ?, ?, ?)",
            ([row, *(_searchable(cell) for cell in cells)] for row, *cells in some),
        )


def _searchable(text: str | None) -> str | None:
    """A text with all the spellings under which its words are looked for.

    SQLite knows neither Greek accents nor that a final sigma is a sigma.
    """
    if text is None:
        return None
    letters = (sign for sign in normalize("NFD", text) if not combining(sign))
    bare = "".join(letters).lower()
    return f"{text} {bare} {bare.replace('ς', 'σ')}"


_INDICES = (
    "CREATE INDEX mentions_article ON mentions (article, entity)",
    "CREATE INDEX mentions_nominative ON mentions (nominative)",
    "CREATE INDEX entities_name ON entities (name)",
    "CREATE INDEX entities_english ON entities (english)",
    "CREATE INDEX entities_type ON entities (type)",
    "CREATE INDEX articles_published ON articles (published)",
)


def _to_csv(records: Iterable[Extraction], path: Path) -> None:
    files = [
        _new(_of_table(path, table)).open("w", encoding="utf-8", newline="") for table in TABLES
    ]
    try:
        writers = [csv.writer(file) for file in files]
        for writer, table in zip(writers, TABLES, strict=True):
            writer.writerow([column.name for column in table.columns])
        for together in _batches(records):
            for writer, rows in zip(writers, together, strict=True):
                writer.writerows(rows)
    finally:
        for file in files:
            file.close()
    _put_in_place(path)


def _to_parquet(records: Iterable[Extraction], path: Path) -> None:
    try:
        # By name, so that types are checked alike whether it is installed or not.
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise OutputError(
            f"Parquet needs pyarrow, which cannot be imported ({error}).",
            'Install it with: pip install "greeknews-ner[parquet]"',
            code="G406",
        ) from error
    schemas = [_schema(table, arrow) for table in TABLES]
    writers = [
        parquet.ParquetWriter(_new(_of_table(path, table)), schema, compression="zstd")
        for table, schema in zip(TABLES, schemas, strict=True)
    ]
    try:
        pending: list[list[list[Cell]]] = [[] for _ in TABLES]
        for together in _batches(records):
            for number, rows in enumerate(together):
                pending[number] += rows
                if len(pending[number]) >= _ROWS_AT_ONCE:
                    writers[number].write_table(_arrow(pending[number], schemas[number], arrow))
                    pending[number] = []
        for number, rows in enumerate(pending):
            if rows:
                writers[number].write_table(_arrow(rows, schemas[number], arrow))
    finally:
        for writer in writers:
            writer.close()
    _put_in_place(path)


def _schema(table: Table, arrow: Any) -> Any:
    kinds = {"text": arrow.string(), "integer": arrow.int64(), "real": arrow.float64()}
    return arrow.schema([(column.name, kinds[column.kind]) for column in table.columns])


def _arrow(rows: list[list[Cell]], schema: Any, arrow: Any) -> Any:
    columns = list(zip(*rows, strict=True))
    arrays = [arrow.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _put_in_place(path: Path) -> None:
    for file in exported_files(path):
        _new(file).replace(file)


EXPORTS: dict[str, Callable[[Iterable[Extraction], Path], None]] = {
    ".sqlite": _to_sqlite,
    ".sqlite3": _to_sqlite,
    ".db": _to_sqlite,
    ".csv": _to_csv,
    ".parquet": _to_parquet,
}
"""The forms, by suffix."""
