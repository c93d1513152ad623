"""The formats that articles come in: one file a format, one table of them."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from greeknews_ner.articles.archives import ARCHIVE_SUFFIXES
from greeknews_ner.articles.csv_file import read_csv
from greeknews_ner.articles.html_file import read_html
from greeknews_ner.articles.items import Item
from greeknews_ner.articles.json_file import read_json
from greeknews_ner.articles.jsonl import read_jsonl
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import plain_suffix
from greeknews_ner.articles.parquet_file import read_parquet
from greeknews_ner.articles.text_file import read_plain_text
from greeknews_ner.articles.warc_file import read_warc
from greeknews_ner.errors import InputError

__all__ = ["FORMATS", "Format", "format_named", "format_of", "is_known_file", "known_suffixes"]

Reader: TypeAlias = Callable[
    [Iterator[bytes], str, "Mapping[str, str] | None", Limits], Iterator[Item]
]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of article dumps.

    Attributes:
        name: What a caller calls it.
        suffixes: File names that have it.
        read: Bytes, file name, mapping of fields and limits in; records out.
        magic: First bytes that nothing else has.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    magic: tuple[bytes, ...] = ()


FORMATS = (
    Format("jsonl", (".jsonl", ".ndjson", ".jl", ".jsonlines"), read_jsonl),
    Format("json", (".json",), read_json),
    Format("csv", (".csv", ".tsv", ".tab"), read_csv),
    Format("parquet", (".parquet", ".pq"), read_parquet, (b"PAR1",)),
    Format("warc", (".warc",), read_warc, (b"WARC/0.", b"WARC/1.")),
    Format("html", (".html", ".htm", ".xhtml", ".xml"), read_html),
    Format("text", (".txt", ".text"), read_plain_text),
)


def known_suffixes() -> tuple[str, ...]:
    """Suffixes of files that may hold articles, archives among them."""
    return (*(suffix for entry in FORMATS for suffix in entry.suffixes), *ARCHIVE_SUFFIXES)


def is_known_file(name: str) -> bool:
    """Whether a file's name says that it may hold articles."""
    return plain_suffix(name) in known_suffixes()


def format_named(name: str) -> Format:
    """Look a format up.

    Raises:
        InputError: There is none of this name (G115).
    """
    for entry in FORMATS:
        if entry.name == name.lower():
            return entry
    raise InputError(
        f"There is no input format {name!r}.",
        f"Choose one of {', '.join(entry.name for entry in FORMATS)}.",
        code="G115",
    )


def format_of(file: str, head: bytes) -> Format:
    """Tell a file's format from its name or, failing that, from its first bytes.

    Args:
        file: Its name; a suffix of compression is looked through.
        head: Its first bytes, uncompressed.
    """
    for entry in FORMATS:
        if head.startswith(entry.magic):
            return entry
    suffix = plain_suffix(file)
    if suffix == ".json" and _is_line_by_line(head):
        return format_named("jsonl")
    for entry in FORMATS:
        if suffix in entry.suffixes:
            return entry
    start = head[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:200].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return format_named("html")
    return format_named({b"{": "jsonl", b"[": "json"}.get(start[:1], "text"))


def _is_line_by_line(head: bytes) -> bool:
    """Whether a file named .json holds JSON Lines, as many crawlers name it."""
    first, _, rest = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").partition(b"\n")
    if not first.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True
