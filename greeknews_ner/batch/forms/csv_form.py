"""CSV: a file a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from greeknews_ner.batch.forms.placing import new, of_table, put_in_place
from greeknews_ner.batch.tables import TABLES, batches_of_rows
from greeknews_ner.records import Extraction

__all__ = ["write_csv"]


def write_csv(records: Iterable[Extraction], path: Path) -> None:
    """Write ``NAME.articles.csv``, ``NAME.entities.csv`` and ``NAME.mentions.csv``.

    Args:
        records: What goes in.
        path: ``NAME.csv``.

    Raises:
        OSError: They cannot be written.
    """
    files = [new(of_table(path, table)).open("w", encoding="utf-8", newline="") for table in TABLES]
    try:
        writers = [csv.writer(file) for file in files]
        for writer, table in zip(writers, TABLES, strict=True):
            writer.writerow([column.name for column in table.columns])
        for together in batches_of_rows(records):
            for writer, rows in zip(writers, together, strict=True):
                writer.writerows(rows)
    finally:
        for file in files:
            file.close()
    put_in_place([of_table(path, table) for table in TABLES])
