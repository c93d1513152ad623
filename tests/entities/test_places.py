"""Places of one name are told apart by what else the article names."""

from __future__ import annotations

import pytest

from greeknews_ner.entities.found import Found
from greeknews_ner.entities.place_candidates import candidates_of
from greeknews_ner.entities.places import PlaceName, locate


def name(text: str, type: str = "GPE", context: str = "", start: int = 0) -> PlaceName:
    mention = Found(text, start, start + len(text), type, 0.9, text, context=context or text)  # type: ignore[arg-type]
    return PlaceName(text, [mention])


DECIDED = [
    ("Τρίπολη", ["Λιβύη"], "LY", 2210247),
    ("Τρίπολη", ["Σπάρτη", "Καλαμάτα"], "GR", 252601),
    ("Γεωργία", ["Αρμενία"], "GE", 614540),
    ("Νίκαια", ["Πειραιάς", "Κερατσίνι"], "GR", 256429),
    ("Νίκαια", ["Κάννες", "Γαλλία"], "FR", 2990440),
    ("Σαν Χοσέ", ["Κόστα Ρίκα"], "CR", 3621849),
    ("Σαν Χοσέ", ["Καλιφόρνια", "Σαν Φρανσίσκο"], "US", 5392171),
    ("Λευκωσία", [], "CY", 146268),
    ("Αθήνα", ["Σικάγο", "Μινεάπολη", "ΗΠΑ"], "GR", 264371),
    ("Λίμα", ["Μπουένος Άιρες", "Αργεντινή"], "PE", 3936456),
    ("Ουέλινγκτον", ["Βρετανία", "Λονδίνο"], "NZ", 2179537),
]


@pytest.mark.parametrize(("place", "others", "country", "geonames"), DECIDED)
def test_decided(place: str, others: list[str], country: str, geonames: int) -> None:
    names = [name(place), *(name(each, start=100 * n) for n, each in enumerate(others, start=1))]
    found = locate(names)[0]
    assert found is not None
    assert found.entry is not None
    assert (found.country, found.entry.geonames) == (country, geonames)
    assert found.score is None or found.score >= 0.75


@pytest.mark.parametrize("place", ["Τρίπολη", "Νίκαια"])
def test_what_stays_open_gets_no_id(place: str) -> None:
    found = locate([name(place)])[0]
    assert found is not None
    assert found.entry is None
    assert found.score is None


def test_what_stands_right_behind_a_name_decides() -> None:
    context = "στο Παρίσι του Τέξας"
    paris = name("Παρίσι", context=context, start=4)
    names = [paris, name("Τέξας", context=context, start=15)]
    found = locate(names)[0]
    assert found is not None
    assert found.country == "US"


@pytest.mark.parametrize(("word", "country"), [("λιβυκή", "LY"), ("νομού", "GR")])
def test_adjectives_and_words_nearby_speak(word: str, country: str) -> None:
    found = locate([name("Τρίπολη", context=f"η {word} πόλη, η Τρίπολη")])[0]
    assert found is not None
    assert found.country == country


def test_other_names_are_passed_over() -> None:
    assert locate([name("Γεωργία", "PERSON"), name("χθες", "DATE")]) == [None, None]
    unknown = locate([name("Κάτω Ραχούλα Ανύπαρκτη")])[0]
    assert unknown is not None
    assert unknown.entry is None


def test_a_name_with_its_region_means_the_place_there() -> None:
    found = locate([name("Αλεξάνδρεια Ημαθίας")])[0]
    assert found is not None
    assert found.country == "GR"


def test_candidates_are_each_one_place() -> None:
    ids = [each.entry.geonames for each in candidates_of("Μπέρμιγχαμ", "GPE")]
    assert ids[0] == 2655603
    assert 4049979 in ids
    assert len(ids) == len(set(ids))
    [alabama] = candidates_of("Αλαμπάμα", "GPE")
    assert alabama.entry.geonames == 4829764
