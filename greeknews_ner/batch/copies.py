"""Wire copy: articles of the same words, wherever in a dump they stand, are extracted once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from greeknews_ner.errors import GreekNewsError
from greeknews_ner.records import Article, Extraction

__all__ = ["Copies", "Original", "as_copy", "substance"]

_REMEMBERED = 200_000
"""Articles that are remembered, the latest; some 40 MB."""


@dataclass(slots=True)
class Original:
    """The first article of some words.

    Attributes:
        offset: Where its line begins in the file of records, when it has been written.
        length: Bytes of the line without its end.
        warnings: How many of its last warnings are about its own record, not its words.
        error: Why it has no line.
    """

    offset: int = 0
    length: int = 0
    warnings: int = 0
    error: GreekNewsError | None = None


class Copies:
    """Originals by what their mentions and entities depend on.

    Which articles are taken for copies depends on the order of the input alone, so that a run that
    is resumed writes what an undisturbed one does.
    """

    def __init__(self, remembered: int = _REMEMBERED) -> None:
        self._remembered = remembered
        self._originals: dict[bytes, Original] = {}

    def seen(self, article: Article) -> tuple[Original, bool]:
        """The original of an article, and whether it is an earlier one, not the article itself."""
        key = hashlib.blake2b(repr(substance(article)).encode("utf-8"), digest_size=16).digest()
        original = self._originals.get(key)
        if original is not None:
            return original, True
        if len(self._originals) >= self._remembered:
            del self._originals[next(iter(self._originals))]
        self._originals[key] = original = Original()
        return original, False


def substance(article: Article) -> tuple[object, ...]:
    """All of an article that its mentions and entities depend on."""
    return article.text, article.title, article.published


def as_copy(article: Article, extraction: Extraction, warnings: int = 0) -> Extraction:
    """The extraction of an article, from that of another with the same words.

    Args:
        article: The copy.
        extraction: That of the original.
        warnings: How many of its last warnings are about the original's record alone.
    """
    origin = {"id": article.id, "url": article.url, "source": article.source}
    kept = extraction.warnings[: len(extraction.warnings) - warnings]
    return extraction.model_copy(
        update={"article": extraction.article.model_copy(update=origin), "warnings": kept}
    )
