"""Records read back from the files that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.opening import chunks, lines, utf8_chunks
from greeknews_ner.errors import InputError
from greeknews_ner.records import Extraction

__all__ = ["read_records"]


def read_records(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Extraction]:
    """Read extractions from JSON Lines, lazily.

    Args:
        path: A file as ``batch`` writes it, plain or compressed, or ``-``.
        limits: What is too large.

    Yields:
        The records in the file's order.

    Raises:
        InputError: The file cannot be read (G101 to G103, G127, G128), or a line is no record of
            this schema (G141).
    """
    pieces = utf8_chunks(chunks(str(path), limits))
    for number, line in enumerate(lines(pieces, limits.line_bytes), start=1):
        if line is not None and not line.strip():
            continue
        try:
            yield Extraction.model_validate_json(line or b"")
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in fault["loc"])
            raise InputError(
                f"Line {number} of {path} is no record of an extraction:"
                f" {where + ': ' if where else ''}{fault['msg']}.",
                "Give a file that 'greeknews-ner batch' wrote with this version.",
                code="G141",
            ) from error
