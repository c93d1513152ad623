"""Accents, paradigms, the word tables behind the nominative."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from greeknews_ner.names.declension import Cell, analyse
from greeknews_ner.names.declension_accent import accent_of, accented, bare, nuclei, unaccent
from greeknews_ner.names.declension_words import cells_of, irregular, known, plausibility
from greeknews_ner.names.letter_case import (
    capitalised,
    is_shouted,
    like,
    with_initial_accent,
    with_likely_accent,
)

GREEK = "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ"

ACCENTS = [
    ("Κάιρο", 3, "Καϊρο"),
    ("Καΐρου", 2, "Καϊρου"),
    ("Αιγαίου", 2, "Αιγαιου"),
    ("Παρισιού", 1, "Παρισιου"),
    ("Ευρωπαϊκής", 1, "Ευρωπαϊκης"),
    ("Σοϊγκού", 1, "Σοϊγκου"),
    ("Χρυσοχοΐδης", 2, "Χρυσοχοϊδης"),
    ("Μπάιντεν", 3, "Μπαϊντεν"),
    ("ΜΗΤΣΟΤΑΚΗΣ", 0, "ΜΗΤΣΟΤΑΚΗΣ"),
]


@pytest.mark.parametrize(("word", "syllable", "plain"), ACCENTS)
def test_accent_comes_off_and_on_again(word: str, syllable: int, plain: str) -> None:
    assert accent_of(word) == syllable
    assert unaccent(word) == plain
    assert accented(plain, syllable) == word


@given(st.text(alphabet=GREEK, max_size=14), st.integers(1, 4))
def test_accent_lands_where_it_is_put(word: str, syllable: int) -> None:
    plain = unaccent(word)
    # Greek spelling has no way to write αϋι with its accent on the first letter.
    assume("ϋι" not in plain)
    count = len(nuclei(plain))
    if count > 1:
        assert accent_of(accented(plain, syllable)) == min(syllable, count)
    assert bare(accented(plain, syllable)) == bare(word)


READINGS = [
    ("Κρεμλίνου", "Κρεμλίνο", Cell("n", "sing", "gen")),
    ("Κοινοβουλίου", "Κοινοβούλιο", Cell("n", "sing", "gen")),
    ("Αλεξάνδρου", "Αλέξανδρος", Cell("m", "sing", "gen")),
    ("Αμοργού", "Αμοργός", Cell("f", "sing", "gen")),
    ("Κυβερνήσεως", "Κυβέρνηση", Cell("f", "sing", "gen")),
    ("Συντάγματος", "Σύνταγμα", Cell("n", "sing", "gen")),
    ("Όρους", "Όρος", Cell("n", "sing", "gen")),
    ("Παρισιού", "Παρίσι", Cell("n", "sing", "gen")),
    ("Σερρών", "Σέρρες", Cell("f", "plur", "gen")),
    ("Χανίων", "Χανιά", Cell("n", "plur", "gen")),
    ("Ελλήνων", "Έλληνες", Cell("m", "plur", "gen")),
    ("Παλαιστίνιους", "Παλαιστίνιοι", Cell("m", "plur", "acc")),
    ("Διεθνούς", "Διεθνής", Cell("f", "sing", "gen")),
    ("Εισαγγελέα", "Εισαγγελέας", Cell("m", "sing", "acc")),
    ("Καΐρου", "Κάιρο", Cell("n", "sing", "gen")),
    ("Τραπέζης", "Τράπεζα", Cell("f", "sing", "gen")),
]


@pytest.mark.parametrize(("form", "nominative", "cell"), READINGS)
def test_form_has_reading(form: str, nominative: str, cell: Cell) -> None:
    assert (nominative, cell) in {(found.nominative, found.cell) for found in analyse(form)}


@pytest.mark.parametrize("form", ["Μακρόν", "Μπάιντεν", "Ιράκ", "Γκαντς"])
def test_foreign_ending_has_no_oblique_reading(form: str) -> None:
    assert all(found.cell.case in ("nom", "voc") for found in analyse(form))


@given(st.text(alphabet=GREEK + GREEK.upper(), max_size=16))
def test_analysis_keeps_the_beginning(word: str) -> None:
    for found in analyse(word):
        assert bare(found.nominative)[:1] == bare(word)[:1]


def test_word_tables_know_gender_and_accent() -> None:
    assert {word.gender for word in known("Αμοργός")} == {"f"}
    assert known("Νομός") != known("Νόμος")
    assert {word.text for word in known("ΝΟΜΟΣ")} == {"Νομός", "Νόμος"}
    assert Cell("f", "plur", "gen") in cells_of("Πολιτειών")
    assert irregular("Ελλάδος")[0].nominative == "Ελλάδα"


def test_longer_suffix_decides() -> None:
    assert plausibility("Μητσοτάκης", "m", "sing", "family") == 0
    assert plausibility("Παιδεία", "f", "sing", "noun") > plausibility("Τόκα", "f", "sing", "noun")


LETTER_CASE = [
    ("Αγκυρα", "Άγκυρα"),
    ("Αθήνα", "Αθήνα"),
    ("Ευρωπη", "Ευρωπη"),
    ("Ουν", "Ουν"),
    ("ΑΓΚΥΡΑ", "ΑΓΚΥΡΑ"),
    ("Τραμπ", "Τραμπ"),
]


@pytest.mark.parametrize(("written", "expected"), LETTER_CASE)
def test_initial_accent(written: str, expected: str) -> None:
    assert with_initial_accent(written) == expected


def test_capitals() -> None:
    assert is_shouted("ΜΗΤΣΟΤΑΚΗΣ")
    assert not is_shouted("Α")
    assert capitalised("ΜΗΤΣΟΤΑΚΗΣ") == "Μητσοτακης"
    assert like("Υπουργείο", "υπουργείου") == "υπουργείο"
    assert with_likely_accent("Παπαδοπουλος") == "Παπαδόπουλος"
    assert with_likely_accent("Δημητριαδης") == "Δημητριάδης"


@pytest.mark.parametrize(
    ("word", "vowels"),
    [
        ("Κάιρο", ["ά", "ι", "ο"]),
        ("Καΐρου", ["α", "ΐ", "ου"]),
        ("ΑΙΓΑΙΟ", ["ΑΙ", "ΑΙ", "Ο"]),
        ("Εύβοια", ["Εύ", "οι", "α"]),
        ("Μαΐου", ["α", "ΐ", "ου"]),
        ("Υιός", ["Υι", "ό"]),
        ("αυιού", ["αυ", "ι", "ού"]),
        ("ἀετός", ["ἀ", "ε", "ό"]),
        ("Shoigu", []),
    ],
)
def test_vowels_that_carry_a_syllable(word: str, vowels: list[str]) -> None:
    assert [word[start:end] for start, end in nuclei(word)] == vowels
