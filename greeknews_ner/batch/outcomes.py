"""Extraction of a few articles, where one that fails costs no other its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeAlias

from greeknews_ner.batch.copies import as_copy, substance
from greeknews_ner.errors import GreekNewsError, InputError
from greeknews_ner.records import Article, Extraction

__all__ = ["SECONDS_PER_BATCH", "Extracts", "Outcome", "outcomes"]

SECONDS_PER_BATCH = 600.0
"""Longer than any batch should take; what takes longer hangs."""

Outcome: TypeAlias = Extraction | GreekNewsError
"""What became of an article: its records, or the reason why there are none."""


class Extracts(Protocol):
    """What a run needs of an extractor."""

    def extract_many(
        self, articles: Any, batch_size: int = 64, workers: int = 1
    ) -> Iterator[Extraction]:
        """One extraction an article, in order."""
        ...


def outcomes(extractor: Extracts, articles: Sequence[Article]) -> list[Outcome]:
    """Extract articles together, and one by one if that fails.

    Args:
        extractor: Any extractor.
        articles: A batch.

    Returns:
        As many outcomes, in the same order. What several articles of the batch have in common,
        such as wire copy under several addresses, is extracted once.
    """
    first: dict[tuple[object, ...], Article] = {}
    for article in articles:
        first.setdefault(substance(article), article)
    found = dict(zip(first, _of_different(extractor, list(first.values())), strict=True))
    results = [found[substance(article)] for article in articles]
    return [
        as_copy(article, result) if isinstance(result, Extraction) else result
        for article, result in zip(articles, results, strict=True)
    ]


def _of_different(extractor: Extracts, articles: Sequence[Article]) -> list[Outcome]:
    try:
        found = list(extractor.extract_many(articles, batch_size=max(1, len(articles))))
        if len(found) == len(articles):
            return list(found)
    except Exception:
        # Which article it was shows when each is tried alone.
        pass
    return [_alone(extractor, article) for article in articles]


def _alone(extractor: Extracts, article: Article) -> Outcome:
    try:
        return next(iter(extractor.extract_many([article], batch_size=1)))
    except GreekNewsError as error:
        return error
    except Exception as error:
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        return InputError(
            f"The extraction failed: {detail}.",
            "Run 'greeknews-ner extract' on this article alone, and report it with its text.",
            code="G130",
        )
