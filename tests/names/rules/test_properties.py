"""Rules take any text and give Latin letters."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greeknews_ner.names.rules import default_languages, guess_origin, render_by_rules

GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
NAMES = st.text(alphabet=GREEK + GREEK.upper() + " -'.", max_size=30)


def is_greek(char):
    return unicodedata.name(char, "").startswith("GREEK")


@settings(max_examples=200)
@given(st.one_of(NAMES, st.text(max_size=30)))
def test_never_raises_and_leaves_no_greek_letter(name):
    for candidate in render_by_rules(name):
        letters = [char for char in candidate.english if char.isalpha() and is_greek(char)]
        assert not letters
        assert 0.0 <= candidate.score <= 1.0


@settings(max_examples=200)
@given(NAMES)
def test_origins_are_probabilities(name):
    origins = guess_origin(name)
    if origins:
        assert sum(chance for _, chance in origins) == pytest.approx(1.0)
        assert {language for language, _ in origins} == set(default_languages())


@settings(max_examples=50)
@given(
    st.text(alphabet=GREEK, min_size=1, max_size=15), st.sampled_from(sorted(default_languages()))
)
def test_every_language_spells_every_word(word, origin):
    assert render_by_rules(word, origin=origin)


def test_nothing_greek_gives_nothing():
    assert render_by_rules("Tesla 3") == []
    assert guess_origin("") == []
