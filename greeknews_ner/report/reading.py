"""Reading records back, one JSON object a line."""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from greeknews_ner.errors import InputError
from greeknews_ner.records import Extraction

_OPENERS: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}


def read_records(path: str | Path) -> Iterator[Extraction]:
    """Read the records that ``batch`` or ``extract --json`` wrote, one at a time.

    Args:
        path: JSON lines, also with .gz, .bz2 or .xz; ``-`` is standard input. A file that holds
            one indented record is read too.

    Yields:
        The records.

    Raises:
        InputError: The file cannot be read (G160) or a line is no record (G161).
    """
    try:
        with _open(path) as stream:
            yield from _records(stream, str(path))
    except (OSError, EOFError, lzma.LZMAError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"The records {path} cannot be read: {reason.lower()}.",
            "Give a JSON lines file that 'greeknews-ner batch' wrote.",
            code="G160",
        ) from error


def _open(path: str | Path) -> Any:
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    path = Path(path)
    opener = _OPENERS.get(path.suffix.lower())
    return opener(path, "rb") if opener else path.open("rb")


def _records(stream: IO[bytes], name: str) -> Iterator[Extraction]:
    for number, line in enumerate(stream, 1):
        if number == 1 and line.strip() == b"{":
            yield _record(line + stream.read(), 1, name)
            return
        if line.strip():
            yield _record(line.removeprefix(b"\xef\xbb\xbf"), number, name)


def _record(line: bytes, number: int, name: str) -> Extraction:
    try:
        return Extraction.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"Line {number} of {name} is no record: {place + ': ' if place else ''}{first['msg']}.",
            "Give what 'greeknews-ner batch' or 'greeknews-ner extract --json' wrote.",
            code="G161",
        ) from error
