"""Zip and tar: the files in them as if they stood in a folder; nothing is ever written to disk."""

from __future__ import annotations

import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO, TypeAlias, cast

from greeknews_ner.articles.limits import Limits
from greeknews_ner.articles.opening import Joined, Pieces, seekable
from greeknews_ner.articles.unpacking import Gauge, damaged
from greeknews_ner.errors import InputError

__all__ = ["ARCHIVE_SUFFIXES", "Member", "archive_of"]

ARCHIVE_SUFFIXES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tzst")

_FAULTS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    struct.error,
)
_TAR_MARK = 257
_LINKS = "It is a link or a device, which an archive of articles has no use for."


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        name: Its path in the archive.
        content: The file, to be read before the next member is asked for, or why it is refused.
        gauge: Where what it unpacks to is counted.
    """

    name: str
    content: IO[bytes] | InputError
    gauge: Gauge | None = None


Members: TypeAlias = Callable[[Pieces, str, Limits, "Gauge | None"], Iterator[Member]]


def archive_of(head: bytes) -> Members | None:
    """The reader of an archive's members, told from its first bytes; None if it is no archive."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_members
    if head[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
        return _tar_members
    return None


def _zip_members(
    pieces: Pieces, file: str, limits: Limits, outer: Gauge | None
) -> Iterator[Member]:
    with seekable(pieces) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (*_FAULTS, ValueError) as error:
            raise damaged(file, error) from error
        size = stream.seek(0, io.SEEK_END)
        # Members may overlap, so that each is modest and all together are a bomb.
        gauge = Gauge(file, lambda: size, limits, outer)
        with archive:
            for number, info in enumerate(archive.infolist(), start=1):
                _check_number(number, file, limits)
                if info.is_dir():
                    continue
                yield Member(info.filename, _zip_member(archive, info, limits, gauge), gauge)


def _zip_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, gauge: Gauge
) -> IO[bytes] | InputError:
    # The first name that the archive gives; zipfile makes some of them harmless on its own.
    refusal = _refusal(info.orig_filename)
    if refusal:
        return refusal
    if info.flag_bits & 0x1:
        return InputError(
            f"The file {info.filename} in the archive is encrypted.",
            "Unpack it with its password first.",
            code="G135",
        )
    try:
        own = Gauge(info.filename, lambda: info.compress_size, limits)
        return cast("IO[bytes]", _Content(archive.open(info), info.filename, own))
    except (*_FAULTS, RuntimeError, ValueError) as error:
        return damaged(info.filename, error)


class _Content(io.RawIOBase):
    """A member whose faults are told as ours."""

    def __init__(self, file: IO[bytes], name: str, gauge: Gauge | None = None) -> None:
        self._file = file
        self._name = name
        self._gauge = gauge

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._file.read(size)
        except _FAULTS as error:
            raise damaged(self._name, error) from error
        if self._gauge:
            self._gauge.add(len(data))
        return data


def _tar_members(
    pieces: Pieces, file: str, limits: Limits, outer: Gauge | None
) -> Iterator[Member]:
    try:
        # As a stream: nothing is searched, so nothing has to be kept.
        with tarfile.open(fileobj=io.BufferedReader(Joined(pieces)), mode="r|") as archive:
            for number, info in enumerate(archive, start=1):
                # tarfile remembers every member, which no one asks for again.
                archive.members = []  # type: ignore[attr-defined]
                _check_number(number, file, limits)
                if info.isdir():
                    continue
                if not info.isfile():
                    refused = InputError(_LINKS, "Nothing to do, or pack the file.", code="G134")
                    yield Member(info.name, refused)
                    continue
                refusal, content = _refusal(info.name), archive.extractfile(info)
                if refusal:
                    yield Member(info.name, refusal)
                elif content is not None:
                    yield Member(info.name, cast("IO[bytes]", _Content(content, info.name)), outer)
    except (*_FAULTS, ValueError) as error:
        raise damaged(file, error) from error


def _check_number(number: int, file: str, limits: Limits) -> None:
    if number > limits.members:
        raise InputError(
            f"The archive {file} has more than {limits.members:,} files.",
            "Unpack it first, or raise the limit Limits.members.",
            code="G136",
        )


def _refusal(name: str) -> InputError | None:
    """Why a path in an archive is refused: it would lead out of the archive's folder."""
    path = PurePosixPath(name.replace("\\", "/"))
    climbs = ".." in path.parts or path.is_absolute() or PureWindowsPath(name).drive
    if not climbs and "\x00" not in name:
        return None
    return InputError(
        f"The path {name!r} leads out of its archive.",
        "Nobody packs articles so: look where the archive comes from.",
        code="G134",
    )
