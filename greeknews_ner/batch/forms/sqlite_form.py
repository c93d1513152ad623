"""SQLite: three tables with indices and full-text search, as Datasette shows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from unicodedata import combining, normalize

from greeknews_ner.batch.forms.placing import new
from greeknews_ner.batch.tables import TABLES, Table, batches_of_rows
from greeknews_ner.records import Extraction

__all__ = ["write_sqlite"]

_ROWS_AT_ONCE = 20_000
_KINDS = {"day": "text"}
_KEYS = {"articles": "article", "entities": "article, entity"}


def write_sqlite(records: Iterable[Extraction], path: Path) -> None:
    """Write a database.

    Args:
        records: What goes in.
        path: The database; what stood there before is replaced when all is written.

    Raises:
        OSError: It cannot be written.
        sqlite3.Error: The same, or the disk is full.
    """
    file = new(path)
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table in TABLES:
            database.execute(_definition(table))
        for together in batches_of_rows(records):
            for table, rows in zip(TABLES, together, strict=True):
                marks = ", ".join("?" * len(table.columns))
                database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
        for statement in _INDICES:
            database.execute(statement)
        _index_words(database)
        database.commit()
    file.replace(path)


def _definition(table: Table) -> str:
    columns = [
        f'"{column.name}" {_KINDS.get(column.kind, column.kind)}' for column in table.columns
    ]
    if table.name in _KEYS:
        columns.append(f"PRIMARY KEY ({_KEYS[table.name]})")
    if table.name != "articles":
        columns.append("FOREIGN KEY (article) REFERENCES articles (article)")
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"


def _index_words(database: sqlite3.Connection) -> None:
    """Make the full-text index of the entities.

    It names the table that it indexes, so that Datasette finds it; but the words in it are ours,
    for SQLite knows neither Greek accents nor every final sigma.
    """
    database.execute(
        'CREATE VIRTUAL TABLE entities_fts USING fts5 (name, english, role, content="entities")'
    )
    rows = database.execute("SELECT rowid, name, english, role FROM entities")
    while some := rows.fetchmany(_ROWS_AT_ONCE):
        database.executemany(
            "INSERT INTO entities_fts (rowid, name, english, role) VALUES (?, ?, ?, ?)",
            ([row, *(_searchable(cell) for cell in cells)] for row, *cells in some),
        )


def _searchable(text: str | None) -> str | None:
    """A text with all the spellings under which its words are looked for."""
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
    "CREATE INDEX entities_day ON entities (day)",
)
