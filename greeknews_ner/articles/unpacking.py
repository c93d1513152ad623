"""Compressed bytes unpacked on the way, by what they begin with, and never without bound."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.reading import unreadable
from greeknews_ner.errors import InputError

__all__ = ["COMPRESSED_SUFFIXES", "CountedFile", "Gauge", "damaged", "is_compressed", "unpacked"]

COMPRESSED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst")

_CHUNK = 1 << 18


class CountedFile(io.RawIOBase):
    """A file that knows how much of it has been read.

    Args:
        file: The file.
        count: Told of every read.
    """

    def __init__(self, file: IO[bytes], count: Callable[[int], None] | None = None) -> None:
        self._file = file
        self._tell_count = count
        self.count = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read what there is, at most as much as the buffer holds."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        if self._tell_count:
            self._tell_count(len(data))
        return len(data)


class Gauge:
    """What has come out of a packed file, against what has gone in.

    Args:
        name: The file.
        packed: Bytes of it so far.
        limits: How far it may expand.
        outer: The gauge of the file that it stands in: what an archive in an archive unpacks to
            counts for both.
    """

    def __init__(
        self, name: str, packed: Callable[[], int], limits: Limits, outer: Gauge | None = None
    ) -> None:
        self._name = name
        self._packed = packed
        self._limits = limits
        self._outer = outer
        self._total = 0

    def add(self, count: int) -> None:
        """Count bytes that have been unpacked.

        Raises:
            InputError: They are suspiciously many (G128).
        """
        self._total += count
        limits = self._limits
        if self._total > max(limits.unpacked_bytes, limits.expansion * self._packed()):
            raise InputError(
                f"{self._name} unpacks to more than {limits.expansion} times its size.",
                "If the file is what it should be, raise the limit Limits.expansion.",
                code="G128",
            )
        if self._outer:
            self._outer.add(count)


def _zstd(file: BinaryIO) -> object:
    for name in ("compression.zstd", "backports.zstd"):
        try:
            # By name, so that types are checked alike whether it is installed or not.
            module: Any = import_module(name)
        except ImportError:
            continue
        return module.ZstdFile(file)
    raise InputError(
        "The data are compressed by Zstandard, which this Python cannot unpack.",
        'Install it with: pip install "greeknews-ner[zst]"',
        code="G117",
    )


_OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], object]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", lambda file: bz2.BZ2File(file)),
    (b"\xfd7zXZ\x00", lambda file: lzma.LZMAFile(file)),  # noqa: SIM115
    (b"\x28\xb5\x2f\xfd", _zstd),
)


def _opener(head: bytes) -> Callable[[BinaryIO], object] | None:
    return next((opener for magic, opener in _OPENERS if head.startswith(magic)), None)


def is_compressed(head: bytes) -> bool:
    """Whether bytes begin as gzip, bzip2, xz or Zstandard do."""
    return _opener(head) is not None


def unpacked(
    file: IO[bytes],
    name: str,
    limits: Limits,
    outer: Gauge | None = None,
    count: Callable[[int], None] | None = None,
) -> Iterator[bytes]:
    """Read a file piece by piece; what is compressed is known by its first bytes.

    Args:
        file: The file, which need not be one that can be searched.
        name: What to call it in errors.
        limits: How far it may expand.
        outer: The gauge of an archive that it stands in.
        count: Told of every read of the file itself.

    Raises:
        InputError: It cannot be read (G103), its compressed data are damaged (G127), it unpacks to
            suspiciously much (G128), or it needs a package that is not installed (G117).
    """
    counted = CountedFile(file, count)
    raw = io.BufferedReader(counted, _CHUNK)
    try:
        opener = _opener(raw.peek(8)[:8])
        gauge = Gauge(name, lambda: counted.count, limits, outer) if opener else outer
        stream = cast(BinaryIO, raw if opener is None else opener(raw))
        while chunk := stream.read(_CHUNK):
            if gauge:
                gauge.add(len(chunk))
            yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError) as error:
        raise damaged(name, error) from error
    except OSError as error:
        # bz2 reports damaged data as an OSError without a number.
        raise (unreadable(Path(name), error) if error.errno else damaged(name, error)) from error
    except Exception as error:
        if type(error).__name__ != "ZstdError":
            raise
        raise damaged(name, error) from error


def damaged(name: str, error: Exception) -> InputError:
    """The error for packed data that cannot be unpacked (G127)."""
    return InputError(
        f"The packed data of {name} are damaged: {' '.join(str(error).split())[:200]}.",
        "Fetch the file again; what stood before the damage has been read.",
        code="G127",
    )
