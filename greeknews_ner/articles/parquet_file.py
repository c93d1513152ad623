"""Parquet: one article a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import seekable
from greeknews_ner.articles.unpacking import damaged
from greeknews_ner.errors import InputError
from greeknews_ner.extras import Extra

__all__ = ["read_parquet"]

_PARQUET = Extra("parquet", "Parquet", InputError, "G117")

_ROWS = 256
"""Rows that are decoded together: articles are long."""


def read_parquet(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read articles from a Parquet file, a few hundred rows at a time.

    Args:
        pieces: The file's bytes.
        file: Its name; a record's number is that of its row, from 1.
        fields: See :func:`~greeknews_ner.articles.fields.article_item`.
        limits: What is too large.

    A file that is damaged ends as a reject where the damage begins (G127); without pyarrow every
    file does (G117).
    """
    number = 0
    try:
        parquet = _PARQUET.imported("pyarrow.parquet")
        with seekable(pieces) as stream:
            for row in _rows(parquet, stream, file):
                number += 1
                yield article_item(row, Place(file, number), fields, limits)
    except InputError as error:
        place = Place(file, number + 1)
        yield Item(place, Reject.of(place, error))


def _rows(parquet: Any, stream: Any, file: str) -> Iterator[Mapping[str, Any]]:
    try:
        table = parquet.ParquetFile(stream)
        for batch in table.iter_batches(batch_size=_ROWS):
            yield from batch.to_pylist()
    # pyarrow's own errors derive from ValueError and OSError, for damage both.
    except (ValueError, OSError, NotImplementedError) as error:
        raise damaged(file, error) from error
