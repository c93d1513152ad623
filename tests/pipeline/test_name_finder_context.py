"""The wide window: its means, its gradient, and training through it."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import fix_random_seed

from greeknews_ner.pipeline.name_finder.context import context_encoder, with_window_mean


@pytest.mark.parametrize("radius", [1, 3, 100])
def test_the_second_half_is_the_mean_of_the_window(radius: int) -> None:
    random = np.random.default_rng(0)
    inputs = [random.normal(size=(length, 3)).astype(np.float32) for length in (1, 7, 0, 40)]
    outputs = with_window_mean(radius).predict(inputs)
    for given, found in zip(inputs, outputs, strict=True):
        assert found.shape == (len(given), 6)
        np.testing.assert_array_equal(found[:, :3], given)
        for place in range(len(given)):
            window = given[max(0, place - radius) : place + radius + 1]
            np.testing.assert_allclose(found[place, 3:], window.mean(axis=0), atol=1e-6)


def test_the_gradient_is_the_slope() -> None:
    random = np.random.default_rng(1)
    layer = with_window_mean(2)
    inputs = [random.normal(size=(6, 2))]
    weights = random.normal(size=(6, 4))
    _, backward = layer(inputs, True)
    (gradient,) = backward([weights])
    step = 1e-3
    for place in np.ndindex(6, 2):
        sums = []
        for change in (step, -step):
            changed = inputs[0].copy()
            changed[place] += change
            sums.append(float((layer.predict([changed])[0] * weights).sum()))
        assert gradient[place] == pytest.approx((sums[0] - sums[1]) / (2 * step), abs=1e-3)


def test_the_encoder_sees_beyond_its_convolutions() -> None:
    fix_random_seed(0)
    encoder = context_encoder(width=8, depth=2, window_size=1, maxout_pieces=2, radius=16)
    random = np.random.default_rng(2)
    tokens = random.normal(size=(20, 8)).astype(np.float32)
    encoder.initialize(X=[tokens])
    plain = encoder.predict([tokens])[0]
    tokens[12] += 1.0
    changed = encoder.predict([tokens])[0]
    assert np.abs(changed[0] - plain[0]).max() > 1e-4
    assert plain.shape == (20, 8)


def test_documents_of_a_batch_do_not_mix() -> None:
    fix_random_seed(0)
    encoder = context_encoder(width=8, depth=4, window_size=1, maxout_pieces=2, radius=5)
    random = np.random.default_rng(3)
    docs = [random.normal(size=(length, 8)).astype(np.float32) for length in (4, 9, 1)]
    encoder.initialize(X=docs)
    together = encoder.predict(docs)
    for alone, one in zip(docs, together, strict=True):
        np.testing.assert_allclose(encoder.predict([alone])[0], one, atol=1e-5)
