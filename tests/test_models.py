"""Finding and loading pipelines: embedded, installed, in a folder, or none."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.cli.package import package
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

import greeknews_ner
from greeknews_ner.errors import ModelError
from greeknews_ner.models import model_meta, model_names, model_path
from greeknews_ner.pipeline import COMPONENTS
from tests.gold import GOLD_ARTICLES, GoldArticle

# Components and labels as the metas of el_core_news_sm, md and lg 3.8.0 publish them.
NER_LABELS = ("EVENT", "GPE", "LOC", "ORG", "PERSON", "PRODUCT")
PIPELINE = ["tok2vec", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "ner"]


def build_el_core_news_sm() -> Language:
    """A pipeline with the published one's name, components and labels, trained on the fixtures."""
    fix_random_seed(1)
    nlp = spacy.blank("el")
    nlp.meta.update({"name": "core_news_sm", "version": "3.8.0"})
    nlp.meta["performance"] = {"ents_per_type": {"PERSON": {"p": 0.782}, "GPE": {"p": 0.745}}}
    tok2vec = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32, "upstream": "tok2vec"}
    encoder = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 32,
        "depth": 2,
        "embed_size": 500,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": True,
        "pretrained_vectors": None,
    }
    nlp.add_pipe("tok2vec", config={"model": encoder})
    nlp.add_pipe("morphologizer", config={"model": {"tok2vec": tok2vec}})
    parser = nlp.add_pipe("parser", config={"model": {"tok2vec": tok2vec}})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": {"tok2vec": tok2vec}})
    nlp.add_pipe("senter", config={"model": {"tok2vec": tok2vec}})
    nlp.add_pipe("attribute_ruler")
    ner = nlp.add_pipe("ner", config={"model": {"tok2vec": encoder}})
    for label in NER_LABELS:
        ner.add_label(label)  # type: ignore[attr-defined]
    for label in ("ROOT", "nsubj", "det"):
        parser.add_label(label)  # type: ignore[attr-defined]
    examples = [example for gold in GOLD_ARTICLES for example in _examples(nlp, gold)]
    nlp.initialize(lambda: examples)
    # The parser learns along: one without training would cut sentences through names.
    with nlp.select_pipes(enable=["tok2vec", "parser", "ner"]):
        optimizer = nlp.resume_training()
        optimizer.learn_rate = 0.005
        for _ in range(12):
            for batch in minibatch(examples, size=3):
                nlp.update(batch, sgd=optimizer)
    return nlp


