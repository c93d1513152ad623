"""Where the name of a person begins."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.person_edges import mend_persons

NLP = spacy.blank("el")
register_extensions()


def mended(doc: Doc, *surfaces: str) -> list[str]:
    spans = []
    for surface in surfaces:
        start = doc.text.index(surface)
        span = doc.char_span(start, start + len(surface), label="PERSON")
        assert isinstance(span, Span)
        span._.score = 0.7
        spans.append(span)
    doc.set_ents(spans)
    mend_persons(doc)
    assert all(span._.score == 0.7 for span in doc.ents)
    return [span.text for span in doc.ents]


@pytest.mark.parametrize(
    ("text", "surfaces", "expected"),
    [
        ("Ο υπουργός Αδ. Γεωργιάδης είπε", ["Γεωργιάδης"], ["Αδ. Γεωργιάδης"]),
        ("Ο υπουργός Αδ. Γεωργιάδης είπε", ["Αδ", "Γεωργιάδης"], ["Αδ. Γεωργιάδης"]),
        ("Ο Κ. Κατσίκης είπε", ["Κατσίκης"], ["Κ. Κατσίκης"]),
        ("Ο Γ. Π. Κατσίκης είπε", ["Κατσίκης"], ["Γ. Π. Κατσίκης"]),
        ("Ο Γ. Κατσίκης είπε", ["Γ. Κατσίκης"], ["Γ. Κατσίκης"]),
        # What is no given name cut short.
        ("Ο Δρ. Κατσίκης είπε", ["Κατσίκης"], ["Κατσίκης"]),
        ("Ο κ. Κατσίκης είπε", ["Κατσίκης"], ["Κατσίκης"]),
        ("Ο Κ. ΚΑΤΣΙΚΗΣ ΕΙΠΕ", ["ΚΑΤΣΙΚΗΣ"], ["ΚΑΤΣΙΚΗΣ"]),
        ("Ο Γ. ΚΑΤΣΙΚΗΣ ΕΙΠΕ", ["ΚΑΤΣΙΚΗΣ"], ["Γ. ΚΑΤΣΙΚΗΣ"]),
        ("Μίλησε ο Άρης. Κατσίκης και άλλοι", ["Κατσίκης"], ["Κατσίκης"]),
        ("Το είπε το ΝΑΤΟ. Κατσίκης και άλλοι", ["Κατσίκης"], ["Κατσίκης"]),
        ("Κατσίκης", ["Κατσίκης"], ["Κατσίκης"]),
        # The see of a prelate.
        ("Ο Αρχιεπίσκοπος Αθηνών Ιερώνυμος", ["Αθηνών Ιερώνυμος"], ["Ιερώνυμος"]),
        ("Ο μητροπολίτης Πειραιώς Σεραφείμ", ["Πειραιώς Σεραφείμ"], ["Σεραφείμ"]),
        ("Ο αρχιεπίσκοπος Άντζελο Μπέτσιου", ["Άντζελο Μπέτσιου"], ["Άντζελο Μπέτσιου"]),
        ("Ο σκηνοθέτης Αθηνών Ιερώνυμος", ["Αθηνών Ιερώνυμος"], ["Αθηνών Ιερώνυμος"]),
    ],
)
def test_persons_begin_with_their_names(
    text: str, surfaces: list[str], expected: list[str]
) -> None:
    assert mended(NLP(text), *surfaces) == expected


@pytest.mark.parametrize(
    ("first", "tag", "expected"),
    [
        ("Εγκωμίασε", "VERB", "Σαμαρά"),
        ("Εγκωμίασε", "NOUN", "Εγκωμίασε Σαμαρά"),
        ("Αντρέι", "VERB", "Αντρέι Σαμαρά"),
    ],
)
def test_the_verb_of_a_headline_is_no_name(first: str, tag: str, expected: str) -> None:
    words = [first, "Σαμαρά", "για", "όλα"]
    doc = Doc(NLP.vocab, words, pos=[tag, "PROPN", "ADP", "PRON"], sent_starts=[1, 0, 0, 0])
    assert mended(doc, f"{first} Σαμαρά") == [expected]
