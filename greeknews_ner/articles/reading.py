"""One file, or standard input, read as the text of one article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from greeknews_ner.articles.decoding import decode
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.errors import InputError

__all__ = ["STDIN", "check_readable", "read_text", "text_of", "unreadable"]

STDIN = "-"


def read_text(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> str:
    """Read the text of one article.

    Args:
        path: A file, or ``-`` for standard input.
        limits: What is too large.

    Returns:
        The text, decoded from UTF-8, UTF-16, cp1253, ISO 8859-7 or another Greek code page.

    Raises:
        InputError: There is no such file (G101), it is a directory (G102), it may not be read
            (G103), it is empty (G104), it is not text (G105), its encoding is unknown (G106), or
            it is too large (G107).
    """
    if str(path) == STDIN:
        return text_of(_read_at_most(sys.stdin.buffer, limits, "standard input"), "standard input")
    path = Path(path)
    check_readable(path)
    try:
        with path.open("rb") as file:
            data = _read_at_most(file, limits, str(path))
    except OSError as error:
        raise unreadable(path, error) from error
    return text_of(data, str(path))


def check_readable(path: Path) -> None:
    """Say what is wrong with a path before anything else is done with it.

    Raises:
        InputError: G101, G102 or G103 as for :func:`read_text`.
    """
    try:
        if path.is_dir():
            raise InputError(
                f"{path} is a directory.",
                "Give a file; for a folder of articles use 'greeknews-ner batch'.",
                code="G102",
            )
        if not path.exists():
            raise InputError(
                f"There is no file {path}.", "Check the path and its spelling.", code="G101"
            )
    except (OSError, ValueError) as error:
        # A name that is too long or holds a NUL is no file's name.
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> InputError:
    """The error for a file that is there but cannot be read."""
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(
        f"{path} cannot be read: {detail}.",
        "Check its name and permissions, or copy it to a place where you may read it.",
        code="G103",
    )


def _read_at_most(file: BinaryIO, limits: Limits, name: str) -> bytes:
    data = file.read(limits.article_bytes + 1)
    if len(data) > limits.article_bytes:
        raise InputError(
            f"{name} has more than {limits.article_bytes:,} bytes.",
            "Give one article a file, or a dump to 'greeknews-ner batch'; the limit is"
            " Limits.article_bytes.",
            code="G107",
        )
    return data


def text_of(data: bytes, name: str) -> str:
    """Decode a file's bytes.

    Raises:
        InputError: They are none (G104), not text (G105) or in no known encoding (G106).
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(
            f"{name} is empty.", "Give a file with the text of an article.", code="G104"
        )
    return decode(data, name)
