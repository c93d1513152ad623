"""Names whose shape tells what they are: chains, companies, shortened directions, sentences."""

from __future__ import annotations

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.rendering_shapes import legal_form


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("Κίνα-Ρωσία-Ινδία", "GPE", "China-Russia-India"),
        ("Ελλάδα–Κύπρος", "LOC", "Greece–Cyprus"),
        ("Β. Αφρική", "LOC", "North Africa"),
        ("ΟΠΕΚ+", "ORG", "OPEC+"),
        ("El Norte και La Moneda", "ORG", "El Norte and La Moneda"),
        ("ΣΥΡΙΖΑ και ΠΑΣΟΚ", "ORG", "SYRIZA and PASOK"),
        ("Θέμα FM", "ORG", "Thema FM"),
        ("ΔΕΠΑ Υποδομών", "ORG", "DEPA Infrastructure"),
        ("Μ. Ανατολής", "LOC", "Middle East"),
        ("Ναυπηγεία Κρήτης Α.Ε.", "ORG", "Crete Shipyards SA"),
    ],
)
def test_shapes(name: str, type: str, expected: str) -> None:
    assert to_english(name, type=type).english == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Δομική Αττικής ΑΕ", ("Δομική Αττικής", "SA")),
        ("Αφοί Σιδέρη ΕΠΕ", ("Αφοί Σιδέρη", "Ltd")),
        ("Ένωση Κρήτης", None),
        ("Α.Ε.", None),
    ],
)
def test_legal_form(name: str, expected: tuple[str, str] | None) -> None:
    assert legal_form(name) == expected


def test_a_chain_of_unknown_names_is_none() -> None:
    assert "-" in to_english("Ζιζανία-Μπρουζού", type="GPE").english


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Το ποτάμι που δεν κοιμάται", "To potami pou den koimatai"),
        ("Η πόλη θυμάται τον Πούτιν", "I poli thymatai ton Putin"),
        ("Οι Γκρινιάρηδες", "Oi Gkriniarides"),
        ("Γκρινιάρα ζάλη", "Gkriniara zali"),
        ("Τα 13 Ξύπνια Του Δράκου", "Ta 13 Xypnia Tou Drakou"),
    ],
)
def test_sentences_are_spelt_and_names_in_them_rendered(name: str, expected: str) -> None:
    found = to_english(name, type="WORK_OF_ART")
    assert (found.english, found.method) == (expected, "elot743")


def test_a_title_behind_an_event_is_quoted() -> None:
    name = "2ο Φεστιβάλ Πολιτισμού «Φίλοι του Μουσείου»"
    assert to_english(name, type="EVENT").english == '2nd Culture Festival "Friends of the Museum"'


def test_titles_of_known_words_are_translated() -> None:
    found = to_english("Ο κήπος της σιωπής", type="WORK_OF_ART")
    assert found.english == "The Garden of Silence"
    assert found.alternatives == ["O kipos tis siopis"]


@pytest.mark.parametrize("name", ["Χρυσή Ακτή", "Μαύρο Λιθάρι", "Νέα Παραλία"])
def test_settlements_are_not_translated(name: str) -> None:
    english = to_english(name, type="LOC", lexicon=False).english
    assert not {"Golden", "Black", "New", "Coast", "Beach"} & set(english.split())


@pytest.mark.parametrize("name", ["Ειρήνη Σκιαδά", "Άγγελος Βλαχάκης", "Ελπίδα Μαργαρίτη"])
def test_a_person_whose_given_name_is_a_word_stays_a_person(name: str) -> None:
    english = to_english(name, lexicon=False).english
    assert not {"Peace", "Angel", "Hope", "of"} & set(english.split())


def test_a_body_of_no_known_type_is_translated() -> None:
    assert to_english("Δήμος Κρήτης").english == "Municipality of Crete"


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Καρόλου 24", "24 Karolou Street"),
        ("Βασ. Σοφίας 15", "15 Vas. Sofias Street"),
        ("Λυκαβηττού 3Α", "3A Lykavittou Street"),
        ("Πτολεμαΐδα 5", "Ptolemaida 5"),
        ("Gagarin 205", "Gagarin 205"),
    ],
)
def test_houses_are_called_by_their_street(name: str, english: str) -> None:
    assert to_english(name, type="FAC").english == english
