"""One type for one name, and no mention missed."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner.pipeline.agreement import Agreement

Spans = list[tuple[str, str, float]]


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("el")


def agreed(nlp: Language, text: str, spans: Spans) -> list[tuple[str, str]]:
    """Mark the spans in order of appearance, run the component, read the result."""
    component = Agreement()
    doc: Doc = nlp(text)
    position, marked = 0, []
    for surface, label, score in spans:
        position = text.index(surface, position)
        span = doc.char_span(position, position + len(surface), label=label)
        assert isinstance(span, Span)
        span._.score = score
        marked.append(span)
        position += len(surface)
    doc.set_ents(marked)
    doc = component(doc)
    assert all(0 < span._.score <= 1 for span in doc.ents)
    return [(span.text, span.label_) for span in doc.ents]


TABLE: list[tuple[str, Spans, list[tuple[str, str]]]] = [
    (
        "Ο Σεργκέι Σοϊγκού έφτασε. Η επίσκεψη του Σοϊγκού και ο Σοϊγκού.",
        [("Σεργκέι Σοϊγκού", "PERSON", 0.98), ("Σοϊγκού", "GPE", 0.6), ("Σοϊγκού", "GPE", 0.7)],
        [("Σεργκέι Σοϊγκού", "PERSON"), ("Σοϊγκού", "PERSON"), ("Σοϊγκού", "PERSON")],
    ),
    (
        "Ο Σεργκέι Σοϊγκού έφτασε και μίλησε. Αργά είπε ο Σοϊγκού ότι φεύγει.",
        [("Σεργκέι Σοϊγκού", "PERSON", 0.98)],
        [("Σεργκέι Σοϊγκού", "PERSON"), ("Σοϊγκού", "PERSON")],
    ),
    (
        "Η Ουκρανία ζήτησε βοήθεια. Οι δρόμοι της Ουκρανίας είναι κλειστοί.",
        [("Ουκρανία", "GPE", 0.99)],
        [("Ουκρανία", "GPE"), ("Ουκρανίας", "GPE")],
    ),
    (
        "Η Βόρεια Κορέα απάντησε. Στα σύνορα της Βόρειας Κορέας επικρατεί ησυχία.",
        [("Βόρεια Κορέα", "GPE", 0.99)],
        [("Βόρεια Κορέα", "GPE"), ("Βόρειας Κορέας", "GPE")],
    ),
    # An unsure mention is not carried over.
    (
        "Ο Πετράκος είπε ναι. Μετά ο Πετράκος έφυγε.",
        [("Πετράκος", "PERSON", 0.5)],
        [("Πετράκος", "PERSON")],
    ),
    # Neither is a value, nor a word in small letters.
    (
        "Η Χαρά Νικολάου ήρθε με χαρά τη Δευτέρα και έφυγε τη Δευτέρα.",
        [("Χαρά Νικολάου", "PERSON", 0.99), ("Δευτέρα", "DATE", 0.99)],
        [("Χαρά Νικολάου", "PERSON"), ("Δευτέρα", "DATE")],
    ),
    # The tables know one meaning of Κύπρος; against a sure reading they have no say,
    ("Η Κύπρος απάντησε.", [("Κύπρος", "PERSON", 0.4)], [("Κύπρος", "GPE")]),
    ("Ο Κύπρος απάντησε.", [("Κύπρος", "PERSON", 0.9)], [("Κύπρος", "PERSON")]),
    # nor against a country that plays; what kind of place it is, the text may know better.
    ("Κέρδισε η Κροατία.", [("Κροατία", "ORG", 0.4)], [("Κροατία", "ORG")]),
    ("Νερά του Δούναβη.", [("Δούναβη", "GPE", 0.6)], [("Δούναβη", "LOC")]),
    ("Νερά του Δούναβη.", [("Δούναβη", "GPE", 0.7)], [("Δούναβη", "GPE")]),
    # A given name is no town, and a title of a work or a product is what the text says.
    ("Της Σταυρούλας.", [("Σταυρούλας", "GPE", 0.5)], [("Σταυρούλας", "PERSON")]),
    ("Της Σταυρούλας.", [("Σταυρούλας", "GPE", 0.7)], [("Σταυρούλας", "GPE")]),
    ("Έφυγε η Μαρίνα.", [("Μαρίνα", "PERSON", 0.5)], [("Μαρίνα", "PERSON")]),
    ("Έγραψε στο WhatsApp.", [("WhatsApp", "PRODUCT", 0.5)], [("WhatsApp", "PRODUCT")]),
    # A country and its people have one stem.
    (
        "Ο Ιρανός διπλωμάτης έφυγε από το Ιράν. Το Ιράν δεν απάντησε.",
        [("Ιρανός", "NORP", 0.97), ("Ιράν", "GPE", 0.99), ("Ιράν", "GPE", 0.99)],
        [("Ιρανός", "NORP"), ("Ιράν", "GPE"), ("Ιράν", "GPE")],
    ),
    # Values never vote.
    (
        "Στις 25 Μαρτίου έφυγε ο Μαρτίου.",
        [("25 Μαρτίου", "DATE", 0.99), ("Μαρτίου", "PERSON", 0.6)],
        [("25 Μαρτίου", "DATE"), ("Μαρτίου", "PERSON")],
    ),
]


@pytest.mark.parametrize(("text", "spans", "expected"), TABLE, ids=[row[0][:30] for row in TABLE])
def test_agreement(
    blank: Language, text: str, spans: Spans, expected: list[tuple[str, str]]
) -> None:
    assert agreed(blank, text, spans) == expected


def test_a_document_without_names_stays_as_it_is(blank: Language) -> None:
    assert agreed(blank, "Βρέχει από το πρωί.", []) == []


def test_it_can_be_added_to_any_pipeline() -> None:
    nlp = spacy.blank("el")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Κύπρος"}])  # type: ignore[attr-defined]
    nlp.add_pipe("greeknews_agreement")
    assert [span.label_ for span in nlp("Η Κύπρος και η Κύπρος.").ents] == ["GPE", "GPE"]
