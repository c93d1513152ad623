"""Records written as JSON Lines: all of them or, if something stops the writer, none."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol

from greeknews_ner.articles.opening import COMPRESSED_SUFFIXES
from greeknews_ner.articles.reading import STDIN
from greeknews_ner.errors import OutputError

__all__ = ["PART_SUFFIX", "JsonlWriter", "is_stream", "output_error", "write_jsonl"]

PART_SUFFIX = ".part"
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})


class Writable(Protocol):
    """Any pydantic model."""

    def model_dump_json(self) -> str:
        """One JSON object."""
        ...


class JsonlWriter:
    """Writes records to a part file and moves it into place when all are written.

    Used as a context manager: on a clean exit the file is complete under its name; on an error
    what was there before stays, and the part file too.

    Args:
        path: The file, or ``-`` for standard output, which is written to directly, as are pipes
            and devices.
        resume_at: Bytes of an earlier part file to keep and go on after; 0 to start anew.

    Raises:
        OutputError: The file cannot be made or written (G401), the disk is full (G402), or the
            name asks for compression (G403).
        BrokenPipeError: The reader of a pipe has closed it.
    """

    def __init__(self, path: Path | str, resume_at: int = 0) -> None:
        self.path = None if str(path) == STDIN else Path(path)
        self.count = 0
        self._is_done = False
        self._reader: IO[bytes] | None = None
        self._is_stream = is_stream(path)
        if self.path and self.path.suffix.lower() in COMPRESSED_SUFFIXES:
            raise OutputError(
                f"{path} asks for compressed output.",
                "Write plain JSON Lines and compress the file afterwards.",
                code="G403",
            )
        try:
            self._file = self._open(resume_at)
        except (OSError, ValueError) as error:
            raise output_error(str(path), error) from error

    @property
    def part(self) -> Path | None:
        """Where the records are until all are written; none for a stream."""
        if self.path is None or self._is_stream:
            return None
        return self.path.with_name(self.path.name + PART_SUFFIX)

    @property
    def size(self) -> int:
        """Bytes handed to the file so far."""
        return self._file.tell() if self.part else 0

    def write(self, record: Writable) -> None:
        """Write one record as one line."""
        self.write_line(record.model_dump_json())

    def write_line(self, line: str) -> None:
        """Write one line that is JSON already."""
        try:
            self._file.write(line.encode("utf-8") + b"\n")
        except BrokenPipeError:
            # Whoever reads has read enough; that is no fault to report.
            raise
        except OSError as error:
            raise output_error(str(self.path or STDIN), error) from error
        self.count += 1

    def read(self, offset: int, length: int) -> bytes:
        """Read back what has been written to a part file.

        Args:
            offset: Where it begins.
            length: How many bytes it has.
        """
        if self.part is None:
            raise ValueError("a stream cannot be read back")
        try:
            self._file.flush()
            if self._reader is None:
                self._reader = self.part.open("rb")
            self._reader.seek(offset)
            return self._reader.read(length)
        except OSError as error:
            raise output_error(str(self.path), error) from error

    def sync(self) -> None:
        """Make sure that what was written survives a loss of power."""
        try:
            self._file.flush()
            if self.part:
                os.fsync(self._file.fileno())
        except BrokenPipeError:
            raise
        except OSError as error:
            raise output_error(str(self.path or STDIN), error) from error

    def commit(self) -> None:
        """Close the part file and give it its name; a second call does nothing."""
        if self._is_done:
            return
        self.sync()
        self._is_done = True
        if self.path is None or self.part is None:
            return
        try:
            self._close_reader()
            self._file.close()
            self.part.replace(self.path)
            _sync_folder(self.path.parent)
        except OSError as error:
            raise output_error(str(self.path), error) from error

    def close(self) -> None:
        """Close the part file and leave it as it is."""
        if self.path is not None:
            # What stopped the writer, such as a full disk, would be raised once more.
            with suppress(OSError):
                self._close_reader()
                self._file.close()

    def __enter__(self) -> JsonlWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self.close()

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _open(self, resume_at: int) -> IO[bytes]:
        if self.path is None:
            return sys.stdout.buffer
        if self.part is None:
            return self.path.open("wb")
        if self.path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a directory")
        if not resume_at:
            return self.part.open("wb")
        if not self.part.exists() and self.path.exists():
            # The earlier run ended between giving the files their names and saying so.
            self.path.replace(self.part)
        file = self.part.open("r+b")
        file.truncate(resume_at)
        file.seek(resume_at)
        return file


def _sync_folder(folder: Path) -> None:
    """Make sure that a name survives a loss of power; not every system can do it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_jsonl(path: Path | str, records: Iterable[Writable]) -> int:
    """Write records, one JSON object a line; returns how many.

    Raises:
        OutputError: As for :class:`JsonlWriter`; then no file of that name is made or changed.
    """
    with JsonlWriter(path) as writer:
        for record in records:
            writer.write(record)
    return writer.count


def is_stream(path: Path | str) -> bool:
    """Whether a path is written to directly: ``-``, a pipe or a device, which has no name to get.

    Args:
        path: Where records go.
    """
    if str(path) == STDIN:
        return True
    try:
        return Path(path).exists() and not Path(path).is_file() and not Path(path).is_dir()
    except (OSError, ValueError):
        return False


def output_error(name: str, error: Exception) -> OutputError:
    """The error for output that cannot be written."""
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    # SQLite and Arrow say it in words alone.
    is_told = "disk is full" in detail or os.strerror(errno.ENOSPC) in detail
    if is_told or (isinstance(error, OSError) and error.errno in _FULL):
        return OutputError(
            f"{name} cannot be written: {detail}.",
            "Make room, then run the same command with --resume.",
            code="G402",
        )
    return OutputError(
        f"{name} cannot be written: {detail}.",
        "Give a file in a folder that exists and that you may write to.",
        code="G401",
    )
