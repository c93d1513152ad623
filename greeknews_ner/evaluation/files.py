"""Opening the files of an evaluation, compressed or not."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.errors import InputError

_OPENERS = {
    b"\x1f\x8b": gzip.decompress,
    b"BZh": bz2.decompress,
    b"\xfd7zXZ\x00": lzma.decompress,
}
_SUFFIXES = (".gz", ".bz2", ".xz")


def read_bytes(path: Path) -> bytes:
    """Content of a file, unpacked if it is gzip, bzip2 or xz (told by its first bytes).

    Raises:
        InputError: It is not there, is a folder, may not be read (G150) or is cut short (G151).
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.",
            "Give the path of a gold file.",
            code="G150",
        ) from error
    for magic, unpack in _OPENERS.items():
        if content.startswith(magic):
            try:
                return unpack(content)
            except (OSError, EOFError, lzma.LZMAError, ValueError, zlib.error) as error:
                raise InputError(
                    f"The compressed file {path} cannot be unpacked: {error}.",
                    "Copy the file again; it may be cut short.",
                    code="G151",
                ) from error
    return content


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


def kind_of(path: Path) -> str:
    """The suffix that tells a file's format, compression aside: ``.iob2`` for ``dev.iob2.gz``."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    while suffixes and suffixes[-1] in _SUFFIXES:
        suffixes.pop()
    return suffixes[-1] if suffixes else ""
