"""Writing a derived table, and the manifest that tells whether one was changed by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from greeknews_ner.names.lexicon_table import COLUMNS

MANIFEST = "manifest.tsv"
Record = Mapping[str, str]


def write_table(path: Path, records: Iterable[Record]) -> int:
    """Write records sorted, with only the columns that any of them fills.

    Args:
        path: The TSV file.
        records: Column to cell; a cell with several values divides them by ``|``.

    Returns:
        How many rows were written.
    """
    rows = sorted(records, key=lambda r: (r["greek"], r["english"], r.get("wikidata", ""),
                                          r.get("geonames", "")))  # fmt: skip
    columns = [column for column in COLUMNS if any(row.get(column) for row in rows)]
    lines = ["\t".join(columns)]
    lines += ["\t".join(row.get(column, "") for column in columns) for row in rows]
    unique = list(dict.fromkeys(lines))
    path.write_text("\n".join(unique) + "\n", encoding="utf-8")
    return len(unique) - 1


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_manifest(folder: Path, names: Iterable[str]) -> None:
    """Record rows and digest of each derived table in ``manifest.tsv``."""
    lines = ["file\trows\tsha256"]
    for name in sorted(names):
        path = folder / name
        rows = len(path.read_text(encoding="utf-8").splitlines()) - 1
        lines.append(f"{name}\t{rows}\t{digest(path)}")
    (folder / MANIFEST).write_text("\n".join(lines) + "\n", encoding="utf-8")


def changed(folder: Path) -> list[str]:
    """The derived tables that are not what the manifest says: edited, added or lost."""
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()[1:]
    recorded = {line.split("\t")[0]: line.split("\t")[2] for line in lines}
    present = {path.name: digest(path) for path in folder.glob("derived_*.tsv")}
    return sorted(
        name for name in recorded.keys() | present.keys()
        if recorded.get(name) != present.get(name)
    )  # fmt: skip
