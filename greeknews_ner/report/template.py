"""Filling the HTML templates, with everything from outside escaped."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

# What HTML does not allow in text, and what UTF-8 cannot encode.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


@cache
def resource(name: str) -> str:
    """Text of a file that ships with the report."""
    return (files("greeknews_ner") / "resources" / "report" / name).read_text("utf-8")


def fill(name: str, **parts: str) -> str:
    """Fill a template; every ``$name`` in it must be given, as HTML."""
    return Template(resource(name)).substitute(parts)


def text(value: object) -> str:
    """Any value as HTML text, also fit for a quoted attribute."""
    return html.escape(_FORBIDDEN.sub("\ufffd", str(value)), quote=True)


def data(value: Any) -> str:
    """A value as JSON inside a ``<script>`` element, which nothing in it can close."""
    encoded = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _FORBIDDEN.sub("\ufffd", encoded).replace("<", "\\u003c")


def web_address(url: str | None) -> str | None:
    """The address if it leads to the web, so that no record can smuggle in a script."""
    return url if url and re.match(r"https?://", url, re.IGNORECASE) else None


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: ``1 article``, ``1,250 articles``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
