"""The joint n-gram model: training, packing and search, on a handful of words."""

from __future__ import annotations

import math

import pytest

from greeknews_ner.names import candidates
from greeknews_ner.names.candidates import Sources
from greeknews_ner.names.decoder import Decoder
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.graphone_model import QUANTUM, GraphoneModel
from greeknews_ner.names.model_files import unpack_graphones, unpack_latin
from greeknews_ner.names.rules.origin import default_cues
from training.english.align import Aligner
from training.english.ngrams import train
from training.english.pack import pack_graphones, pack_latin

PAIRS = [
    ("Τζον", "john"), ("Τζονσον", "johnson"), ("Σον", "sean"), ("Τομ", "tom"), ("Νόρα", "nora"),
    ("Ρόναν", "ronan"), ("Τόνι", "tony"), ("Σόνια", "sonia"), ("Νάσος", "nasos"),
    ("Ρομάν", "roman"),
]  # fmt: skip


@pytest.fixture(scope="module")
def model() -> GraphoneModel:
    aligner = Aligner()
    pairs = [(graphemes(greek), latin) for greek, latin in PAIRS] * 3
    aligner.fit(pairs)
    aligned = [aligner.align(*pair) for pair in pairs]
    return train([(found.graphones, 1) for found in aligned if found is not None], order=3)


NO_NAMES = unpack_latin(pack_latin({"zz": 0}, {}, {}, []))


def test_packing_loses_nothing(model: GraphoneModel) -> None:
    again = unpack_graphones(pack_graphones(model))
    assert again == model


@pytest.mark.parametrize(("greek", "latin"), PAIRS)
def test_what_was_learnt_is_found(model: GraphoneModel, greek: str, latin: str) -> None:
    found = [spelling for spelling, _, _ in Decoder(model, NO_NAMES).spellings(graphemes(greek))]
    assert latin in found[:5]


def test_probabilities_after_a_history_sum_to_one_at_most(model: GraphoneModel) -> None:
    size = len(model.latin)
    for node in (0, model.start):
        total = sum(math.exp(-cost) for _, _, cost in model.after(node, 1, size))
        assert 0.8 < total < 1.05  # costs are rounded, and symbols far too dear are left out


def test_costs_are_those_of_the_history_or_of_a_shorter_one_at_a_price(
    model: GraphoneModel,
) -> None:
    seen = 0
    for node in range(1, len(model.first) - 1):
        for low, high in model.ranges.values():
            found = {symbol: cost for symbol, _, cost in model.after(node, low, high)}
            costs = list(found.values())
            assert costs == sorted(costs)
            children = range(model.first[node], model.first[node + 1])
            own = {model.symbol[child]: model.cost[child] * QUANTUM for child in children}
            penalty = model.backoff[node] * QUANTUM
            for symbol, _, cost in model.after(model.suffix[node], low, high):
                expected = own.get(symbol, cost + penalty)
                assert found.get(symbol, expected) == pytest.approx(expected)
                assert symbol in found or expected > costs[0] + 8
                seen += symbol in own
    assert seen > 20


def test_real_names_are_kept_apart_from_other_spellings(model: GraphoneModel) -> None:
    names = unpack_latin(pack_latin({"john": 0}, {}, {}, []))
    known = {
        spelling for spelling, _, number in Decoder(model, names).spellings("τζον") if number >= 0
    }
    assert known == {"john"}


def test_words_asked_long_ago_are_forgotten_and_found_again(
    model: GraphoneModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_MOST_DECODED", 2)
    names = unpack_latin(pack_latin({"john": 0, "tom": 0}, {}, {}, []))
    sources = Sources(model, names, default_cues())
    words = [graphemes(greek) for greek, _ in PAIRS]
    first = [sources.decoded(word) for word in words]
    assert any(number >= 0 for found in first for _, _, number in found)
    assert [sources.decoded(word) for word in words for _ in range(2)] == [
        found for found in first for _ in range(2)
    ]


def test_letters_that_were_never_seen_give_nothing(model: GraphoneModel) -> None:
    assert Decoder(model, NO_NAMES).spellings("ψψψ") == []


@pytest.mark.parametrize(
    ("word", "letters"),
    [("Μπάιντεν", "μπαϊντεν"), ("ΣΟΪΓΚΟΥ", "σοϊγκου"), ("Άρης", "αρησ"), ("Κάιρο", "καϊρο")],
)
def test_graphemes(word: str, letters: str) -> None:
    assert graphemes(word) == letters
