"""Adjectives before places, and the regions behind them, without the name tables."""

from __future__ import annotations

import pytest

from greeknews_ner.names import to_english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Νότια Αφρική", "South Africa"),
        ("Δυτικό Χόλιγουντ", "West Hollywood"),
        ("Νέα Νότια Ουαλία", "New South Wales"),
        ("Κάτω Σαξονία", "Lower Saxony"),
        ("Λατινική Αμερική", "Latin America"),
        ("Βόρεια Ιρλανδία", "Northern Ireland"),
        ("Εσωτερική Μογγολία", "Inner Mongolia"),
        ("Νότιο Αιγαίο", "South Aegean"),
        ("Κάτω Αχαΐα", "Kato Achaia"),
        ("Νέα Σμύρνη", "Nea Smyrni"),
    ],
)
def test_adjectives(name: str, english: str) -> None:
    assert to_english(name, lexicon=False, type="GPE").english == english


def test_persons_and_bodies_have_no_compass() -> None:
    assert to_english("Βόρεια Ελλάδα", lexicon=False, type="GPE").english.startswith("North")
    assert "North" not in to_english("Βόρεια Παπαδάκη", lexicon=False, type="PERSON").english


def test_the_region_is_an_alternative() -> None:
    found = to_english("Πολύχρονο Χαλκιδικής", lexicon=False, type="GPE")
    assert found.english == "Polychrono"
    assert found.alternatives[0] == "Polychrono, Chalkidiki"


def test_the_town_of_a_village_is_an_alternative() -> None:
    found = to_english("Σωτηρίτσα Αγιάς", type="GPE")
    assert (found.english, found.alternatives[0]) == ("Sotiritsa", "Sotiritsa, Agia")
    assert to_english("Κέντρο Αθήνας", type="GPE").english == "Athens Center"
    # The one in Turkey is Konya.
    assert to_english("Ικόνιο Περάματος", type="GPE").english == "Ikonio"


def test_a_town_is_no_tower() -> None:
    assert to_english("Πύργος Ηλείας", lexicon=False, type="GPE").english == "Pyrgos"
    assert to_english("Πύργος Ηλείας", lexicon=False, type="FAC").english != "Pyrgos"
    assert to_english("Δήμος Πάφου", lexicon=False, type="GPE").english.startswith("Municipality")


@pytest.mark.parametrize("name", ["Πανεπιστήμιο Κρήτης", "Δήμος Πάφου"])
def test_bodies_keep_their_region(name: str) -> None:
    english = to_english(name, lexicon=False, type="ORG").english
    assert english.endswith(("Crete", "Pafos", "Paphos"))


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Σινά", "Sinai"),
        ("Χερσόνησος του Σινά", "Sinai Peninsula"),
        ("Βοσνία", "Bosnia"),
        ("Βρετανία", "Britain"),
        ("Καραϊσκάκη", "Karaiskakis Stadium"),
    ],
)
def test_what_greek_leaves_out_of_a_place_english_leaves_out(name: str, english: str) -> None:
    assert to_english(name, type="LOC").english == english
