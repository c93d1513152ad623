"""Adjectives of nationality in sentences of every kind, and in all their forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from greeknews_ner.names.adjectives import adjective_of, find_adjectives, nation_of

TABLE = Path(__file__).parents[2] / "fixtures" / "adjectives.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


def test_the_table_is_large_enough() -> None:
    assert len({sentence for sentence, _ in ROWS}) >= 60


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_sentences(sentence: str, expected: str) -> None:
    found = [
        f"{sentence[each.start : each.end]}={','.join(each.adjective.countries)}"
        for each in find_adjectives(sentence)
    ]
    assert "|".join(found) == expected


FORMS = "ρωσικός ρωσικού ρωσικό ρωσικέ ρωσικοί ρωσικών ρωσικούς ρωσική ρωσικής ρωσικές ρωσικά"


@pytest.mark.parametrize("form", [*FORMS.split(), "ΡΩΣΙΚΩΝ", "ρώσικα", "ρωσικη"])
def test_every_form_has_one_nominative(form: str) -> None:
    adjective = adjective_of(form)
    assert adjective is not None
    assert (adjective.greek, adjective.english) == ("ρωσικός", "Russian")
    assert adjective.countries == ("RU",)


COMPOUNDS = [
    ("ελληνοτουρκικών", "ελληνοτουρκικός", "Greek-Turkish", ("GR", "TR")),
    ("σινοϊνδική", "σινοϊνδικός", "Chinese-Indian", ("CN", "IN")),
    ("αμερικανο-ισραηλινής", "αμερικανοϊσραηλινός", "American-Israeli", ("US", "IL")),
    ("ρωσουκρανική", "ρωσουκρανικός", "Russian-Ukrainian", ("RU", "UA")),
    ("ελληνογαλλοϊσραηλινών", "ελληνογαλλοϊσραηλινός", "Greek-French-Israeli", ("GR", "FR", "IL")),
    ("ευρωτουρκικές", "ευρωτουρκικός", "European-Turkish", ("TR",)),
]


@pytest.mark.parametrize(("form", "greek", "english", "countries"), COMPOUNDS)
def test_compounds(form: str, greek: str, english: str, countries: tuple[str, ...]) -> None:
    adjective = adjective_of(form)
    assert adjective is not None
    assert (adjective.greek, adjective.english) == (greek, english)
    assert adjective.countries == countries
    assert adjective.is_compound


@pytest.mark.parametrize(
    "word", ["", "ρωσ", "Ρώσος", "κουρδικός", "αθηναϊκός", "ελληνο", "russian"]
)
def test_other_words(word: str) -> None:
    assert adjective_of(word) is None


NATIONS = [("Ρώσος", "RU"), ("Ρωσίδες", "RU"), ("Ελληνοκύπριοι", "CY"), ("Άγγλος", "GB")]


@pytest.mark.parametrize(("noun", "code"), [*NATIONS, ("Αθηναίοι", None), ("Κούρδοι", None)])
def test_nations(noun: str, code: str | None) -> None:
    assert nation_of(noun) == code
