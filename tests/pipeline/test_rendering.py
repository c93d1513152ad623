"""Nominative and English of the spans of a document, as plain spaCy gives them."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

Marks = list[tuple[str, str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("el")
    pipeline.add_pipe("greeknews_nominative")
    pipeline.add_pipe("greeknews_english")
    return pipeline


def marked(nlp: Language, text: str, marks: Marks) -> Doc:
    doc = nlp.make_doc(text)
    spans, position = [], 0
    for surface, label in marks:
        position = text.index(surface, position)
        spans.append(doc.char_span(position, position + len(surface), label=label))
        position += len(surface)
    doc.set_ents(spans)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@pytest.mark.parametrize(
    ("text", "surface", "label", "nominative", "english"),
    [
        ("Η απάντηση της Ουκρανίας.", "Ουκρανίας", "GPE", "Ουκρανία", "Ukraine"),
        ("Η επίσκεψη του Σοϊγκού.", "Σοϊγκού", "PERSON", "Σοϊγκού", "Shoigu"),
        (
            "Δήλωση του Κυριάκου Μητσοτάκη.",
            "Κυριάκου Μητσοτάκη",
            "PERSON",
            "Κυριάκος Μητσοτάκης",
            "Kyriakos Mitsotakis",
        ),
        (
            "Η ομιλία της Κατερίνας Σακελλαροπούλου.",
            "Κατερίνας Σακελλαροπούλου",
            "PERSON",
            "Κατερίνα Σακελλαροπούλου",
            "Katerina Sakellaropoulou",
        ),
        (
            "Στέλεχος του Υπουργείου Εξωτερικών.",
            "Υπουργείου Εξωτερικών",
            "ORG",
            "Υπουργείο Εξωτερικών",
            "Ministry of Foreign Affairs",
        ),
        ("Μετοχή της Tesla.", "Tesla", "ORG", "Tesla", "Tesla"),
    ],
)
def test_nominative_and_english(
    nlp: Language, text: str, surface: str, label: str, nominative: str, english: str
) -> None:
    [span] = marked(nlp, text, [(surface, label)]).ents
    assert (span._.nominative, span._.english.english) == (nominative, english)


def test_another_form_in_the_article_is_evidence(nlp: Language) -> None:
    text = "Ο Αρβελέρ ήρθε. Μίλησε για τον Αρβελέρ."
    doc = marked(nlp, text, [("Αρβελέρ", "PERSON"), ("Αρβελέρ", "PERSON")])
    assert {span._.nominative for span in doc.ents} == {"Αρβελέρ"}


@pytest.mark.parametrize("order", [1, -1])
def test_the_fullest_mention_speaks_for_the_shorter_ones(nlp: Language, order: int) -> None:
    names = ["Βιατσεσλάβ Ντουμπρόβσκι", "Ντουμπρόβσκι"][::order]
    text = f"Ο {names[0]} μίλησε. Ο {names[1]} έφυγε."
    doc = marked(nlp, text, [(name, "PERSON") for name in names])
    full, short = sorted(doc.ents, key=len, reverse=True)
    assert full._.english.english.split()[-1] == short._.english.english


def test_values_keep_their_words_and_have_no_english(nlp: Language) -> None:
    [span] = marked(nlp, "Τον Ιούνιο του 2024.", [("Ιούνιο του 2024", "DATE")]).ents
    assert (span._.nominative, span._.english) == ("Ιούνιο του 2024", None)


def test_the_tables_can_be_left_out() -> None:
    pipeline = spacy.blank("el")
    pipeline.add_pipe("greeknews_english", config={"lexicon": False})
    [span] = marked(pipeline, "Ο Σοϊγκού.", [("Σοϊγκού", "PERSON")]).ents
    assert span._.english.method != "lexicon"
