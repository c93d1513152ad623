"""The words of which names of bodies are made, Greek to English, as tables hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from greeknews_ner.names.folding import fold
from greeknews_ner.names.stem import stem

Join = Literal["of", "attr", "either", "tail", "after", "before"]
"""How a noun takes the genitive behind it: Bank *of* Greece, Security Council (*attr*, the genitive
goes before it), *either* by the genitive's number, *tail* (mostly a genitive itself), Mount Olympus
(*after* it, untranslated), Ermou Street (*before* it, as it stands)."""

PREPOSITIONS: dict[str, str] = {
    "για": "for",
    "κατα": "against",
    "υπερ": "for",
    "με": "with",
    "σε": "in",
    "στο": "in",
    "στη": "in",
    "στην": "in",
    "στον": "in",
    "στουσ": "in",
    "στισ": "in",
    "στα": "in",
    "περι": "on",
    "απο": "from",
    "χωρισ": "without",
}
ARTICLES = frozenset({"του", "τησ", "των", "τη", "την", "το", "τον", "τισ", "τουσ", "τα"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as the table has it.

    Attributes:
        greek: Nominative singular, folded.
        english: Singular, capitalised.
        join: How it takes a genitive.
    """

    greek: str
    english: str
    join: Join


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the words.

    Attributes:
        nouns: By stem.
        adjectives: English by stem.
        genitives: English of genitives that mean something of their own, by folded phrase, and
            whether it is a place.
    """

    nouns: dict[str, Noun]
    adjectives: dict[str, str]
    genitives: dict[str, tuple[str, bool]]


@cache
def vocabulary() -> Vocabulary:
    """The shipped tables, read once; ``vocabulary.cache_clear()`` frees them."""
    nouns: dict[str, Noun] = {}
    for greek, english, join in _rows("nouns.tsv"):
        # Of two nouns with one stem (ναυτικό, ναυτικός) the table's first is the commoner.
        nouns.setdefault(stem(greek), Noun(fold(greek), english, cast("Join", join)))
    return Vocabulary(
        nouns=nouns,
        adjectives={stem(greek): english for greek, english in _rows("adjectives.tsv")},
        genitives={
            fold(greek): (english, kind == "place")
            for greek, english, kind in _rows("genitives.tsv")
        },
    )


def _rows(table: str) -> Iterator[list[str]]:
    folder = files("greeknews_ner") / "resources" / "names" / "translation"
    _, *lines = (folder / table).read_text("utf-8").splitlines()
    for line in lines:
        yield line.split("\t")
