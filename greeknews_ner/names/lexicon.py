"""The name tables: what a Greek name is called in English, and which thing it is.

Tables are TSV files under ``resources/names``; a user may add their own. Rows stay raw lines until
a name is looked up, so that loading is quick and the tables cost little memory.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon_keys import keys_of
from greeknews_ner.names.lexicon_parts import ACRONYM, FAMILY, FULL, GIVEN
from greeknews_ner.names.lexicon_people import split_person
from greeknews_ner.names.lexicon_respelling import respellings
from greeknews_ner.names.lexicon_sources import licence_of
from greeknews_ner.names.lexicon_table import Row, Table, read_table, shipped_tables

_KEPT_NAMES = 8192
_PART_NAMES = {FAMILY: "family", GIVEN: "given"}
# Λίβερπουλ is the city before it is the club.
_TYPE_ORDER = {"GPE": 0, "NORP": 1}
_SOUNDING = frozenset({"PERSON", "GPE", "LOC"})
_PART_ORDER = {"family": 1, "given": 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing as one or more tables know it.

    Attributes:
        greek: The name in the nominative, as Greek newspapers write it today.
        english: The name as English-language newspapers write it, without diacritics.
        type: Entity type: PERSON, GPE, LOC, FAC, ORG, NORP, EVENT, PRODUCT, WORK_OF_ART, LAW or
            LANGUAGE.
        alternatives: Other English spellings in use, best first.
        gender: Grammatical gender in Greek, ``"m"``, ``"f"`` or ``"n"``.
        part: ``"full"``; for a PERSON also ``"given"`` or ``"family"``, when the name found is only
            that part of somebody's name; for a NORP also ``"adjective"``.
        acronym: The Greek acronym of an ORG or a country, such as ΕΚΤ or ΗΠΑ. When it was looked
            up, `greek` is still the whole name, but `english` is the English acronym (ΕΚΤ gives
            ECB) if there is one, with the whole name among the alternatives.
        wikidata: Wikidata item, such as ``"Q1524"``.
        geonames: GeoNames id.
        iso3166: ISO 3166-1 alpha-2 code of the country that this *is*.
        country: ISO 3166-1 alpha-2 code of the country that this lies in or belongs to.
        latitude: Degrees north, WGS 84; for a country that of its capital.
        longitude: Degrees east, WGS 84.
        population: Inhabitants, for ranking places of one name.
        source: Key of the source in ``resources/names/sources.tsv``.
        licence: Licence of that source.
    """

    greek: str
    english: str
    type: str
    alternatives: tuple[str, ...] = ()
    gender: str | None = None
    part: str = "full"
    acronym: str | None = None
    wikidata: str | None = None
    geonames: int | None = None
    iso3166: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    source: str = ""
    licence: str = ""


