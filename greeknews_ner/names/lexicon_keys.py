"""The keys under which the rows of a table are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from greeknews_ner.names.lexicon_parts import ACRONYM, FAMILY, FULL, GIVEN
from greeknews_ner.names.lexicon_people import split_person
from greeknews_ner.names.lexicon_table import Table

# What most names have is replaced as a string, which is several times as fast as a pattern; the
# patterns then find the rare rest.
_COMMON = (("\u0301", ""), ("\u0308", ""), ("ς", "σ"), ("µ", "μ"), ("-", " "), (".", ""))
_MARKS = re.compile(r"[\u0300-\u036f]+")
_DROPPED = re.compile(r"['\u2019\u02bc\u1fbd\u0384\u00b4`«»\"“”„()]+")
_SEPARATORS = re.compile(r"[\t\xa0\u2010-\u2015\u2212_/]+")
_SPACES = re.compile(r" {2,}")
_ENDS = re.compile(r"(?<=\n) | (?=\n)")


def fold_all(names: list[str]) -> list[str]:
    """What `fold` gives for each name, ten times as fast for thousands of them.

    A table has tens of thousands of names, and folding one by one would be most of the time that
    loading takes.

    Args:
        names: Names without line breaks.
    """
    text = unicodedata.normalize("NFD", "\n".join(names).casefold())
    for old, new in _COMMON:
        text = text.replace(old, new)
    text = _SEPARATORS.sub(" ", _DROPPED.sub("", _MARKS.sub("", text)))
    text = _ENDS.sub("", _SPACES.sub(" ", text)).strip(" ")
    return text.split("\n") if names else []


def keys_of(table: Table) -> Iterator[tuple[int, int, str]]:
    """Row number, part (FULL, FAMILY, GIVEN, ACRONYM) and key of all that a table can find."""
    rows: list[int] = []
    parts: list[int] = []
    names: list[str] = []

    def add(row: int, part: int, name: str) -> None:
        rows.append(row)
        parts.append(part)
        names.append(name)

    columns = table.columns
    greek_at, aliases_at, acronym_at = (
        columns.get(name, 99) for name in ("greek", "aliases", "acronym")
    )
    type_at, english_at, family_at = (columns.get(n, 99) for n in ("type", "english", "family"))
    for number, line in enumerate(table.lines):
        cells = line.split("\t")
        width = len(cells)
        greek = cells[greek_at]
        aliases = cells[aliases_at].split("|") if aliases_at < width and cells[aliases_at] else []
        add(number, FULL, greek)
        if cells[type_at] == "PERSON":
            family = cells[family_at] if family_at < width else ""
            split = split_person(greek, cells[english_at], family)
            if split is None:
                for alias in aliases:
                    add(number, FULL, alias)
                continue
            for part, (part_greek, _) in split.items():
                add(number, part, part_greek)
            for alias in aliases:
                for part, name in _alias_parts(alias, greek, family, split):
                    add(number, part, name)
            continue
        for alias in aliases:
            add(number, FULL, alias)
        if acronym_at < width and cells[acronym_at]:
            add(number, ACRONYM, cells[acronym_at].partition("=")[0])
    return zip(rows, parts, fold_all(names), strict=True)


def _alias_parts(
    alias: str, greek: str, family: str, split: dict[int, tuple[str, str]]
) -> Iterator[tuple[int, str]]:
    """An alias that is one word of a longer name is a part of it; a whole one is split too."""
    words = alias.split()
    if len(words) == 1 and " " in greek:
        is_given = GIVEN in split and split[GIVEN][0] == alias
        yield GIVEN if is_given else FAMILY, alias
        return
    yield FULL, alias
    if family or GIVEN not in split or len(words) != len(greek.split()):
        return
    # What begins otherwise is another name of the same person, not another spelling: Τσάπο of
    # El Chapo is no Guzman.
    for part, name in ((FAMILY, words[-1]), (GIVEN, " ".join(words[:-1]))):
        if _initial(name) == _initial(split[part][0]):
            yield part, name


def _initial(name: str) -> str:
    """The first letter without its accent; all vowels are one: Άιζακ is Ισαάκ."""
    letter = unicodedata.normalize("NFD", name[:1])[:1]
    return "Α" if letter in "ΑΕΗΙΟΥΩ" else letter
