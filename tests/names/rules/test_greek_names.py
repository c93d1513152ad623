"""Greek names are left to ELOT 743: foreign rules do not touch them."""

import csv
from importlib.resources import files

import pytest

from greeknews_ner.names import fold, to_elot743
from greeknews_ner.names.rules import render_by_rules


def people_spelt_by_elot743():
    path = files("greeknews_ner") / "resources" / "names" / "people_greece.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["type"] == "PERSON" and fold(to_elot743(row["greek"])) == fold(row["english"]):
            yield row["greek"]


NAMES = list(people_spelt_by_elot743())


def share(names):
    right = [fold(render_by_rules(n)[0].english) == fold(to_elot743(n)) for n in names]
    return sum(right) / len(right)


def test_whole_names():
    assert len(NAMES) > 200
    assert share(NAMES) >= 0.98


def test_surnames_alone():
    assert share(sorted({name.split()[-1] for name in NAMES})) >= 0.95


@pytest.mark.parametrize("name", ["ΜΗΤΣΟΤΑΚΗΣ", "Παπαδοπούλου", "Ανδρέου", "Γεωργιάδη"])
def test_any_letter_case_and_case(name):
    assert fold(render_by_rules(name)[0].english) == fold(to_elot743(name))