class Lexicon:
    """Tables that are asked by name.

    Args:
        tables: Tables in order of trust, the most trusted first.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tuple(tables)
        self._index: dict[str, int | list[int]] = {}
        for number, table in enumerate(self._tables):
            self._add(number, table)
        # Several steps ask for one name, in one article and in the next.
        self._asked = lru_cache(maxsize=_KEPT_NAMES)(self._find)
        self._asked_alike = lru_cache(maxsize=_KEPT_NAMES)(self._find_alike)

    @classmethod
    def from_tables(cls, *paths: str | Path) -> Lexicon:
        """Read tables of the user's own.

        Args:
            paths: TSV files in UTF-8 with a heading line; ``greek``, ``english`` and ``type`` are
                required columns. ``docs/tables.md`` lists the others.

        Raises:
            ResourceError: A file cannot be read (G310), its heading is wrong (G311) or a line is
                malformed (G312); the message names file and line.
        """
        return cls([read_table(Path(path)) for path in paths])

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that are asked, the most trusted first."""
        return self._tables

    def __len__(self) -> int:
        """How many different keys the tables know."""
        return len(self._index)

    def __contains__(self, name: object) -> bool:
        """Whether the name is in any table."""
        return isinstance(name, str) and fold(name) in self._index

    def find(self, name: str, type: str | None = None) -> tuple[Entry, ...]:
        """Everything that has this name, best first.

        The user's own tables come first, then countries, then the hand-checked tables, then the
        derived ones; a whole name comes before a part of somebody's name, a large place before a
        small one, a frequent spelling before a rare one. What two tables say about one thing is
        put together in one entry.

        Args:
            name: The name in the nominative; letter case, accents, points and hyphens do not
                matter. Other Greek spellings that a table lists are found too.
            type: Only entries of this entity type.

        Returns:
            The entries, or an empty tuple.
        """
        return self._asked(name, type)

    def _find(self, name: str, type: str | None) -> tuple[Entry, ...]:
        found = self._index.get(fold(name))
        if found is None:
            return ()
        things: list[_Thing] = []
        bearers: dict[tuple[int, str], _Thing] = {}
        for code in [found] if isinstance(found, int) else found:
            table = self._tables[code >> 24]
            row, part = table.row((code >> 2) & 0x3FFFFF), code & 3
            if type is not None and row["type"] != type:
                continue
            if part in _PART_NAMES:
                # Of the fifty named Γιώργος one entry a spelling is enough.
                key = (part, _part_of(row, part)[1])
                if key in bearers:
                    bearers[key].bearers += 1
                    continue
                _put(things, _entry(row, part), table.tier)
                bearers[key] = things[-1]
            else:
                hand_checked = row["source"] == "curated"
                _put(things, _entry(row, part), table.tier, is_row=hand_checked)
        things.sort(key=lambda thing: thing.rank(name))
        return tuple(thing.entry for thing in things)

    def find_alike(self, name: str, type: str | None = None, changes: int = 2) -> tuple[Entry, ...]:
        """What a name of the same sound means, for a spelling that no table lists (Βηρυττός).

        Places and whole names of persons alone, and only where the English is more than the Greek
        letter by letter: Κύμη and Κίμη are two villages.

        Args:
            name: The name in the nominative.
            type: Only entries of this entity type.
            changes: How many letters may be spelt otherwise.

        Returns:
            The entries of the nearest spelling that is known; none where names in two tables
            are equally near and differ in English.
        """
        if type is not None and type not in _SOUNDING:
            return ()
        return self._asked_alike(name, type, changes)

    def _find_alike(self, name: str, type: str | None, changes: int) -> tuple[Entry, ...]:
        for keys in respellings(fold(name), changes):
            known = [key for key in keys if key in self._index]
            found = [
                tuple(e for e in self.find(key, type) if _is_foreign(e) and e.part == "full")
                for key in known
            ]
            found = [entries for entries in found if entries]
            if found:
                spelt = {entries[0].english for entries in found}
                return found[0] if len(spelt) == 1 else ()
        return ()

    def find_or_alike(self, name: str, type: str | None = None) -> tuple[Entry, ...]:
        """What `find` gives, or `find_alike` where that is nothing.

        Args:
            name: The name in the nominative.
            type: Only entries of this entity type.
        """
        return self.find(name, type) or self.find_alike(name, type)

    def phrases(self) -> Iterator[tuple[str, str]]:
        """Folded key and entity type of every whole name of two words and more."""
        for key, found in self._index.items():
            if " " not in key:
                continue
            for code in [found] if isinstance(found, int) else found:
                if code & 3 == FULL:
                    row = self._tables[code >> 24].row((code >> 2) & 0x3FFFFF)
                    yield key, row["type"]

    def _add(self, number: int, table: Table) -> None:
        index = self._index
        high = number << 24
        for row_number, part, key in keys_of(table):
            code = high | row_number << 2 | part
            present = index.get(key)
            if present is None:
                index[key] = code
            elif isinstance(present, int):
                if present != code:
                    index[key] = [present, code]
            elif code not in present:
                present.append(code)


@cache
def default_lexicon() -> Lexicon:
    """The tables that ship with the package, loaded at the first call.

    ``default_lexicon.cache_clear()`` frees them.
    """
    return Lexicon(shipped_tables(files("greeknews_ner") / "resources" / "names"))


def use_lexicon(*paths: str | Path) -> Lexicon:
    """The shipped tables with the user's own before them.

    Args:
        paths: TSV files, as for `Lexicon.from_tables`; the first is trusted most.

    Raises:
        ResourceError: A file is malformed, see `Lexicon.from_tables`.
    """
    own = [read_table(Path(path)) for path in paths]
    return Lexicon([*own, *default_lexicon().tables])


@dataclass(slots=True)
class _Thing:
    """An entry that is being put together.

    Attributes:
        entry: What the tables said so far.
        tier: Tier of the most trusted table that told of it.
        bearers: How many persons have the name, for a part of a person's name.
        is_row: Whether a hand-checked row is of this name, not of somebody called so.
    """

    entry: Entry
    tier: int
    bearers: int = 1
    is_row: bool = False

    def rank(self, name: str) -> tuple[int, ...]:
        """Where it stands among things that ``name`` may mean; the least is best."""
        entry = self.entry
        return (
            # A user's table beats everything; otherwise Γεωργία is the country before it is a
            # state or a woman's name, whichever table tells of the country.
            min(self.tier, 0),
            int(_accented_otherwise(name, entry.greek)),
            0 if entry.iso3166 and entry.type == "GPE" else 1,
            _TYPE_ORDER.get(entry.type, 2),
            # Δημήτρης alone is Dimitris, whatever a famous conductor's papers had.
            0 if self.is_row and entry.part == "given" else _PART_ORDER.get(entry.part, 0),
            # Somebody called Γιώργος may be Γεώργιος too; Γεώργιος by itself is Georgios.
            int(entry.part in _PART_ORDER and fold(entry.greek) != fold(name)),
            # Ιρακινοί are Iraqis, ιρακινοί is Iraqi: the tables know both under one key.
            int((entry.part == "adjective") != name[:1].islower()),
            self.tier,
            -self.bearers,
            -(entry.population or 0),
        )


