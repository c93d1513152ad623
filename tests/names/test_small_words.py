"""Initials, numerals and particles inside a name."""

from __future__ import annotations

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.rules.words import pieces_of
from greeknews_ner.names.small_words import prefixes_of, settle


@pytest.mark.parametrize(
    ("name", "settled"),
    [
        ("Λέων ΙΔ΄", "Λέων XIV"),
        ("Κάρολος Γ'", "Κάρολος III"),
        ("Λουδοβίκος ΙΣΤ'", "Λουδοβίκος XVI"),
        ("Ιωάννης ΚΓ΄", "Ιωάννης XXIII"),
        ("Τζ. Κ. Ρόουλινγκ", "J. K. Ρόουλινγκ"),
        ("Τζορτζ Ντ. Μπους", "Τζορτζ D. Μπους"),
        ("Μαυρίδου Μ.", "Μαυρίδου M."),
        ("Ρόναν Ο'Νιλ", "Ρόναν O'Νιλ"),
        ("Ζαν ντ' Αλαμπέρ", "Ζαν d'Αλαμπέρ"),
        ("Κόναν Ο' Μπράιεν", "Κόναν O'Μπράιεν"),
        ("Ελεονόρα της Ναβάρας", "Ελεονόρα of Navarre"),
        ("Χασάν της Ποσειδωνίας", "Χασάν of Ποσειδωνία"),
        ("Φέλιξ ΙΙΙ", "Φέλιξ III"),
        ("Αννα Παπά", "Αννα Παπά"),
    ],
)
def test_settled(name: str, settled: str) -> None:
    assert "".join(text for text, _ in settle(pieces_of(name))) == settled


@pytest.mark.parametrize(
    ("name", "prefixes"),
    [
        ("Ρόναν Ο'Νιλ", ["", "o"]),
        ("Ζαν ντ' Αλαμπέρ", ["", "d"]),
        ("Λέων Δ' Βαλέσα", ["", ""]),
        ("Νιλ", [""]),
        ("", []),
    ],
)
def test_particles_that_are_one_word_with_the_next(name: str, prefixes: list[str]) -> None:
    assert prefixes_of(settle(pieces_of(name))) == prefixes


def test_a_name_and_its_particle_are_known_together() -> None:
    assert to_english("Κόναν Ο' Μπράιεν", lexicon=False).english == "Conan O'Brien"


def test_they_stay_in_the_rendering() -> None:
    assert to_english("Τζ. Κ. Ρόουλινγκ", lexicon=False).english == "J. K. Rowling"


@pytest.mark.parametrize("name", ["Στιβ Τζομπς", "Κρις Κριστόφερσον"])
def test_given_names_that_look_like_nouns_are_not_translated(name: str) -> None:
    assert to_english(name, lexicon=False).method != "lexicon"
    assert len(to_english(name, lexicon=False).english.split()) == 2
    assert "Athletics" not in to_english(name, lexicon=False).english
    assert "Crisis" not in to_english(name, lexicon=False).english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Δ.", "D."),
        ("Κ. Ρ.", "K. R."),
        ("Ντ. Π.", "D. P."),
        ("Σ. Α. του Γ.", "S. A. of G."),
    ],
)
def test_initials_alone_are_letters(name: str, english: str) -> None:
    found = to_english(name, type="PERSON")
    assert (found.english, found.method) == (english, "rule")
