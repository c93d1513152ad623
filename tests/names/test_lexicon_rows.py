"""Every row of every table that ships is well formed."""

import re
from collections import defaultdict
from importlib.resources import files

import pytest

from greeknews_ner.codes import territory_codes
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon_people import split_person
from greeknews_ner.names.lexicon_sources import sources
from greeknews_ner.names.lexicon_table import CURATED_TIER, Table, check_line, shipped_tables

FOLDER = files("greeknews_ner") / "resources" / "names"
TABLES = shipped_tables(FOLDER)
CURATED = [table for table in TABLES if table.tier == CURATED_TIER]
# Greek newspapers write this brand in Latin letters inside the Greek name.
LATIN_ON_PURPOSE = {"Διαγωνισμός Τραγουδιού της Eurovision", "Διαγωνισμός της Eurovision"}
PARTICLES = {"de", "da", "di", "del", "der", "van", "von", "den", "la", "le", "du", "al", "el",
             "bin", "ibn", "dos", "ten", "ter"}  # fmt: skip


def by_name(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_lines(table: Table) -> None:
    wrong = {n: problem for n, line in enumerate(table.lines, 2)
             if (problem := check_line(line, table.columns))}  # fmt: skip
    assert not wrong


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_scripts(table: Table) -> None:
    for row in table.rows():
        for greek in (row["greek"], *row.listed("aliases")):
            if table.name == "latin.tsv":
                assert not re.search("[Α-Ωα-ωά-ώ]", greek), greek
            else:
                assert greek in LATIN_ON_PURPOSE or not re.search("[A-Za-z]", greek), greek
            assert fold(greek), greek
        assert row["english"].isascii(), row["english"]
        assert row["english"][:1].isalnum()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_sources_are_known(table: Table) -> None:
    for row in table.rows():
        assert row["source"], row["greek"]
        assert set(row["source"].split("+")) <= sources().keys()


def test_sources_are_explained() -> None:
    text = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    for source in sources():
        assert f"`{source}`" in text


@pytest.mark.parametrize("table", CURATED, ids=lambda table: table.name)
def test_no_key_with_two_english_names(table: Table) -> None:
    english = defaultdict(set)
    for row in table.rows():
        for greek in (row["greek"], *row.listed("aliases")):
            # Λαμία may be in two countries, and a noun and an adjective may sound alike.
            key = (fold(greek), row["type"], row["part"], row["country"])
            english[key].add(row["english"])
    assert not {key: names for key, names in english.items() if len(names) > 1}


def test_no_row_twice() -> None:
    for table in TABLES:
        assert len(table.lines) == len(set(table.lines)), table.name


@pytest.mark.parametrize(
    "table", [t for t in CURATED if t.name.startswith("people_")], ids=lambda table: table.name
)
def test_family_names(table: Table) -> None:
    for row in table.rows():
        greek, english, family = row["greek"], row["english"], row["family"]
        if family == "-" or row["part"]:
            continue
        parts = split_person(greek, english, family)
        assert parts is not None or " " not in greek, greek
        if family:
            family_greek, family_english = family.split("=")
            assert family_greek in greek, greek
            assert family_english in english, english
        else:
            # A particle before the last word belongs to the family name: it has to be said.
            before = {word.lower() for word in english.split()[1:-1]}
            assert not before & PARTICLES, english


def test_countries_are_complete() -> None:
    codes = {row["iso3166"] for row in by_name("countries.tsv").rows()}
    derived = {row["iso3166"] for row in by_name("derived_territories.tsv").rows()}
    assert len(codes) > 195
    assert codes <= territory_codes()
    assert territory_codes() <= codes | derived


def test_greek_administration_is_complete() -> None:
    count = defaultdict(int)
    for row in by_name("places_greece_administrative.tsv").rows():
        count[row["greek"].split()[0]] += 1
    assert count["Περιφέρεια"] == 13
    assert count["Περιφερειακή"] == 74
    assert count["Δήμος"] == 332


def test_people_and_bodies_are_enough() -> None:
    tables = [t for t in CURATED if t.name.startswith(("people_", "bodies_"))]
    assert sum(len(table.lines) for table in tables) >= 1500


def test_tables_are_small() -> None:
    size = sum(len((FOLDER / table.name).read_bytes()) for table in TABLES)
    assert size < 4_000_000
