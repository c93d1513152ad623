"""Learning the costs of spellings and the language of letters."""

import math

import pytest

from greeknews_ner.names.rules import load_languages
from training.rules.nations import evidence_of
from training.rules.tables import write_costs
from training.rules.weights import best_choices, count, likelihood, posterior

LANGUAGES = load_languages(costs=False)
RUSSIAN = LANGUAGES["russian"]


def test_choices_of_a_spelling_are_found():
    rules = RUSSIAN.rules_of("Σοϊγκού")
    assert best_choices(rules, "shoigu") == ["sh", "oi", "g", "u"]
    assert best_choices(rules, "putin") is None


def test_likelihood_is_the_product_of_the_choices():
    rules = RUSSIAN.rules_of("Σοϊγκού")
    chosen = zip(rules, ["sh", "oi", "g", "u"], strict=True)
    expected = sum(dict(rule.choices)[spelling] for rule, spelling in chosen)
    assert likelihood(rules, "shoigu") == pytest.approx(expected)
    assert likelihood(rules, "putin") == -math.inf


def test_spelling_tells_the_language():
    chances = posterior({"russian": 0.0, "italian": 0.0}, {"russian": -2.0, "italian": -7.0})
    assert chances["russian"] == pytest.approx(1 / (1 + math.exp(-5.0)))


def test_bearers_tell_the_language():
    totals = {"Russian": 1000, "Italian": 1000, "American": 8000}
    found = evidence_of({"Russian": 20}, totals, frozenset({"russian", "italian", "polish"}))
    assert found["russian"] > 1.0 > found["italian"]
    assert found["polish"] == 0.0  # Poles are not in the list: nothing is known of them
    assert evidence_of({"Russian": 1}, totals, frozenset({"russian"})) == {}


def test_costs_follow_the_counts(tmp_path):
    words = [("σοϊγκου", "shoigu", 1.0)] * 50
    counts = count(LANGUAGES, words, [{"russian": 1.0}] * 50)
    path = tmp_path / "costs.tsv"
    assert write_costs(counts, LANGUAGES, path) > 0
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    costs = next(row[4] for row in rows if row[:4] == ["russian", "σ", "", ""])
    found = {spelling: float(cost) for spelling, cost in (c.split(":") for c in costs.split())}
    assert found["sh"] < 0.4 < found["s"]
