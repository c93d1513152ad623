"""Names of the tables that the name finder missed or cut short."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from greeknews_ner.pipeline.known import KnownNames

NLP = spacy.blank("el")


def found(text: str, *given: tuple[int, int, str, float]) -> list[tuple[str, str]]:
    doc: Doc = NLP(text)
    component = KnownNames()
    spans = []
    for start, end, label, score in given:
        span = Span(doc, start, end, label=label)
        span._.score = score
        spans.append(span)
    doc.set_ents(spans)
    return [(ent.text, ent.label_) for ent in component(doc).ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Στα ημιτελικά βρήκε την Άστον Βίλα και έχασε.", [("Άστον Βίλα", "ORG")]),
        ("Αποφάσεις της Τράπεζας της Ελλάδος για τα επιτόκια.", [("Τράπεζας της Ελλάδος", "ORG")]),
        ("Πλοία στα Στενά του Ορμούζ.", [("Στενά του Ορμούζ", "LOC")]),
        ("Ο πρόεδρος της Fed μίλησε.", [("Fed", "ORG")]),
        ("Μέλη του ΝΑΤΟ συμφώνησαν.", [("ΝΑΤΟ", "ORG")]),
        ("Η ΣΥΝΟΔΟΣ ΤΟΥ ΝΑΤΟ ΑΡΧΙΖΕΙ ΑΥΡΙΟ", []),
        ("Πήγαν στη νέα δημοκρατία τους.", []),
        ("Ένα λευκό σπίτι και ένας οίκος.", []),
        ("ΤΑ ΝΕΑ ΜΕΤΡΑ ΤΗΣ ΑΣΤΟΝ ΒΙΛΑ ΕΙΝΑΙ ΕΔΩ", []),
        ("ΣΤΗΝ ΤΡΑΠΕΖΑ ΤΗΣ ΕΛΛΑΔΟΣ ΧΘΕΣ", [("ΤΡΑΠΕΖΑ ΤΗΣ ΕΛΛΑΔΟΣ", "ORG")]),
        ("Η πληρωμή του ΚΕΑ θα γίνει αύριο.", []),
        ("Το είπαν όλα τα ΜΜΕ της χώρας.", []),
    ],
)
def test_names_are_found_as_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_what_was_found_in_part_becomes_whole() -> None:
    text = "Στα ημιτελικά βρήκε την Άστον Βίλα."
    assert found(text, (5, 6, "GPE", 0.7)) == [("Άστον Βίλα", "ORG")]


@pytest.mark.parametrize(
    "given",
    [(5, 6, "GPE", 0.95), (4, 6, "PERSON", 0.5), (4, 7, "ORG", 0.5)],
    ids=["sure", "as long", "longer"],
)
def test_what_is_sure_or_as_long_stays(given: tuple[int, int, str, float]) -> None:
    text = "Στα ημιτελικά βρήκε την Άστον Βίλα Μπέρμιγχαμ."
    start, end, label, _ = given
    assert found(text, given) == [(NLP(text)[start:end].text, label)]


def test_of_several_names_in_one_the_finder_must_be_surer() -> None:
    text = "Πλοία στα Στενά του Ορμούζ."
    assert found(text, (2, 3, "GPE", 0.92), (4, 5, "GPE", 0.92)) == [("Στενά του Ορμούζ", "LOC")]
    assert len(found(text, (2, 3, "GPE", 0.97), (4, 5, "GPE", 0.97))) == 2


def test_a_body_of_a_body_stays_two() -> None:
    text = "Σπούδασε στην Ιατρική Σχολή του Χάρβαρντ."
    assert found(text, (2, 4, "ORG", 0.7), (5, 6, "ORG", 0.7)) == [
        ("Ιατρική Σχολή", "ORG"),
        ("Χάρβαρντ", "ORG"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Μίλησε ο ΥΠΕΞ Νίκος Δένδιας.", ["Νίκος Δένδιας"]),
        ("Μίλησε η εκπρόσωπος του ΝΑΤΟ Οάνα Λουνγκέσκου.", ["ΝΑΤΟ", "Οάνα Λουνγκέσκου"]),
    ],
)
def test_what_a_person_bears_is_a_title(text: str, expected: list[str]) -> None:
    person = len(NLP(text)) - 3
    assert [name for name, _ in found(text, (person, person + 2, "PERSON", 0.99))] == expected


def test_a_name_of_two_meanings_is_left_to_the_finder() -> None:
    from greeknews_ner.names.known_phrases import KnownPhrases
    from greeknews_ner.names.lexicon import default_lexicon

    class Both:
        def phrases(self) -> list[tuple[str, str]]:
            return [("μεγασ αλεξανδροσ", "PERSON"), ("μεγασ αλεξανδροσ", "GPE")]

    assert len(KnownPhrases(Both())) == 0  # type: ignore[arg-type]
    assert len(KnownPhrases(default_lexicon())) > 10_000


def test_spans_keep_their_score() -> None:
    doc = NLP("Ο πρόεδρος της Fed μίλησε στην Αθήνα.")
    component = KnownNames()
    span = Span(doc, 6, 7, label="GPE")
    span._.score = 0.77
    doc.set_ents([span])
    scores = [ent._.score for ent in component(doc).ents]
    assert scores[1] == 0.77
    assert 0 < scores[0] < 1
