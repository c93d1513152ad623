"""The transformer finder as it ships; what needs onnxruntime is skipped without it."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from greeknews_ner.errors import ModelError
from greeknews_ner.models import model_names, model_path
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from greeknews_ner.pipeline.onnx_finder.encoder import GRAPH

FACTORY = "greeknews_onnx_finder"
FOLDER = (model_path("accurate") if "accurate" in model_names() else Path("missing")) / FACTORY

SENTENCES = [
    (
        "Ο υπουργός Άμυνας της Ρωσίας Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ .",
        {"Ρωσίας": "GPE", "Σεργκέι Σοϊγκού": "PERSON", "Πιονγκγιάνγκ": "GPE"},
    ),
    (
        "Η Κριστίν Λαγκάρντ μίλησε στη Φρανκφούρτη για την Ευρωπαϊκή Κεντρική Τράπεζα .",
        {"Κριστίν Λαγκάρντ": "PERSON", "Φρανκφούρτη": "GPE", "Ευρωπαϊκή Κεντρική Τράπεζα": "ORG"},
    ),
    (
        "Ο ΟΗΕ ζήτησε το 2024 από την Τουρκία 20 εκατ. ευρώ .",
        {"ΟΗΕ": "ORG", "2024": "DATE", "Τουρκία": "GPE", "20 εκατ. ευρώ": "MONEY"},
    ),
]


@pytest.fixture(scope="module")
def finder() -> OnnxFinder:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    made = spacy.blank("el").add_pipe(FACTORY)
    assert isinstance(made, OnnxFinder)
    return made.from_disk(FOLDER)


def doc_of(finder: OnnxFinder, words: list[str]) -> Doc:
    return Doc(finder.vocab, words=words)


def found(doc: Doc) -> dict[str, str]:
    return {ent.text: ent.label_ for ent in doc.ents}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_names_and_values(finder: OnnxFinder, sentence: str, expected: dict[str, str]) -> None:
    doc = finder(doc_of(finder, sentence.split()))
    assert found(doc) == expected
    assert all(0.5 < ent._.score <= 1.0 for ent in doc.ents)


def test_a_headline_in_capitals(finder: OnnxFinder) -> None:
    doc = finder(doc_of(finder, ["Ο", "ΠΟΥΤΙΝ", "ΣΥΝΑΝΤΗΣΕ", "ΣΤΗ", "ΜΟΣΧΑ", "ΤΟΝ", "ΜΑΚΡΟΝ"]))
    assert found(doc) == {"ΠΟΥΤΙΝ": "PERSON", "ΜΟΣΧΑ": "GPE", "ΜΑΚΡΟΝ": "PERSON"}


def test_batches_find_what_single_documents_find(finder: OnnxFinder) -> None:
    sentences = [sentence.split() for sentence, _ in SENTENCES]
    single = [found(finder(doc_of(finder, words))) for words in sentences]
    batched = finder.pipe([doc_of(finder, words) for words in sentences], batch_size=2)
    assert [found(doc) for doc in batched] == single


def test_a_sentence_longer_than_the_encoder(finder: OnnxFinder) -> None:
    words = SENTENCES[0][0].split()[:-1] * 120
    ents = finder(doc_of(finder, words)).ents
    assert sum(ent.text == "Σεργκέι Σοϊγκού" for ent in ents) >= 118


def test_line_breaks_part_names_and_spaces_stay_out(finder: OnnxFinder) -> None:
    nlp = spacy.blank("el")
    doc = nlp("Ο Εμανουέλ  Μακρόν\n\nΜόσχα , Ρωσία")
    finder(doc)
    assert all("\n" not in ent.text for ent in doc.ents)
    assert all(not ent[0].is_space and not ent[-1].is_space for ent in doc.ents)


@pytest.mark.parametrize(
    "words", [[], [" "], ["\n", "\n"], ["\x01"], ["\u200b", "."], ["😀"] * 600]
)
def test_odd_documents(finder: OnnxFinder, words: list[str]) -> None:
    finder(doc_of(finder, words))


@settings(max_examples=20, deadline=None)
@given(words=st.lists(st.text(min_size=1, max_size=8), max_size=30))
def test_any_words_give_spans_with_a_probability(finder: OnnxFinder, words: list[str]) -> None:
    for start, end, label, chance in finder.predict([doc_of(finder, words)])[0]:
        assert 0 <= start < end <= len(words)
        assert label in finder.labels
        assert 0.0 <= chance <= 1.0


def test_present_entities_stay_unless_overwritten(finder: OnnxFinder) -> None:
    words = SENTENCES[0][0].split()
    doc = doc_of(finder, words)
    doc.ents = [spacy.tokens.Span(doc, 6, 7, label="ORG")]
    assert found(finder(doc))["Σοϊγκού"] == "ORG"


def test_disk_and_bytes(finder: OnnxFinder, tmp_path: Path) -> None:
    finder.to_disk(tmp_path)
    doc = doc_of(finder, SENTENCES[1][0].split())
    expected = finder.predict([doc])
    blank = Language()
    from_disk = OnnxFinder(blank.vocab).from_disk(tmp_path)
    from_bytes = OnnxFinder(blank.vocab).from_bytes(finder.to_bytes())
    for other in (from_disk, from_bytes):
        assert other.labels == finder.labels
        assert other.calibration == finder.calibration
        again = other.predict([doc])
        assert [span[:3] for span in again[0]] == [span[:3] for span in expected[0]]
        assert np.allclose([s[3] for s in again[0]], [s[3] for s in expected[0]])


@pytest.mark.parametrize("module", ["onnxruntime", "tokenizers"])
def test_without_the_extra(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ModelError) as raised:
        OnnxFinder(Language().vocab).from_disk(FOLDER)
    assert raised.value.code == "G205"
    assert 'pip install "greeknews-ner[accurate]"' in raised.value.remedy


@pytest.mark.parametrize("content", [None, b"", b"not a graph"])
def test_a_broken_encoder(content: bytes | None, finder: OnnxFinder, tmp_path: Path) -> None:
    finder.to_disk(tmp_path)
    (tmp_path / GRAPH).unlink()
    if content is not None:
        (tmp_path / GRAPH).write_bytes(content)
    with pytest.raises(ModelError) as raised:
        OnnxFinder(Language().vocab).from_disk(tmp_path)
    assert raised.value.code == "G206"


def test_an_empty_component_says_so(tmp_path: Path) -> None:
    nlp = spacy.blank("el")
    empty = nlp.add_pipe(FACTORY)
    assert isinstance(empty, OnnxFinder)
    empty.to_disk(tmp_path)
    restored = OnnxFinder(nlp.vocab).from_disk(tmp_path)
    for component in (empty, restored):
        with pytest.raises(ModelError) as raised:
            component(nlp.make_doc("Η Αθήνα."))
        assert raised.value.code == "G207"
