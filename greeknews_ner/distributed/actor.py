"""The actor that holds a pipeline."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from greeknews_ner.batch.outcomes import Outcome
from greeknews_ner.batch.workers import Recipe, outcomes_in_pool, pool_of
from greeknews_ner.distributed.rows import article_of, result_row
from greeknews_ner.records import Article

__all__ = ["ExtractingActor"]


class ExtractingActor:
    """Extracts batches of rows; the pipeline is in a process of its own below the actor.

    So an article that ends its process ends no actor: Ray would start that anew, give it the same
    article again, and never come to an end.

    Args:
        recipe: How the pipeline is loaded.
        seconds: Time that a batch, or an article tried alone, may take.
    """

    def __init__(self, recipe: Recipe, seconds: float) -> None:
        self._recipe = recipe
        self._seconds = seconds
        self._stack = ExitStack()
        self._pool = self._stack.enter_context(pool_of(recipe, workers=1))

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Extract a batch: columns of rows in, columns of results out."""
        rows = [dict(zip(batch, cells, strict=True)) for cells in zip(*batch.values(), strict=True)]
        articles = [article_of(row) for row in rows]
        wanted = [article for article in articles if article is not None]
        found = iter(self._outcomes(wanted))
        results = [
            result_row(row, article, None if article is None else next(found))
            for row, article in zip(rows, articles, strict=True)
        ]
        return {name: [row[name] for row in results] for name in results[0]} if results else {}

    def _outcomes(self, articles: list[Article]) -> list[Outcome]:
        return outcomes_in_pool(self._pool, articles, self._seconds) if articles else []
