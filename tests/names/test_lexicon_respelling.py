"""Names in another Greek orthography than that of the tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.names import to_english, to_nominative
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import default_lexicon
from greeknews_ner.names.lexicon_respelling import respellings

ALIKE = [
    ("Βηρυττός", "GPE", "Beirut"),
    ("Λισσαβώνα", "GPE", "Lisbon"),
    ("Μασσαχουσέττη", "GPE", "Massachusetts"),
    ("Σινγκαπούρη", "GPE", "Singapore"),
    ("Ταϋλάνδη", "GPE", "Thailand"),
    ("Τζωρτζ Κλούνεϊ", "PERSON", "George Clooney"),
]


@pytest.mark.parametrize(("name", "type", "english"), ALIKE)
def test_other_orthography(name: str, type: str, english: str) -> None:
    assert default_lexicon().find(name, type) == ()
    assert to_english(name, type=type).english == english  # type: ignore[arg-type]


def test_case_is_found_by_it() -> None:
    assert to_nominative("Βηρυττό", type="GPE", article="στη") == "Βηρυττός"


@pytest.mark.parametrize("name", ["Μηλωνάς", "Κίμη", "Φυλίππου"])
def test_greek_names_are_spelt_as_they_are(name: str) -> None:
    assert default_lexicon().find_alike(name) == ()


def test_short_keys_have_no_likes() -> None:
    assert list(respellings("λημα")) == []


@given(st.text("αβγδεηικλμνοπρστυω ", max_size=14))
def test_endings_stay(name: str) -> None:
    key = fold(name)
    for keys in respellings(key):
        for other in keys:
            assert other != key
            assert other[-1] == key[-1]
            assert other.count(" ") == key.count(" ")
