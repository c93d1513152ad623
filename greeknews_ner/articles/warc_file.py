"""WARC, the archives of web crawlers: one article a page."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.html_file import page_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import Joined
from greeknews_ner.articles.reading import text_of
from greeknews_ner.articles.unpacking import damaged
from greeknews_ner.errors import InputError
from greeknews_ner.extras import Extra

__all__ = ["read_warc"]

_WARC = Extra("warc", "WARC", InputError, "G117")

_PAGES = ("text/html", "application/xhtml")
_BODIES = ("response", "resource", "conversion")
"""Types of records that hold a page; the others are about the crawl."""


def read_warc(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read the pages of a web archive, each by trafilatura, with the address it was fetched from.

    Args:
        pieces: The file's bytes.
        file: Its name; a record's number is its place in the archive, from 1, where the records
            that hold no page (requests, images, redirects) count but give nothing.
        fields: Not used: trafilatura names the fields.
        limits: A page beyond ``article_bytes`` is a reject (G107), as is one in which no article is
            found (G122).

    A damaged archive ends as a reject where the damage begins (G127); without warcio every one
    does (G117).
    """
    number = 0
    try:
        records = _records(pieces, file)
        for number, record in enumerate(records, start=1):
            kind = _kind_of_page(record)
            if kind is None:
                continue
            place = Place(file, number)
            url = record.rec_headers.get_header("WARC-Target-URI")
            try:
                page = _page(record, url or file, limits)
                if kind == "html":
                    yield page_item(page, place, limits, url)
                else:
                    text = text_of(page, url or file)
                    yield article_item({"text": text, "url": url}, place, None, limits)
            except InputError as error:
                yield Item(place, Reject.of(place, error, url))
    except InputError as error:
        place = Place(file, number + 1)
        yield Item(place, Reject.of(place, error))


def _records(pieces: Iterator[bytes], file: str) -> Iterator[Any]:
    reading, faults = (
        _WARC.imported(f"warcio.{part}") for part in ("archiveiterator", "exceptions")
    )
    try:
        yield from reading.ArchiveIterator(io.BufferedReader(Joined(pieces)))
    except (faults.ArchiveLoadFailed, EOFError, ValueError, KeyError) as error:
        raise damaged(file, error) from error


def _kind_of_page(record: Any) -> str | None:
    """``html``, ``text`` where somebody has taken the text out already, or no page at all."""
    if record.rec_type not in _BODIES:
        return None
    headers = record.http_headers or record.rec_headers
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    kind = (headers.get_header("Content-Type") or "").lower()
    if status == "200" and kind.startswith(_PAGES):
        return "html"
    is_text = record.rec_type == "conversion" and kind.startswith("text/plain")
    return "text" if is_text else None


def _page(record: Any, name: str, limits: Limits) -> bytes:
    try:
        page: bytes = record.content_stream().read(limits.article_bytes + 1)
    except (zlib.error, EOFError, ValueError, OSError) as error:
        raise damaged(name, error) from error
    if len(page) > limits.article_bytes:
        raise InputError(
            f"The page {name} has more than {limits.article_bytes:,} bytes.",
            "Check what it is; the limit is Limits.article_bytes.",
            code="G107",
        )
    return page
