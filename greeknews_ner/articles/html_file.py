"""HTML: one page a file, its article taken out by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from greeknews_ner.articles.fields import article_item
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.reading import text_of
from greeknews_ner.articles.text_file import bytes_of
from greeknews_ner.errors import InputError
from greeknews_ner.extras import Extra

__all__ = ["page_item", "read_html"]

_HTML = Extra("html", "HTML", InputError, "G118")

_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]*\[.*?<!ENTITY", re.DOTALL | re.IGNORECASE)
_PROLOGUE = 1 << 16


def read_html(
    pieces: Iterator[bytes], file: str, fields: Mapping[str, str] | None, limits: Limits
) -> Iterator[Item]:
    """Read the article of a page: its text, headline, date, address and site.

    Args:
        pieces: The file's bytes.
        file: Its name.
        fields: Not used: trafilatura names the fields.
        limits: A file beyond ``article_bytes`` is a reject (G107), as is a page in which no article
            is found (G122) or that declares entities (G126), and every page if trafilatura is not
            installed (G118).
    """
    place = Place(file)
    try:
        page = bytes_of(pieces, file, limits)
    except InputError as error:
        yield Item(place, Reject.of(place, error))
    else:
        yield page_item(page, place, limits)


def page_item(page: bytes, place: Place, limits: Limits, url: str | None = None) -> Item:
    """Make an article of one page.

    Args:
        page: Its bytes.
        place: Where it stands.
        limits: What is too large.
        url: Where it was fetched from, if that is known; also its id.
    """
    try:
        record = _article_of(text_of(page, place.file), url or place.file)
    except InputError as error:
        return Item(place, Reject.of(place, error, url))
    if url:
        record |= {"id": url, "url": url}
    return article_item(record, place, None, limits)


def _article_of(page: str, file: str) -> dict[str, Any]:
    if _ENTITIES.search(page[:_PROLOGUE]):
        raise InputError(
            f"The page {file} declares entities of its own, which can grow without end.",
            "Save the page anew as HTML, or give its text.",
            code="G126",
        )
    trafilatura = _HTML.imported("trafilatura")
    try:
        document = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=False
        )
    # What the parser below raises on a broken page is its own affair.
    except Exception as error:
        raise InputError(
            f"The page {file} cannot be parsed: {' '.join(str(error).split())[:200]}.",
            "Save the page anew, or give its text.",
            code="G119",
        ) from error
    if document is None or not document.text:
        raise InputError(
            f"No article is found in the page {file}.",
            "Give a page with an article, or its text.",
            code="G122",
        )
    names = ("text", "title", "date", "url", "hostname", "sitename", "id")
    return {name: getattr(document, name, None) for name in names}
