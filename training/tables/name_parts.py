"""Given and family names by themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from greeknews_ner.names.folding import fold
from training.tables.pairs import read_pairs
from training.tables.resemblance import resemblance
from training.tables.spelling import clean_english, is_plain
from training.tables.table import Record

_PARTS = {"person_given": "given", "person_family": "family"}
_SOURCES = {"rigour_person_names": "rigour", "sigpwned_popular_names": "sigpwned"}
_LIKE = 0.72
# Declined Greek names are transliterated by the standard, which rigour's spellings often are not
# (Michail for Μιχάλης).
_GREEK_ENDING = re.compile(r"(ς|ου|άκη|ίδη|ιάδη|πούλου|έα|λα|τζή|τζόγλου|ίτη|άτου)$")
# One person of a hundred spelt otherwise must not unseat what the name table says, but three may.
_ENOUGH_BEARERS = 3


def name_parts(names: Path, people: Iterable[Record]) -> Iterator[Record]:
    """Single names whose English spelling the sources agree on.

    Args:
        names: Folder of the pair files.
        people: Records of persons, whose names are counted as evidence.
    """
    bearers = _bearers(people)
    for file, source in _SOURCES.items():
        seen: set[tuple[str, str]] = set()
        for pair in read_pairs(names, file):
            plain = clean_english(pair.english)
            if " " in pair.greek or not is_plain(plain) or not pair.greek[0].isupper():
                continue
            if resemblance(pair.greek, plain) < _LIKE or _GREEK_ENDING.search(pair.greek):
                continue
            for kind in pair.kinds:
                part = _PARTS.get(kind)
                if part is None or (part, fold(pair.greek)) in seen:
                    continue
                counted = bearers[part, fold(pair.greek)].most_common(1)
                if counted and counted[0][1] >= _ENOUGH_BEARERS and counted[0][0] != plain:
                    continue
                seen.add((part, fold(pair.greek)))
                yield {
                    "greek": pair.greek,
                    "english": plain,
                    "type": "PERSON",
                    "part": part,
                    "wikidata": pair.wikidata or "",
                    "source": source,
                }


def _bearers(people: Iterable[Record]) -> defaultdict[tuple[str, str], Counter[str]]:
    count: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for person in people:
        if person.get("family"):
            continue
        greek, english = person["greek"].split(), person["english"].split()
        if len(greek) == len(english) == 2:
            count["given", fold(greek[0])][english[0]] += 1
            count["family", fold(greek[1])][english[1]] += 1
    return count