def _examples(nlp: Language, gold: GoldArticle) -> Iterator[Example]:
    """One example a paragraph; of the annotations only the entities are true."""
    mentions = [
        (start, end, entity["type"])
        for entity in gold.entities
        for start, end, _ in entity["mentions"]
        if entity["type"] in NER_LABELS
    ]
    offset = 0
    for paragraph in gold.text.splitlines(keepends=True):
        doc = nlp.make_doc(paragraph)
        limit = offset + len(paragraph)
        spans = [(a - offset, b - offset, c) for a, b, c in mentions if offset <= a < limit]
        annotations = {
            "entities": spans,
            "lemmas": [token.text for token in doc],
            "pos": ["X"] * len(doc),
            "morphs": ["Foreign=Yes"] * len(doc),
            "heads": [0] * len(doc),
            "deps": ["ROOT", *["det"] * (len(doc) - 1)],
            "sent_starts": [True, *[False] * (len(doc) - 1)],
        }
        yield Example.from_dict(doc, annotations)
        offset = limit


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the path, in which ``el_core_news_sm`` is installed as pip would do it."""
    work = tmp_path_factory.mktemp("el_core_news_sm")
    nlp = build_el_core_news_sm()
    nlp.disable_pipe("senter")
    nlp.to_disk(work / "model")
    package(work / "model", work, create_sdist=False, create_wheel=False, silent=True)
    site = work / "site"
    source = next(work.glob("el_core_news_sm-*"))
    site.mkdir()
    # The build step of such a package puts the meta beside the code.
    shutil.copy(source / "meta.json", source / "el_core_news_sm" / "meta.json")
    (source / "el_core_news_sm").rename(site / "el_core_news_sm")
    info = site / "el_core_news_sm-3.8.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: el_core_news_sm\nVersion: 3.8.0\n")
    return site


@pytest.fixture
def el_core_news_sm(installed: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.syspath_prepend(installed)
    return "el_core_news_sm"


def test_an_installed_pipeline_gets_our_components(el_core_news_sm: str) -> None:
    extractor = greeknews_ner.load(el_core_news_sm)
    assert extractor.nlp.pipe_names == [*PIPELINE, *COMPONENTS]
    assert (extractor.model.name, extractor.model.version) == ("el_core_news_sm", "3.8.0")


def test_an_installed_pipeline_gives_whole_records(
    el_core_news_sm: str, shoigu: GoldArticle
) -> None:
    result = greeknews_ner.load(el_core_news_sm).extract(shoigu.text, published=shoigu.published)
    found = {(entity.type, entity.name): entity for entity in result.entities}
    person = found["PERSON", "Σεργκέι Σοϊγκού"]
    assert person.english is not None
    assert (person.english.english, person.mention_count) == ("Sergei Shoigu", 3)
    assert person.score == pytest.approx(0.782)
    assert {"PERSON", "GPE", "ORG", "DATE"} <= {kind for kind, _ in found}
    assert any(getattr(entity, "value", None) == "2022-02" for entity in result.entities)
    assert all(shoigu.text[m.start : m.end] == m.text for m in result.mentions)


@pytest.mark.parametrize("name", ["el_core_news_sm", "el_core_news_md", "el_core_news_lg"])
def test_a_missing_pipeline_says_how_to_get_it(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        greeknews_ner.load(name)
    assert caught.value.code == "G201"
    assert f"python -m spacy download {name}" in str(caught.value)
    assert "'small'" in str(caught.value)


def test_a_name_that_is_none_lists_what_ships() -> None:
    with pytest.raises(ModelError, match=r"G201.*embedded are: small"):
        greeknews_ner.load("smal")


def test_another_language_is_refused() -> None:
    with pytest.raises(ModelError, match="G204"):
        greeknews_ner.load(spacy.blank("en"))


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "el"}))
    with pytest.raises(ModelError, match="G203"):
        greeknews_ner.load(tmp_path)


def test_an_nlp_object_is_used_as_it_is() -> None:
    nlp = spacy.blank("el")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Κύπρος"}])  # type: ignore[attr-defined]
    [entity] = greeknews_ner.load(nlp).extract("Η Κύπρος.").entities
    assert (entity.name, entity.english.english if entity.english else "") == ("Κύπρος", "Cyprus")


def test_embedded_pipelines_are_listed_with_their_licence() -> None:
    assert model_names()[0] == "small"
    for name in model_names():
        assert "CC BY-NC-SA" in model_meta(name)["license"]
        assert (model_path(name) / "README.md").is_file()


def test_no_embedded_pipeline_of_that_name() -> None:
    with pytest.raises(ModelError, match="G202"):
        model_path("huge")


def test_plain_spacy_loads_the_embedded_pipeline() -> None:
    program = (
        "import sys, spacy\n"
        "nlp = spacy.load(sys.argv[1])\n"
        "[ent] = nlp('Ο πρόεδρος μίλησε στην Ουάσινγκτον χωρίς χαρτί.').ents\n"
        "print(ascii((ent.label_, ent._.nominative, ent._.english.english, ent._.score > 0.5)))\n"
    )
    command = [sys.executable, "-c", program, str(model_path("small"))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(("GPE", "Ουάσινγκτον", "Washington", True))


def test_features_of_words_are_those_of_plain_spacy() -> None:
    text = "Ο πρωθυπουργός συναντήθηκε χθες στην Αθήνα με τους εκπροσώπους των εργαζομένων."
    plain, ours = spacy.load(model_path("small")), greeknews_ner.load("small").nlp
    tagger = ours.get_pipe("morphologizer")
    assert not tagger.model.ops.use_blis  # type: ignore[attr-defined]
    expected = [(token.pos_, str(token.morph)) for token in plain(text)]
    assert [(token.pos_, str(token.morph)) for token in ours(text)] == expected
