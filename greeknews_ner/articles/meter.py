"""How much of a dump has been read, in bytes, which is known before its articles are counted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from greeknews_ner.articles.reading import STDIN

__all__ = ["Meter"]


class Meter:
    """Bytes read of the bytes there are.

    Attributes:
        total: Size of all files; None if standard input is among them, which has none.
        read: Bytes read so far, before unpacking; a zip or Parquet file may be read twice.
    """

    def __init__(self) -> None:
        self.total: int | None = None
        self.read = 0

    def expect(self, files: Iterable[str]) -> None:
        """Sum up what is to be read."""
        total = 0
        for file in files:
            if file == STDIN:
                return
            path = Path(file)
            total += path.stat().st_size if path.is_file() else 0
        self.total = total

    def add(self, count: int) -> None:
        """Count bytes that have been read."""
        self.read += count

    @property
    def share(self) -> float | None:
        """Share of the dump that has been read, 0 to 1; None if nobody can know."""
        if self.total is None:
            return None
        return min(1.0, self.read / self.total) if self.total else 1.0
