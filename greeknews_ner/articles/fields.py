"""Which field of a crawler's record holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from greeknews_ner._toml import load_toml
from greeknews_ner.articles.dates import parse_published
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import Limits
from greeknews_ner.errors import InputError
from greeknews_ner.records import Article

__all__ = ["FIELD_NAMES", "article_item", "parse_fields"]

FIELD_NAMES = ("text", "title", "published", "id", "url", "source")
"""The fields of an article that a mapping may name."""

_SEPARATORS = re.compile(r"[^a-zα-ω0-9]+")


def parse_fields(spec: str) -> dict[str, str]:
    """Read a mapping as it is typed on a command line.

    Args:
        spec: Such as ``text=maintext,published=meta.date``: field of an article = field of the
            record, with points into nested ones.

    Raises:
        InputError: An entry is not of this form or names no field of an article (G114).
    """
    fields: dict[str, str] = {}
    for entry in spec.split(","):
        field, equals, name = (part.strip() for part in entry.partition("="))
        if not equals or not name or field not in FIELD_NAMES:
            raise InputError(
                f"The mapping of fields has an entry {entry!r}.",
                f"Write FIELD=NAME with FIELD one of {', '.join(FIELD_NAMES)}.",
                code="G114",
            )
        fields[field] = name
    return fields


def article_item(
    record: object, place: Place, fields: Mapping[str, str] | None, limits: Limits
) -> Item:
    """Make an article of one record.

    Args:
        record: A decoded JSON value, or a row as a mapping.
        place: Where it stands.
        fields: Field of an article → name in the record; what is not given is found by the names
            that crawlers use.
        limits: What is too large.

    Returns:
        The article, or a reject: the record is no object (G121), has no field of text (G122) or
        nothing in it (G123), or its text is too long (G125). A date that is not understood is a
        warning.
    """
    try:
        if not isinstance(record, Mapping):
            raise InputError(
                f"The record is {_kind(record)}, not an object with fields.",
                "Give one JSON object an article.",
                code="G121",
            )
        return _article_item(record, place, fields or {}, limits)
    except InputError as error:
        return Item(place, Reject.of(place, error))


def _article_item(
    record: Mapping[str, Any], place: Place, fields: Mapping[str, str], limits: Limits
) -> Item:
    by_key = {_key(name): value for name, value in reversed(list(record.items()))}
    found = {field: _value(record, by_key, field, fields.get(field)) for field in FIELD_NAMES}
    id_ = _as_line(found["id"])
    text, title = _as_text(found["text"]), _as_line(found["title"])
    try:
        if text is None:
            raise InputError(
                f"The record has no text; its fields are {_listed(record)}.",
                "Say which field holds the text: --fields text=NAME.",
                code="G122",
            )
        if not text.strip() and not (title or "").strip():
            raise InputError(
                "The record's text is empty.", "Nothing to do, or crawl it again.", code="G123"
            )
        if len(text) > limits.article_chars:
            raise InputError(
                f"The text has {len(text):,} characters, more than {limits.article_chars:,}.",
                "Split it, or raise the limit Limits.article_chars.",
                code="G125",
            )
        published = parse_published(found["published"])
        article = Article(
            text=text,
            title=title,
            published=published,
            id=id_,
            url=_as_line(found["url"]),
            source=_as_line(found["source"]),
        )
    except InputError as error:
        return Item(place, Reject.of(place, error, id_))
    except ValidationError as error:
        cause = InputError(f"The record is no article: {error}.", "Correct it.", code="G110")
        return Item(place, Reject.of(place, cause, id_))
    warnings: tuple[str, ...] = ()
    if published is None and found["published"] not in (None, ""):
        shown = str(found["published"])[:80]
        warnings = (f"The date of publication {shown!r} was not understood.",)
    return Item(place, article, warnings)


def _value(
    record: Mapping[str, Any], by_key: Mapping[str, Any], field: str, name: str | None
) -> object:
    if name is not None:
        return _at_path(record, name)
    for key in _known_names()[field]:
        value = by_key.get(key)
        if value is not None and value != "" and value != []:
            return value
    # A field that is there but empty is another fault than none at all.
    return next((by_key[key] for key in _known_names()[field] if key in by_key), None)


def _at_path(record: object, path: str) -> object:
    if isinstance(record, Mapping) and path in record:
        value: object = record[path]
        return value
    for step in path.split("."):
        if isinstance(record, Mapping):
            record = record.get(step)
        elif isinstance(record, list) and step.isdigit() and int(step) < len(record):
            record = record[int(step)]
        else:
            return None
    return record


@lru_cache(maxsize=1)
def _known_names() -> dict[str, tuple[str, ...]]:
    table = load_toml(files("greeknews_ner") / "resources" / "formats" / "fields.toml")
    return {field: tuple(_key(name) for name in table[field]) for field in FIELD_NAMES}


def _key(name: object) -> str:
    return _SEPARATORS.sub("", str(name).lower())


def _as_text(value: object) -> str | None:
    """Text of a field: a string, paragraphs in a list, or ninjs bodies with roles."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _as_text(_main_part([value]) or value.get("main"))
    if isinstance(value, list):
        if any(isinstance(part, Mapping) for part in value):
            return _as_text(_main_part(value))
        return "\n".join(part for part in value if isinstance(part, str))
    return None


def _main_part(parts: Iterable[object]) -> object:
    """The value of the part whose role is main, else of the first that has one."""
    objects = [part for part in parts if isinstance(part, Mapping)]
    objects.sort(key=lambda part: part.get("role") != "main")
    for part in objects:
        for name in ("value", "text", "name", "@value"):
            if part.get(name):
                value: object = part[name]
                return value
    return None


def _as_line(value: object) -> str | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return str(value)
    text = _as_text(value)
    return text.strip() or None if text is not None else None


def _kind(value: object) -> str:
    names = {list: "an array", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")


def _listed(record: Mapping[str, Any]) -> str:
    names = [str(name)[:40] for name in record]
    shown = ", ".join(repr(name) for name in names[:12])
    return (shown + (", …" if len(names) > 12 else "")) if names else "none"
