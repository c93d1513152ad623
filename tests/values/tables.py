"""Reading the tables of ``fixtures/values``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

TABLES = Path(__file__).parents[2] / "fixtures" / "values"


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a table, by column; the first line names the columns."""
    header, *lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    columns = header.removeprefix("# ").split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def published(text: str) -> date | datetime | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
