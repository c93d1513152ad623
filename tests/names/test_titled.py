"""Rulers, saints and bearers of titles, without the name tables."""

from __future__ import annotations

import pytest

from greeknews_ner.names import fold, to_english
from greeknews_ner.names.translation.lands import read_words


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Ερρίκος Δ' της Αγγλίας", "Henry IV of England"),
        ("Γεώργιος Δ΄ του Ηνωμένου Βασιλείου", "George IV of the United Kingdom"),
        ("Γεώργιος Γ' της Μεγάλης Βρετανίας", "George III of Great Britain"),
        ("Φρειδερίκος Γουλιέλμος Β' της Πρωσίας", "Frederick William II of Prussia"),
        ("Βίκτωρ Εμμανουήλ ΙΙΙ της Ιταλίας", "Victor Emmanuel III of Italy"),
        ("Χουάν Κάρλος Α' της Ισπανίας", "Juan Carlos I of Spain"),
        ("Ελεονώρα της Ναβάρρας", "Eleanor of Navarre"),
        ("Αικατερίνη η Μεγάλη", "Catherine the Great"),
        ("Μέγας Αθανάσιος", "Athanasius the Great"),
        ("Πάπας Βονιφάτιος Η'", "Pope Boniface VIII"),
        ("Πάπας Ιωάννης Παύλος Β΄", "Pope John Paul II"),
        ("Αρχιεπίσκοπος Κύπρου Μακάριος Γ'", "Archbishop Makarios III of Cyprus"),
        ("Πριγκίπισσα Βικτωρία της Σουηδίας", "Princess Victoria of Sweden"),
        ("Βασιλιάς της Ισπανίας", "King of Spain"),
        ("Ιμπραήμ Πασάς", "Ibrahim Pasha"),
        ("Μητροπολίτης Πειραιώς Σεραφείμ", "Metropolitan Serafeim of Piraeus"),
        ("Οικουμενικός Πατριάρχης Βαρθολομαίος", "Ecumenical Patriarch Bartholomew"),
        ("Δούκας Νίκος", "Doukas Nikos"),
        ("Παπάς Γιώργος", "Papas Giorgos"),
        ("Σαντίκ Χαν", "Sadiq Khan"),
    ],
)
def test_what_english_translates(name: str, english: str) -> None:
    assert to_english(name, lexicon=False).english == english
    assert to_english(name, lexicon=False, type="PERSON").english == english


@pytest.mark.parametrize(
    "name", ["Ερρίκος Ντυνάν", "Γιώργος Κύπρου", "Παύλος Μελάς", "Γεώργιος Παπανδρέου"]
)
def test_given_names_alone_are_not_translated(name: str) -> None:
    english = to_english(name, lexicon=False).english
    assert english.split()[0] not in {"Henry", "Paul", "George"}
    assert "of" not in english.split()


def test_a_saint_may_be_a_village() -> None:
    assert to_english("Άγιος Ανδρέας", lexicon=False, type="PERSON").english == "Saint Andrew"
    assert to_english("Άγιος Ανδρέας", lexicon=False, type="GPE").english == "Agios Andreas"


def test_the_name_without_its_title_is_an_alternative() -> None:
    assert "Leo X" in to_english("Πάπας Λέων Ι'", lexicon=False).alternatives


@pytest.mark.parametrize(
    "table", ["titles", "bynames", "rulers", "lands", "regions", "place_adjectives"]
)
def test_rows_are_well_formed(table: str) -> None:
    rows = list(read_words(f"{table}.tsv"))
    assert len({fold(row[0]) for row in rows}) == len(rows)
    assert len({len(row) for row in rows}) == 1
    for greek, english, *_ in rows:
        assert not any(char.isascii() and char.isalpha() for char in greek), greek
        assert english.isascii(), english
