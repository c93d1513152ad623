"""Words of letters alone, which no pattern of the tokenizer is tried on."""

import sys

import pytest
import spacy
from spacy.language import Language
from spacy.util import compile_suffix_regex

from greeknews_ner import load
from greeknews_ner.pipeline.tokenizing import SUFFIXES, WithoutLetters, pass_over_letters

TEXT = (
    "Ο κ. Μητσοτάκης είπε «ναι»: 13%-15%. Στις 10.30' η Σ.Ε.Β. (και ο Ο.Η.Ε.) έδωσε 1.2m€, "
    "βλ. www.in.gr/a-b, α'β' τ' άλλα-μικρά πρώτος-δεύτερος, Βέρμιο–Όλυμπος… ΑΕΚ/ΠΑΟΚ λέξη*"
)


@pytest.fixture
def blank() -> Language:
    return spacy.blank("el")


def test_words_are_cut_as_before(blank: Language) -> None:
    before = [token.text for token in blank.tokenizer(TEXT)]
    pass_over_letters(blank)
    assert isinstance(blank.tokenizer.prefix_search.__self__, WithoutLetters)
    assert [token.text for token in blank.tokenizer(TEXT)] == before


def test_no_pattern_matches_letters(blank: Language) -> None:
    tokenizer = blank.tokenizer
    letters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalpha()]
    # Beside letters of both alphabets and cases, which some patterns look for.
    words = ["".join(f"α{char}Βa{char}Z{char}" for char in letters)]
    words += [char for char in letters if char < "\u2000"]
    words += [f"α{char}" for char in letters if char < "\u2000"]
    for word in words:
        assert tokenizer.prefix_search(word) is None
        assert tokenizer.suffix_search(word) is None
        assert not list(tokenizer.infix_finditer(word))
        assert tokenizer.url_match(word) is None


def test_it_is_stored_as_any_other(blank: Language) -> None:
    stored = blank.tokenizer.to_bytes()
    pass_over_letters(blank)
    assert blank.tokenizer.to_bytes() == stored


def test_shipped_pipeline_passes_over_letters() -> None:
    tokenizer = load().nlp.tokenizer
    assert isinstance(tokenizer.suffix_search.__self__, WithoutLetters)
    assert SUFFIXES[0] in tokenizer.suffix_search.__self__.pattern


def test_patterns_of_somebody_elses_are_left(blank: Language) -> None:
    own = compile_suffix_regex([*(blank.Defaults.suffixes or ()), "ίδης"])
    blank.tokenizer.suffix_search = own.search
    pass_over_letters(blank)
    assert [token.text for token in blank.tokenizer("Παυλίδης")] == ["Παυλ", "ίδης"]