def _is_foreign(entry: Entry) -> bool:
    """Whether the English of a place or a person is not what the Greek letters alone give."""
    if entry.type == "PERSON" and " " not in entry.greek:
        return False
    spelt = fold(to_elot743(entry.greek))
    return entry.type in _SOUNDING and fold(entry.english) != spelt


def _accented_otherwise(name: str, greek: str) -> bool:
    """Whether two names of one key have their accents on different letters.

    Αθηνά is no city and Αθήνα no woman; but capitals have no accent and many newspapers leave it
    out on an initial, so that a missing accent says nothing.
    """
    one, other = (unicodedata.normalize("NFD", n.casefold()) for n in (name, greek))
    return one != other and fold(name) == fold(greek) and min(map(_accents, (one, other))) > 0


def _accents(decomposed: str) -> int:
    return decomposed.count("\u0301")


def _put(things: list[_Thing], entry: Entry, tier: int, *, is_row: bool = False) -> None:
    """Add an entry, to the thing it tells of when another table told of it before."""
    for thing in things:
        # Tables of one kind do not tell of one thing twice: ELAS is the police and was an army.
        twins = thing.tier == tier and entry.part not in _PART_ORDER
        if twins and fold(thing.entry.greek) != fold(entry.greek):
            continue
        if _same_thing(thing.entry, entry):
            thing.bearers += 1
            thing.is_row |= is_row
            if entry.part not in _PART_ORDER:
                thing.entry = _fill(thing.entry, entry)
            return
    things.append(_Thing(entry, tier, is_row=is_row))


def _entry(row: Row, part: int) -> Entry:
    greek, english, alternatives = row["greek"], row["english"], row.listed("alternatives")
    gender = row["gender"] or None
    source = row["source"]
    if part in (FULL, ACRONYM):
        acronym, _, english_acronym = row["acronym"].partition("=")
        if part == ACRONYM and english_acronym:
            spelt = dict.fromkeys((english, *alternatives))
            spelt.pop(english_acronym, None)
            english, alternatives = english_acronym, tuple(spelt)
        latitude, longitude = row["latitude"], row["longitude"]
        return Entry(
            greek=greek,
            english=english,
            type=row["type"],
            alternatives=alternatives,
            gender=gender,
            part=row["part"] or "full",
            acronym=acronym or None,
            wikidata=row["wikidata"] or None,
            geonames=int(row["geonames"]) if row["geonames"] else None,
            iso3166=row["iso3166"] or None,
            country=row["country"] or row["iso3166"] or None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
            population=int(row["population"]) if row["population"] else None,
            source=source,
            licence=licence_of(source),
        )
    others = [split_person(greek, other, row["family"]) for other in alternatives]
    further = [pair[part] for pair in others if pair is not None and part in pair]
    part_greek, part_english = _part_of(row, part)
    return Entry(
        greek=part_greek,
        english=part_english,
        type="PERSON",
        alternatives=tuple(dict.fromkeys(e for _, e in further if e != part_english)),
        gender=gender if part == GIVEN else None,
        part=_PART_NAMES[part],
        source=source,
        licence=licence_of(source),
    )


def _part_of(row: Row, part: int) -> tuple[str, str]:
    names = split_person(row["greek"], row["english"], row["family"])
    assert names is not None  # the index holds a part only where the row has one
    return names[part]


def _same_thing(one: Entry, other: Entry) -> bool:
    if one.type != other.type or one.part != other.part:
        return False
    if one.part in _PART_ORDER:
        return fold(one.english) == fold(other.english)
    if one.iso3166 != other.iso3166:
        return False
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return False
    if one.geonames and other.geonames and one.geonames != other.geonames:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    spelt = {fold(name) for name in (one.english, *one.alternatives)}
    return not spelt.isdisjoint(fold(name) for name in (other.english, *other.alternatives))


def _fill(one: Entry, other: Entry) -> Entry:
    """``one``, with what it lacks taken from ``other``."""
    further = (n for n in (other.english, *other.alternatives) if n != one.english)
    missing = {
        name: getattr(other, name)
        for name in ("gender", "acronym", "wikidata", "geonames", "country", "population")
        if getattr(one, name) is None and getattr(other, name) is not None
    }
    if one.latitude is None and other.latitude is not None:
        missing |= {"latitude": other.latitude, "longitude": other.longitude}
    return replace(one, alternatives=tuple(dict.fromkeys((*one.alternatives, *further))), **missing)
