"""The field's sums against the sum over every tag sequence, and its gradients against slopes."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greeknews_ner.pipeline.name_finder.lattice import Batch, Chain, Lattice, pack
from tests.pipeline.padded import path_probability, viterbi
from tests.pipeline.random_fields import Floats, random_problem

Path = tuple[int, ...]


def all_paths(chain: Chain, emissions: Floats) -> dict[Path, float]:
    scheme = chain.scheme
    scores: dict[Path, float] = {}
    for path in itertools.product(range(len(scheme)), repeat=len(emissions)):
        if path[0] not in scheme.openers or path[-1] not in scheme.closers:
            continue
        if not all(scheme.allowed[a, b] for a, b in itertools.pairwise(path)):
            continue
        score = chain.start[path[0]] + chain.end[path[-1]]
        score += sum(emissions[step, tag] for step, tag in enumerate(path))
        score += sum(chain.transitions[a, b] for a, b in itertools.pairwise(path))
        scores[path] = float(score)
    return scores


problems = st.tuples(
    st.integers(0, 10_000),
    st.integers(1, 2),
    st.lists(st.integers(1, 4), min_size=1, max_size=4),
)


@settings(max_examples=25)
@given(problems)
def test_sums_and_best_path_are_those_of_enumeration(problem: tuple[int, int, list[int]]) -> None:
    chain, sequences = random_problem(*problem)
    batch = pack(sequences)
    lattice, best = Lattice(batch, chain), viterbi(batch, chain)
    marginals = lattice.marginals()
    for column, index in enumerate(batch.order):
        emissions = sequences[index]
        paths = all_paths(chain, emissions)
        total = np.logaddexp.reduce(list(paths.values()))
        assert lattice.log_z[column] == pytest.approx(total, abs=1e-8)
        assert tuple(best[: len(emissions), column]) == max(paths, key=lambda path: paths[path])
        expected = np.zeros_like(emissions)
        for path, score in paths.items():
            expected[np.arange(len(path)), path] += np.exp(score - total)
        np.testing.assert_allclose(marginals[: len(emissions), column], expected, atol=1e-8)


@settings(max_examples=15)
@given(problems)
def test_span_probability_is_that_of_enumeration(problem: tuple[int, int, list[int]]) -> None:
    chain, sequences = random_problem(*problem)
    batch = pack(sequences)
    lattice = Lattice(batch, chain)
    for column, index in enumerate(batch.order):
        paths = all_paths(chain, sequences[index])
        total = np.logaddexp.reduce(list(paths.values()))
        steps = len(sequences[index])
        for start, end in itertools.combinations(range(steps + 1), 2):
            for label in range(len(chain.scheme.labels)):
                tags = chain.scheme.span_tags(end - start, label)
                agreeing = [
                    np.exp(score - total)
                    for path, score in paths.items()
                    if list(path[start:end]) == tags
                ]
                found = path_probability(lattice, column, start, tags)
                assert found == pytest.approx(sum(agreeing), abs=1e-9)


def test_a_partly_annotated_sentence_sums_over_the_readings_that_agree() -> None:
    chain, (emissions,) = random_problem(7, 2, [4])
    batch = pack([emissions])
    admitted = np.ones(batch.emissions.shape, dtype=bool)
    admitted[1, 0] = False
    admitted[1, 0, 0] = True
    paths = all_paths(chain, emissions)
    expected = np.logaddexp.reduce([score for path, score in paths.items() if path[1] == 0])
    assert Lattice(batch, chain, admitted).log_z[0] == pytest.approx(expected)
    best = tuple(viterbi(batch, chain, admitted)[:, 0])
    assert best == max((path for path in paths if path[1] == 0), key=lambda path: paths[path])


def test_gradients_are_the_slopes_of_log_z() -> None:
    chain, sequences = random_problem(3, 2, [5, 1, 3])
    batch = pack(sequences)
    gradients = Lattice(batch, chain).gradients()
    step = 1e-5

    def total(changed: Batch, scores: Chain) -> float:
        return float(Lattice(changed, scores).log_z.sum())

    def slope(array: Floats, place: tuple[int, ...]) -> float:
        before = array[place]
        array[place] = before + step
        upper = total(batch, chain)
        array[place] = before - step
        lower = total(batch, chain)
        array[place] = before
        return (upper - lower) / (2 * step)

    parts: list[tuple[Floats, Floats]] = [
        (batch.emissions, gradients.emissions),
        (chain.transitions, gradients.transitions),
        (chain.start, gradients.start),
        (chain.end, gradients.end),
    ]
    for scores, found in parts:
        for place in np.ndindex(*scores.shape):
            assert found[place] == pytest.approx(slope(scores, place), abs=1e-6)


def test_long_and_lopsided_sequences_stay_finite() -> None:
    chain, sequences = random_problem(11, 8, [700, 1, 40], scale=40.0)
    batch = pack(sequences)
    lattice = Lattice(batch, chain)
    assert np.isfinite(lattice.log_z).all()
    inside = lattice.marginals().sum(axis=2)[np.arange(700)[:, None] < batch.lengths[None, :]]
    np.testing.assert_allclose(inside, 1.0, atol=1e-6)


@given(st.integers(0, 5000), st.lists(st.integers(1, 30), min_size=1, max_size=6))
@settings(max_examples=20)
def test_viterbi_gives_well_formed_tags(seed: int, lengths: list[int]) -> None:
    chain, sequences = random_problem(seed, 4, lengths)
    batch = pack(sequences)
    tags = viterbi(batch, chain)
    for column, length in enumerate(batch.lengths):
        path = tags[:length, column]
        assert path[0] in chain.scheme.openers
        assert path[-1] in chain.scheme.closers
        assert all(chain.scheme.allowed[a, b] for a, b in itertools.pairwise(path))


@pytest.mark.parametrize("scale", [0.3, 3.0, 12.0])
def test_viterbi_finds_the_best_path_however_far_ahead_it_is(scale: float) -> None:
    for seed in range(8):
        chain, sequences = random_problem(seed, 2, [4, 3], scale)
        batch = pack(sequences)
        tags = viterbi(batch, chain)
        for column, index in enumerate(batch.order.tolist()):
            scores = all_paths(chain, sequences[index])
            path = tuple(tags[: batch.lengths[column], column].tolist())
            assert scores[path] == pytest.approx(max(scores.values()))
