"""Best tags and probabilities without padding are those of the field with it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greeknews_ner.pipeline.name_finder.decoding import Decoder, Sequences
from greeknews_ner.pipeline.name_finder.lattice import Lattice, pack
from tests.pipeline.padded import path_probability, viterbi
from tests.pipeline.random_fields import random_problem

problems = st.tuples(
    st.integers(0, 10_000),
    st.integers(1, 4),
    st.lists(st.integers(1, 12), min_size=1, max_size=7),
    st.sampled_from([0.3, 1.5, 12.0]),
)


@settings(max_examples=40)
@given(problems)
def test_best_tags_are_those_with_padding(
    problem: tuple[int, int, list[int], float],
) -> None:
    chain, emissions = random_problem(*problem)
    batch = pack(emissions)
    expected = viterbi(batch, chain)
    found = Sequences(emissions, Decoder(chain)).best()
    for column, index in enumerate(batch.order.tolist()):
        length = len(emissions[index])
        assert found[index].tolist() == expected[:length, column].tolist()


@settings(max_examples=25)
@given(problems)
def test_probabilities_are_those_with_padding(
    problem: tuple[int, int, list[int], float],
) -> None:
    chain, emissions = random_problem(*problem)
    batch = pack(emissions)
    lattice, sequences = Lattice(batch, chain), Sequences(emissions, Decoder(chain))
    for column, index in enumerate(batch.order.tolist()):
        steps = len(emissions[index])
        for start, end in itertools.combinations(range(steps + 1), 2):
            for label in range(len(chain.scheme.labels)):
                tags = chain.scheme.span_tags(end - start, label)
                expected = path_probability(lattice, column, start, tags)
                found = sequences.probability(index, start, tags)
                assert found == pytest.approx(expected, abs=1e-9)


def test_some_of_the_sequences_are_as_if_they_were_alone() -> None:
    chain, emissions = random_problem(5, 3, [4, 9, 1, 9, 6])
    some = Sequences(emissions, Decoder(chain)).among(np.array([True, False, False, True, True]))
    alone = Sequences([emissions[index] for index in (0, 3, 4)], Decoder(chain))
    for one, other in zip(some.best(), alone.best(), strict=True):
        assert one.tolist() == other.tolist()
    for number, length in enumerate([4, 9, 6]):
        for step in range(length):
            assert some.probability(number, step, [0]) == pytest.approx(
                alone.probability(number, step, [0])
            )


def test_long_and_lopsided_sequences_stay_finite() -> None:
    chain, emissions = random_problem(11, 8, [700, 1, 40], scale=40.0)
    sequences = Sequences(emissions, Decoder(chain))
    for number, tags in enumerate(sequences.best()):
        whole = sequences.probability(number, 0, tags.tolist())
        assert 0.0 <= whole <= 1.0
        assert np.isfinite(whole)


def test_a_scheme_without_labels_has_one_tag() -> None:
    chain, emissions = random_problem(2, 0, [3, 1])
    assert [tags.tolist() for tags in Sequences(emissions, Decoder(chain)).best()] == [[0] * 3, [0]]
