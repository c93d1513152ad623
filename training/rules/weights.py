"""Expectation maximisation: which language spelt a word, and which spelling each rule chose."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from greeknews_ner.names.rules.language import Language, Rule

UNSPELT = -9.0
"""Log-probability of a spelling that the rules of a language cannot give."""

Counts = dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], dict[str, float]]
"""Language, letters and context of a rule, to how often it gave each spelling."""


def key_of(language: str, rule: Rule) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """What a rule is counted under."""
    return language, rule.greek, rule.before, rule.after


def likelihood(rules: Sequence[Rule], latin: str) -> float:
    """Log-probability that rules, one after the other, spell a word so."""
    scores: dict[int, float] = {0: 0.0}
    for rule in rules:
        after: dict[int, float] = {}
        for place, score in scores.items():
            for spelling, chance in rule.choices:
                spelling = spelling.replace("^", "")
                if latin.startswith(spelling, place):
                    end = place + len(spelling)
                    if after.get(end, -math.inf) < score + chance:
                        after[end] = score + chance
        if not after:
            return -math.inf
        scores = after
    return scores.get(len(latin), -math.inf)


def best_choices(rules: Sequence[Rule], latin: str) -> list[str] | None:
    """The spellings, one a rule, that give a word most probably."""
    paths: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for rule in rules:
        after: dict[int, tuple[float, tuple[str, ...]]] = {}
        for place, (score, path) in paths.items():
            for spelling, chance in rule.choices:
                plain = spelling.replace("^", "")
                if latin.startswith(plain, place):
                    end = place + len(plain)
                    if end not in after or after[end][0] < score + chance:
                        after[end] = score + chance, (*path, spelling)
        paths = after
    found = paths.get(len(latin))
    return list(found[1]) if found else None


def posterior(odds: Mapping[str, float], spelt: Mapping[str, float]) -> dict[str, float]:
    """Probability of each language given a Greek word and its Latin spelling.

    Args:
        odds: Log-odds by everything but the spelling.
        spelt: Log-probability of the spelling under the rules of each language that was tried.
    """
    logits = {
        language: value + max(spelt.get(language, UNSPELT), UNSPELT)
        for language, value in odds.items()
    }
    top = max(logits.values())
    powers = {language: math.exp(value - top) for language, value in logits.items()}
    total = sum(powers.values())
    return {language: power / total for language, power in powers.items()}


def count(
    languages: Mapping[str, Language],
    words: Sequence[tuple[str, str, float]],
    chances: Sequence[Mapping[str, float]],
) -> Counts:
    """How often each rule gave each spelling, in expectation.

    Args:
        languages: The languages.
        words: Letters, spelling and weight of each word.
        chances: Language to probability, for each word.
    """
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for (letters, latin, weight), shares in zip(words, chances, strict=True):
        for language, share in shares.items():
            if share < 0.05:
                continue
            rules = languages[language].rules_of_letters(letters)
            choices = best_choices(rules, latin)
            for rule, choice in zip(rules, choices or (), strict=bool(choices)):
                counts[key_of(language, rule)][choice] += share * weight
    return counts
