"""Capitals inside a name."""

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.inner_capitals import before_capital, with_inner_capital


@pytest.mark.parametrize(
    ("greek", "english"),
    [
        ("Σον ΜακΚένα", "Sean McKenna"),
        ("Ρόουζ ΜακΧιού", "Rose McHugh"),
        ("Ρος Μακόρμακ", "Ross McCormack"),
        ("ΜακΓκίνις", "McGinnis"),
        ("Τζο ΝτιΜάτζιο", "Joe DiMaggio"),
        ("ΜΑΚΡΟΝ", "Macron"),
    ],
)
def test_names(greek: str, english: str) -> None:
    assert to_english(greek, lexicon=False, type="PERSON").english == english


def test_the_capital_stands_behind_the_syllable_that_asks_for_one() -> None:
    assert before_capital("ΛεΜπλάν") == "λε"
    assert before_capital("Λεμπλάν") == before_capital("ΛΕΜΠΛΑΝ") == ""
    assert before_capital("ΑνΑν") == ""


def test_mc_has_a_capital_behind_it_whatever_the_greek_has() -> None:
    assert with_inner_capital("Μακίβερ", "mciver") == "mc^iver"
    assert with_inner_capital("Μακίβερ", "maciver") == "maciver"
    assert with_inner_capital("ΜακΊβερ", "maciver") == "mac^iver"
    assert with_inner_capital("Μσίβερ", "mciver") == "mciver"
