"""The gold records of the fixtures hold with the embedded pipeline "accurate" too."""

from __future__ import annotations

import pytest

import greeknews_ner
from tests.gold import GoldArticle
from tests.test_extractor import accepted_types

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")


@pytest.fixture(scope="module")
def accurate() -> greeknews_ner.Extractor:
    return greeknews_ner.load("accurate")


def test_every_gold_mention_is_found_with_its_type(
    accurate: greeknews_ner.Extractor, gold: GoldArticle
) -> None:
    result = accurate.extract(gold.text, published=gold.published)
    found = {(mention.start, mention.end, mention.type) for mention in result.mentions}
    assert [
        text
        for entity in gold.entities
        for start, end, text in entity["mentions"]
        if found.isdisjoint((start, end, type_) for type_ in accepted_types(entity))
    ] == []


def test_every_gold_entity_has_its_names(
    accurate: greeknews_ner.Extractor, gold: GoldArticle
) -> None:
    result = accurate.extract(gold.text, published=gold.published)
    named = {(e.type, e.name, e.english.english) for e in result.entities if e.english is not None}
    expected = {
        (e["type"], e["name"], e["english"])
        for e in gold.entities
        if e["english"] is not None and "or" not in e
    }
    assert expected <= named


def test_it_says_which_model_it_is(accurate: greeknews_ner.Extractor) -> None:
    assert accurate.extract("Η Αθήνα.").model.name == "accurate"
