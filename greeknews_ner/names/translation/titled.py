"""Rulers, saints and bearers of titles: what English translates of a person's name.

Ερρίκος Δ΄ της Αγγλίας is Henry IV of England and Πρίγκιπας Ανδρέας is Prince Andrew, but Ερρίκος
Ντυνάν is Henri Dunant: given names are translated only beside a title, a numeral, a byname or a
land.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.small_words import roman_of
from greeknews_ner.names.translation.lands import Render, land, read_words, with_article
from greeknews_ner.names.translation.phrase import Translation

_GENITIVE = frozenset({"του", "της", "των"})
_NOMINATIVE = frozenset({"ο", "η"})
_GREAT = "μεγασ"
_MOST_SPELLINGS = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """The tables, by folded nominative.

    Attributes:
        titles: English and order, by lower case, since the accent tells a Πάπας from a Παπάς:
            ``before`` the name, ``after`` it, ``bishop`` for those who may have their see between,
            ``eastern`` for bishops who keep their Greek names, ``saint`` for what begins names of
            places too, ``surname`` for what is a surname too.
        bynames: What follows an article.
        rulers: English given names, the commonest first.
    """

    titles: dict[str, tuple[str, str]]
    bynames: dict[str, str]
    rulers: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class _Parts:
    """A name as it was read."""

    titles: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    numeral: str = ""
    further: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    byname: str = ""
    land: str = ""
    is_eastern: bool = False
    is_saint: bool = False
    is_bishop: bool = False
    is_surname: bool = False
    has_article: bool = False


@cache
def _tables() -> _Words:
    return _Words(
        titles={
            greek.lower(): (english, order) for greek, english, order in read_words("titles.tsv")
        },
        bynames={fold(greek): english for greek, english in read_words("bynames.tsv")},
        rulers={
            fold(greek): tuple(english.split("|")) for greek, english in read_words("rulers.tsv")
        },
    )


def translate_titled(
    name: str, *, is_person: bool, render: Render, render_land: Render
) -> Translation | None:
    """Translate what is a title, a ruler's given name, a byname or a land in a person's name.

    Args:
        name: Nominative.
        is_person: Whether the name is known to be a person's; Άγιος Γεώργιος may be a village.
        render: Rendering of the proper names in it.
        render_land: Rendering of the lands.

    Returns:
        None when the name has nothing of all that.
    """
    parts = _read(name.split(), render_land)
    if parts is None or not _is_titled(parts, is_person):
        return None
    spellings = _spellings(parts, render)
    parts.further = [render(word) for word in parts.further]
    english = [_written(parts, spelling, parts.titles) for spelling in spellings]
    bare = [_written(parts, spellings[0], [])] if parts.titles and parts.given else []
    first, *others = dict.fromkeys([english[0], *bare, *english[1:]])
    return Translation(first, whole=True, alternatives=tuple(filter(None, others)))


def _read(words: list[str], render_land: Render) -> _Parts | None:
    parts = _Parts()
    table = _tables()
    while title := _title(words):
        size, english, order = title
        parts.titles.append(english)
        parts.is_eastern |= order == "eastern"
        parts.is_bishop |= order in {"eastern", "bishop"}
        parts.is_saint |= order == "saint"
        parts.is_surname = order == "surname"
        words = words[size:]
    if len(words) == 2 and fold(words[0]) == _GREAT:
        return _great(words[1], parts)
    if parts.titles and len(words) > 1 and (of := _see(words[0], parts, render_land)):
        # Αρχιεπίσκοπος Κύπρου Μακάριος
        parts.land, words = of, words[1:]
    for place, word in enumerate(words):
        numeral = roman_of(word)
        if word in _GENITIVE and words[place + 1 :] and not parts.land:
            parts.land = _land(words[place + 1 :]) or render_land(
                to_nominative(" ".join(words[place + 1 :]), case="gen")
            )
            parts.has_article = True
            return parts
        if word in _NOMINATIVE and parts.given:
            parts.byname = table.bynames.get(fold(" ".join(words[place + 1 :])), "")
            return parts if parts.byname else None
        if numeral and parts.given and not parts.numeral:
            parts.numeral = numeral
        elif (
            place
            and place == len(words) - 1
            and (parts.titles or parts.numeral)
            and not parts.land
            and (of := _land([word]))
        ):
            parts.land = of
        elif parts.given and (found := table.titles.get(word.lower())) and found[1] == "after":
            parts.behind.append(found[0])
        elif not word[:1].isupper() and not parts.given:
            return None
        else:
            (parts.further if parts.numeral else parts.given).append(word)
    return parts


def _title(words: Sequence[str]) -> tuple[int, str, str] | None:
    """Words, English and order of the title that a name begins with."""
    for size in (2, 1):
        found = _tables().titles.get(" ".join(words[:size]).lower())
        if found is not None and len(words) > size and found[1] != "after":
            return size, *found
    return None


def _see(word: str, parts: _Parts, render_land: Render) -> str:
    """English of the land, or of a bishop's town, that stands in the genitive behind a title."""
    of = _land([word])
    if of or not parts.is_bishop or fold(word) in _tables().rulers:
        return of
    nominative = to_nominative(word, case="gen")
    return "" if nominative == word or not word[:1].isupper() else render_land(nominative)


def _great(name: str, parts: _Parts) -> _Parts | None:
    # Μέγας Αθανάσιος is Athanasius the Great.
    if fold(name) not in _tables().rulers:
        return None
    parts.given, parts.byname = [name], "the Great"
    return parts


def _land(genitive: Sequence[str]) -> str:
    """English of a land of the table; empty for others and for nominatives."""
    phrase = " ".join(genitive)
    nominative = to_nominative(phrase, case="gen")
    return "" if nominative == phrase else land(nominative) or ""


def _is_titled(parts: _Parts, is_person: bool) -> bool:
    has_more = bool(parts.byname or (parts.land and parts.has_article))
    if parts.is_saint and not is_person and not has_more:
        return False
    if parts.byname:
        return True
    is_ruler = bool(parts.given) and all(fold(word) in _tables().rulers for word in parts.given)
    if parts.is_surname:
        return is_ruler or has_more
    if parts.titles or parts.behind:
        return bool(parts.given or parts.land)
    return is_ruler and bool(parts.numeral or has_more)


def _spellings(parts: _Parts, render: Render) -> list[list[str]]:
    """The given names, in each of the ways in which English has them."""
    rulers = _tables().rulers
    if parts.is_eastern and parts.given and all(fold(word) in rulers for word in parts.given):
        return [[to_elot743(word) for word in parts.given]]
    known = [rulers.get(fold(word)) for word in parts.given]
    if not all(known) and not (any(known) and parts.numeral):
        # Given name and family name, or a name that English does not translate.
        return [[render(" ".join(parts.given))] if parts.given else []]
    options = [spelt or (render(word),) for spelt, word in zip(known, parts.given, strict=True)]
    return [list(chosen) for chosen in product(*options)][:_MOST_SPELLINGS]


def _written(parts: _Parts, given: Sequence[str], titles: Sequence[str]) -> str:
    of = f"of {with_article(parts.land)}" if parts.land else ""
    pieces = [*titles, *given, parts.numeral, *parts.further, *parts.behind, parts.byname, of]
    return " ".join(piece for piece in pieces if piece)
