"""The table of inflected names: real people, places and bodies in all their cases."""

import csv
from functools import cache
from pathlib import Path

from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.nominative import to_nominative

TABLE = Path(__file__).parents[2] / "fixtures" / "inflected_names.tsv"
SHARE = 0.997
COLUMNS = ["surface", "article", "type", "gender", "number", "case", "nominative"]


@cache
def rows() -> list[dict[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t"))


def test_table_is_well_formed() -> None:
    assert len(rows()) >= 1500
    assert list(rows()[0]) == COLUMNS
    for row in rows():
        assert row["gender"] in {"m", "f", "n"}
        assert row["number"] in {"sing", "plur"}
        assert row["case"] in {"nom", "gen", "acc"}
        assert row["case"] != "nom" or row["surface"] == row["nominative"]
        assert len(row["surface"].split()) == len(row["nominative"].split())


def test_nominatives_hold() -> None:
    wrong = []
    for row in rows():
        found = to_nominative(row["surface"], type=row["type"], article=row["article"] or None)
        if found != row["nominative"]:
            wrong.append(f"{row['article']} {row['surface']} → {found} ≠ {row['nominative']}")
    assert len(wrong) <= (1 - SHARE) * len(rows()), "\n".join(wrong)


def test_nominatives_of_the_table_stay() -> None:
    moved = {
        (row["nominative"], found)
        for row in rows()
        if (found := to_nominative(row["nominative"], type=row["type"])) != row["nominative"]
    }
    # A woman's surname alone, Μενδώνη, Γεννηματά, may be a man's in another case.
    assert len(moved) <= 0.025 * len({row["nominative"] for row in rows()}), sorted(moved)


def test_tagger_alone_is_enough() -> None:
    """Without an article, gender, number and case of a tagger do as well."""
    wrong = [
        (row["surface"], found)
        for row in rows()
        if row["article"]
        and bare(
            found := to_nominative(
                row["surface"],
                type=row["type"],
                gender=row["gender"],  # type: ignore[arg-type]
                number=row["number"],  # type: ignore[arg-type]
                case=row["case"],  # type: ignore[arg-type]
            )
        )
        != bare(row["nominative"])
    ]
    assert len(wrong) <= 0.02 * len(rows()), wrong
