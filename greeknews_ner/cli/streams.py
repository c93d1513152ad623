"""Standard output: UTF-8 everywhere, tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: Greek in a C locale would fail otherwise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A lone surrogate comes out as \udXXX, which JSON reads back as what it was.
            reconfigure(encoding="utf-8", errors="backslashreplace")


def wants_json(chosen: bool | None) -> bool:
    """Whether to write JSON: as chosen, otherwise whenever no person is looking."""
    return not sys.stdout.isatty() if chosen is None else chosen


def write_json(value: Any) -> None:
    """Write a value as JSON: indented for a person, on one line for a program."""
    indent = 2 if sys.stdout.isatty() else None
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def console() -> Console:
    """A console on standard output as it is now."""
    from rich.console import Console

    return Console(highlight=False)
