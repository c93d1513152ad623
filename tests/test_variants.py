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
LATIN = re.compile(r"[A-Z][a-z]{3,}")
GREEK_LOOK_ALIKE = str.maketrans("oE", "οΕ")
LOOK_ALIKE = str.maketrans("οΑΕΚ", "oAEK")

VARIANTS: dict[str, Callable[[str], str]] = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: LONG.sub(lambda word: f"{word[0][:4]}\u00ad{word[0][4:]}", text),
    "zero-width": lambda text: text.replace(" ", " \u200b"),
    "look-alikes": lambda text: LONG.sub(lambda word: word[0].translate(LOOK_ALIKE), text),
    "micro sign": lambda text: text.replace("μ", "\u00b5"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "straight quotes": lambda text: text.replace("«", '"').replace("»", '"'),
    "curved quotes": lambda text: text.replace("«", "“").replace("»", "”"),
    "words cut at line ends": lambda text: LONG.sub(
        lambda word: f"{word[0][:4]}-\n{word[0][4:]}", text
    ),
    "Greek letters in Latin words": lambda text: LATIN.sub(
        lambda word: word[0].translate(GREEK_LOOK_ALIKE), text
    ),
}


def entities(result: Extraction) -> list[tuple[str, str, str | None]]:
    return [(e.type, e.name, e.english.english if e.english else None) for e in result.entities]


@settings(max_examples=6)
@given(st.sampled_from(TEXTS), st.sets(st.sampled_from(sorted(VARIANTS)), min_size=1, max_size=3))
def test_the_same_entities(extractor: Extractor, text: str, names: set[str]) -> None:
    variant = text
    for name in sorted(names):
        variant = VARIANTS[name](variant)
    result = extractor.extract(variant)
    assert entities(result) == entities(extractor.extract(text))
    for mention in result.mentions:
        assert variant[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("name", sorted(VARIANTS))
@pytest.mark.parametrize("text", TEXTS, ids=[gold.name for gold in GOLD_ARTICLES])
def test_every_variant_by_itself(extractor: Extractor, text: str, name: str) -> None:
    variant = VARIANTS[name](text)
    assert entities(extractor.extract(variant)) == entities(extractor.extract(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ΣΤΗΝ ΟΥΑΣΙΝΓΚΤΟΝ Ο ΚΥΡΙΑΚΟΣ ΜΗΤΣΟΤΑΚΗΣ",
            {("GPE", "Ουάσινγκτον"), ("PERSON", "Κυριάκος Μητσοτάκης")},
        ),
        (
            "Ὁ Ἐλευθέριος Βενιζέλος ἔφθασε στὴν Θεσσαλονίκη μὲ τὸν Παῦλο Κουντουριώτη.",
            {
                ("PERSON", "Ελευθέριος Βενιζέλος"),
                ("GPE", "Θεσσαλονίκη"),
                ("PERSON", "Παύλος Κουντουριώτης"),
            },
        ),
        (
            "Ο πρωθυπουργος Κυριακος Μητσοτακης μιλησε στη Θεσσαλονικη για την Τουρκια.",
            {("PERSON", "Κυριάκος Μητσοτάκης"), ("GPE", "Θεσσαλονίκη"), ("GPE", "Τουρκία")},
        ),
    ],
    ids=["capitals", "polytonic", "no accents"],
)
def test_other_spellings(extractor: Extractor, text: str, expected: set[tuple[str, str]]) -> None:
    result = extractor.extract(text)
    assert {(entity.type, entity.name) for entity in result.entities} == expected
    assert all(text[m.start : m.end] == m.text for m in result.mentions)


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
