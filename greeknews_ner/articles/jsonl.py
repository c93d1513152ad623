"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from greeknews_ner.articles.decoding import decode
from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import lines, utf8_chunks
from greeknews_ner.errors import InputError

__all__ = ["read_jsonl"]


def read_jsonl(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read articles, one JSON object a line; blank lines are passed over.

    Args:
        pieces: The file's bytes.
        file: Its name, for the place of each record.
        fields: See :func:`~greeknews_ner.articles.fields.article_item`.
        limits: A line beyond ``line_bytes`` is a reject (G124) and is never loaded.
    """
    for number, line in enumerate(lines(utf8_chunks(pieces), limits.line_bytes), start=1):
        place = Place(file, number)
        try:
            if line is None:
                raise InputError(
                    f"The line has more than {limits.line_bytes:,} bytes.",
                    "Check that the file has one article a line, or raise Limits.line_bytes.",
                    code="G124",
                )
            if not line.strip():
                continue
            record = parse_json(_decoded(line))
        except InputError as error:
            yield Item(place, Reject.of(place, error))
        else:
            yield article_item(record, place, fields, limits)


def parse_json(text: str) -> object:
    """Parse one JSON value.

    Raises:
        InputError: The text is not JSON, or nested too deeply to be read (G120).
    """
    try:
        value: object = json.loads(text)
        return value
    # Numbers of thousands of digits are a plain ValueError, deep nesting a RecursionError.
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"This is not valid JSON: {str(error)[:200]}.",
            "Write one JSON object a line, as UTF-8.",
            code="G120",
        ) from error


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(line, "the line")
