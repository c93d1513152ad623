from __future__ import annotations

import json

import pytest
import spacy
from spacy.language import Language

from greeknews_ner.evaluation import GoldDoc, Span, evaluate_ner
from greeknews_ner.evaluation.overlap import seen_surfaces, without_duplicates
from greeknews_ner.evaluation.running import predict


@pytest.fixture(scope="module")
def ruler() -> Language:
    """A pipeline that knows three names and no others."""
    nlp = spacy.blank("el")
    rules = nlp.add_pipe("entity_ruler")
    rules.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Σοϊγκού"},
            {"label": "GPE", "pattern": "Μόσχα"},
            {"label": "LOC", "pattern": "Αιγαίο"},
        ]
    )
    return nlp


def gold(text: str, *tags: str) -> GoldDoc:
    return GoldDoc.of_tags(text.split(), list(tags))


DOCS = [
    gold("Ο Σοϊγκού έφυγε", "O", "B-PERSON", "O"),
    gold("Η Μόσχα σιωπά", "O", "B-GPE", "O"),
    gold("Το Αιγαίο και η Λάρισα", "O", "O", "O", "O", "B-GPE"),
]


def test_spans_are_found_on_gold_tokens(ruler: Language) -> None:
    assert [
        [(p.start, p.end, p.label, p.score) for p in found] for found in predict(ruler, DOCS)
    ] == [
        [(2, 9, "PERSON", None)],
        [(2, 7, "GPE", None)],
        [(3, 9, "LOC", None)],
    ]


def test_plain_text_goes_through_the_tokeniser(ruler: Language) -> None:
    text = "«Μόσχα», λέει ο Σοϊγκού."
    doc = GoldDoc(text=text, spans=(Span(1, 6, "GPE"), Span(16, 23, "PERSON")))
    report = evaluate_ner(ruler, [doc])
    assert report.micro.f1 == 1


def test_everything_is_measured(ruler: Language) -> None:
    report = evaluate_ner(
        ruler,
        DOCS,
        train=[DOCS[0]],
        dedup_against=[gold("Η ΜΟΣΧΑ ΣΙΩΠΑ", "O", "B-GPE", "O")],
        capitals=True,
        bootstrap=20,
    )
    assert (report.sentences, report.dropped, report.words) == (2, 1, 8)
    assert (report.micro.gold, report.micro.predicted, report.micro.correct) == (2, 2, 1)
    assert report.foreign == {"LOC": 1}
    assert report.unseen is not None
    assert (report.unseen.gold, report.unseen.predicted, report.unseen.correct) == (1, 1, 0)
    assert report.capitals is not None
    assert report.capitals.micro.predicted == 0
    assert report.capitals.micro.gold == 2
    assert report.calibration is None
    assert json.loads(json.dumps(report.as_dict()))["micro"]["correct"] == 1


def test_types_choose_what_is_scored(ruler: Language) -> None:
    report = evaluate_ner(ruler, DOCS, types={"PERSON", "GPE"})
    assert report.foreign == {}
    assert (report.micro.gold, report.micro.predicted, report.micro.correct) == (3, 2, 2)


def test_scores_are_calibrated_against_gold(ruler: Language) -> None:
    from spacy.tokens import Doc

    from greeknews_ner.pipeline.extensions import register_extensions

    register_extensions()

    class Sure:
        def __call__(self, doc: Doc) -> Doc:
            for span in doc.ents:
                span._.score = 0.75
            return doc

    nlp = spacy.blank("el")
    nlp.add_pipe("entity_ruler", source=ruler)
    Language.component("always_sure", func=Sure())
    nlp.add_pipe("always_sure")
    report = evaluate_ner(nlp, DOCS)
    assert report.calibration is not None
    assert report.calibration.confidence == pytest.approx(0.75)
    assert report.calibration.accuracy == pytest.approx(2 / 3)
    assert report.calibration.ece == pytest.approx(0.75 - 2 / 3)


def test_seen_surfaces_are_folded() -> None:
    assert seen_surfaces(DOCS) == {"σοιγκου", "μοσχα", "λαρισα"}


def test_punctuation_is_never_a_duplicate() -> None:
    line = gold("«»", "O")
    assert without_duplicates([line], [line]) == [line]
    assert without_duplicates(DOCS, DOCS) == []


def test_the_embedded_pipeline_gives_scores(extractor: object) -> None:
    from greeknews_ner import Extractor

    assert isinstance(extractor, Extractor)
    doc = gold(
        "Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ .",
        "O",
        "B-PERSON",
        "I-PERSON",
        "O",
        "O",
        "B-GPE",
        "O",
    )
    report = evaluate_ner(extractor.nlp, [doc])
    assert report.micro.f1 == 1
    assert report.calibration is not None
