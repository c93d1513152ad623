"""The fixture articles and what a careful reader finds in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True)
class GoldArticle:
    """A fixture article and what a careful reader finds in it."""

    name: str
    text: str
    published: date
    body_end: int
    entities: list[dict[str, Any]]


def read_gold(path: Path) -> GoldArticle:
    record = json.loads(path.read_text("utf-8"))
    return GoldArticle(
        name=path.stem,
        text=(FIXTURES / "articles" / record["article"]).read_text("utf-8"),
        published=date.fromisoformat(record["published"]),
        body_end=record["body_end"],
        entities=record["entities"],
    )


GOLD_ARTICLES = [read_gold(path) for path in sorted((FIXTURES / "gold").glob("*.json"))]
