"""CSV and TSV: one article a row, names of the fields in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from greeknews_ner.articles.decoding import decode
from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import lines, utf8_chunks
from greeknews_ner.errors import InputError

__all__ = ["read_csv"]

_DELIMITERS = ",;\t|"


def read_csv(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read articles from a table; comma, semicolon, tab or bar is told from the first line.

    Args:
        pieces: The file's bytes.
        file: Its name; a record's number is that of the last line of its row.
        fields: See :func:`~greeknews_ner.articles.fields.article_item`.
        limits: A row with a field beyond ``line_bytes`` is a reject (G124), as is one with more
            fields than the first line has names or is no CSV (G129).
    """
    # The module's own limit of 131,072 characters is below the longest articles.
    csv.field_size_limit(max(csv.field_size_limit(), limits.line_bytes))
    stream = _text_lines(utf8_chunks(pieces), limits)
    header = next(stream, "")
    delimiter = max(_DELIMITERS, key=header.count)
    names = _names(header, delimiter)
    rows = csv.reader(stream, delimiter=delimiter)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            code = "G124" if "limit" in str(error) else "G129"
            place = Place(file, rows.line_num + 1)
            yield _reject(place, f"The row cannot be read: {error}.", code)
            continue
        place = Place(file, rows.line_num + 1)
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(names):
            found = f"The row has {len(row)} fields, the first line names {len(names)}."
            yield _reject(place, found, "G129")
            continue
        yield article_item(dict(zip(names, row, strict=False)), place, fields, limits)


def _names(header: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return [header]


def _reject(place: Place, reason: str, code: str) -> Item:
    remedy = "Put fields that hold the separator or a line end between double quotes."
    return Item(place, Reject.of(place, InputError(reason, remedy, code=code)))


def _text_lines(pieces: Iterator[bytes], limits: Limits) -> Iterator[str]:
    for line in lines(pieces, limits.line_bytes):
        # What is too long is left out; the row that lacks it says so by its fields.
        yield _decoded(line or b"").replace("\x00", " ") + "\n"


def _decoded(line: bytes) -> str:
    try:
        return decode(line, "the line")
    except InputError:
        return line.decode("utf-8", errors="replace")
