"""Reading the files of Greek–English name pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NOT_GREEK = re.compile(r"[A-Za-z\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of a file of pairs.

    Attributes:
        greek: Name in Greek.
        english: Name in English, as the source writes it.
        kinds: What the name stands for: person_full, person_given, person_family, place_country,
            place_city, place_region, place_other, org, demonym or other.
        ids: Wikidata items, ``gn:`` and GeoNames ids, ``wof:`` ids or ISO codes.
    """

    greek: str
    english: str
    kinds: tuple[str, ...]
    ids: tuple[str, ...]

    @property
    def wikidata(self) -> str | None:
        """The first Wikidata item among the ids."""
        return next((i for i in self.ids if re.fullmatch(r"Q\d+", i)), None)

    @property
    def geonames(self) -> int | None:
        """The first GeoNames id among the ids."""
        return next((int(i[3:]) for i in self.ids if re.fullmatch(r"gn:\d+", i)), None)


def read_pairs(folder: Path, name: str) -> Iterator[Pair]:
    """The rows of ``pairs_NAME.tsv``, without those whose Greek has foreign letters.

    Args:
        folder: Where the files are.
        name: Such as ``"libgeonames"``.
    """
    lines = (folder / f"pairs_{name}.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        greek, english, kinds, ids = [*line.split("\t"), "", ""][:4]
        greek = greek.strip().replace("᾽", "'").replace("’", "'")
        if greek and english and not _NOT_GREEK.search(greek):
            yield Pair(
                greek, english.strip(), tuple(re.split(r"[,;|]", kinds)),
                tuple(re.split(r"[,;|]", ids)),
            )  # fmt: skip
