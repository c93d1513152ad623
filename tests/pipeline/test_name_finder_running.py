"""Layers run for their results alone give what thinc gives; vectors last as the weights do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model, fix_random_seed

from greeknews_ner.pipeline.name_finder import running
from greeknews_ner.pipeline.name_finder.context import context_encoder
from greeknews_ner.pipeline.name_finder.embed import folded_embed
from greeknews_ner.pipeline.name_finder.known_vectors import KnownVectors


def documents(lengths: list[int], width: int = 8) -> list[Any]:
    random = np.random.default_rng(4)
    return [random.normal(size=(length, width)).astype(np.float32) for length in lengths]


def initialised(encoder: Model[Any, Any]) -> Model[Any, Any]:
    encoder.initialize(X=documents([5]))
    for node in encoder.walk():
        for name in node.param_names:
            value = np.asarray(node.get_param(name))
            random = np.random.default_rng(value.size)
            node.set_param(name, value + random.normal(size=value.shape).astype(np.float32))
    return encoder


@pytest.mark.parametrize("lengths", [[6], [3, 0, 9, 1], [0], [40, 2, 30]])
@pytest.mark.parametrize(
    "encoder",
    [
        lambda: MaxoutWindowEncoder(8, 1, 3, 3),
        lambda: context_encoder(8, 4, window_size=1, maxout_pieces=2, radius=5),
    ],
)
def test_results_are_those_of_predict(
    encoder: Any, lengths: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "ROWS_TOGETHER", 12)
    fix_random_seed(0)
    model, inputs = initialised(encoder()), documents(lengths)
    found = running.run_on_documents(model, inputs)
    assert [len(each) for each in found] == lengths
    for one, other in zip(found, model.predict(inputs), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


def test_a_layer_that_is_not_known_predicts_by_itself() -> None:
    doubling: Model[Any, Any] = Model("doubling", lambda model, X, is_train: (X * 2, lambda d: d))
    (given,) = documents([3])
    np.testing.assert_array_equal(running.run(doubling, given), given * 2)


def test_rows_at_hand_are_those_of_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_random_seed(0)
    model, inputs = initialised(MaxoutWindowEncoder(8, 1, 3, 2)), documents([300, 90])
    results = []
    for rows in (96, 1000):
        monkeypatch.setattr(running, "ROWS_AT_HAND", rows)
        results.append(running.run_on_documents(model, inputs))
    for one, other in zip(*results, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


class TestKnownVectors:
    def vectors(self, known: KnownVectors, numbers: list[int], mark: str = "a") -> Any:
        def make(new: Any) -> Any:
            self.made = [numbers[place] for place in new.tolist()]
            return np.array([[number, -number] for number in self.made], dtype=np.float32)

        self.made: list[int] = []
        found = known.vectors(np.array(numbers), mark, make)
        assert found.tolist() == [[number, -number] for number in numbers]
        return found

    def test_only_new_words_are_made_once_in_order(self) -> None:
        known = KnownVectors()
        self.vectors(known, [8, 7, 8])
        assert self.made == [8, 7]
        self.vectors(known, [8, 9000, 0])
        assert self.made == [9000, 0]
        self.vectors(known, [7, 9000])
        assert self.made == []

    def test_other_weights_make_all_anew(self) -> None:
        known = KnownVectors()
        self.vectors(known, [7, 8])
        self.vectors(known, [7, 8], "b")
        assert self.made == [7, 8]

    def test_it_is_bounded(self) -> None:
        known = KnownVectors(capacity=10)
        for start in range(0, 100, 4):
            self.vectors(known, list(range(start, start + 4)))
            assert len(known) <= 10

    def test_a_batch_may_be_larger_than_the_table(self) -> None:
        self.vectors(KnownVectors(capacity=2), [5, 6, 7])
        assert self.made == [5, 6, 7]


def test_vectors_of_words_follow_the_known_forms() -> None:
    fix_random_seed(0)
    doc = spacy.blank("el")("Πούτιν Μόσχα")
    model = folded_embed(8, {"form": 50}, {"form": 8})
    model.initialize(X=[doc])
    known = model.predict([doc])[0]
    assert not np.array_equal(known[0], known[1])
    model.layers[0].attrs["forms"] = np.array([1], dtype=np.uint64)
    unknown = model.predict([doc])[0]
    np.testing.assert_array_equal(unknown[0], unknown[1])


def test_an_embedding_out_of_training_is_that_of_its_layers() -> None:
    fix_random_seed(0)
    nlp = spacy.blank("el")
    texts = ["ΤΟ ΔΝΤ ΖΗΤΕΙ ΜΕΤΡΑ", "", "Το ΔΝΤ ζητεί μέτρα από την Ελλάδα", "ΔΝΤ"]
    docs = [nlp(text) for text in texts]
    model = folded_embed(8, {"form": 50, "case": 16}, {"form": 8, "case": 4})
    model.initialize(X=docs)
    trained, _ = model(docs, True)
    for _ in range(2):
        for one, other in zip(model.predict(docs), trained, strict=True):
            np.testing.assert_allclose(one, other, atol=1e-5)


def test_vectors_of_words_do_not_depend_on_what_is_read_beside_them() -> None:
    fix_random_seed(0)
    nlp = spacy.blank("el")
    words = [f"λέξη{number}α{number % 7}ς" for number in range(400)]
    whole, part = nlp(" ".join(words)), nlp(" ".join(words[131:260:2]))
    vectors = []
    for docs in ([whole, part], [part, whole]):
        fix_random_seed(0)
        model = folded_embed(160, {"form": 900, "suffix4": 900}, {"form": 256, "suffix4": 272})
        model.initialize(X=[whole])
        for doc in docs:
            vectors.append(model.predict([doc])[0])
    np.testing.assert_array_equal(vectors[0], vectors[3])
    np.testing.assert_array_equal(vectors[1], vectors[2])


def test_vectors_of_words_follow_the_weights() -> None:
    fix_random_seed(0)
    doc = spacy.blank("el")("Ο Πούτιν στη Μόσχα")
    model = folded_embed(8, {"form": 50, "case": 16}, {"form": 8, "case": 4})
    model.initialize(X=[doc])
    before = model.predict([doc])[0]
    np.testing.assert_array_equal(model.predict([doc])[0], before)
    for node in model.walk():
        if node.name == "maxout":
            bias = np.asarray(node.get_param("b"))
            node.set_param("b", bias + np.arange(bias.size).reshape(bias.shape))
    trained, _ = model([doc], True)
    assert np.abs(model.predict([doc])[0] - before).max() > 0.01
    np.testing.assert_allclose(model.predict([doc])[0], trained[0], atol=1e-5)
