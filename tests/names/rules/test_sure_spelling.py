"""A name that is surely of one language is spelt as that language spells it."""

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.rules.shelf import default_languages
from greeknews_ner.names.rules.sure_spelling import SureSpelling, sure_spelling


def _sure(word, family=None, **chances):
    return sure_spelling(word, chances, default_languages(), family)


@pytest.mark.parametrize(
    ("greek", "english"),
    [
        ("Σίνισα Ράντουλοβιτς", "Sinisa Radulovic"),
        ("Λούκα Περίσιτς", "Luka Perisic"),
        ("Νίκολα Τόμιτς", "Nikola Tomic"),
        ("Βαχτάνγκ Γκελασβίλι", "Vakhtang Gelashvili"),
        ("Λάσα Γκελοβανάτζε", "Lasha Gelovanadze"),
        ("Μάικλ Μπουρτσουλάτζε", "Michael Burchuladze"),
        ("Χοσέ Ορντόνιεθ", "Jose Ordonez"),
        ("Σόρεν Νίγκορ", "Soren Nygaard"),
        ("Πολ Εντόνγκο", "Paul Ndongo"),
        ("Εμπέκι", "Mbeki"),
    ],
)
def test_given_and_family_name_are_of_one_language(greek, english):
    assert to_english(greek, lexicon=False, type="PERSON").english == english


@pytest.mark.parametrize("greek", ["Ζοάο Μορίνια", "Ζοάο Τσικαλίνια"])
def test_portuguese_has_nh_where_greek_has_ni(greek):
    assert to_english(greek, lexicon=False, type="PERSON").english.endswith("inha")


def test_an_ending_is_sure_in_its_language_alone():
    assert _sure("Πέτροβιτς", serbo_croat=0.95, russian=0.05) == SureSpelling(endings=("ic",))
    assert _sure("Πέτροβιτς", serbo_croat=0.5, russian=0.5) is None
    assert _sure("Πέτροβιτς", russian=0.95, serbo_croat=0.05) is None


def test_a_given_name_is_sure_where_the_family_name_is_of_its_language_too():
    language = {"serbo_croat": 0.95, "italian": 0.05}
    assert _sure("Λούκα", language, **language) == SureSpelling(whole=("luka",))
    assert _sure("Λούκα", {"serbo_croat": 0.3, "italian": 0.7}, **language) is None
    assert _sure("Λούκα", None, **language) is None


def test_what_fits():
    assert SureSpelling(endings=("ic",)).fits("petrovic")
    assert not SureSpelling(endings=("ic",)).fits("petrovich")
    assert not SureSpelling(beginnings=("ng",)).fits("engana")
    assert not SureSpelling(whole=("luka",)).fits("luca")
