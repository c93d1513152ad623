"""Weights and certainty as a table."""

from __future__ import annotations

import pytest

from greeknews_ner.names.ranking import default_ranking, kind_of, parse_ranking, position_of
from training.english.isotonic import isotonic
from training.english.ranker import fit
from training.english.tune import table_of

TABLE = """# comment
table\tcontext\tname\tvalue
weight\tone any\tmodel\t0.5
weight\tone any\tknown\t2
certainty\tone any\t0.2\t0.1
certainty\tone any\t0.8\t0.7
"""


def test_score_is_the_weighted_sum() -> None:
    ranking = parse_ranking(TABLE)
    assert ranking.score("one any", [("model", -4.0), ("known", 1.0), ("new", 9.0)]) == 0.0


@pytest.mark.parametrize(
    ("probability", "sure"), [(0.0, 0.1), (0.2, 0.1), (0.5, 0.4), (0.8, 0.7), (1.0, 0.7)]
)
def test_certainty_is_interpolated(probability: float, sure: float) -> None:
    assert parse_ranking(TABLE).sure("one any", probability) == pytest.approx(sure)


def test_the_table_survives_writing() -> None:
    ranking = parse_ranking(TABLE)
    assert parse_ranking(table_of(ranking)) == ranking


def test_shipped_certainty_rises() -> None:
    for points in default_ranking().certainty.values():
        shares = [share for _, share in points]
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)


@pytest.mark.parametrize("type", [None, "PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"])
@pytest.mark.parametrize("of", [1, 2, 4])
def test_every_context_has_weights(type: str | None, of: int) -> None:
    for place in range(of):
        assert f"{position_of(place, of)} {kind_of(type)}" in default_ranking().weights


def test_isotonic_pools_what_falls() -> None:
    points = [(p / 100, p % 3 > 0 if p < 50 else p % 10 > 0) for p in range(100)]
    curve = isotonic(points)
    assert [share for _, share in curve] == sorted(share for _, share in curve)
    assert curve[0][1] < 0.7 < curve[-1][1]


def test_fitting_finds_what_tells_right_from_wrong() -> None:
    question = ([[("model", -1.0), ("rules", -1.0), ("real", 1.0)],
                 [("model", -0.5), ("rules", -1.0)]], [0])  # fmt: skip
    weights = fit([question] * 30)
    assert weights["real"] > 0.5
