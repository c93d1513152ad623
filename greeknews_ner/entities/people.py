"""Which mentions may mean the same person, and which part of a name is which."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from greeknews_ner._toml import load_toml
from greeknews_ner.names.folding import fold
from greeknews_ner.names.stem import stem


@cache
def _word_lists() -> tuple[frozenset[str], frozenset[str]]:
    table = load_toml(files("greeknews_ner") / "resources" / "people.toml")
    return (
        frozenset(fold(word) for word in table["particles"]),
        frozenset(fold(word) for word in table["family_first"]),
    )


def split_name(name: str) -> tuple[str | None, str | None]:
    """Given and family name of a person.

    Args:
        name: Nominative, of any number of words.

    Returns:
        ``(given, family)``. One word alone is a family name, as the press uses it. Particles
        (φον, ντερ, αλ ...) belong to the family name; in Korean and Chinese names the family name
        stands first.
    """
    words = name.split()
    if len(words) < 2:
        return None, name or None
    particles, family_first = _word_lists()
    if len(words) in (2, 3) and fold(words[0]) in family_first:
        return " ".join(words[1:]), words[0]
    cut = len(words) - 1
    while cut and fold(words[cut - 1]) in particles:
        cut -= 1
    return " ".join(words[:cut]) or None, " ".join(words[cut:])


def same_full_name(one: str, other: str) -> bool:
    """Whether two names of several words can be one person's.

    Every word of the shorter one must stand in the longer one, in order, as the same word in
    some case or as its initial; first and last words must meet.
    """
    short, long = sorted((_stems(one), _stems(other)), key=len)
    if len(short) < 2 or not (_meets(short[0], long[0]) and _meets(short[-1], long[-1])):
        return False
    remaining = iter(long)
    return all(any(_meets(word, candidate) for candidate in remaining) for word in short)


def is_part_of(part: str, full: str) -> bool:
    """Whether ``part`` is the family name, the given name or the tail of ``full``."""
    words, whole = _stems(part), _stems(full)
    if len(words) >= len(whole):
        return False
    return whole[-len(words) :] == words or (len(words) == 1 and whole[0] == words[0])


def gender_differs(one: str, other: str) -> bool:
    """Whether two nominative family names are a man's and a woman's: Παπαδόπουλος, Παπαδοπούλου."""
    first, second = fold(one), fold(other)
    return first != second and first.endswith("σ") != second.endswith("σ")


@lru_cache(maxsize=4096)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(stem(name).split())


def _meets(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other
