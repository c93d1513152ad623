"""Acronyms and the names they stand for."""

from __future__ import annotations

import re

from greeknews_ner.names.folding import fold

_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,7}")
_SHORT_WORDS = frozenset(
    fold(word) for word in ("και", "ο", "η", "το", "του", "της", "των", "για", "στη", "στην", "σε")
)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: two to seven capitals, with or without points.

    Small letters may stand among the capitals, as in ΤτΕ, but not last, and not in most places.
    """
    return (
        _ACRONYM.fullmatch(name) is not None
        and name[0].isupper()
        and name.rstrip(".")[-1].isupper()
        and sum(map(str.isupper, name)) >= 2 * sum(map(str.islower, name))
    )


def spells(acronym: str, name: str) -> bool:
    """Whether the initials of ``name`` give ``acronym``: ΕΚΤ, Ευρωπαϊκή Κεντρική Τράπεζα.

    Articles, prepositions and «και» may count or not, as bodies themselves vary.
    """
    letters = fold(acronym)
    words = fold(name).split()
    if len(words) < 2:
        return False
    every = "".join(word[0] for word in words)
    main = "".join(word[0] for word in words if word not in _SHORT_WORDS)
    return letters in {every, main}
