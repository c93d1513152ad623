"""Files as streams of bytes, unpacked on the way where they are compressed."""

from __future__ import annotations

import codecs
import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from greeknews_ner.articles.decoding import wide_encoding
from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.reading import STDIN, check_readable, unreadable
from greeknews_ner.articles.unpacking import (
    COMPRESSED_SUFFIXES,
    CountedFile,
    is_compressed,
    unpacked,
)

__all__ = [
    "COMPRESSED_SUFFIXES",
    "Joined",
    "Pieces",
    "chunks",
    "lines",
    "plain_suffix",
    "seekable",
    "utf8_chunks",
]

_IN_MEMORY = 1 << 24
"""Bytes that are kept in memory of what has to be searched but has no place on disk."""


def plain_suffix(path: str) -> str:
    """The suffix that tells the format, without that of the compression: ``.jsonl``."""
    name = Path(path).name.lower()
    for suffix in COMPRESSED_SUFFIXES:
        name = name.removesuffix(suffix)
    return Path(name).suffix


class Pieces:
    """A file's bytes, piece by piece, with a look at the first.

    Args:
        pieces: The bytes, unpacked.
        path: The file on disk that holds these very bytes, if there is one.
        count: Told of every read of that file.
    """

    def __init__(
        self,
        pieces: Iterator[bytes],
        path: Path | None = None,
        count: Callable[[int], None] | None = None,
    ) -> None:
        self._pieces = pieces
        self.count = count
        self._head: bytes | None = None
        self._is_passed = False
        self.path = path

    @property
    def head(self) -> bytes:
        """The first piece; reading begins with it all the same."""
        if self._head is None:
            self._head = next(self._pieces, b"")
        return self._head

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._is_passed:
            return next(self._pieces)
        self._is_passed = True
        head, self._head = self.head, b""
        return head


class Joined(io.RawIOBase):
    """Pieces as a file, to be read from its beginning to its end."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read what there is of a piece, at most as much as the buffer holds."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece
        data, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def chunks(
    path: str, limits: Limits, count: Callable[[int], None] | None = None
) -> Iterator[bytes]:
    """Read a file piece by piece; gzip, bzip2, xz and Zstandard are known by their first bytes.

    Args:
        path: A file, or ``-`` for standard input.
        limits: How far a compressed file may expand.
        count: Told of the bytes that are read, before they are unpacked.

    Raises:
        InputError: The file cannot be read (G101 to G103), or what
            :func:`~greeknews_ner.articles.unpacking.unpacked` raises.
    """
    if path == STDIN:
        yield from unpacked(sys.stdin.buffer, path, limits, count=count)
        return
    check_readable(Path(path))
    try:
        file = Path(path).open("rb")  # noqa: SIM115
    except OSError as error:
        raise unreadable(Path(path), error) from error
    with file:
        yield from unpacked(file, path, limits, count=count)


class _SearchedFile(CountedFile):
    """A file on disk that is read here and there."""

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()
        super().close()


def seekable(pieces: Iterator[bytes]) -> BinaryIO:
    """A file to search in: the one on disk if it holds these bytes, else a copy that vanishes.

    Args:
        pieces: The bytes.

    Returns:
        A file at its beginning; close it.
    """
    path = pieces.path if isinstance(pieces, Pieces) else None
    if path is not None and path.is_file():
        with path.open("rb") as file:
            if not is_compressed(file.read(8)):
                count = pieces.count if isinstance(pieces, Pieces) else None
                return io.BufferedReader(_SearchedFile(path.open("rb"), count))
    copy: BinaryIO = io.BytesIO()
    for piece in pieces:
        if copy.tell() + len(piece) > _IN_MEMORY and isinstance(copy, io.BytesIO):
            start = copy.getvalue()
            copy = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115
            copy.write(start)
        copy.write(piece)
    copy.seek(0)
    return copy


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
