"""The nominative of spans, from the words around them and the article's other names."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from greeknews_ner.pipeline.nominative import NominativeSetter

NLP = spacy.blank("el")
Marks = list[tuple[str, str]]


def nominatives(text: str, marks: Marks) -> list[str]:
    doc = NLP(text)
    spans, position = [], 0
    for surface, label in marks:
        position = text.index(surface, position)
        span = doc.char_span(position, position + len(surface), label=label)
        assert isinstance(span, Span), surface
        spans.append(span)
        position += len(surface)
    doc.set_ents(spans)
    return [span._.nominative for span in NominativeSetter()(doc).ents]


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Νοσηλεύεται στον «Άγιο Σάββα» εδώ.", [("Άγιο Σάββα", "ORG")], ["Άγιος Σάββας"]),
        ("Σκηνές της «Ηλέκτρας» παίζονται.", [("Ηλέκτρας", "WORK_OF_ART")], ["Ηλέκτρα"]),
        ("Άρθρο της “Αυγής” λέει.", [("Αυγής", "ORG")], ["Αυγή"]),
        ("Στο έργο του «Ηλέκτρα» παίζει.", [("Ηλέκτρα", "WORK_OF_ART")], ["Ηλέκτρα"]),
    ],
)
def test_the_article_before_a_quote_counts(text: str, marks: Marks, expected: list[str]) -> None:
    assert nominatives(text, marks) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Έκθεση, Ασκληπιού 14, ως το Σάββατο.", [("Ασκληπιού", "GPE")], ["Ασκληπιού"]),
        (
            "Στις 9 μ.μ., Ομήρου και Σκουφά. Ο ποιητής διαβάζει.",
            [("Ομήρου", "PERSON"), ("Σκουφά", "PERSON")],
            ["Ομήρου", "Σκουφά"],
        ),
        ("Έπη του Ομήρου 14 αιώνων.", [("Ομήρου", "PERSON")], ["Όμηρος"]),
        ("Ψήφοι: Ζήση 14%, άλλοι 3.", [("Ζήση", "PERSON")], ["Ζήσης"]),
        ("Μπήκαν στην οδό Σολωμού χθες.", [("Σολωμού", "LOC")], ["Σολωμού"]),
        (
            "Στη γωνία των οδών Μιχαήλ Βόδα και Φερών κάηκε.",
            [("οδών Μιχαήλ Βόδα", "FAC"), ("Φερών", "GPE")],
            ["οδοί Μιχαήλ Βόδα", "Φερών"],
        ),
    ],
)
def test_addresses_keep_their_genitive(text: str, marks: Marks, expected: list[str]) -> None:
    assert nominatives(text, marks) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (
            "Σκόραραν με τους Μωραΐτη και Ζήση.",
            [("Μωραΐτη", "PERSON"), ("Ζήση", "PERSON")],
            ["Μωραΐτης", "Ζήσης"],
        ),
        (
            "Έπαιξαν οι Βέρτος, Δαμανάκη και Ζήσης.",
            [("Βέρτος", "PERSON"), ("Δαμανάκη", "PERSON"), ("Ζήσης", "PERSON")],
            ["Βέρτος", "Δαμανάκη", "Ζήσης"],
        ),
        (
            "Ο δικηγόρος του Ζήση, Μαρία Βέρτου, μίλησε.",
            [("Ζήση", "PERSON"), ("Μαρία Βέρτου", "PERSON")],
            ["Ζήσης", "Μαρία Βέρτου"],
        ),
    ],
)
def test_several_persons_share_an_article_in_the_plural(
    text: str, marks: Marks, expected: list[str]
) -> None:
    assert nominatives(text, marks) == expected


def test_a_family_name_alone_agrees_with_the_full_name() -> None:
    text = "Είδα τον Άγγελο Βέρτο. Στον Βέρτο μίλησα."
    marks = [("Άγγελο Βέρτο", "PERSON"), ("Βέρτο", "PERSON")]
    assert nominatives(text, marks) == ["Άγγελος Βέρτος", "Βέρτος"]


def test_a_family_name_of_a_woman_stays_with_her() -> None:
    text = "Μίλησε η Άννα Λαμπράκη. Στη συνέχεια, Λαμπράκη και άλλοι."
    marks = [("Άννα Λαμπράκη", "PERSON"), ("Λαμπράκη", "PERSON")]
    assert nominatives(text, marks) == ["Άννα Λαμπράκη", "Λαμπράκη"]


def test_a_short_name_of_a_body_agrees_with_its_whole_name() -> None:
    text = "Οι Λεγεωνάριοι του Βορρά. Μια ομάδα Λεγεωνάριων."
    marks = [("Λεγεωνάριοι του Βορρά", "ORG"), ("Λεγεωνάριων", "ORG")]
    assert nominatives(text, marks) == ["Λεγεωνάριοι του Βορρά", "Λεγεωνάριοι"]


def test_capitals_take_the_accent_that_small_letters_show() -> None:
    text = "ΣΤΑΘΗΣ ΚΑΛΥΒΙΛΛΗΣ. Ο Στάθης Καλύβιλλης γράφει."
    marks = [("ΣΤΑΘΗΣ ΚΑΛΥΒΙΛΛΗΣ", "PERSON"), ("Στάθης Καλύβιλλης", "PERSON")]
    assert nominatives(text, marks) == ["Στάθης Καλύβιλλης"] * 2


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("ΠΑΠΑΔΟΠΟΥΛΟΣ Γεώργιος", "Γεώργιος Παπαδόπουλος"),
        ("ΡΑΠΤΗΣ Νικόλαος", "Νικόλαος Ράπτης"),
        ("ΑΒΓΔ Σρόντερ", "ΑΒΓΔ Σρόντερ"),
    ],
)
def test_only_a_family_name_in_capitals_goes_behind(surface: str, expected: str) -> None:
    assert nominatives(f"Υπογράφει {surface}.", [(surface, "PERSON")]) == [expected]
