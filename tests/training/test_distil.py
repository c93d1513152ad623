"""What a teacher holds likely, as targets: written, read, and learnt from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed

from greeknews_ner.pipeline.name_finder import NameFinder
from greeknews_ner.pipeline.name_finder.crf import chain_of
from greeknews_ner.pipeline.name_finder.lattice import Chain, Lattice, pack
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from training.distil import learn_forms, learn_from_teacher, soft_batches
from training.teacher.soft import SoftSentence, counted, read_soft, write_part

TINY = Path(__file__).parents[1] / "pipeline" / "tiny_encoder"
MODEL = """
[model]
@architectures = "greeknews_ner.CrfTagger.v1"
[model.tok2vec]
@architectures = "greeknews_ner.Tok2Vec.v1"
[model.tok2vec.embed]
@architectures = "greeknews_ner.FoldedEmbed.v1"
form_dropout = 0.0
width = 24
rows = {"form": 200, "suffix3": 200, "case": 16}
widths = {"form": 24, "suffix3": 16, "case": 8}
[model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 24
depth = 2
window_size = 1
maxout_pieces = 2
"""
WORDS = [
    ["Ο", "Αλέξης", "Τσίπρας", "έφτασε", "στη", "Νέα", "Υόρκη", "."],
    ["Στην", "Αθήνα", "βρέχει"],
]
ENTS = [[(1, 3, "PERSON"), (5, 7, "GPE")], [(1, 2, "GPE")]]


def examples(nlp: Language) -> list[Example]:
    made = []
    for words, ents in zip(WORDS, ENTS, strict=True):
        doc = Doc(nlp.vocab, words=words)
        doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in ents)
        made.append(Example(Doc(nlp.vocab, words=words), doc))
    return made


@pytest.fixture
def nlp() -> Language:
    fix_random_seed(0)
    pipeline = spacy.blank("el")
    config = {"model": Config().from_str(MODEL)["model"], "min_form_freq": 1}
    pipeline.add_pipe("greeknews_name_finder", config=config)
    pipeline.initialize(lambda: examples(pipeline))
    return pipeline


def finder_of(nlp: Language) -> NameFinder:
    finder = nlp.get_pipe("greeknews_name_finder")
    assert isinstance(finder, NameFinder)
    return finder


def sure(finder: NameFinder, example: Example) -> NDArray[np.float16]:
    """A teacher that has no doubt of the gold tags."""
    tags = finder.scheme.encode(example.get_aligned_ner())
    scores = np.full((len(tags), len(finder.scheme)), -60, dtype=np.float16)
    scores[np.arange(len(tags)), tags] = 0
    return scores


def test_a_teacher_without_doubt_is_gold(nlp: Language) -> None:
    finder, gold = finder_of(nlp), examples(nlp)
    emissions = finder.model.predict([example.x for example in gold])
    loss, _ = finder.get_loss(gold, emissions)
    targets = [sure(finder, example) for example in gold]
    taught = learn_from_teacher(finder, [example.x for example in gold], targets, 0.0, Adam(0.01))
    assert taught == pytest.approx(loss, rel=1e-5)


def test_doubt_is_learnt(nlp: Language) -> None:
    finder = finder_of(nlp)
    docs = [Doc(nlp.vocab, words=words) for words in WORDS]
    scheme = finder.scheme
    size = len(scheme)
    free = Chain.free(scheme)
    draw = np.random.default_rng(3)
    targets = [draw.normal(0, 2, (len(doc), size)).astype(np.float16) for doc in docs]
    optimizer = Adam(0.02)
    for _ in range(500):
        learn_from_teacher(finder, docs, targets, 0.0, optimizer)
    chain = chain_of(finder.model, scheme)
    own = Lattice(pack(finder.model.predict(docs)), chain).marginals()
    wanted = Lattice(pack([target.astype(float) for target in targets]), free).marginals()
    assert np.abs(own - wanted).mean(axis=2).max() < 0.01


def test_labelled_parts_are_read_in_the_order_asked_for(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    teacher = spacy.blank("el").add_pipe("greeknews_onnx_finder")
    assert isinstance(teacher, OnnxFinder)
    teacher.from_disk(TINY)
    sentences = [["Ο", "Πούτιν", "στη", "Μόσχα", "."], ["Ο", "Κιμ", "Γιονγκ", "Ουν", "."]] * 200
    (tmp_path / "tags.txt").write_text("\n".join(teacher.scheme.names), "utf-8")
    write_part(tmp_path / "0000.npz", teacher, sentences)
    write_part(tmp_path / "0001.npz", teacher, sentences[:1])
    tags = ["U-GPE", "U-PERSON", "O", "B-PERSON", "I-PERSON", "L-PERSON"]
    read = list(read_soft(tmp_path, tags))
    assert [sentence.words for sentence in read] == [*sentences, sentences[0]]
    for sentence in read[:: len(read) - 1]:
        best = [tags[column] for column in sentence.scores.argmax(axis=1)]
        assert best == ["O", "U-PERSON", "O", "U-GPE", "O"]
    assert not list(tmp_path.glob("*.half"))
    count = counted(tmp_path)
    assert (count["docs"], count["tokens"], count["entities"]) == (401, 2005, 602)


def test_batches_in_capitals_keep_their_targets(nlp: Language) -> None:
    zeros = [np.zeros((len(words), 3), np.float16) for words in WORDS]
    sentences = [SoftSentence(words, part) for words, part in zip(WORDS, zeros, strict=True)]
    docs, targets = next(soft_batches(nlp, sentences * 200, 1.0, 1))
    assert sum(map(len, docs)) >= 1500
    assert all(len(doc) == len(target) for doc, target in zip(docs, targets, strict=True))
    assert {doc.text for doc in docs} <= {
        "Ο ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ ΕΦΤΑΣΕ ΣΤΗ ΝΕΑ ΥΟΡΚΗ . ",
        "ΣΤΗΝ ΑΘΗΝΑ ΒΡΕΧΕΙ ",
    }


def test_frequent_forms_become_known(nlp: Language) -> None:
    finder = finder_of(nlp)
    empty = np.zeros((1, 3), np.float16)
    before = learn_forms(finder, [], 2)
    sentences = [SoftSentence(["Σοϊγκού"], empty)] * 3 + [SoftSentence(["Σπάνιος"], empty)]
    assert learn_forms(finder, sentences, 2) == before + 1
