"""JSON: one article, or an array of them, read element by element."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping

from greeknews_ner.articles.decoding import code_page
from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import utf8_chunks
from greeknews_ner.errors import InputError

__all__ = ["read_json"]

_BLANK = " \t\r\n\x00"
_CONTAINERS = ("articles", "items", "results", "data", "docs", "documents", "news")


def read_json(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read articles from a JSON file in bounded memory.

    Args:
        pieces: The file's bytes: an array of objects, one object, or objects one after another.
            An object that only wraps an array (``{"articles": [...]}``) stands for the array.
        file: Its name, for the place of each record.
        fields: See :func:`~greeknews_ner.articles.fields.article_item`.
        limits: An element beyond ``line_bytes`` ends the reading (G124), as does damage (G120):
            after either, nobody can tell where the next element begins.
    """
    number = 0
    try:
        for number, record in enumerate(_Values(utf8_chunks(pieces), limits), start=1):
            wrapped = _wrapped(record)
            if wrapped is None:
                yield article_item(record, Place(file, number), fields, limits)
                continue
            for inner, element in enumerate(wrapped, start=1):
                yield article_item(element, Place(file, inner), fields, limits)
    except InputError as error:
        place = Place(file, number + 1)
        yield Item(place, Reject.of(place, error))


def _wrapped(record: object) -> list[object] | None:
    if not isinstance(record, Mapping):
        return None
    for name in _CONTAINERS:
        value = record.get(name)
        if isinstance(value, list) and value and all(isinstance(part, Mapping) for part in value):
            return value
    return None


class _Values:
    """The elements of a top-level array, or the top-level values themselves."""

    def __init__(self, pieces: Iterator[bytes], limits: Limits) -> None:
        self._pieces = pieces
        self._limit = limits.line_bytes
        self._parse = json.JSONDecoder().raw_decode
        self._decoder: codecs.IncrementalDecoder | None = None
        self._buffer = ""
        self._position = 0
        self._ended = False

    def __iter__(self) -> Iterator[object]:
        in_array = False
        if self._skip_blank() == "[":
            in_array = True
            self._position += 1
        first = True
        while True:
            sign = self._skip_blank()
            if in_array and sign == "]":
                self._position += 1
                in_array = False
                continue
            if sign == "":
                if in_array:
                    raise _broken("the array has no end")
                return
            if sign == "," and not first:
                self._position += 1
                self._skip_blank()
            elif in_array and not first:
                raise _broken(f"a comma is missing before {self._shown()!r}")
            yield self._value()
            first = False

    def _value(self) -> object:
        wanted = 1 << 16
        while True:
            try:
                value, end = self._parse(self._buffer, self._position)
            except (ValueError, RecursionError) as error:
                if self._ended or isinstance(error, RecursionError):
                    raise _broken(str(error)[:200]) from error
            else:
                # A number at the end of the buffer may go on in the next piece.
                if end < len(self._buffer) or self._ended:
                    self._buffer, self._position = self._buffer[end:], 0
                    result: object = value
                    return result
            if len(self._buffer) - self._position > self._limit:
                raise InputError(
                    f"An element has more than {self._limit:,} characters.",
                    "Check the file, or raise the limit Limits.line_bytes.",
                    code="G124",
                )
            # Twice as much each time, so that parsing anew stays linear.
            self._read(wanted)
            wanted *= 2

    def _skip_blank(self) -> str:
        while True:
            while self._position < len(self._buffer):
                sign = self._buffer[self._position]
                if sign not in _BLANK:
                    return sign
                self._position += 1
            if self._ended:
                return ""
            self._read(1)

    def _read(self, characters: int) -> None:
        parts = [self._buffer[self._position :]]
        self._position = 0
        while characters > 0 and not self._ended:
            piece = next(self._pieces, b"")
            if self._decoder is None:
                self._decoder = codecs.getincrementaldecoder(code_page(piece))(errors="replace")
            self._ended = not piece
            text = self._decoder.decode(piece, final=self._ended)
            parts.append(text)
            characters -= len(text)
        self._buffer = "".join(parts)

    def _shown(self) -> str:
        return self._buffer[self._position : self._position + 20]


def _broken(detail: str) -> InputError:
    return InputError(
        f"This is not valid JSON: {detail}.",
        "Repair the file, or write one object a line (JSON Lines), where damage costs one line.",
        code="G120",
    )
