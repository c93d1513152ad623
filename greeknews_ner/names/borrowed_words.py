"""English words that Greek papers write by ear in names of foreign bodies: Ντέιλι, Στέιντιουμ."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from greeknews_ner.names.folding import fold

TYPES = frozenset({"ORG", "FAC", "EVENT", "PRODUCT", "LOC"})
"""Types whose names hold such words; of people Κινγκ and Παρκ are family names."""
_TABLE = "resources/names/translation/borrowed.tsv"
_WORD = re.compile(r"[^\W\d_]+")


@cache
def borrowed_words() -> dict[str, str]:
    """Folded Greek spelling to the English word."""
    text = (files("greeknews_ner") / _TABLE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {fold(greek): english for greek, english in rows}


def with_borrowed(name: str) -> str:
    """A name of several words with those in English that are English.

    Args:
        name: In Greek letters.

    Returns:
        The name as it is where there are none, or where it is one word, which may be a name by
        itself: Σίτι.
    """
    if len(_WORD.findall(name)) == 1:
        return name
    table = borrowed_words()
    return _WORD.sub(lambda word: table.get(fold(word[0]), word[0]), name)


def english_of(name: str) -> list[str]:
    """The borrowed words of a name, in English.

    Args:
        name: In Greek letters.
    """
    found = (borrowed_words().get(fold(word)) for word in _WORD.findall(name))
    return [word for word in found if word is not None]
