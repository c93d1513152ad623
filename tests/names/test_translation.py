"""Names of bodies and places of several words, translated by their grammar."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.translation import translate
from greeknews_ner.names.translation.lone_heads import lone_head
from greeknews_ner.names.translation.phrase import Known
from greeknews_ner.names.translation.vocabulary import vocabulary
from greeknews_ner.names.translation.words import abbreviated_heads

TABLES = {
    "Γάζα": Known("Gaza", is_place=True),
    "Θεσσαλονίκη": Known("Thessaloniki", is_place=True),
    "Κορέα": Known("Korea", is_place=True),
    "ΗΠΑ": Known("US", is_place=True),
    "Ευρωπαϊκή Ένωση": Known("European Union", is_place=False),
    "Μοντάνα": Known("Montana", is_place=True),
    "Κρήτη": Known("Crete", is_place=True),
    "Αττική": Known("Attica", is_place=True),
    "Αρτέμιδα": Known("Artemis", is_place=True, is_person=True),
}


def english(name: str) -> tuple[str, bool] | None:
    translation = translate(name, look_up=TABLES.get, render=to_elot743)
    return (translation.english, translation.whole) if translation else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Υπουργείο Εξωτερικών", "Ministry of Foreign Affairs"),
        ("Υπουργείο Προστασίας του Πολίτη", "Ministry of Citizen Protection"),
        ("Υπουργείο Περιβάλλοντος και Ενέργειας", "Ministry of Environment and Energy"),
        ("Υπουργείο Οικονομικών των ΗΠΑ", "US Ministry of Finance"),
        ("Δήμος Αθηναίων", "Municipality of Athens"),
        ("Πανεπιστήμιο Κρήτης", "University of Crete"),
        ("Συμβούλιο Ασφαλείας", "Security Council"),
        ("Συμβούλιο της Ευρώπης", "Council of Europe"),
        ("ρωσικό Συμβούλιο Ασφαλείας", "Russian Security Council"),
        ("Λωρίδα της Γάζας", "Gaza Strip"),
        ("Αεροδρόμιο Θεσσαλονίκης", "Thessaloniki Airport"),
        ("Ευρωπαϊκή Αρχή Ασφάλειας Τροφίμων", "European Food Safety Authority"),
        ("Παγκόσμιος Οργανισμός Υγείας", "World Health Organization"),
        ("Δικαστήριο της Ευρωπαϊκής Ένωσης", "Court of the European Union"),
        ("Γερουσία της Μοντάνα", "Senate of Montana"),
        (
            "Οργανισμός για την Απαγόρευση των Χημικών Όπλων",
            "Organization for the Prohibition of Chemical Weapons",
        ),
        ("Εισαγγελία Πρωτοδικών Αθηνών", "Athens Court of First Instance Prosecutor's Office"),
        ("Ένοπλες Δυνάμεις", "Armed Forces"),
        ("Ολυμπιακοί Αγώνες", "Olympic Games"),
        ("Κορινθιακός Κόλπος", "Corinthian Gulf"),
        ("Οδός Ερμού", "Ermou Street"),
        ("Ελληνική Αστυνομία", "Hellenic Police"),
        ("7ο Γυμνάσιο Θεσσαλονίκης", "7th Middle School of Thessaloniki"),
        ("21η Εφορεία Αρχαιοτήτων", "21st Ephorate of Antiquities"),
        ("112η Πτέρυγα Μάχης", "112th Combat Wing"),
    ],
)
def test_translation(name: str, expected: str) -> None:
    assert english(name) == (expected, True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # A genitive with genitives of its own; the place belongs to the body.
        (
            "Τμήμα Πρόληψης και Καταπολέμησης Παιδικής Κακοποίησης Θεσσαλονίκης",
            "Thessaloniki Department of Preventing and Combating Child Abuse",
        ),
        ("Υποδιεύθυνση Αντιμετώπισης Εμπορίας Ανθρώπων", "Human Trafficking Subdirectorate"),
        (
            "Διεύθυνση Παιδείας της Περιφέρειας Κρήτης",
            "Education Directorate of the Region of Crete",
        ),
        ("Ένωση Γεωπόνων Κρήτης", "Union of Agronomists of Crete"),
        ("Ομοσπονδία Συλλόγων Γονέων Αττικής", "Federation of Associations of Parents of Attica"),
        # Lists of nouns, of adjectives, and a deed that shares its object.
        ("Υπουργείο Εργασίας, Υγείας και Πρόνοιας", "Ministry of Labor, Health and Welfare"),
        ("Υπηρεσία Τελωνείων και Φύλαξης Συνόρων", "Customs and Border Guarding Service"),
        (
            "Ινστιτούτο Γεωλογικών και Μεταλλευτικών Μελετών",
            "Institute of Geological and Mining Studies",
        ),
        (
            "Τμήμα Δίωξης και Εξιχνίασης Ληστειών",
            "Department of Prosecution and Investigation of Robberies",
        ),
        # Prepositions.
        ("Σύμβαση κατά των Βασανιστηρίων", "Convention against Torture"),
        ("Συνέδριο για την Κλιματική Αλλαγή", "Congress on Climate Change"),
        ("Φίλοι υπέρ της Ειρήνης", "Friends for Peace"),
        # Ordinals and numbers.
        ("61η Μπιενάλε της Θεσσαλονίκης", "61st Thessaloniki Biennale"),
        ("ΙΔ΄ Μεραρχία Πεζικού", "14th Infantry Division"),
        ("22 Τάγμα Πεζικού", "22 Infantry Battalion"),
        ("νόμος 4412/2016", "Law 4412/2016"),
        ("Άρθρο 5 του Συντάγματος", "Article 5 of the Constitution"),
        ("Οδηγία 2019/1152/ΕΕ", "Directive 2019/1152/EU"),
        ("Παγκόσμια Ημέρα Νερού 2025", "World Water Day 2025"),
        # Directions and nations.
        ("Σύλλογος Βιομηχάνων Δυτικής Κρήτης", "Association of Industrialists of Western Crete"),
        ("Περιφέρεια Νοτίου Αιγαίου", "Region of the South Aegean"),
        ("ελληνικό κοινοβούλιο", "Greek Parliament"),
        ("Ελληνικό Κοινοβούλιο", "Hellenic Parliament"),
        # Saints, streets, founders, names beside a head.
        ("Ναός Αγίου Γεωργίου", "Church of Saint George"),
        ("Μονή Αγίας Τριάδος", "Monastery of Holy Trinity"),
        ("οδός Σωκράτους 12", "12 Sokratous Street"),
        ("οδοί Ερμού, Σταδίου και Αιόλου", "Ermou, Stadiou and Aiolou Streets"),
        ("λεωφ. Κηφισίας", "Kifisias Avenue"),
        ("Μουσείο Guggenheim", "Guggenheim Museum"),
        ("Νοσοκομείο ΕΛΠΙΔΑ", "ELPIDA Hospital"),
        ("ΔΕΥΑ Θεσσαλονίκης", "DEYA Thessaloniki"),
        ("Greenpeace Κρήτης", "Greenpeace Crete"),
        # Companies and learned societies.
        ("Ελληνική Εταιρεία Καρδιολογίας", "Hellenic Cardiology Society"),
        ("Ελληνική Εταιρεία Φυσικού Αερίου", "Hellenic Natural Gas Company"),
        ("Εταιρεία Προστασίας Πουλιών", "Society for the Protection of Birds"),
        # An expression at the head that goes on.
        ("υπουργοί Εξωτερικών και Πολέμου", "Ministers of Foreign Affairs and War"),
        ("Κοινή Αγροτική Πολιτική (ΚΑΠ)", "Common Agricultural Policy"),
        # What a body is for is Greek; what it is, Hellenic.
        ("Ένωση Ελληνικών Εκδόσεων", "Union of Greek Publications"),
        ("Κέντρο Ελληνικών Σπουδών", "Center for Hellenic Studies"),
        # Two adjectives go behind a head, and so does a country beside adjectives.
        ("Μουσείο Νεώτερου Ελληνικού Πολιτισμού", "Museum of Modern Greek Culture"),
        ("Εθνική Βιβλιοθήκη της Ελλάδος", "National Library of Greece"),
        ("Αστυνομία Κύπρου", "Cyprus Police"),
        ("Παγκόσμιο Κύπελλο Ελλάδας", "Greece World Cup"),
        # What is between two, and their places.
        ("Συμφωνία Ευρωπαϊκής Ένωσης-Δυτικής Κρήτης", "European Union-Western Crete Agreement"),
        ("Συμφωνία της Θεσσαλονίκης", "Thessaloniki Agreement"),
        ("Τμήμα Ασφαλίσεων της Μοντάνα", "Montana Department of Insurance"),
        ("Μονή Κρήτης", "Crete Monastery"),
        # Heads that are shortened, and numbers behind «υπ’ αριθ.».
        ("Α.Τ. Θεσσαλονίκης", "Thessaloniki Police Station"),
        ("Κ.Υ Κρήτης", "Crete Health Center"),
        ("ΓΝ Θεσσαλονίκης", "Thessaloniki General Hospital"),
        ("Κανονισμός (ΕΕ) υπ’ αριθ. 651/2014", "Regulation 651/2014"),
        ("Β΄ Θεσσαλονίκης", "Thessaloniki B"),
        ("Διεύθυνση Ασφάλειας ΝΑ Αττικής", "Southeast Attica Security Directorate"),
        # A foreign word as the head; adverbs before a preposition.
        ("Εθνικό Hub Ενέργειας", "National Energy Hub"),
        ("7ο Athens Photo Festival", "7th Athens Photo Festival"),
        ("Σπίτι δίπλα στο Ποτάμι", "House next to the River"),
        # Women's goes before a head; behind it they are women.
        ("Κόμμα Γυναικών", "Party of Women"),
        ("Ναός Αγίου Προδρόμου", "Church of Saint John the Forerunner"),
        # An article before a city that an avenue leads to; a street's name has none.
        ("λεωφόρος της Θεσσαλονίκης", "Thessaloniki Avenue"),
        ("λεωφόρος Θεσσαλονίκης", "Thessalonikis Avenue"),
        ("Καν. 651/2014", "Regulation 651/2014"),
        ("25η Νοέμβρη", "November 25"),
        ("25η Νοεμβρίου Ημέρα Προσφύγων", "November 25, Refugees' Day"),
        ("Συμφωνία Σύνδεσης ΗΠΑ", "US Association Agreement"),
        ("Φορείς Προστασίας Καταναλωτών", "Consumer Protection Agencies"),
        # Heads that are joined, and the article of a deed behind «για την».
        ("Πρόληψη και Καταστολή Εγκλημάτων", "Prevention and Suppression of Crimes"),
        ("Ιατρική, Οδοντιατρική και Κτηνιατρική", "Medicine, Dentistry and Veterinary Medicine"),
        (
            "Επιτροπή για την Πρόληψη της Βίας κατά των Γυναικών",
            "Committee for the Prevention of Violence against Women",
        ),
        # A woman in an office is no neuter plural.
        ("Ευρωπαία Εισαγγελέας", "European Public Prosecutor"),
        ("Εταιρικό Σύμφωνο", "Partnership Agreement"),
        # Latin names: behind what is behind the head, before it otherwise.
        (
            "Διεθνής Έκθεση Άμυνας, Υγείας και Διαστήματος SAHA",
            "International Exhibition of Defense, Health and Space SAHA",
        ),
        ("Κέντρο Ερευνών Ames", "Ames Research Center"),
        # A word in the nominative behind a head is a name.
        ("Εκδόσεις Προσκήνιο", "Proskinio Publications"),
        ("Θέατρο Κιβωτός", "Kivotos Theatre"),
        ("1ο ΕΠΑΛ Θεσσαλονίκης", "1st EPAL of Thessaloniki"),
        # Points of the compass before common nouns and places.
        ("Γραφείο Υποθέσεων Δυτικού Ημισφαιρίου", "Office of Western Hemisphere Affairs"),
        ("Δυτική Όχθη", "West Bank"),
        ("Τμήμα Αντιμετώπισης Αθλητικής Βίας", "Sports Violence Department"),
        ("Engel & Volkers Ελλάδος", "Engel & Volkers Greece"),
        # Persons in the accusative plural, people without an apostrophe, a deed of two parts.
        ("Γιατρούς του Κόσμου", "Doctors of the World"),
        ("Κέντρο Αστέγων", "Homeless Center"),
        ("Κέντρο Πρόληψης και Ελέγχου Νοσημάτων", "Disease Prevention and Control Center"),
        # What is of a union that has letters; what is of the American state; old gods; ships.
        ("Πρεσβεία των ΗΠΑ", "US Embassy"),
        ("Αμερικανικό Πολεμικό Ναυτικό", "US Navy"),
        ("Ναός της Αρτέμιδος", "Temple of Artemis"),
        ("Ναός Αγίου Νικολάου", "Church of Saint Nicholas"),
        ("Φρεγάτα Σπέτσαι", "Frigate Spetsai"),
        # What follows a committee that stands, a center for studies, a museum of one culture.
        (
            "Ειδική Μόνιμη Επιτροπή Θεσμών και Διαφάνειας",
            "Special Permanent Committee on Institutions and Transparency",
        ),
        ("Επιτροπή Εξωτερικών Υποθέσεων", "Foreign Affairs Committee"),
        ("Κέντρο Φιλελεύθερων Μελετών", "Center for Liberal Studies"),
        ("Μουσείο Βυζαντινού Πολιτισμού", "Museum of Byzantine Culture"),
        ("Ταμείο Κοινωνικών Ασφαλίσεων", "Social Security Fund"),
        # Houses that are called by words.
        ("Εκδόσεις Κριτική", "Kritiki Publications"),
        ("Εκδόσεις Κάπα Εκδοτική", "Kapa Ekdotiki Publications"),
        ("Θέατρο Ροές", "Roes Theatre"),
        ("Θέατρο Παλλάς", "Pallas Theatre"),
        ("Θέατρο Δάσους", "Forest Theatre"),
        ("Ν. Κρήτης", "Prefecture of Crete"),
        ("Παραλία Αγίας Φωτεινής", "Agia Foteini Beach"),
        # Learned words that no table has.
        ("Τμήμα Ορνιθολογίας", "Department of Ornithology"),
        ("Υδρογεωλογικό Ινστιτούτο", "Hydrogeological Institute"),
    ],
)
def test_phrases_of_many_words(name: str, expected: str) -> None:
    assert english(name) == (expected, True)


def test_half_a_translation_is_none() -> None:
    translation = translate("Τμήμα Ζιζανισμού", look_up=TABLES.get, render=to_elot743)
    assert translation is not None
    assert translation.strange


def test_one_strange_word_among_many_may_stay() -> None:
    translation = translate(
        "Ινστιτούτο Ζιζανικής Έρευνας Κρήτης", look_up=TABLES.get, render=to_elot743
    )
    assert translation is not None
    assert not translation.whole
    assert not translation.strange


def test_a_place_goes_behind_a_body_that_has_a_name() -> None:
    assert english("Βαρδάκειο Νοσοκομείο Κρήτης") == ("Vardakeio Hospital of Crete", False)


def test_other_adjectives_may_be_told() -> None:
    translation = translate(
        "Ουζμπεκική Ακαδημία Επιστημών",
        look_up=TABLES.get,
        render=to_elot743,
        adjective={"Ουζμπεκική": "Uzbek"}.get,
    )
    assert translation is not None
    assert translation.english == "Uzbek Academy of Sciences"


@pytest.mark.parametrize(
    ("form", "nominative"),
    [
        ("σωματοσ", "σωμα"),
        ("γραφειων", "γραφειο"),
        ("κρισεων", "κριση"),
        ("φορεισ", "φορεασ"),
        ("παιδιων", "παιδι"),
        ("μαθητων", "μαθητησ"),
        ("περιβαλλοντοσ", "περιβαλλον"),
        ("πολιτη", "πολιτησ"),
    ],
)
def test_nouns_are_found_in_every_case(form: str, nominative: str) -> None:
    found = vocabulary().noun(form)
    assert found is not None
    assert found.greek == nominative


@pytest.mark.parametrize(
    ("form", "english_of_it"),
    [("νόμου", "Law"), ("νομού", "Prefecture"), ("ΝΟΜΟΥ", "Law"), ("μετρό", "Metro")],
)
def test_the_accent_tells_words_apart(form: str, english_of_it: str) -> None:
    found = vocabulary().noun(fold(form), form)
    assert found is not None
    assert found.english == english_of_it


@pytest.mark.parametrize("form", ["εθνικησ", "εθνικων", "εθνικουσ", "διεθνουσ", "διεθνη", "νεων"])
def test_adjectives_are_found_in_every_gender_and_case(form: str) -> None:
    assert vocabulary().adjective(form) in {"National", "International", "New"}


def test_no_noun_hides_another() -> None:
    for greek, english, _ in rows_of("nouns.tsv")[1]:
        for spelling in greek.split("/"):
            found = vocabulary().noun(fold(spelling), spelling)
            assert found is not None
            assert english.startswith(found.english), spelling


@pytest.mark.parametrize(
    "name", ["Νέα Φιλαδέλφεια", "Παναθηναϊκός", "Αγία Παρασκευή", "Σοϊγκού", ""]
)
def test_what_has_no_known_head_is_left(name: str) -> None:
    assert english(name) is None


def test_what_cannot_be_translated_is_transliterated_and_says_so() -> None:
    assert english("Ασμόλειο Μουσείο") == ("Asmoleio Museum", False)


def test_the_genitive_may_stand_on_the_other_side() -> None:
    translation = translate("Γερουσία της Μοντάνα", look_up=TABLES.get, render=to_elot743)
    assert translation is not None
    assert translation.alternatives == ("Montana Senate",)


WORDS = st.sampled_from(
    ["Υπουργείο", "Ευρωπαϊκή", "της", "και", "για", "Αθηνών", "Ξύλινος", "Ένωσης", "-", "Όρος", ""]
)


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_any_words_give_an_english_phrase_or_none(name: str) -> None:
    found = english(name)
    if found is not None:
        assert found[0].strip()
        assert "  " not in found[0]
        assert not any("α" <= char <= "ω" for char in fold(found[0]))


def test_shortened_heads_stand_for_words_of_the_vocabulary() -> None:
    table = vocabulary()
    for words in abbreviated_heads().values():
        folded = [fold(word) for word in words]
        found = table.phrase(folded, 0)
        assert found is not None or table.noun(folded[-1]) or table.noun(folded[0]), words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ινστιτούτο", "Institute"),
        ("Συμφωνία", "Agreement"),
        ("Υπουργεία", "Ministries"),
        ("Κύκλος", None),
        ("Ινστιτούτου", "Institute"),
        ("Γκρινιάρης", None),
    ],
)
def test_some_heads_may_stand_alone(word: str, expected: str | None) -> None:
    assert lone_head(fold(word)) == expected


TABLES_OF_WORDS = ["nouns.tsv", "phrases.tsv", "adjectives.tsv", "genitives.tsv", "saints.tsv"]
JOINS = {
    "of",
    "attr",
    "either",
    "tail",
    "act",
    "who",
    "after",
    "before",
    "place",
    "country",
    "thing",
}
PREPOSITIONS = {"of", "for", "on", "in", ""}


def rows_of(table: str) -> tuple[list[str], list[list[str]]]:
    folder = files("greeknews_ner") / "resources" / "names" / "translation"
    heading, *rows = [line.split("\t") for line in (folder / table).read_text("utf-8").splitlines()]
    return heading, rows


@pytest.mark.parametrize("table", TABLES_OF_WORDS)
def test_rows_are_well_formed(table: str) -> None:
    heading, rows = rows_of(table)
    assert all(len(row) == len(heading) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
    for greek, english, *rest in rows:
        assert greek
        assert greek.strip() == greek
        assert not any(char.isascii() and char.isalpha() for char in greek), greek
        assert english[0].isalpha(), english
        assert english.replace("é", "e").isascii(), english
        for join in rest:
            kind, _, preposition = join.partition("/")
            assert kind in JOINS
            assert preposition in PREPOSITIONS


@pytest.mark.parametrize("table", ["nouns.tsv", "adjectives.tsv"])
def test_no_nominative_stands_twice(table: str) -> None:
    spellings = [fold(spelling) for row in rows_of(table)[1] for spelling in row[0].split("/")]
    twice = {spelling for spelling in spellings if spellings.count(spelling) > 1}
    # Words that only the accent tells apart.
    assert twice <= {"νομοσ", "μετρο"}
