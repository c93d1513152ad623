"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.reading import STDIN, text_of
from greeknews_ner.errors import InputError

__all__ = ["bytes_of", "read_plain_text"]


def read_plain_text(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read one article; its id is the file's name without suffixes.

    Args:
        pieces: The file's bytes.
        file: Its name.
        fields: Not used: plain text has none.
        limits: A file beyond ``article_bytes`` is a reject (G107), as are the faults of
            :func:`~greeknews_ner.articles.reading.read_text`.
    """
    place = Place(file)
    try:
        record = {"text": text_of(bytes_of(pieces, file, limits), file)}
        if file != STDIN:
            record["id"] = Path(file).name.partition(".")[0]
    except InputError as error:
        yield Item(place, Reject.of(place, error))
    else:
        yield article_item(record, place, None, limits)


def bytes_of(pieces: Iterator[bytes], file: str, limits: Limits) -> bytes:
    """Put a file with one article together.

    Raises:
        InputError: It is larger than one article may be (G107).
    """
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > limits.article_bytes:
            raise InputError(
                f"{file} has more than {limits.article_bytes:,} bytes.",
                "Give one article a file; the limit is Limits.article_bytes.",
                code="G107",
            )
    return bytes(data)
