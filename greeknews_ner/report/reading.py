"""Reading records back, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.opening import chunks, lines, utf8_chunks
from greeknews_ner.errors import InputError
from greeknews_ner.records import Extraction

_LONGEST_RECORD = 1 << 28


def read_records(path: str | Path, limits: Limits = DEFAULT_LIMITS) -> Iterator[Extraction]:
    """Read the records that ``batch`` or ``extract --json`` wrote, one at a time.

    Args:
        path: JSON lines, also compressed by gzip, bzip2 or xz; ``-`` is standard input. A file
            that holds one indented record is read too.
        limits: What is too large; records repeat and pack well, so their files may expand
            further than articles.

    Yields:
        The records.

    Raises:
        InputError: The file cannot be read (G101 to G103, G127) or a line is no record (G161).
    """
    wide = replace(limits, expansion=10 * limits.expansion)
    numbered = enumerate(lines(utf8_chunks(chunks(str(path), wide)), _LONGEST_RECORD), 1)
    for number, line in numbered:
        if number == 1 and line is not None and line.strip() == b"{":
            rest = (more or b"" for _, more in numbered)
            yield _record(b"\n".join([line, *rest]), 1, path)
        elif line is None or line.strip():
            yield _record(line or b"", number, path)


def _record(line: bytes, number: int, path: str | Path) -> Extraction:
    try:
        return Extraction.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"Line {number} of {path} is no record: {place + ': ' if place else ''}{first['msg']}.",
            "Give what 'greeknews-ner batch' or 'greeknews-ner extract --json' wrote.",
            code="G161",
        ) from error
