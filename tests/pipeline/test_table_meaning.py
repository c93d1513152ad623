"""What the name tables alone would call a span."""

from __future__ import annotations

import pytest

from greeknews_ner.names.lexicon import Entry
from greeknews_ner.pipeline.table_meaning import is_part_of_persons, is_reading, only_meaning


@pytest.mark.parametrize(
    ("name", "label", "meaning"),
    [
        ("Τσερνόμπιλ", "PERSON", "GPE"),
        ("Κρεμλίνου", "GPE", "ORG"),
        ("Κρεμλίνου", "PERSON", "ORG"),
        ("Δούναβη", "GPE", "LOC"),
        ("Μαρίνα", "PERSON", None),
        ("Μαρίνα", "ORG", "GPE"),
        ("ΔΕΗ", "GPE", "ORG"),
        ("Σταυρούλας", "GPE", None),
        ("Γραμβουσούλης", "PERSON", None),
    ],
)
def test_only_meaning(name: str, label: str, meaning: str | None) -> None:
    assert only_meaning(name, label) == meaning


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Σταυρούλας", "GPE", True),
        ("Σταυρούλας", "ORG", False),
        ("Αθήνας", "GPE", False),
        ("Αγίας Σταυρούλας", "GPE", False),
    ],
)
def test_part_of_persons(name: str, label: str, expected: bool) -> None:
    assert is_part_of_persons(name, label) is expected


@pytest.mark.parametrize(
    ("greek", "acronym", "name", "expected"),
    [
        ("Παγκόσμιος Οργανισμός Εμπορίου", "ΠΟΕ", "ΠΟΕ", True),
        ("Παγκόσμιος Οργανισμός Εμπορίου", "ΠΟΕ", "Πόε", False),
        ("Α.Π.Ο.Ε.Λ.", None, "Πόελ", False),
        ("Λίβανος", None, "Λίβανος", True),
        ("Λίβανος", None, "ΛΙΒΑΝΟΣ", True),
        ("Λίβανος", None, "Λιβανός", False),
        ("Άγκυρα", None, "Αγκυρα", True),
    ],
)
def test_a_reading_fits_the_letters(
    greek: str, acronym: str | None, name: str, expected: bool
) -> None:
    entry = Entry(greek=greek, english="?", type="GPE", acronym=acronym)
    assert is_reading(entry, name) is expected
