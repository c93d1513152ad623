"""What reading a dump gives, record by record: an article, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from greeknews_ner.errors import GreekNewsError
from greeknews_ner.records import Article, Record

__all__ = ["Item", "Place", "Reject"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands.

    Attributes:
        file: The file as it was named, or ``-``.
        record: Number of the line (JSONL, CSV) or of the element (JSON) in it, from 1; none where
            the whole file is meant.
    """

    file: str
    record: int | None = None

    def __str__(self) -> str:
        return self.file if self.record is None else f"{self.file}:{self.record}"


class Reject(Record):
    """An input record from which no extraction was made.

    Attributes:
        file: The file it stands in.
        record: Number of its line or element there, from 1; none for the whole file.
        id: The article's id, if that could be read.
        code: Stable code of the reason, such as ``G120``.
        reason: What was found.
        remedy: What can be done about it.
    """

    file: str
    record: int | None = None
    id: str | None = None
    code: str
    reason: str
    remedy: str

    @classmethod
    def of(cls, place: Place, error: GreekNewsError, id: str | None = None) -> Reject:
        """The reject for an error at a place."""
        return cls(
            file=place.file,
            record=place.record,
            id=id,
            code=error.code,
            reason=error.cause,
            remedy=error.remedy,
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a dump.

    Attributes:
        place: Where it stands.
        content: The article, or why there is none.
        warnings: What was wrong with the record but did not cost the article.
    """

    place: Place
    content: Article | Reject
    warnings: tuple[str, ...] = ()
