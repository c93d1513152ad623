"""Files, folders and globs of articles, read as one lazy stream."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from greeknews_ner.articles.archives import Member, archive_of
from greeknews_ner.articles.formats import (
    Format,
    format_named,
    format_of,
    is_known_file,
    known_suffixes,
)
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.meter import Meter
from greeknews_ner.articles.opening import Pieces, chunks, plain_suffix
from greeknews_ner.articles.reading import STDIN, check_readable
from greeknews_ner.articles.unpacking import Gauge, unpacked
from greeknews_ner.errors import InputError
from greeknews_ner.records import Article

__all__ = ["find_inputs", "read_articles", "read_items", "read_stream"]


def find_inputs(inputs: Iterable[Path | str]) -> list[str]:
    """List the files that inputs stand for.

    Args:
        inputs: Files, folders (all files in a known format below them, by name), globs, ``-``.

    Raises:
        InputError: A file is missing (G101) or may not be read (G103), or a folder or glob holds
            nothing (G116).
    """
    found: list[str] = []
    for entry in inputs:
        path = Path(entry)
        if str(entry) == STDIN:
            found.append(STDIN)
        elif _is_directory(path):
            below = sorted(str(file) for file in path.rglob("*") if file.is_file())
            below = [file for file in below if is_known_file(file)]
            if not below:
                raise _nothing(f"The folder {path} holds no file in a known format.", _known())
            found += below
        elif glob.has_magic(str(entry)) and not path.exists():
            matches = sorted(glob.glob(str(entry), recursive=True))  # noqa: PTH207
            if not matches:
                raise _nothing(f"Nothing matches {entry}.", "Check the pattern.")
            found += find_inputs(matches)
        else:
            check_readable(path)
            found.append(str(path))
    return found


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _nothing(cause: str, remedy: str) -> InputError:
    return InputError(cause, remedy, code="G116")


def _known() -> str:
    return f"Known are {', '.join(known_suffixes())}, plain or as .gz, .bz2, .xz, .zst."


def read_items(
    inputs: Iterable[Path | str],
    *,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    meter: Meter | None = None,
) -> Iterator[Item]:
    """Read a dump record by record, lazily, in order, in bounded memory.

    Args:
        inputs: See :func:`find_inputs`.
        fields: Field of an article → name in the record, where the known names do not do.
        format: Name of the format; told from each file if not given.
        limits: What is too large.
        meter: Told how much of the files has been read.

    Yields:
        Every record: its place, and the article or the reject.

    Raises:
        InputError: An input is not there (G101, G103, G116) or the format is unknown (G115). What
            goes wrong later is a reject of that file or record.
    """
    chosen = format_named(format) if format else None
    files = find_inputs(inputs)
    if meter:
        meter.expect(files)
    return _Reading(fields, chosen, limits).files(files, meter)


def read_stream(
    file: IO[bytes],
    name: str,
    *,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Item]:
    """Read an open file of a dump, wherever it comes from.

    Args:
        file: The file, at its beginning.
        name: Its name, for the place of each record and for its format.
        fields: As for :func:`read_items`.
        format: As for :func:`read_items`.
        limits: As for :func:`read_items`.

    Raises:
        InputError: The format is unknown (G115).
    """
    chosen = format_named(format) if format else None
    return _Reading(fields, chosen, limits).stream(file, name)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the files of one dump are read."""

    fields: Mapping[str, str] | None
    format: Format | None
    limits: Limits

    def files(self, names: Iterable[str], meter: Meter | None) -> Iterator[Item]:
        """Read files one after another; a fault ends one file, not the reading."""
        count = meter.add if meter else None
        for name in names:
            try:
                on_disk = None if name == STDIN else Path(name)
                pieces = Pieces(chunks(name, self.limits, count), on_disk, count)
                yield from self._file(pieces, name, 0, None)
            except InputError as error:
                # Damage to a compressed file shows only on the way.
                yield _fault(name, error)

    def stream(self, file: IO[bytes], name: str) -> Iterator[Item]:
        """Read an open file."""
        try:
            yield from self._file(Pieces(unpacked(file, name, self.limits)), name, 0, None)
        except InputError as error:
            yield _fault(name, error)

    def _file(self, pieces: Pieces, name: str, depth: int, gauge: Gauge | None) -> Iterator[Item]:
        members = archive_of(pieces.head)
        if members is None:
            entry = self.format or format_of(name, pieces.head)
            yield from entry.read(pieces, name, self.fields, self.limits)
        elif depth == self.limits.depth:
            raise InputError(
                f"{name} is an archive in {depth} others.",
                "Unpack it first, or raise the limit Limits.depth.",
                code="G136",
            )
        else:
            yield from self._archive(members(pieces, name, self.limits, gauge), name, depth)

    def _archive(self, members: Iterator[Member], archive: str, depth: int) -> Iterator[Item]:
        is_empty = True
        for member in members:
            name = f"{archive}/{member.name}"
            try:
                if isinstance(member.content, InputError):
                    is_empty = False
                    raise member.content
                if not _is_wanted(member.name):
                    continue
                is_empty = False
                pieces = Pieces(unpacked(member.content, name, self.limits, member.gauge))
                yield from self._file(pieces, name, depth + 1, member.gauge)
            except InputError as error:
                yield _fault(name, error)
        if is_empty:
            cause = f"The archive {archive} holds no file in a known format."
            yield _fault(archive, _nothing(cause, _known()))


def _is_wanted(member: str) -> bool:
    """Whether a file in an archive may hold articles: as in a folder, its suffix says."""
    path = PurePosixPath(member)
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return False
    return not plain_suffix(member) or is_known_file(member)


def _fault(name: str, error: InputError) -> Item:
    place = Place(name)
    return Item(place, Reject.of(place, error))


def read_articles(
    inputs: Path | str | Iterable[Path | str],
    *,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Article | Reject]:
    """Read the articles of a dump: :func:`read_items` without places and warnings.

    Args:
        inputs: One input or several.
        fields: As for :func:`read_items`.
        format: As for :func:`read_items`.
        limits: As for :func:`read_items`.

    Yields:
        An article, or a reject that says what is wrong with a record.

    Raises:
        InputError: As for :func:`read_items`.
    """
    several = [inputs] if isinstance(inputs, (str, Path)) else inputs
    items = read_items(several, fields=fields, format=format, limits=limits)
    return (item.content for item in items)
