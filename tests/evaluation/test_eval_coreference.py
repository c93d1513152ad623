"""B³ and MUC, against the worked examples of the papers that define them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.evaluation.coreference import Agreement, b_cubed, muc

# Bagga and Baldwin 1998, figures 1 to 3.
KEY = ["12345", "67", "89ABC"]
SMALL_WITH_BIG = ["12345", "6789ABC"]
BIG_WITH_BIG = ["1234589ABC", "67"]


@pytest.mark.parametrize(
    ("predicted", "precision"), [(SMALL_WITH_BIG, 16 / 21), (BIG_WITH_BIG, 7 / 12)]
)
def test_b_cubed_of_the_paper(predicted: list[str], precision: float) -> None:
    found = b_cubed(KEY, predicted)
    assert found.precision == pytest.approx(precision)
    assert found.recall == 1.0


@pytest.mark.parametrize("predicted", [SMALL_WITH_BIG, BIG_WITH_BIG])
def test_muc_of_the_paper(predicted: list[str]) -> None:
    found = muc(KEY, predicted)
    assert (found.precision, found.recall) == (0.9, 1.0)


def test_mentions_of_one_side_alone_count_against_it() -> None:
    found = b_cubed(["AB"], ["AX"])
    assert (found.precision, found.recall, found.f1) == (0.25, 0.25, 0.25)


def test_nothing_to_find() -> None:
    assert b_cubed([], []).f1 == 1.0
    assert b_cubed(["A"], []).recall == 0.0


def test_articles_add_up() -> None:
    both = b_cubed(["AB"], ["AB"]) + b_cubed(["CD"], ["C", "D"])
    assert both == Agreement(4.0, 4, 3.0, 4)


PARTITION = st.lists(st.integers(0, 3), min_size=1, max_size=8).map(
    lambda homes: [[n for n, home in enumerate(homes) if home == each] for each in set(homes)]
)


@given(PARTITION)
def test_gold_agrees_with_itself(clusters: list[list[int]]) -> None:
    assert b_cubed(clusters, clusters).f1 == pytest.approx(1.0)
    assert muc(clusters, clusters).f1 == 1.0


@given(PARTITION, PARTITION)
def test_precision_is_recall_seen_from_the_other_side(
    one: list[list[int]], other: list[list[int]]
) -> None:
    assert b_cubed(one, other).precision == b_cubed(other, one).recall
    assert 0.0 <= b_cubed(one, other).f1 <= 1.0 + 1e-9
