"""How much input is accepted: all limits in one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from greeknews_ner.errors import InputError

__all__ = ["DEFAULT_LIMITS", "Limits", "parse_limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on what is read; what is beyond them is refused before it is loaded.

    Attributes:
        article_bytes: Of one file that holds one article, or one page of a web archive.
        line_bytes: Of one record in a dump (a line of JSONL, a field of CSV, an element of JSON).
        article_chars: Of one article's text.
        expansion: How many times larger than itself a compressed file or an archive may become.
            Text rarely passes 20; what passes hundreds is made to fill a disk.
        unpacked_bytes: What a compressed file may unpack to in any case, however small it is.
        members: Files in one archive.
        depth: Archives inside archives.
    """

    article_bytes: int = 50_000_000
    line_bytes: int = 50_000_000
    article_chars: int = 20_000_000
    expansion: int = 250
    unpacked_bytes: int = 1 << 24
    members: int = 5_000_000
    depth: int = 3

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) < 1:
                raise InputError(
                    f"The limit {name} is {getattr(self, name)}.",
                    "Give a number from 1.",
                    code="G113",
                )


DEFAULT_LIMITS = Limits()


def parse_limits(entries: Iterable[str]) -> Limits:
    """Read limits as they are typed on a command line.

    Args:
        entries: Such as ``line_bytes=200_000_000``; what is not named keeps its default.

    Raises:
        InputError: An entry is not of this form, names no limit, or is below 1 (G113).
    """
    known = {field.name for field in fields(Limits)}
    chosen: dict[str, int] = {}
    for entry in entries:
        name, _, number = (part.strip() for part in entry.partition("="))
        try:
            if name not in known:
                raise ValueError(name)
            chosen[name] = int(number)
        except ValueError as error:
            raise InputError(
                f"{entry!r} is no limit.",
                f"Write NAME=NUMBER with NAME one of {', '.join(sorted(known))}.",
                code="G113",
            ) from error
    return Limits(**chosen)
