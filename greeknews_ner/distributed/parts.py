"""Results written where they are, a part a batch: nothing has to pass through one machine."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

from greeknews_ner.batch.forms.parquet_form import arrow_table
from greeknews_ner.batch.tables import TABLES, Cell, rows_of
from greeknews_ner.distributed.stores import write_file
from greeknews_ner.records import Extraction

__all__ = ["PartWriter"]


class PartWriter:
    """Writes a batch of results as files of its own.

    They are named by the first record in them: a batch that is written again after a fault takes
    the place of what it wrote before.

    Args:
        folder: Where to, local or in a store. JSON Lines go to ``records/``, tables to
            ``articles/``, ``entities/`` and ``mentions/``, rejects to ``rejects/``.
        form: ``jsonl`` or ``parquet``.
    """

    def __init__(self, folder: str, form: str) -> None:
        self._folder = folder.rstrip("/")
        self._form = form

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Write a batch; returns its number of records, rejects by code are read from the files."""
        numbers = [int(number) for number in batch["number"]]
        name = f"part-{min(numbers):020}" if numbers else ""
        records = [
            (number, line)
            for number, line in zip(numbers, batch["extraction"], strict=True)
            if line
        ]
        rejects = [str(line) for line in batch["reject"] if line]
        if records and self._form == "jsonl":
            self._write("records", f"{name}.jsonl", _lines([str(line) for _, line in records]))
        elif records:
            self._write_tables(name, records)
        if rejects:
            self._write("rejects", f"{name}.rejects.jsonl", _lines(rejects))
        return {
            "written": [len(records)],
            "words": [sum(int(words) for words in batch["words"])],
            "rejects": ["\n".join(rejects)],
        }

    def _write_tables(self, name: str, records: list[tuple[int, Any]]) -> None:
        parquet: Any = import_module("pyarrow.parquet")
        together: list[list[list[Cell]]] = [[] for _ in TABLES]
        for number, line in records:
            record = Extraction.model_validate_json(line)
            for rows, added in zip(together, rows_of(record, number), strict=True):
                rows += added
        for table, rows in zip(TABLES, together, strict=True):
            buffer = io.BytesIO()
            parquet.write_table(arrow_table(rows, table), buffer, compression="zstd")
            self._write(table.name, f"{name}.parquet", buffer.getvalue())

    def _write(self, kind: str, name: str, data: bytes) -> None:
        write_file(f"{self._folder}/{kind}/{name}", data)


def _lines(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8")
