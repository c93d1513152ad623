"""Greek names in English: the order of the steps, and what holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greeknews_ner.names import explain, fold, to_elot743, to_english
from greeknews_ner.names.lexicon import default_lexicon
from greeknews_ner.names.lexicon_parts import FAMILY
from greeknews_ner.names.lexicon_people import split_person

GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Πιονγκγιάνγκ", "Pyongyang"),
        ("Τζο Μπάιντεν", "Joe Biden"),
        ("Βλαντίμιρ Πούτιν", "Vladimir Putin"),
        ("Ζακ Όφενμπαχ", "Jacques Offenbach"),
        ("Σι Τζινπίνγκ", "Xi Jinping"),
        ("Έρντογαν", "Erdogan"),
        ("Άνγκελα Μέρκελ", "Angela Merkel"),
        ("Λιουμπλιάνα", "Ljubljana"),
    ],
)
def test_foreign_names_without_tables(name: str, english: str) -> None:
    found = to_english(name, lexicon=False)
    assert found.english == english
    assert found.method in {"rule", "model"}


@pytest.mark.parametrize(
    "name",
    ["Παπαδόπουλος", "Γιώργος Παπανικολάου", "Ελένη Καραγιάννη", "Νίκος Χατζηδάκης"],
)
def test_greek_names_are_spelt_by_elot(name: str) -> None:
    found = to_english(name, lexicon=False)
    assert (found.english, found.method) == (to_elot743(name), "elot743")


def test_capitals_and_hyphens_stay_where_the_greek_has_them() -> None:
    assert to_english("Μαρίνα φον Νόιμαν", lexicon=False).english.split()[1] == "von"
    assert "-" in to_english("Ζαν-Πολ Ρενιέ", lexicon=False).english
    assert fold(to_english("ΠΟΥΤΙΝ", lexicon=False).english) == "putin"


def test_latin_passes_through() -> None:
    found = to_english("Blue Note Quartet")
    assert (found.english, found.method) == ("Blue Note Quartet", "latin")


def test_bodies_are_translated_without_tables() -> None:
    found = to_english("Υπουργείο Παιδείας", lexicon=False, type="ORG")
    assert (found.english, found.method) == ("Ministry of Education", "rule")


def test_a_persons_name_is_not_translated() -> None:
    assert to_english("Μιχάλης Ποταμός", lexicon=False, type="PERSON").english == "Michalis Potamos"


def test_a_person_of_known_parts() -> None:
    explanation = explain("Ούρσουλα Σολτς", type="PERSON")
    assert explanation.rendering.method == "lexicon"
    assert explanation.rendering.english == "Ursula Scholz"


def test_parts_that_nobody_is_called_give_way_to_a_name_that_somebody_has() -> None:
    # The tables know an Ellen and a Hunt; the list of real names knows Helen Hunt.
    assert to_english("Έλεν Χαντ", type="PERSON").english == "Helen Hunt"


def test_a_greek_of_known_parts_has_a_regular_family_name() -> None:
    found = to_english("Κατερίνα Βαρουφάκη", type="PERSON")
    assert found.english.endswith(" Varoufaki")
    assert to_english("Θανάσης Αντετοκούνμπο", type="PERSON").english.endswith("Antetokounmpo")


@pytest.mark.parametrize("name", ["Λευκή Θύελλα", "Θύελλα", "Ελευθεροτυπία", "Κεραυνός"])
@pytest.mark.parametrize("type", ["ORG", "WORK_OF_ART"])
def test_greek_words_are_no_foreign_persons(name: str, type: str) -> None:
    assert to_english(name, lexicon=False, type=type).english == to_elot743(name)


def test_patronymics_are_left_out() -> None:
    found = to_english("Βλαντίμιρ Βλαντιμίροβιτς Πούτιν", lexicon=False, type="PERSON")
    assert found.english == "Vladimir Putin"
    assert "Vladimir Vladimirovich Putin" in found.alternatives
    spaniard = to_english("Αλεχάντρο Νταβίντοβιτς Φοκίνα", lexicon=False, type="PERSON")
    assert len(spaniard.english.split()) == 3


def test_foreign_bodies_stay_foreign() -> None:
    assert to_english("Γιουβέντους", lexicon=False, type="ORG").english == "Juventus"


def test_the_origin_that_is_given_decides() -> None:
    name = "Βάλντεμαρ Γιουνγκ"
    german, chinese = (
        to_english(name, lexicon=False, origin=origin).english for origin in ("german", "chinese")
    )
    assert german != chinese
    assert german.endswith("Jung")


def test_an_unknown_origin_is_guessed_instead() -> None:
    name = "Τζο Μπάιντεν"
    assert to_english(name, lexicon=False, origin="martian") == to_english(name, lexicon=False)


def test_the_steps_are_told_in_order() -> None:
    steps = [step.what for step in explain("Ζακ Όφενμπαχ", lexicon=False).steps]
    assert steps == ["origin", "rules", "model"]


@settings(max_examples=150)
@given(st.text(max_size=25), st.booleans())
def test_any_text_gives_something_without_greek_letters(text: str, lexicon: bool) -> None:
    found = to_english(text, lexicon=lexicon)
    assert found.english
    assert 0 <= found.score <= 1
    assert not GREEK.search(found.english)
    assert len(found.alternatives) <= 5
    assert found.english not in found.alternatives


LETTERS = st.text("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΑΒΓΔΜΝΤΚΣΎΏ'΄ -.", min_size=1, max_size=30)


@settings(max_examples=150)
@given(LETTERS, st.sampled_from([None, "PERSON", "GPE", "ORG"]))
def test_any_greek_letters_give_latin_ones(text: str, type: str | None) -> None:
    found = to_english(text, lexicon=False, type=type)
    assert not GREEK.search(found.english)
    assert found.english.strip() == found.english


@pytest.mark.parametrize(
    ("name", "type", "english"),
    [
        ("Ρωσική Ομοσπονδία", "GPE", "Russian Federation"),
        ("Ρωσία", "GPE", "Russia"),
        ("Νομός Σερρών", "GPE", "Prefecture of Serres"),
        ("Κορινθιακός Κόλπος", "LOC", "Gulf of Corinth"),
        ("Στενά Ορμούζ", "LOC", "Strait of Hormuz"),
        ("Εθνική Τράπεζα", "ORG", "National Bank of Greece"),
    ],
)
def test_an_alias_is_called_by_what_it_says(name: str, type: str, english: str) -> None:
    rendering = to_english(name, type=type)
    assert (rendering.english, rendering.method) == (english, "lexicon")


@pytest.mark.parametrize(
    ("name", "type", "english"),
    [
        ("ΗΑΕ", "ORG", "UAE"),
        ("ΦΕΚ", "LAW", "Government Gazette"),
        ("ΟΗΕ UNMISS", "ORG", "UN UNMISS"),
        ("Intellexa ΑΕ", "ORG", "Intellexa SA"),
        ("ΣΥΡΙΖΑ-Προοδευτική Συμμαχία", "ORG", "SYRIZA"),
        ("Δημόσιο και ΔΕΚΟ", "ORG", "State and DEKO"),
        ("ν.4825/2021", "LAW", "Law 4825/2021"),
        ("Πανεπιστημίου 30", "FAC", "30 Panepistimiou Street"),
        ("πλατεία Καραϊσκάκη", "FAC", "Karaiskaki Square"),
        ("Ν. Σμύρνης", "GPE", "Nea Smyrni"),
        ("Αγ. Παρασκευή", "GPE", "Agia Paraskevi"),
        ("υπ’ αριθμ. 338/12.12.2019", "LAW", "No. 338/12.12.2019"),
        ("Ε.Ε.-27", "ORG", "EU-27"),
        ("Η Νέα Δημοκρατία", "ORG", "New Democracy"),
        ("Ρας", "PERSON", "Ras"),
    ],
)
def test_acronyms_of_the_tables_and_of_nothing_else(name: str, type: str, english: str) -> None:
    assert to_english(name, type=type).english == english


def test_a_municipality_is_called_one_though_a_list_has_it_beside_the_town() -> None:
    assert to_english("Δήμος Αγίας Νάπας", type="ORG").english == "Municipality of Ayia Napa"


def test_a_name_may_begin_in_latin_letters() -> None:
    assert to_english("Auditorium Σίνα", type="LOC").english.startswith("Auditorium ")


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("υπουργείο Ναυτιλίας", "ORG", "Ministry of Shipping"),
        ("επιχείρηση «Νυχτερινή Καταιγίδα»", "EVENT", "Operation Night Storm"),
        ("Επιχείρηση Διάσωσης", "EVENT", "Rescue Operation"),
        ("φρεγάτα Νικηφόρος Φωκάς", "PRODUCT", "Frigate Nikiforos Fokas"),
        ("Μακεδονικός Νεάπολης", "ORG", "Makedonikos Neapoli"),
        ("Λιμάνι Αγχιάλου", "FAC", "Anchialos Port"),
        ("Ν. Λευκάδας", "GPE", "Prefecture of Lefkada"),
        ("Πλατεία Κυψέλης", "FAC", "Kypseli Square"),
        (
            "Μαύρες τρύπες. Το απόλυτο εργαστήριο",
            "WORK_OF_ART",
            "Mavres trypes. To apolyto ergastirio",
        ),
        ("Πανελλήνιος Σύλλογος Υπαλλήλων ΟΑΕΔ", "ORG", "Panhellenic Association of OAED Employees"),
        ("Ένωση Ιδιοκτητών Ακινήτων", "ORG", "Union of Real Estate Owners"),
        ("Εξεταστικά Κέντρα", "ORG", "Examination Centers"),
        ("οδός Σίνα", "FAC", "Sina Street"),
        ("Σταδίου 24.", "FAC", "24 Stadiou Street"),
        ("ΣτΕ 966/2025", "LAW", "Council of State 966/2025"),
        ("Κοινότητα Αλβανών Μεταναστών", "ORG", "Community of Albanian Migrants"),
        ("Ένωση Γυναικών για την Ισότητα", "ORG", "Union of Women for Equality"),
        ("89η ΔΕΘ", "EVENT", "89th TIF"),
        ("άρθρο 302 ΠΚ", "LAW", "Article 302 of the Penal Code"),
        ("άρθρο 79 του ΠΚ", "LAW", "Article 79 of the Penal Code"),
        ("Παραλία Αγίας Φωτεινής", "LOC", "Agia Foteini Beach"),
        ("Ασφάλεια Θεσσαλονίκης", "ORG", "Thessaloniki Security"),
        ("Ίδρυμα Παπαδόπουλων", "ORG", "Papadopoulos Foundation"),
        ("Πλατεία Ελευθερίας", "FAC", "Eleftherias Square"),
        ("Σύνοδος του Όσλο", "EVENT", "Oslo Summit"),
        ("Ίδρυμα «Η άλλη Αρκαδία»", "ORG", 'Foundation "The Other Arcadia"'),
    ],
)
def test_bodies_that_are_read_with_the_tables(name: str, type: str, expected: str) -> None:
    assert to_english(name, type=type).english == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Κυρ. Μητσοτάκης", "Kyr. Mitsotakis"),
        ("Κωνσταντίνος Αν. Τασούλας", "Konstantinos An. Tasoulas"),
        ("Χαρ. Τρικούπης", "Char. Trikoupis"),
        ("Τζ. Τσόρτσιλ", "J. Churchill"),
        ("Κ. Χατζηδάκης", "K. Hatzidakis"),
        ("Τζον Φ. Κένεντι", "John F. Kennedy"),
    ],
)
def test_shortened_given_names_stay_short(name: str, expected: str) -> None:
    assert to_english(name, type="PERSON").english == expected


def test_clubs_are_not_translated() -> None:
    assert to_english("Αναγέννηση Καρδίτσας", type="ORG").english == "Anagennisi Karditsa"


def test_a_suburb_keeps_its_genitive() -> None:
    assert to_english("Πανεπιστημιούπολη του Ζωγράφου", type="FAC").english == "Zografou Campus"


ACRONYMS = [
    ("ΓΓΞΨΙΦ", "ORG", "GGXPSIF"),
    ("ΔΕΥΑΛΞ", "ORG", "Devalx"),
    ("Ξ.Υ.Ω.", "ORG", "XYO"),
    ("ΞΨΩΔ", "ORG", "XPSOD"),
    ("ΔΟΜΟΠΛΑΣΤ", "ORG", "Domoplast"),
    ("ΚΟΞ2", "PRODUCT", "KOX2"),
    ("ΦΠΞ", "PERSON", "FPX"),
]


@pytest.mark.parametrize(("name", "type", "english"), ACRONYMS)
def test_unknown_acronyms_go_letter_by_letter(name: str, type: str, english: str) -> None:
    assert to_english(name, type=type).english == english  # type: ignore[arg-type]


def test_people_in_capitals_are_no_acronyms() -> None:
    assert to_english("ΣΕΛΤΖ", type="PERSON").english.istitle()


def test_a_woman_is_not_spelt_as_her_father() -> None:
    for name in ("Μαριλένα Κρανιώτη", "Ελσίνα Δρακιώτη"):
        rendering = to_english(name, type="PERSON")
        assert rendering.english.endswith("i"), rendering


def test_one_bearer_says_little_of_a_common_name() -> None:
    known = default_lexicon().find("Νόρα", "PERSON")
    assert known[0].english == "Norah"  # the singer, whom the tables know
    assert to_english("Νόρα", type="PERSON").english == "Nora"
    assert to_english("Νόρα Τζόουνς", type="PERSON").english == "Norah Jones"


def test_initials_are_no_given_name() -> None:
    assert split_person("Τζον Τόλκιν", "J.R.R. Tolkien") == {FAMILY: ("Τόλκιν", "Tolkien")}


@pytest.mark.parametrize("name", ["Τζον Γκουντάνης", "Αιμίλιος Χαρμπής"])
def test_what_ends_as_greek_names_alone_ends_so_in_english(name: str) -> None:
    assert to_english(name, type="PERSON").english.endswith(("is", "es"))
