"""Files under a name of their own until they are whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from greeknews_ner.batch.tables import Table

__all__ = ["new", "of_table", "put_in_place"]


def new(path: Path) -> Path:
    """Where a file or folder is made."""
    return path.with_name(path.name + ".new")


def of_table(path: Path, table: Table) -> Path:
    """The file of a table: ``NAME.entities.csv`` for ``NAME.csv``."""
    return path.with_name(f"{path.stem}.{table.name}{path.suffix}")


def put_in_place(paths: Iterable[Path]) -> None:
    """Give what is whole its name; a folder that stood there goes."""
    for path in paths:
        if path.is_dir():
            old = path.with_name(path.name + ".old")
            shutil.rmtree(old, ignore_errors=True)
            path.replace(old)
            new(path).replace(path)
            shutil.rmtree(old)
        else:
            new(path).replace(path)
