"""What travels between the steps of a cluster: flat rows of strings and numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from greeknews_ner.articles.dumps import read_stream
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.reading import unreadable
from greeknews_ner.batch.outcomes import Outcome
from greeknews_ner.distributed.stores import opened
from greeknews_ner.records import Article, Extraction

__all__ = ["NUMBERS_A_FILE", "Row", "article_of", "read_rows", "result_row"]

Row: TypeAlias = "dict[str, Any]"
"""``number`` (place of the record in the whole dump), ``file``, ``record``, ``words``, and as JSON
``article`` and ``warnings``, later ``extraction``, or ``reject``; empty where there is none."""

NUMBERS_A_FILE = 1 << 32
"""Records of the n-th file have numbers from n times this: unique without anybody counting."""


def read_rows(
    file: str,
    number: int,
    fields: Mapping[str, str] | None,
    format: str | None,
    limits: Limits,
) -> Iterator[Row]:
    """Read a file of a dump.

    Args:
        file: Its path or address.
        number: Its place among the files, from 0.
        fields: See :func:`~greeknews_ner.articles.read_items`.
        format: See :func:`~greeknews_ner.articles.read_items`.
        limits: What is too large.
    """
    try:
        with opened(file) as stream:
            items = read_stream(stream, file, fields=fields, format=format, limits=limits)
            for count, item in enumerate(items, start=1):
                yield _row(item, number * NUMBERS_A_FILE + count)
    except OSError as error:
        place = Place(file)
        fault = Reject.of(place, unreadable(Path(file), error))
        yield _row(Item(place, fault), (number + 1) * NUMBERS_A_FILE - 1)


def _row(item: Item, number: int) -> Row:
    is_article = isinstance(item.content, Article)
    content = item.content.model_dump_json()
    return {
        "number": number,
        "file": item.place.file,
        "record": item.place.record or 0,
        "article": content if is_article else "",
        "reject": "" if is_article else content,
        "warnings": json.dumps(item.warnings),
    }


def article_of(row: Mapping[str, Any]) -> Article | None:
    """The article of a row; none if it is a reject."""
    return Article.model_validate_json(row["article"]) if row["article"] else None


def result_row(row: Mapping[str, Any], article: Article | None, outcome: Outcome | None) -> Row:
    """What became of a row.

    Args:
        row: As it was read.
        article: Its article.
        outcome: What became of that.
    """
    result = {"number": row["number"], "extraction": "", "reject": row["reject"], "words": 0}
    if article is None or outcome is None:
        return result
    if isinstance(outcome, Extraction):
        warnings = [*outcome.warnings, *json.loads(row["warnings"])]
        record = outcome.model_copy(update={"warnings": warnings})
        return result | {
            "extraction": record.model_dump_json(),
            "words": len(article.text.split()),
        }
    place = Place(row["file"], int(row["record"]) or None)
    return result | {"reject": Reject.of(place, outcome, article.id).model_dump_json()}
