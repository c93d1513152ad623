"""People whom no table knows, beside a family name that tables have."""

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.explain import Step
from greeknews_ner.names.person_parts import known_person, with_own_given_name

RELATIVES = [
    ("Ζωρζέτα Μπολσονάρο", "Bolsonaro"),
    ("Τζούλιους Μαδούρο", "Maduro"),
    ("Κίμπρα Πούτιν", "Putin"),
]


@pytest.mark.parametrize(("name", "family"), RELATIVES)
def test_a_relative_has_the_family_name_of_the_news(name: str, family: str) -> None:
    steps: list[Step] = []
    found = known_person(name, "PERSON", steps)
    assert found is not None
    assert found.english.split()[-1] == family
    assert family in steps[-1].found


def test_unknown_families_are_left_to_the_model() -> None:
    assert known_person("Ζωρζέτα Κραμπλού", "PERSON", []) is None


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Θανάσης Σκορδαλός", "Thanasis Skordalos"),
        ("Άγγελος Μπέρτος", "Angelos Bertos"),
        ("Κώστας Ντούμπης", "Kostas Ntoumpis"),
    ],
)
def test_greek_families_are_spelt_beside_a_known_given_name(name: str, english: str) -> None:
    assert to_english(name, type="PERSON").english == english


def test_without_a_type_every_word_must_be_known() -> None:
    assert known_person("Κίμπρα Πούτιν", None, []) is None


@pytest.mark.parametrize(
    ("name", "greek", "english", "expected"),
    [
        ("Αθανάσιος Καββαδάς", "Θανάσης Καββαδάς", "Thanasis Kavvadas", "Athanasios Kavvadas"),
        ("Γιάννης Βαρουφάκης", "Γιάνης Βαρουφάκης", "Yanis Varoufakis", "Yanis Varoufakis"),
        ("Ρόμπερτ Μενέντεζ", "Μπομπ Μενέντεζ", "Bob Menendez", "Bob Menendez"),
        ("Βαγγέλης Παππάς", "Ευάγγελος Μαρινάκης", "Evangelos Marinakis", "Evangelos Marinakis"),
    ],
)
def test_greeks_are_called_by_the_given_name_in_the_text(
    name: str, greek: str, english: str, expected: str
) -> None:
    assert with_own_given_name(name, greek, english) == expected


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Λούκας Ορντόνιεθ", "Lucas Ordonez"),
        ("Μάρκος Ιμπάνιεθ", "Marcos Ibanez"),
        ("Σοφία Μπερτίνι", "Sofia Bertini"),
        ("Αλέξις Μοντόγια", "Alexis Montoya"),
        ("Σοφία Παπαλεξοπούλου", "Sofia Papalexopoulou"),
        ("Μάρκος Μπαλτατζής", "Markos Baltatzis"),
        ("Αλέξις Γκιώνης", "Alexis Gkionis"),
    ],
)
def test_a_given_name_of_greeks_too_makes_no_family_name_greek(name: str, english: str) -> None:
    assert to_english(name, type="PERSON").english == english


def test_a_greek_put_together_is_surer_than_a_foreigner() -> None:
    greek = to_english("Σωτήρης Μητρόπουλος", type="PERSON")
    assert greek.english == "Sotiris Mitropoulos"
    assert greek.score > 0.8
