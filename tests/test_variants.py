"""The same entities are found however carelessly the text was typed, saved or scanned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greeknews_ner import Extraction, Extractor
from tests.gold import GOLD_ARTICLES

TEXTS = [gold.text[: gold.text.find("\n", 500)] for gold in GOLD_ARTICLES]
LONG = re.compile(r"[α-ωάέήίόύώ]{9,}")
LOOK_ALIKE = str.maketrans("οΑΕΚ", "oAEK")

VARIANTS: dict[str, Callable[[str], str]] = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: LONG.sub(lambda word: f"{word[0][:4]}\u00ad{word[0][4:]}", text),
    "zero-width": lambda text: text.replace(" ", " \u200b"),
    "look-alikes": lambda text: LONG.sub(lambda word: word[0].translate(LOOK_ALIKE), text),
    "micro sign": lambda text: text.replace("μ", "\u00b5"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


def entities(result: Extraction) -> list[tuple[str, str, str | None]]:
    return [(e.type, e.name, e.english.english if e.english else None) for e in result.entities]


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(TEXTS), st.sets(st.sampled_from(sorted(VARIANTS)), min_size=1, max_size=3))
def test_the_same_entities(extractor: Extractor, text: str, names: set[str]) -> None:
    variant = text
    for name in sorted(names):
        variant = VARIANTS[name](variant)
    result = extractor.extract(variant)
    assert entities(result) == entities(extractor.extract(text))
    for mention in result.mentions:
        assert variant[mention.start : mention.end] == mention.text


def test_a_family_name_in_capitals_before_the_given_one(extractor: Extractor) -> None:
    result = extractor.extract("Ο ΠΑΠΑΔΟΠΟΥΛΟΣ Γεώργιος κατέθεσε στο Πρωτοδικείο Αθηνών.")
    [person] = [entity for entity in result.entities if entity.type == "PERSON"]
    assert person.name == "Γεώργιος Παπαδόπουλος"
    assert (person.given, person.family) == ("Γεώργιος", "Παπαδόπουλος")


@pytest.mark.parametrize(
    "text",
    [
        "Γράψτε στο info@kathimerini.gr ή δείτε το https://www.skai.gr/news/Athens.",
        "Kalimera, eimai o Giorgos apo tin Athina kai menw sto Kolwnaki.",
    ],
)
def test_addresses_and_greeklish_name_nothing(extractor: Extractor, text: str) -> None:
    assert not [m for m in extractor.extract(text).mentions if m.english is not None]
