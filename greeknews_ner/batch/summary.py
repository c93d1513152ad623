"""What a run over a dump has done, on the way and at the end."""

from __future__ import annotations

import json

from pydantic import Field

from greeknews_ner.records import Record

__all__ = ["BatchSummary"]


class BatchSummary(Record):
    """Figures of a run; the same record reports progress while it lasts.

    Attributes:
        read: Records of the input that were read.
        written: Extractions that were written.
        rejected: Records that ended as rejects; ``read`` is ``written`` plus ``rejected``.
        words: Words in the articles that were written, parted by blanks.
        seconds: Time since the start; of this run only, where an earlier one is resumed.
        resumed: Records that an earlier run had done.
        reasons: Rejects by code.
        output: The file of the extractions, or ``-``.
        rejects: The file of the rejects, if there is one.
        share: Share of the input's bytes that has been read, 0 to 1; none if that cannot be known.
    """

    read: int = 0
    written: int = 0
    rejected: int = 0
    words: int = 0
    seconds: float = 0.0
    resumed: int = 0
    reasons: dict[str, int] = Field(default_factory=dict)
    output: str = "-"
    rejects: str | None = None
    share: float | None = None

    @property
    def articles_per_second(self) -> float:
        """Records done in this run, a second."""
        return (self.read - self.resumed) / self.seconds if self.seconds > 0 else 0.0

    @property
    def words_per_second(self) -> float:
        """Words of this run's share, a second, as far as records are alike."""
        done = (self.read - self.resumed) / self.read if self.read else 0.0
        return self.words * done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Time until all is read, at the pace so far; none if that cannot be known."""
        if not self.share or self.read <= self.resumed:
            return None
        done = self.share * (self.read - self.resumed) / self.read
        return self.seconds * (1.0 - self.share) / done

    def as_json(self) -> str:
        """The figures with their rates, for a program."""
        rates = {
            "articles_per_second": round(self.articles_per_second, 3),
            "words_per_second": round(self.words_per_second, 3),
        }
        return json.dumps(self.model_dump() | rates, ensure_ascii=False)

    def __str__(self) -> str:
        """One line for a person."""
        line = (
            f"{self.written:,} articles ({self.words:,} words) written to {self.output}"
            f" in {self.seconds:,.1f} s, {self.articles_per_second:,.1f} a second"
        )
        if self.resumed:
            line += f"; {self.resumed:,} were done before"
        if self.rejected:
            codes = ", ".join(f"{code} × {count}" for code, count in sorted(self.reasons.items()))
            line += f"; {self.rejected:,} rejected ({codes})"
            line += f", see {self.rejects}" if self.rejects else ""
        return line
