from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.pipeline.onnx_finder.spelling import Speller, fold, in_capitals, plain

SPELLER = Speller.of(
    ["ο", "στην", "πρωθυπουργός", "Κυριάκος", "Μητσοτάκης", "Αθήνα", "ΔΝΤ", "έφτασε", "ή", "η"]
)

FOLDED = [
    ("Μητσοτάκης", "μητσοτακησ"),
    ("ΜΗΤΣΟΤΑΚΗΣ", "μητσοτακησ"),
    ("Άγκυρα", "αγκυρα"),
    ("Σοϊγκού", "σοιγκου"),
    ("ΣΟΪΓΚΟΥ", "σοιγκου"),
    ("Καΐρη", "καιρη"),
]

CLEANED = [
    ("Aρχές", "Αρχές"),
    ("ΞYΝΤΟΥΣ", "ΞΥΝΤΟΥΣ"),
    ("\u00b5ε", "με"),
    ("NATO", "NATO"),
    ("Brexit", "Brexit"),
    ("e-ΕΦΚΑ", "ε-ΕΦΚΑ"),
    ("Αθ\u200bήνα", "Αθήνα"),
    ("Μητσοτα\u0301κης", "Μητσοτάκης"),
    ("\u00ad", "\ufffd"),
]

SENTENCES = [
    # Headlines come back in their usual spelling; a name that no table has gets its initial.
    ("Ο ΠΡΩΘΥΠΟΥΡΓΟΣ ΣΤΗΝ ΑΘΗΝΑ", "ο πρωθυπουργός στην Αθήνα"),
    ("Ο ΣΟΪΓΚΟΥ ΕΦΤΑΣΕ ΣΤΗΝ ΑΘΗΝΑ", "ο Σοϊγκου έφτασε στην Αθήνα"),
    ("ΤΟ ΔΝΤ ΣΤΗΝ ΑΘΗΝΑ", "Το ΔΝΤ στην Αθήνα"),
    # Inside ordinary text only long known words change; acronyms stay.
    ("Ο Κυριάκος ΜΗΤΣΟΤΑΚΗΣ έφτασε", "Ο Κυριάκος Μητσοτάκης έφτασε"),
    ("Ο ΟΗΕ και το ΔΝΤ έφτασαν στην Αθήνα", "Ο ΟΗΕ και το ΔΝΤ έφτασαν στην Αθήνα"),
    ("Έφτασε στην ΠΥΟΝΓΚΓΙΑΝΓΚ χθες το βράδυ", "Έφτασε στην ΠΥΟΝΓΚΓΙΑΝΓΚ χθες το βράδυ"),
    ("Ο πρωθυπουργός έφτασε στην Αθήνα .", "Ο πρωθυπουργός έφτασε στην Αθήνα ."),
]


@pytest.mark.parametrize(("word", "key"), FOLDED)
def test_fold(word: str, key: str) -> None:
    assert fold(word) == key


@pytest.mark.parametrize(("word", "expected"), CLEANED)
def test_plain(word: str, expected: str) -> None:
    assert plain(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ΔΝΤ", True), ("91ΧΡΟΝΗ", True), ("Ο", False), ("Αθήνα", False), ("2019", False)],
)
def test_in_capitals(word: str, expected: bool) -> None:
    assert in_capitals(word) is expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_respell(sentence: str, expected: str) -> None:
    assert SPELLER.respell(sentence.split()) == expected.split()


def test_more_frequent_spelling_wins() -> None:
    assert Speller.of(["ή", "η"]).respell(["Η", "ΑΘΗΝΑ"])[0] == "ή"


def test_spellings_round_trip() -> None:
    assert Speller.of(SPELLER.spellings).spellings == SPELLER.spellings


@given(st.lists(st.text(min_size=1), max_size=12))
def test_one_word_stays_one_word(words: list[str]) -> None:
    respelled = SPELLER.respell(words)
    assert len(respelled) == len(words)
    assert all(respelled)
