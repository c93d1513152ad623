"""Files, folders and globs of articles, read as one lazy stream."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from greeknews_ner.articles.formats import FORMATS, Format, format_named, format_of
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.opening import chunks, plain_suffix
from greeknews_ner.articles.reading import STDIN, check_readable
from greeknews_ner.errors import InputError
from greeknews_ner.records import Article

__all__ = ["find_inputs", "read_articles", "read_items"]


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
            known = {suffix for known in FORMATS for suffix in known.suffixes}
            below = sorted(str(file) for file in path.rglob("*") if file.is_file())
            below = [file for file in below if plain_suffix(file) in known]
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
    suffixes = ", ".join(suffix for entry in FORMATS for suffix in entry.suffixes)
    return f"Known are {suffixes}, plain or as .gz, .bz2, .xz."


def read_items(
    inputs: Iterable[Path | str],
    *,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Item]:
    """Read a dump record by record, lazily, in order, in bounded memory.

    Args:
        inputs: See :func:`find_inputs`.
        fields: Field of an article → name in the record, where the known names do not do.
        format: Name of the format; told from each file if not given.
        limits: What is too large.

    Yields:
        Every record: its place, and the article or the reject.

    Raises:
        InputError: An input is not there (G101, G103, G116) or the format is unknown (G115). What
            goes wrong later is a reject of that file or record.
    """
    chosen = format_named(format) if format else None
    return _items(find_inputs(inputs), fields, chosen, limits)


def _items(
    paths: Iterable[str], fields: Mapping[str, str] | None, chosen: Format | None, limits: Limits
) -> Iterator[Item]:
    for path in paths:
        try:
            pieces = chunks(path, limits)
            first = next(pieces, b"")
            entry = chosen or format_of(path, first)
            yield from entry.read(chain([first], pieces), path, fields, limits)
        except InputError as error:
            # Damage to a compressed file shows only on the way.
            place = Place(path)
            yield Item(place, Reject.of(place, error))


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
