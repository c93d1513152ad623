from __future__ import annotations

import pytest

from greeknews_ner.entities.acronyms import is_acronym, spells


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ΕΚΤ", True),
        ("Ε.Ε.", True),
        ("ΣΥΡΙΖΑ", True),
        ("UEFA", True),
        ("Eurostat", False),
        ("ΤτΕ", True),
        ("ΔΕΗ", True),
        ("Νέα", False),
        ("Αχ", False),
        ("Α", False),
        ("ΝΕΑ ΔΗΜΟΚΡΑΤΙΑ", False),
        ("ΔΗΜΟΚΡΑΤΙΑ", False),
    ],
)
def test_is_acronym(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("ΕΚΤ", "Ευρωπαϊκή Κεντρική Τράπεζα", True),
        ("Ε.Ε.", "Ευρωπαϊκή Ένωση", True),
        ("ΔΝΤ", "Διεθνές Νομισματικό Ταμείο", True),
        ("ΤτΕ", "Τράπεζα της Ελλάδος", True),
        ("ΕΚΤ", "Εθνική Τράπεζα", False),
        ("ΝΔ", "Νέα Δημοκρατία", True),
        ("Ε", "Ελλάδα", False),
    ],
)
def test_spells(acronym: str, name: str, expected: bool) -> None:
    assert spells(acronym, name) is expected
