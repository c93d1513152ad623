"""Spellings of Slavic names that differ in a glide alone."""

from __future__ import annotations

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.press_style import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [("sergey", "sergei"), ("shoygu", "shoigu"), ("yulia", "iulia"), ("zelensky", "zelenskiy")],
)
def test_alike(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("ivanov", "ivanow"), ("kiev", "kyiv")])
def test_not_alike(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Σεργκέι Σοϊγκού", "Sergei Shoigu"),
        ("Σοϊγκού", "Shoigu"),
        ("Σεργκέι Λαβρόφ", "Sergey Lavrov"),
        ("Αλεξέι Ναβάλνι", "Alexei Navalny"),
        ("Ντμίτρι Μεντβέντεφ", "Dmitry Medvedev"),
    ],
)
def test_as_the_press_has_it(name: str, english: str) -> None:
    assert to_english(name, lexicon=False).english == english


def test_what_takes_the_first_place_is_as_sure() -> None:
    assert to_english("Σεργκέι Σοϊγκού", lexicon=False, type="PERSON").score > 0.5
