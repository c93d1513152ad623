"""Reading the files of an evaluation, compressed or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.articles.limits import DEFAULT_LIMITS
from greeknews_ner.articles.opening import chunks, plain_suffix
from greeknews_ner.errors import InputError

__all__ = ["plain_suffix", "read_bytes", "read_lines"]


def read_bytes(path: Path) -> bytes:
    """Content of a file, unpacked if it is gzip, bzip2 or xz (told by its first bytes).

    Raises:
        InputError: It cannot be read (G101 to G103) or unpacked (G127, G128).
    """
    return b"".join(chunks(str(path), DEFAULT_LIMITS))


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines of a UTF-8 file, from 1, without their line ends.

    Raises:
        InputError: As in :func:`read_bytes`, or the file is not UTF-8 (G152).
    """
    content = read_bytes(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"The file {path} is not UTF-8 (line {line}).",
            "Save it as UTF-8.",
            code="G152",
        ) from error
    # Not splitlines: a token may be U+2028 or U+0085.
    for number, line_text in enumerate(text.split("\n"), 1):
        yield number, line_text.rstrip("\r")
