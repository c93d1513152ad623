"""A slimmer finder is the former one but for the pieces that it lacks."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Config, fix_random_seed

from greeknews_ner.pipeline.name_finder import NameFinder
from training.slim import slim

_MODEL = """
[model]
@architectures = "greeknews_ner.CrfTagger.v1"
[model.tok2vec]
@architectures = "greeknews_ner.Tok2Vec.v1"
[model.tok2vec.embed]
@architectures = "greeknews_ner.FoldedEmbed.v1"
width = 24
rows = {"form": 200, "suffix3": 200, "case": 16}
widths = {"form": 24, "suffix3": 16, "case": 8}
[model.tok2vec.encode]
@architectures = "greeknews_ner.ContextEncoder.v1"
width = 24
depth = 2
window_size = 1
maxout_pieces = 3
radius = 4
"""
_WORDS = ["Ο", "Αλέξης", "Τσίπρας", "έφτασε", "στη", "Νέα", "Υόρκη", "."]


def _pipeline() -> Language:
    fix_random_seed(0)
    nlp = spacy.blank("el")
    nlp.add_pipe("greeknews_name_finder", config=Config().from_str(_MODEL))
    doc = Doc(nlp.vocab, words=_WORDS)
    doc.ents = (Span(doc, 1, 3, label="PERSON"), Span(doc, 5, 7, label="GPE"))
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=_WORDS), doc)])
    finder = nlp.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    random = np.random.default_rng(1)
    for node in finder.model.walk():
        if node.name == "maxout":
            noise = random.normal(size=node.get_param("b").shape)
            node.set_param("b", node.ops.asarray2f(noise, dtype="float32"))
    return nlp


def _emissions(nlp: Language) -> np.ndarray:
    finder = nlp.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    return np.concatenate(finder.model.predict([Doc(nlp.vocab, words=_WORDS)]))


def test_all_pieces_kept_is_the_same_finder() -> None:
    nlp = _pipeline()
    docs = [Doc(nlp.vocab, words=_WORDS)]
    assert np.allclose(_emissions(slim(nlp, docs, 3)), _emissions(nlp), atol=1e-5)


def test_a_piece_that_never_wins_is_the_one_to_go() -> None:
    nlp = _pipeline()
    finder = nlp.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    encoder = finder.model.get_ref("tok2vec").get_ref("encode")
    layers = [node for node in encoder.walk() if node.name == "maxout"]
    assert len(layers) == 3
    for layer in layers:
        bias = np.array(layer.get_param("b"))
        bias[:, 1] = -1000.0
        layer.set_param("b", layer.ops.asarray2f(bias, dtype="float32"))
    slimmer = slim(nlp, [Doc(nlp.vocab, words=_WORDS)], 2)
    assert np.allclose(_emissions(slimmer), _emissions(nlp), atol=1e-5)


def test_what_goes_is_what_is_missed_least() -> None:
    nlp = _pipeline()
    docs = [Doc(nlp.vocab, words=_WORDS)]
    full, two, one = (_emissions(slim(nlp, docs, pieces)) for pieces in (3, 2, 1))
    assert 0 < np.abs(two - full).mean() < np.abs(one - full).mean()


def test_a_slim_finder_is_stored_and_read(tmp_path: object) -> None:
    nlp = _pipeline()
    slimmer = slim(nlp, [Doc(nlp.vocab, words=_WORDS)], 2)
    slimmer.to_disk(str(tmp_path))
    assert np.allclose(_emissions(spacy.load(str(tmp_path))), _emissions(slimmer), atol=2e-2)
