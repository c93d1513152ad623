"""Finished records in other forms than JSON Lines, told from the output's name or by name.

Each is made from the file of records when that is complete, so that a run that is interrupted needs
to know only one kind of file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from greeknews_ner.articles.record_files import read_records
from greeknews_ner.articles.writing import output_error
from greeknews_ner.batch.forms.csv_form import write_csv
from greeknews_ner.batch.forms.ftm_form import write_ftm
from greeknews_ner.batch.forms.parquet_form import PARTITIONS, write_parquet, write_partitioned
from greeknews_ner.batch.forms.placing import of_table
from greeknews_ner.batch.forms.sqlite_form import write_sqlite
from greeknews_ner.batch.tables import TABLES
from greeknews_ner.errors import OutputError
from greeknews_ner.records import Extraction

__all__ = ["FORMS", "Form", "check_partition", "export_records", "exported_files", "form_of"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of records.

    Attributes:
        name: What a caller calls it.
        suffixes: File names that ask for it.
        write: Records and file in; none for JSON Lines, in which they are already.
        is_by_table: Whether it makes a file a table.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Extraction], Path], None] | None
    is_by_table: bool = False


FORMS = (
    # Before JSON Lines: the first suffix that fits is taken.
    Form("ftm", (".ftm.json", ".ftm.jsonl", ".ftm.ijson", ".ftm"), write_ftm),
    Form("jsonl", (".jsonl", ".ndjson", ".jl", ".json"), None),
    Form("sqlite", (".sqlite", ".sqlite3", ".db"), write_sqlite),
    Form("csv", (".csv",), write_csv, is_by_table=True),
    Form("parquet", (".parquet",), write_parquet, is_by_table=True),
)


def form_of(path: Path | str, format: str | None = None) -> Form:
    """The form that an output is written in.

    Args:
        path: The output; JSON Lines if its suffix is of no known form.
        format: Name of the form, if the suffix is not to be asked.

    Raises:
        OutputError: There is no form of this name (G405).
    """
    if format is not None:
        for form in FORMS:
            if form.name == format.lower():
                return form
        raise _unknown(f"There is no output format {format!r}.")
    name = Path(path).name.lower()
    known = (form for form in FORMS if name.endswith(form.suffixes))
    return next(known, next(form for form in FORMS if form.write is None))


def exported_files(
    path: Path, format: str | None = None, partition: str | None = None
) -> list[Path]:
    """The files and folders that an output comes to be: one, or one a table."""
    if form_of(path, format).is_by_table and partition is None:
        return [of_table(path, table) for table in TABLES]
    return [path]


def check_partition(form: Form, partition: str | None) -> None:
    """Refuse a partition that there is not, before anything is done.

    Raises:
        OutputError: It is none of day, month, year, or the form is not Parquet (G408).
    """
    if partition is not None and (partition not in PARTITIONS or form.name != "parquet"):
        raise OutputError(
            f"Output as {form.name} cannot be parted by {partition!r}.",
            f"Write Parquet, and part it by {', '.join(PARTITIONS)}.",
            code="G408",
        )


def export_records(
    records: Path | str,
    output: Path | str,
    *,
    format: str | None = None,
    partition: str | None = None,
) -> None:
    """Write a file of records in another form.

    Args:
        records: JSON Lines, as ``batch`` writes them.
        output: What its suffix says: a SQLite database (``.sqlite``, ``.db``) with the tables
            articles, entities, mentions and the full-text index entities_fts; three files
            ``NAME.articles.csv``, ``NAME.entities.csv``, ``NAME.mentions.csv``, or the same as
            ``.parquet``, for the output ``NAME.csv`` or ``NAME.parquet``; or entities of
            followthemoney (``.ftm.json``).
        format: Name of the form (``sqlite``, ``csv``, ``parquet``, ``ftm``), if the suffix is
            another.
        partition: ``day``, ``month`` or ``year``: then the Parquet output is a folder with a
            folder a table, parted by the date of publication.

    Raises:
        InputError: The records cannot be read (G101 to G103, G141).
        OutputError: The output cannot be written (G401, G402), there is no such form (G405), it
            cannot be parted so (G408), or pyarrow is needed (G406). Then no file is made or
            changed.
    """
    form = form_of(output, format)
    check_partition(form, partition)
    if form.write is None:
        raise _unknown(f"{output} asks for JSON Lines, which the records are already.")
    try:
        if partition is not None:
            write_partitioned(lambda: read_records(records), Path(output), partition)
        else:
            form.write(read_records(records), Path(output))
    except (OSError, sqlite3.Error) as error:
        raise output_error(str(output), error) from error


def _unknown(cause: str) -> OutputError:
    forms = "; ".join(
        f"{form.name} ({', '.join(form.suffixes)})" for form in FORMS if form.write is not None
    )
    return OutputError(cause, f"Use one of {forms}.", code="G405")
