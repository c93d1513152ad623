"""How much input is accepted: all limits in one place."""

from __future__ import annotations

from dataclasses import dataclass

from greeknews_ner.errors import InputError

__all__ = ["DEFAULT_LIMITS", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on what is read; what is beyond them is refused before it is loaded.

    Attributes:
        article_bytes: Of one file that holds one article.
        line_bytes: Of one record in a dump (a line of JSONL, a field of CSV, an element of JSON).
        article_chars: Of one article's text.
        expansion: How many times larger than itself a compressed file may become. Text rarely
            passes 20; what passes hundreds is made to fill a disk.
    """

    article_bytes: int = 50_000_000
    line_bytes: int = 50_000_000
    article_chars: int = 20_000_000
    expansion: int = 250

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) < 1:
                raise InputError(
                    f"The limit {name} is {getattr(self, name)}.",
                    "Give a number from 1.",
                    code="G113",
                )


DEFAULT_LIMITS = Limits()
