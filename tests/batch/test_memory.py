"""The first words are kept, up to a number; those that come after leave nothing behind."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
import spacy

import greeknews_ner
from greeknews_ner import Extractor

LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"


def articles(count: int, seed: int) -> Iterator[str]:
    """Articles of words that are in no vocabulary, some of them names by their capitals."""
    chance = random.Random(seed)
    for _ in range(count):
        words = ["".join(chance.choices(LETTERS, k=9)) for _ in range(200)]
        yield " ".join(word.capitalize() if n % 7 == 3 else word for n, word in enumerate(words))


def sizes(extractor: Extractor) -> tuple[int, int]:
    vocab = extractor.nlp.vocab
    return sum(1 for _ in vocab), len(vocab.strings)


def test_the_vocabulary_grows_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("greeknews_ner.extractor.KEPT_WORDS", 3_000)
    extractor = greeknews_ner.load(spacy.blank("el"))
    list(extractor.extract_many(articles(4, seed=0), batch_size=4))
    few = sizes(extractor)
    list(extractor.extract_many(articles(40, seed=5), batch_size=4))
    before = sizes(extractor)
    # The batch that reaches the number is kept whole.
    assert few[0] < 3_000 <= before[0] < 3_000 + 4 * 200
    assert len(list(extractor.extract_many(articles(40, seed=1), batch_size=8))) == 40
    assert sizes(extractor) == before
    # Without zones, it would.
    for text in articles(1, seed=2):
        extractor.nlp(text)
    assert sizes(extractor) > before


def test_the_embedded_pipeline_grows_up_to_a_number(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("greeknews_ner.extractor.KEPT_WORDS", 1_000)
    list(extractor.extract_many(articles(4, seed=3), batch_size=4))
    before = sizes(extractor)
    list(extractor.extract_many(articles(24, seed=4), batch_size=8))
    lexemes, strings = sizes(extractor)
    assert lexemes == before[0]
    # A combination of morphological features that is met for the first time stays: they are few.
    assert strings - before[1] < 24


def test_many_is_lazy_and_in_order() -> None:
    extractor = greeknews_ner.load(spacy.blank("el"))
    taken: list[int] = []

    def endless() -> Iterator[dict[str, str]]:
        number = 0
        while True:
            taken.append(number)
            yield {"id": str(number), "text": f"Στις {number % 28 + 1} Μαΐου."}
            number += 1

    for workers, most in ((1, 2), (2, 2 * 3 + 2)):
        taken.clear()
        found = extractor.extract_many(endless(), batch_size=3, workers=workers)
        assert [next(found).article.id for _ in range(5)] == list("01234")
        # Two batches are done; no more than a few a worker have been read ahead.
        assert len(taken) <= 3 * most
        found.close()  # type: ignore[attr-defined]
