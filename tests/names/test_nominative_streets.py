"""Streets keep the genitive of whom they are called after."""

import pytest

from greeknews_ner.names.nominative import as_it_stands, to_nominative


@pytest.mark.parametrize(
    ("article", "name", "type", "expected"),
    [
        ("οδό", "Ασκληπιού", "LOC", "Ασκληπιού"),
        ("της οδού", "Σολωμού", "FAC", "Σολωμού"),
        ("λεωφόρο", "Αλεξάνδρας", "LOC", "Αλεξάνδρας"),
        ("των οδών", "Ακαδημίας", "LOC", "Ακαδημίας"),
        ("οδός", "ΣΤΑΔΙΟΥ", "LOC", "Σταδίου"),
        ("στη", "Χαριλάου Τρικούπη", "PERSON", "Χαριλάου Τρικούπη"),
        ("της", "Αγίου Κωνσταντίνου", "GPE", "Αγίου Κωνσταντίνου"),
        ("πλατεία", "Καραϊσκάκη", "PERSON", "Καραϊσκάκη"),
        ("πλατεία", "Συντάγματος", "LOC", "Σύνταγμα"),
        ("του", "Χαριλάου Τρικούπη", "PERSON", "Χαρίλαος Τρικούπης"),
        ("του", "Αγίου Κωνσταντίνου", "GPE", "Άγιος Κωνσταντίνος"),
        ("της", "Μαρίας Κάλλας", "PERSON", "Μαρία Κάλλας"),
    ],
)
def test_a_street_keeps_its_genitive(article: str, name: str, type: str, expected: str) -> None:
    assert to_nominative(name, type=type, article=article) == expected


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("ΜΑΡΚΟΥ", "PERSON", "Μάρκου"),
        ("Αγίου Μάρκου", "LOC", "Αγίου Μάρκου"),
        ("Ομηρου", "LOC", "Όμηρου"),
        ("King George", "FAC", "King George"),
    ],
)
def test_as_it_stands_puts_letters_right_and_no_more(name: str, type: str, expected: str) -> None:
    assert as_it_stands(name, type=type) == expected
