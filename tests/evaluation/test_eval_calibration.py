from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.evaluation.calibration import calibration
from greeknews_ner.evaluation.diagram import reliability_svg


def test_no_scores_no_calibration() -> None:
    assert calibration([], []) is None


def test_the_error_is_the_weighted_distance() -> None:
    # Four spans at 0.9 of which three are right, one at 0.1 that is right.
    measured = calibration([0.9, 0.9, 0.9, 0.9, 0.1], [True, True, True, False, True])
    assert measured is not None
    assert measured.ece == pytest.approx(4 / 5 * 0.15 + 1 / 5 * 0.9)
    assert measured.accuracy == pytest.approx(0.8)
    assert measured.confidence == pytest.approx(0.74)
    assert [(bar.count, bar.accuracy) for bar in measured.bins] == [(1, 1.0), (4, 0.75)]


def test_the_highest_score_falls_into_the_last_bin() -> None:
    measured = calibration([1.0, 0.0], [True, False])
    assert measured is not None
    assert measured.ece == 0
    assert [(bar.low, bar.high) for bar in measured.bins] == [
        (0, pytest.approx(1 / 15)),
        (pytest.approx(14 / 15), 1),
    ]


def test_pairs_must_match() -> None:
    with pytest.raises(ValueError, match="shorter"):
        calibration([0.5, 0.6], [True])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_the_error_is_a_share(pairs: list[tuple[float, bool]]) -> None:
    measured = calibration([score for score, _ in pairs], [right for _, right in pairs])
    assert measured is not None
    assert 0 <= measured.ece <= 1 + 1e-9
    assert sum(bar.count for bar in measured.bins) == len(pairs)
    # The whole cannot be better calibrated than its mean.
    assert measured.ece >= abs(measured.confidence - measured.accuracy) - 1e-9
    drawing = ElementTree.fromstring(reliability_svg(measured))
    assert drawing.tag.endswith("svg")
