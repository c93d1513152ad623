"""What the noun beside a name says of it."""

from __future__ import annotations

from importlib.resources import files

import pytest
import spacy
from spacy.tokens import Doc, Span

from greeknews_ner._toml import load_toml
from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.head_words import apply_head_words
from greeknews_ner.types import NAME_TYPES

NLP = spacy.blank("el")
register_extensions()


def read(text: str, *given: tuple[str, str, float]) -> list[tuple[str, str]]:
    doc: Doc = NLP(text)
    spans = []
    for surface, label, score in given:
        start = text.index(surface)
        span = doc.char_span(start, start + len(surface), label=label)
        assert isinstance(span, Span)
        span._.score = score
        spans.append(span)
    doc.set_ents(spans)
    apply_head_words(doc)
    return [(span.text, span.label_) for span in doc.ents]


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        # It stands before the name,
        ("Η φρεγάτα Κίμων έφτασε.", ("Κίμων", "PERSON", 0.8), ("Κίμων", "PRODUCT")),
        ("Το πλοίο «Θαλής» βυθίστηκε.", ("Θαλής", "PERSON", 0.7), ("Θαλής", "PRODUCT")),
        ("Κοντά στη λίμνη Μόρνου.", ("Μόρνου", "GPE", 0.8), ("Μόρνου", "LOC")),
        ("Ζει στην πόλη Γκόμελ.", ("Γκόμελ", "PERSON", 0.5), ("Γκόμελ", "GPE")),
        ("Η ταινία «Ευτυχία» άρεσε.", ("Ευτυχία", "PERSON", 0.9), ("Ευτυχία", "WORK_OF_ART")),
        # or begins it,
        ("Έργα στη λεωφόρο Αθηνών.", ("Αθηνών", "GPE", 0.9), ("λεωφόρο Αθηνών", "FAC")),
        ("Πάνω από τον όρμο Γέρας.", ("Γέρας", "LOC", 0.97), ("όρμο Γέρας", "LOC")),
        # or stands inside it.
        (
            "Στο Διεθνές Αεροδρόμιο Λάρνακας.",
            ("Διεθνές Αεροδρόμιο Λάρνακας", "ORG", 0.8),
            ("Διεθνές Αεροδρόμιο Λάρνακας", "FAC"),
        ),
        (
            "Στη Στοά Σπυρομήλιου.",
            ("Στοά Σπυρομήλιου", "PERSON", 0.6),
            ("Στοά Σπυρομήλιου", "FAC"),
        ),
    ],
)
def test_a_noun_tells(text: str, given: tuple[str, str, float], expected: tuple[str, str]) -> None:
    assert read(text, given) == [expected]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        # A title in quotes needs both; a type that is sure stays.
        ("Η ταινία «Ευτυχία και άλλα.", ("Ευτυχία", "PERSON", 0.9)),
        ("Το πλοίο Frontex.", ("Frontex", "ORG", 0.97)),
        # Other nouns that share a stem, and plurals.
        ("Του συλλόγου «Μαδάρες» τα μέλη.", ("Μαδάρες", "ORG", 0.7)),
        ("Με μετοχές στα αεροδρόμια Μήλου.", ("Μήλου", "GPE", 0.7)),
        # Places named after a road, articles.
        ("Το μέλλον του αεροδρομίου της Πάρου.", ("Πάρου", "GPE", 0.7)),
        ("Ήταν στο Παρίσι.", ("Παρίσι", "GPE", 0.7)),
        # Values have no nouns.
        ("Η ταινία «1944» άρεσε.", ("1944", "DATE", 0.7)),
    ],
)
def test_what_no_noun_tells_stays(text: str, given: tuple[str, str, float]) -> None:
    assert read(text, given) == [given[:2]]


def test_a_title_is_found_whole() -> None:
    text = "Έγραψε το μυθιστόρημα «Η μέρα που έφυγε ο Γιάννης» πέρυσι."
    expected = [("Η μέρα που έφυγε ο Γιάννης", "WORK_OF_ART")]
    assert read(text) == expected
    assert read(text, ("Γιάννης", "PERSON", 0.99)) == expected
    assert read("Είδε την παράσταση «πρόβα» χθες.") == []


def test_scores_stay_between_0_and_1() -> None:
    doc = NLP("Η φρεγάτα Κίμων.")
    doc.set_ents([Span(doc, 2, 3, label="PERSON")])
    apply_head_words(doc)
    assert [span.label_ for span in doc.ents] == ["PRODUCT"]
    assert 0 < doc.ents[0]._.score < 1


def test_the_table_has_one_type_for_a_noun_of_a_kind() -> None:
    table = load_toml(files("greeknews_ner") / "resources" / "context" / "heads.toml")
    assert set(table) == {"before", "before_quotes", "begin", "inside"}
    for by_type in table.values():
        assert set(by_type) <= set(NAME_TYPES)
        stems = [stem(word) for words in by_type.values() for word in words]
        assert len(stems) == len(set(stems))
