"""One TSV table of names: reading, checking, and its rows on demand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from greeknews_ner.codes import territory_codes
from greeknews_ner.errors import ResourceError
from greeknews_ner.names.lexicon_demonyms import expand_demonyms
from greeknews_ner.types import NAME_TYPES

if TYPE_CHECKING:
    from importlib.abc import Traversable

COLUMNS = (
    "greek",
    "english",
    "type",
    "aliases",
    "alternatives",
    "gender",
    "part",
    "family",
    "acronym",
    "wikidata",
    "geonames",
    "iso3166",
    "country",
    "latitude",
    "longitude",
    "population",
    "source",
)
REQUIRED = ("greek", "english", "type")
USER_TIER, CURATED_TIER, DERIVED_TIER = -1, 0, 1

_DEMONYMS = "demonyms.tsv"
_NOT_NAMES = frozenset({"sources.tsv", "manifest.tsv"})
_DERIVED_PREFIX = "derived_"
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_PATTERNS = {
    "gender": re.compile(r"[mfn]"),
    "part": re.compile(r"full|given|family|adjective"),
    "acronym": re.compile(r"[^=]+(=[^=]+)?"),
    "wikidata": re.compile(r"Q[1-9]\d*"),
    "geonames": re.compile(r"[1-9]\d*"),
    "latitude": re.compile(r"-?\d{1,2}(\.\d+)?"),
    "longitude": re.compile(r"-?\d{1,3}(\.\d+)?"),
    "population": re.compile(r"\d+"),
    "family": re.compile(r"-|[^=]+=[^=]+"),
}


class Row:
    """One line, split when a cell is asked for."""

    __slots__ = ("_cells", "_columns")

    def __init__(self, line: str, columns: dict[str, int]) -> None:
        self._cells = line.split("\t")
        self._columns = columns

    def __getitem__(self, column: str) -> str:
        """The cell under a heading; empty where the table or the line has none."""
        number = self._columns.get(column)
        if number is None or number >= len(self._cells):
            return ""
        return self._cells[number]

    def listed(self, column: str) -> tuple[str, ...]:
        """A cell that holds several values, divided by ``|``."""
        cell = self[column]
        return tuple(cell.split("|")) if cell else ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of names as raw lines.

    Attributes:
        name: File name, for messages.
        tier: How far it is trusted: -1 a user's own, 0 hand-checked, 1 derived by script.
        columns: Heading to column number.
        lines: The lines under the heading.
    """

    name: str
    tier: int
    columns: dict[str, int]
    lines: list[str]

    def row(self, number: int) -> Row:
        """The row of that number, counted from nought."""
        return Row(self.lines[number], self.columns)

    def rows(self) -> Iterator[Row]:
        """All rows."""
        return (Row(line, self.columns) for line in self.lines)


def shipped_tables(folder: Traversable) -> list[Table]:
    """The package's own tables, hand-checked ones first.

    They are not checked here, since that costs time at every start: the tests check them.
    """
    names = sorted(
        item.name
        for item in folder.iterdir()
        if item.name.endswith(".tsv") and item.name not in _NOT_NAMES
    )
    tables = []
    for name in names:
        tier = DERIVED_TIER if name.startswith(_DERIVED_PREFIX) else CURATED_TIER
        heading, *lines = (folder / name).read_text(encoding="utf-8").splitlines()
        columns = {column: number for number, column in enumerate(heading.split("\t"))}
        if name == _DEMONYMS:
            columns, lines = expand_demonyms(columns, lines)
        tables.append(Table(name, tier, columns, lines))
    return sorted(tables, key=lambda table: table.tier)


def read_table(path: Path) -> Table:
    """Read and check a user's table.

    Raises:
        ResourceError: The file cannot be read (G310), its heading is wrong (G311) or a line is
            malformed (G312).
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ResourceError(
            f"The name table {path} is not UTF-8 (byte {error.start}).",
            "Save it as UTF-8.",
            code="G310",
        ) from error
    except OSError as error:
        raise ResourceError(
            f"The name table {path} cannot be read: {error.strerror or error}.",
            "Give the path of a TSV file that exists and that you may read.",
            code="G310",
        ) from error
    # Not splitlines(): a NEL or a line separator inside a cell would shift the line numbers.
    heading, *lines = [line.rstrip("\r") for line in text.split("\n")]
    columns = _heading(path, heading)
    kept = []
    for number, line in enumerate(lines, start=2):
        if not line.strip() or line.startswith("#"):
            continue
        problem = check_line(line, columns)
        if problem:
            raise ResourceError(
                f"{path}, line {number}: {problem[0]}.", f"{problem[1]}.", code="G312"
            )
        kept.append(line)
    return Table(path.name, USER_TIER, columns, kept)


def check_line(line: str, columns: dict[str, int]) -> tuple[str, str] | None:
    """What is wrong with a line, as (cause, remedy); None when nothing is."""
    cells = line.split("\t")
    if len(cells) > len(columns):
        return (
            f"it has {len(cells)} cells under {len(columns)} headings",
            "Divide cells with one tab each and several values in a cell with |",
        )
    row = Row(line, columns)
    for column in columns:
        cell = row[column]
        if cell != cell.strip() or any(not v.strip() for v in row.listed(column)):
            return (
                f"the cell {column} has an empty value or spaces at an end: {cell!r}",
                "Take them out",
            )
    for column in REQUIRED:
        if not row[column]:
            return (f"the cell {column} is empty", f"Give a {column}")
    if row["type"] not in NAME_TYPES:
        return (f"{row['type']!r} is no entity type", "Use one of " + " ".join(NAME_TYPES))
    for name in (row["english"], *row.listed("alternatives")):
        if _GREEK.search(name):
            return (f"the English name {name!r} has Greek letters", "Write it in Latin script")
    for column in ("iso3166", "country"):
        if row[column] and row[column] not in territory_codes():
            return (
                f"{row[column]!r} under {column} is no ISO 3166-1 code",
                "Use two capital letters, such as GR",
            )
    for column, pattern in _PATTERNS.items():
        if row[column] and not pattern.fullmatch(row[column]):
            return (
                f"{row[column]!r} is no {column}",
                f"It has to match {pattern.pattern}",
            )
    for column, limit in (("latitude", 90), ("longitude", 180)):
        if row[column] and abs(float(row[column])) > limit:
            return (f"{row[column]} is beyond {limit} degrees", f"Correct the {column}")
    return None


def _heading(path: Path, heading: str) -> dict[str, int]:
    names = heading.split("\t")
    missing = [column for column in REQUIRED if column not in names]
    unknown = [name for name in names if name not in COLUMNS]
    if missing or unknown or len(set(names)) != len(names):
        wrong = (
            f"lacks {', '.join(missing)}"
            if missing
            else f"has the unknown column {unknown[0]!r}"
            if unknown
            else "names a column twice"
        )
        raise ResourceError(
            f"The heading of the name table {path} {wrong}.",
            f"The first line names the columns, divided by tabs, out of: {' '.join(COLUMNS)}.",
            code="G311",
        )
    return {name: number for number, name in enumerate(names)}
