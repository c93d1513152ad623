"""The component: it learns, it is stored, it goes on learning, it minds what is there already."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Config, fix_random_seed

from greeknews_ner.pipeline.name_finder import NameFinder

SMALL = """
[model]
@architectures = "greeknews_ner.CrfTagger.v1"
[model.tok2vec]
@architectures = "greeknews_ner.Tok2Vec.v1"
[model.tok2vec.embed]
@architectures = "greeknews_ner.FoldedEmbed.v1"
width = 24
form_dropout = 0.1
rows = {"form": 200, "suffix3": 200, "case": 16}
widths = {"form": 24, "suffix3": 16, "case": 8}
[model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 24
depth = 2
window_size = 1
maxout_pieces = 2
"""
PEOPLE = ["Κυριάκος Μητσοτάκης", "Αλέξης Τσίπρας", "Εμανουέλ Μακρόν", "Άνγκελα Μέρκελ"]
PLACES = ["Αθήνα", "Μόσχα", "Θεσσαλονίκη", "Νέα Υόρκη", "Άγκυρα"]


def gold(nlp: Language, count: int = 60) -> list[Example]:
    chooser = random.Random(5)
    examples = []
    for _ in range(count):
        person, place = chooser.choice(PEOPLE).split(), chooser.choice(PLACES).split()
        words = ["Ο", *person, "έφτασε", "χθες", "στην", *place, "."]
        doc = Doc(nlp.vocab, words=words)
        second = 4 + len(person)
        doc.ents = (
            Span(doc, 1, 1 + len(person), label="PERSON"),
            Span(doc, second, second + len(place), label="GPE"),
        )
        examples.append(Example(Doc(nlp.vocab, words=words), doc))
    return examples


def train(nlp: Language, examples: list[Example], steps: int = 40) -> list[float]:
    optimizer = nlp.resume_training()
    losses = []
    for _ in range(steps):
        current: dict[str, float] = {}
        nlp.update(examples, sgd=optimizer, drop=0.1, losses=current)
        losses.append(current["greeknews_name_finder"])
    return losses


def untrained() -> Language:
    fix_random_seed(0)
    nlp = spacy.blank("el")
    config = {"model": Config().from_str(SMALL)["model"], "min_form_freq": 1}
    nlp.add_pipe("greeknews_name_finder", config=config)
    nlp.initialize(lambda: gold(nlp))
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = untrained()
    train(pipeline, gold(pipeline))
    return pipeline


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_it_learns_and_its_loss_falls() -> None:
    pipeline = untrained()
    losses = train(pipeline, gold(pipeline))
    assert losses[-1] < 0.05 * losses[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ο Αλέξης Τσίπρας έφτασε χθες στην Νέα Υόρκη.",
            [("Αλέξης Τσίπρας", "PERSON"), ("Νέα Υόρκη", "GPE")],
        ),
        (
            "Ο Αλεξης Τσιπρας έφτασε χθες στην Αγκυρα.",
            [("Αλεξης Τσιπρας", "PERSON"), ("Αγκυρα", "GPE")],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_it_finds_names(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert entities(nlp(text)) == expected


def test_every_entity_has_a_probability(nlp: Language) -> None:
    doc = nlp("Ο Εμανουέλ Μακρόν έφτασε χθες στην Μόσχα.")
    assert [0.5 < ent._.score <= 1 for ent in doc.ents] == [True, True]
    other = nlp("Μακρόν στην και έφτασε Μόσχα χθες Ο")
    assert all(0 <= ent._.score <= 1 for ent in other.ents)


def test_a_batch_gives_what_single_documents_give(nlp: Language) -> None:
    texts = [
        "Ο Αλέξης Τσίπρας έφτασε χθες στην Αθήνα.",
        "",
        "Χθες.\nΟ Εμανουέλ Μακρόν έφτασε χθες στην Νέα Υόρκη.",
        "Η Άνγκελα Μέρκελ έφτασε χθες στην Άγκυρα. Ο Εμανουέλ Μακρόν έφτασε.",
    ]
    alone = [nlp(text) for text in texts]
    together = list(nlp.pipe(texts, batch_size=4))
    for one, other in zip(alone, together, strict=True):
        assert entities(one) == entities(other)
        scores = [ent._.score for ent in one.ents]
        np.testing.assert_allclose(scores, [ent._.score for ent in other.ents], atol=1e-5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_gives_whole_spans_inside_lines(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for ent in doc.ents:
        assert text[ent.start_char : ent.end_char] == ent.text
        assert "\n" not in ent.text
        assert not doc[ent.start].is_space
        assert not doc[ent.end - 1].is_space


def test_it_is_stored_and_loaded(nlp: Language, tmp_path: Path) -> None:
    text = "Ο Κυριάκος Μητσοτάκης έφτασε χθες στην Θεσσαλονίκη."
    before = nlp(text)
    nlp.to_disk(tmp_path / "pipeline")
    from_disk = spacy.load(tmp_path / "pipeline")
    from_bytes = untrained().from_bytes(nlp.to_bytes())
    for loaded in (from_disk, from_bytes):
        after = loaded(text)
        assert entities(after) == entities(before)
        scores = [ent._.score for ent in before.ents]
        np.testing.assert_allclose(scores, [ent._.score for ent in after.ents], atol=0.01)
    stored = sorted(
        path.name for path in (tmp_path / "pipeline" / "greeknews_name_finder").iterdir()
    )
    assert stored == ["cfg", "model"]


def test_a_loaded_pipeline_goes_on_learning(nlp: Language) -> None:
    loaded = untrained().from_bytes(nlp.to_bytes())
    losses = train(loaded, gold(loaded), steps=3)
    assert losses[0] < 10.0
    assert all(np.isfinite(losses))


def test_entities_that_are_there_stay(nlp: Language) -> None:
    finder = nlp.get_pipe("greeknews_name_finder")
    words = ["Ο", "Αλέξης", "Τσίπρας", "έφτασε", "χθες", "στην", "Νέα", "Υόρκη", "."]
    doc = Doc(nlp.vocab, words=words)
    doc.ents = (Span(doc, 7, 8, label="ORG"),)
    finder(doc)
    assert entities(doc) == [("Αλέξης Τσίπρας", "PERSON"), ("Υόρκη", "ORG")]


def test_missing_tags_are_no_evidence() -> None:
    pipeline = untrained()
    finder = pipeline.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    example = gold(pipeline, 1)[0]
    bare = Example.from_dict(
        Doc(pipeline.vocab, words=[token.text for token in example.x]),
        {"entities": ["-"] * len(example.x)},
    )
    emissions = finder.model.predict([bare.x])
    loss, gradients = finder.get_loss([bare], emissions)
    assert loss == pytest.approx(0.0, abs=1e-6)
    assert np.abs(gradients[0]).max() < 1e-6


def test_gradient_of_the_loss_is_its_slope() -> None:
    pipeline = untrained()
    finder = pipeline.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    examples = gold(pipeline, 2)
    generator = np.random.default_rng(0)
    emissions = [generator.normal(size=(len(eg.x), 9)) for eg in examples]
    _, gradients = finder.get_loss(examples, emissions)
    step = 1e-4
    for place in [(0, 0), (2, 7), (6, 1)]:
        values = []
        for change in (step, -step):
            emissions[0][place] += change
            values.append(finder.get_loss(examples, emissions)[0])
            emissions[0][place] -= change
        slope = (values[0] - values[1]) / (2 * step)
        assert gradients[0][place] == pytest.approx(slope, abs=1e-4)


def test_calibration_is_kept_with_the_weights(nlp: Language) -> None:
    other = untrained().from_bytes(nlp.to_bytes())
    finder = other.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    fitted = finder.calibrate(gold(other))
    again = untrained().from_bytes(other.to_bytes()).get_pipe("greeknews_name_finder")
    assert isinstance(again, NameFinder)
    assert again.calibration == fitted
    assert fitted.knots[0] == 0.0
    assert fitted.knots[-1] == 1.0
