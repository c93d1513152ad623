"""Files as streams of bytes, unpacked on the way where they are compressed."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from greeknews_ner.articles.decoding import wide_encoding
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.reading import STDIN, check_readable, unreadable
from greeknews_ner.errors import InputError

__all__ = ["COMPRESSED_SUFFIXES", "chunks", "lines", "plain_suffix", "utf8_chunks"]

COMPRESSED_SUFFIXES = (".gz", ".bz2", ".xz")
_OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], object]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", lambda file: bz2.BZ2File(file)),
    (b"\xfd7zXZ\x00", lambda file: lzma.LZMAFile(file)),  # noqa: SIM115
)
_CHUNK = 1 << 18
_ALWAYS_ALLOWED = 1 << 24
"""Bytes that any compressed file may unpack to, however small it is."""


def plain_suffix(path: str) -> str:
    """The suffix that tells the format, without that of the compression: ``.jsonl``."""
    name = Path(path).name.lower()
    for suffix in COMPRESSED_SUFFIXES:
        name = name.removesuffix(suffix)
    return Path(name).suffix


class _Counted(io.RawIOBase):
    """A file that knows how much of it has been read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


def chunks(path: str, limits: Limits) -> Iterator[bytes]:
    """Read a file piece by piece; gzip, bzip2 and xz are known by their first bytes.

    Args:
        path: A file, or ``-`` for standard input.
        limits: How far a compressed file may expand.

    Raises:
        InputError: The file cannot be read (G101 to G103), its compressed data are damaged
            (G127), or it unpacks to suspiciously much (G128).
    """
    if path == STDIN:
        yield from _unpacked(sys.stdin.buffer, path, limits)
        return
    check_readable(Path(path))
    try:
        file = Path(path).open("rb")  # noqa: SIM115
    except OSError as error:
        raise unreadable(Path(path), error) from error
    with file:
        yield from _unpacked(file, path, limits)


def _unpacked(file: IO[bytes], name: str, limits: Limits) -> Iterator[bytes]:
    counted = _Counted(file)
    raw = io.BufferedReader(counted, _CHUNK)
    try:
        head = raw.peek(8)[:8]
        opener = next((opener for magic, opener in _OPENERS if head.startswith(magic)), None)
        stream = cast(BinaryIO, raw if opener is None else opener(raw))
        total = 0
        while chunk := stream.read(_CHUNK):
            total += len(chunk)
            if opener and total > _ALWAYS_ALLOWED and total > limits.expansion * counted.count:
                raise InputError(
                    f"{name} unpacks to more than {limits.expansion} times its size.",
                    "If the file is what it should be, raise the limit Limits.expansion.",
                    code="G128",
                )
            yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError) as error:
        raise _damaged(name, error) from error
    except OSError as error:
        # bz2 reports damaged data as an OSError without a number.
        raise (unreadable(Path(name), error) if error.errno else _damaged(name, error)) from error


def _damaged(name: str, error: Exception) -> InputError:
    return InputError(
        f"The compressed data of {name} are damaged: {error}.",
        "Fetch the file again; what stood before the damage has been read.",
        code="G127",
    )


def utf8_chunks(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Turn UTF-16 and UTF-32 into UTF-8 and drop a byte order mark; leave the rest alone."""
    first = next(pieces, b"")
    encoding = wide_encoding(first)
    if encoding is None:
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    yield decoder.decode(first).removeprefix("\ufeff").encode("utf-8", errors="replace")
    for piece in pieces:
        yield decoder.decode(piece).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def lines(pieces: Iterator[bytes], limit: int) -> Iterator[bytes | None]:
    """Split a stream into lines in bounded memory.

    Args:
        pieces: The stream.
        limit: Bytes that a line may have.

    Yields:
        The lines without their ends; None for one that is longer than ``limit``.
    """
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            size += end - start
            yield b"".join([*parts, piece[start:end]]) if size <= limit else None
            parts, size, start = [], 0, end + 1
        size += len(piece) - start
        if size <= limit:
            parts.append(piece[start:])
        else:
            parts.clear()
    if size:
        yield b"".join(parts) if size <= limit else None
