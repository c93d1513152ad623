"""What the name tables alone would call a span."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from greeknews_ner.names.lexicon import Entry
from greeknews_ner.pipeline.table_meaning import is_reading, only_meaning

NLP = spacy.blank("el")


@pytest.mark.parametrize(
    ("name", "label", "meaning"),
    [
        ("Τσερνόμπιλ", "PERSON", "GPE"),
        ("Κρεμλίνου", "GPE", "ORG"),
        ("Δούναβη", "GPE", "LOC"),
        ("Μαρίνα", "PERSON", None),
        ("Μαρίνα", "ORG", "GPE"),
        ("ΔΕΗ", "GPE", "ORG"),
        ("Σταυρούλας", "GPE", "PERSON"),
        ("Σταυρούλας", "ORG", None),
        ("Γραμβουσούλης", "PERSON", None),
    ],
)
def test_only_meaning(name: str, label: str, meaning: str | None) -> None:
    doc = NLP(name)
    assert only_meaning(Span(doc, 0, len(doc), label=label)) == meaning


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
