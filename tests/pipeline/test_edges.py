"""Names end where they end: no quotes, brackets, dashes or slashes at their edges."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from greeknews_ner.pipeline.edges import Edges
from greeknews_ner.pipeline.span_edges import EDGES, clean_ranges

NLP = spacy.blank("el")
EDGE = Edges()


def cleaned(text: str, surface: str, label: str) -> list[tuple[str, str]]:
    doc: Doc = NLP(text)
    start = text.index(surface)
    span = doc.char_span(start, start + len(surface), label=label)
    assert isinstance(span, Span)
    span._.score = 0.7
    doc.set_ents([span])
    doc = EDGE(doc)
    assert doc.text == text
    assert all(ent._.score == 0.7 for ent in doc.ents)
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "surface", "label", "expected"),
    [
        ("Η απόφαση της ΕΚΤ– έφτασε.", "ΕΚΤ–", "ORG", ["ΕΚΤ"]),
        ("Στη Μαύρη Θάλασσα/ και αλλού.", "Μαύρη Θάλασσα/", "LOC", ["Μαύρη Θάλασσα"]),
        ("Ο χορηγός -Ο.Λ. είπε", "-Ο.Λ", "ORG", ["Ο.Λ"]),
        ("στο «Μακεδονία» έγινε", "«Μακεδονία»", "FAC", ["Μακεδονία"]),
        ("στο ‘Παλλάς’ έγινε", "Παλλάς’", "FAC", ["Παλλάς"]),
        ("στο Θέατρο «Ολύμπια» έγινε", "Θέατρο «Ολύμπια»", "FAC", ["Θέατρο «Ολύμπια»"]),
        ("στο Θέατρο «Ολύμπια» έγινε", "Θέατρο «Ολύμπια", "FAC", ["Θέατρο «Ολύμπια»"]),
        ("στο Θέατρο Τέχνης «Ολύμπια έγινε", "Θέατρο Τέχνης «Ολύμπια", "FAC", ["Θέατρο Τέχνης"]),
        ("στο Ίδρυμα « Ελπίδα » έγινε", "Ίδρυμα « Ελπίδα", "ORG", ["Ίδρυμα « Ελπίδα »"]),
        ('στο Θέατρο "Άττις" έγινε', 'Θέατρο "Άττις', "FAC", ['Θέατρο "Άττις"']),
        ("η «Νέα» Δημοκρατία ήταν", "«Νέα» Δημοκρατία", "ORG", ["«Νέα» Δημοκρατία"]),
        (
            "του Εθνικού Αστεροσκοπείου Αθηνών (ΕΑΑ) στη",
            "Εθνικού Αστεροσκοπείου Αθηνών (ΕΑΑ",
            "ORG",
            ["Εθνικού Αστεροσκοπείου Αθηνών", "ΕΑΑ"],
        ),
        ("ο ΥΠΟΙΚ Κωστής Χατζηδάκης", "ΥΠΟΙΚ Κωστής Χατζηδάκης", "PERSON", ["Κωστής Χατζηδάκης"]),
        ("η Αθήνα ήταν", "Αθήνα", "GPE", ["Αθήνα"]),
        ("ο Κάρολος Γ΄ ήταν", "Κάρολος Γ΄", "PERSON", ["Κάρολος Γ΄"]),
        ("το ΑΝΤ1+ και", "ΑΝΤ1+", "ORG", ["ΑΝΤ1+"]),
        ("η Ν.Δ. και", "Ν.Δ.", "ORG", ["Ν.Δ."]),
        ("το McDonald's και", "McDonald's", "ORG", ["McDonald's"]),
        ("ο Ζαν-Λυκ Γκοντάρ και", "Ζαν-Λυκ Γκοντάρ", "PERSON", ["Ζαν-Λυκ Γκοντάρ"]),
        ("είπε ο Ρήγας.«Η έξοδος» αρχίζει", "Ρήγας.«Η", "PERSON", ["Ρήγας"]),
        ("θυγατρική της ΔΕΗ.Η εταιρεία", "ΔΕΗ.Η", "ORG", ["ΔΕΗ"]),
        ("κέρδισε ο Καμμένος;3. Το άλλο", "Καμμένος;3", "PERSON", ["Καμμένος"]),
        ("του ΚΙΝ.ΑΛΛ. είπε", "ΚΙΝ.ΑΛΛ", "ORG", ["ΚΙΝ.ΑΛΛ"]),
        ("ο Κων.Καραμανλής είπε", "Κων.Καραμανλής", "PERSON", ["Κων.Καραμανλής"]),
        ("στο naftemporiki.gr και", "naftemporiki.gr", "ORG", ["naftemporiki.gr"]),
        ("έγραψε (@tovimagr) χθες", "@tovimagr", "ORG", []),
        ("και – είπε", "–", "ORG", []),
    ],
)
def test_signs_at_the_edges_are_not_the_names(
    text: str, surface: str, label: str, expected: list[str]
) -> None:
    assert cleaned(text, surface, label) == [(name, label) for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ιταλίας-Αυστρίας-Κροατίας",
            [("Ιταλίας", "GPE"), ("Αυστρίας", "GPE"), ("Κροατίας", "GPE")],
        ),
        ("ΗΠΑ–Ρωσίας", [("ΗΠΑ", "GPE"), ("Ρωσίας", "GPE")]),
        ("ΗΠΑ – Ρωσίας", [("ΗΠΑ", "GPE"), ("Ρωσίας", "GPE")]),
        ("Βοσνίας-Ερζεγοβίνης", [("Βοσνίας-Ερζεγοβίνης", "GPE")]),
        ("Βάρης-Βούλας", [("Βάρης-Βούλας", "GPE")]),
        ("Στράτφορντ-απόν-Έιβον", [("Στράτφορντ-απόν-Έιβον", "GPE")]),
    ],
)
def test_a_chain_of_places_in_several_countries_is_several_places(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert cleaned(f"Η συνεργασία {text} προχωρά.", text, "GPE") == expected


def test_what_is_cut_keeps_its_sentences() -> None:
    nlp = spacy.blank("el")
    nlp.add_pipe("sentencizer")
    doc = nlp("Μιλά η ΕΚΤ– εδώ. Σιωπά η Αθήνα.")
    before = [sentence.text for sentence in doc.sents]
    doc.set_ents([Span(doc, 2, 3, label="ORG")])
    doc = EDGE(doc)
    assert [sentence.text for sentence in doc.sents] == before
    assert [ent.text for ent in doc.ents] == ["ΕΚΤ"]


SIGNS = st.text(st.sampled_from(sorted(EDGES) + list("αΒ ΕΟ1.")), max_size=20)


@given(SIGNS)
@example("1“1)”")
def test_whatever_remains_is_clean(text: str) -> None:
    ranges = clean_ranges(text)
    assert ranges == sorted(ranges)
    for start, end in ranges:
        name = text[start:end]
        assert name == name.strip()
        assert any(char.isalnum() for char in name)
        assert clean_ranges(name) == [(0, len(name))]
        if not any(sign in name for sign in '()[]{}<>«»“”„‘’"'):
            assert name[0] not in EDGES
            assert name[-1] not in EDGES or name[-1] in "'΄ʹ´’"


@given(SIGNS, st.integers(0, 8), st.integers(1, 8))
def test_any_span_of_any_text_survives(text: str, start: int, size: int) -> None:
    doc = NLP(text)
    chosen = doc[min(start, len(doc)) : min(start + size, len(doc))]
    if not len(chosen):
        return
    doc.set_ents([Span(doc, chosen.start, chosen.end, label="ORG")])
    first, last = chosen.start_char, chosen.end_char
    doc = EDGE(doc)
    assert doc.text == text
    for ent in doc.ents:
        assert first <= ent.start_char
        assert ent.end_char <= last + 2
        assert text[ent.start_char : ent.end_char] == ent.text
