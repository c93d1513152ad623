"""English words that Greek papers write by ear in names of foreign bodies."""

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.borrowed_words import borrowed_words, english_of, with_borrowed


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("Νιου Στέιτ Μπανκ", "ORG", "New State Bank"),
        ("Σάντεϊ Μίρορ", "ORG", "Sunday Mirror"),
        ("Εμπάιρ Στέιτ Μπίλντινγκ", "FAC", "Empire State Building"),
        ("Κόπερ Κάνιον", "LOC", "Copper Canyon"),
        # Known as a whole: its own spelling stays.
        ("Χάιντ Παρκ", "FAC", "Hyde Park"),
    ],
)
def test_names_with_borrowed_words(name: str, type: str, expected: str) -> None:
    assert to_english(name, type=type, lexicon=False).english == expected


def test_a_word_alone_and_persons_stay_names() -> None:
    assert with_borrowed("Σίτι") == "Σίτι"
    assert to_english("Παρκ Τσαν Γουκ", type="PERSON").english.startswith("Park")
    assert to_english("Μαρία Χιλ", type="PERSON", lexicon=False).english == "Maria Hill"


def test_words_in_any_spelling_of_accents() -> None:
    assert with_borrowed("ΡΟΓΙΑΛ ΧΟΛ") == "Royal Hall"
    assert english_of("Ρόγιαλ Άλμπερτ Χολ") == ["Royal", "Hall"]


def test_table() -> None:
    words = borrowed_words()
    assert len(words) > 150
    assert all(english.removesuffix(".").isalpha() for english in words.values())
