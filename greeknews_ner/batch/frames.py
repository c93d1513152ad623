"""Records read back: one by one, or as a data frame of pandas or polars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from greeknews_ner.articles import record_files
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.batch.tables import TABLES, Cell, Column, Table, batches_of_rows, table_named
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.extras import Extra
from greeknews_ner.records import Extraction

__all__ = ["Records", "read_records"]

_PANDAS = {"text": "str", "integer": "Int64", "real": "Float64", "day": "datetime64[s]"}
_REJECTS = ".rejects.jsonl"


class Records:
    """Extractions in files, read anew each time somebody asks for them.

    Args:
        files: JSON Lines.
        limits: What is too large.
    """

    def __init__(self, files: list[Path | str], limits: Limits) -> None:
        self._files = files
        self._limits = limits

    def __iter__(self) -> Iterator[Extraction]:
        """The records, lazily, in the files' order.

        Raises:
            InputError: A file cannot be read (G101 to G103, G127, G128), or a line is no record of
                this schema (G141).
        """
        for file in self._files:
            yield from record_files.read_records(file, self._limits)

    def to_pandas(self, table: str = "mentions") -> Any:
        """A table as a data frame of pandas.

        Args:
            table: ``mentions``, ``entities`` or ``articles``; columns as in
                :data:`~greeknews_ner.batch.tables.TABLES`.

        Raises:
            InputError: As for the records.
            OutputError: There is no such table (G407), or pandas is not installed (G409).
        """
        wanted = table_named(table)
        pandas = _frames("pandas").imported("pandas")
        columns = self._columns(wanted)
        return pandas.DataFrame(
            {
                column.name: pandas.Series(cells, dtype=_PANDAS[column.kind])
                for column, cells in columns
            }
        )

    def to_polars(self, table: str = "mentions") -> Any:
        """A table as a data frame of polars.

        Args:
            table: As for :meth:`to_pandas`.

        Raises:
            InputError: As for the records.
            OutputError: There is no such table (G407), or polars is not installed (G409).
        """
        wanted = table_named(table)
        polars = _frames("polars").imported("polars")
        kinds = {
            "text": polars.String,
            "integer": polars.Int64,
            "real": polars.Float64,
            "day": polars.Date,
        }
        columns = self._columns(wanted)
        return polars.DataFrame(
            [
                polars.Series(column.name, _typed(column, cells), dtype=kinds[column.kind])
                for column, cells in columns
            ]
        )

    def _columns(self, table: Table) -> list[tuple[Column, list[Cell]]]:
        number = TABLES.index(table)
        columns: list[list[Cell]] = [[] for _ in table.columns]
        for together in batches_of_rows(self):
            for row in together[number]:
                for cells, cell in zip(columns, row, strict=True):
                    cells.append(cell)
        return list(zip(table.columns, columns, strict=True))


def read_records(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> Records:
    """Read extractions back from JSON Lines.

    Args:
        path: A file as ``batch`` writes it, plain or compressed, a folder of such files, or ``-``.
        limits: What is too large.

    Returns:
        The records, to iterate over; ``.to_pandas()`` and ``.to_polars()`` make a data frame.

    Raises:
        InputError: The folder holds no records (G116).
    """
    if not Path(path).is_dir():
        return Records([path], limits)
    below = sorted(file for file in Path(path).rglob("*.jsonl*") if file.is_file())
    files: list[Path | str] = [file for file in below if not file.name.endswith(_REJECTS)]
    if not files:
        raise InputError(
            f"The folder {path} holds no records.",
            "Give a folder with files NAME.jsonl.",
            code="G116",
        )
    return Records(files, limits)


def _typed(column: Column, cells: list[Cell]) -> list[Any]:
    if column.kind != "day":
        return list(cells)
    return [None if cell is None else date.fromisoformat(str(cell)) for cell in cells]


def _frames(name: str) -> Extra:
    return Extra(name, f"A data frame of {name}", OutputError, "G409")
