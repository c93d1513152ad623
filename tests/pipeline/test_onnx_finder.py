"""The transformer finder on a tiny encoder, which ``training/teacher/tiny.py`` writes."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner.errors import ModelError
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from greeknews_ner.pipeline.onnx_finder.encoder import GRAPH

FACTORY = "greeknews_onnx_finder"
FOLDER = Path(__file__).parent / "tiny_encoder"

SENTENCES = [
    (
        "Ο υπουργός Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ .",
        {"Σεργκέι Σοϊγκού": "PERSON", "Πιονγκγιάνγκ": "GPE"},
    ),
    ("Ο Κιμ Γιονγκ Ουν μίλησε στον ΟΗΕ .", {"Κιμ Γιονγκ Ουν": "PERSON", "ΟΗΕ": "ORG"}),
    # An opened name that is not closed is none.
    ("Ο Σεργκέι και ο υπουργός Ουν .", {}),
    # Capitals, a Latin capital, an invisible character, letters decomposed.
    (
        "Ο ΠΟΥΤΙΝ ΣΥΝΑΝΤΗΣΕ ΣΤΗ ΜΟΣΧΑ ΤΟΝ ΜΑΚΡΟΝ",
        {"ΠΟΥΤΙΝ": "PERSON", "ΜΟΣΧΑ": "GPE", "ΜΑΚΡΟΝ": "PERSON"},
    ),
    ("Στη Mόσχα ο Πού\u200bτιν .", {"Mόσχα": "GPE", "Πού\u200bτιν": "PERSON"}),
    ("Ο Μακρο\u0301ν έφτασε .", {"Μακρο\u0301ν": "PERSON"}),
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
    assert all(0.9 < ent._.score <= 1.0 for ent in doc.ents)


def test_the_score_says_how_sure_the_encoder_is(finder: OnnxFinder) -> None:
    sure, torn = finder(doc_of(finder, ["Η", "Μόσχα", "και", "η", "Γεωργία"])).ents
    assert sure._.score > 0.95
    assert 0.4 < torn._.score < 0.6


def test_batches_find_what_single_documents_find(finder: OnnxFinder) -> None:
    sentences = [sentence.split() for sentence, _ in SENTENCES]
    single = [found(finder(doc_of(finder, words))) for words in sentences]
    batched = finder.pipe([doc_of(finder, words) for words in sentences], batch_size=2)
    assert [found(doc) for doc in batched] == single


def test_a_sentence_longer_than_the_encoder(finder: OnnxFinder) -> None:
    words = SENTENCES[0][0].split()[:-1] * 120
    ents = finder(doc_of(finder, words)).ents
    assert [ent.start for ent in ents if ent.label_ == "PERSON"] == [2 + 7 * n for n in range(120)]


def test_line_breaks_part_names_and_doubled_spaces_do_not(finder: OnnxFinder) -> None:
    doc = finder(spacy.blank("el")("Ο Σεργκέι  Σοϊγκού  και ο Κιμ\n\nΓιονγκ Ουν"))
    assert [ent.text for ent in doc.ents] == ["Σεργκέι  Σοϊγκού", "Γιονγκ Ουν"]


@pytest.mark.parametrize(
    "words", [[], [" "], ["\n", "\n"], ["\x01"], ["\u200b", "."], ["😀"] * 600]
)
def test_odd_documents(finder: OnnxFinder, words: list[str]) -> None:
    finder(doc_of(finder, words))


@settings(max_examples=20)
@given(words=st.lists(st.text(min_size=1, max_size=8), max_size=30))
def test_any_words_give_spans_with_a_probability(finder: OnnxFinder, words: list[str]) -> None:
    for start, end, label, chance in finder.predict([doc_of(finder, words)])[0]:
        assert 0 <= start < end <= len(words)
        assert label in finder.labels
        assert 0.0 <= chance <= 1.0


def test_present_entities_stay_unless_overwritten(finder: OnnxFinder) -> None:
    words = SENTENCES[0][0].split()
    doc = doc_of(finder, words)
    doc.ents = [Span(doc, 3, 4, label="ORG")]
    assert found(finder(doc)) == {"Σοϊγκού": "ORG", "Πιονγκγιάνγκ": "GPE"}
    finder.overwrite = True
    try:
        assert found(finder(doc)) == SENTENCES[0][1]
    finally:
        finder.overwrite = False


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


def test_the_encoder_reaches_a_worker_process(finder: OnnxFinder) -> None:
    assert finder.encoder is not None
    sent = pickle.loads(pickle.dumps(finder.encoder))
    words = [SENTENCES[0][0].split()]
    assert np.array_equal(sent(words)[0], finder.encoder(words)[0])


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
