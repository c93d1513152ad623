"""Strict scores: a span counts when its borders and its type are exactly those of the gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from greeknews_ner.evaluation.spans import Span


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 of one set of spans.

    Attributes:
        precision: Share of the predicted spans that are gold; 0 if none is predicted.
        recall: Share of the gold spans that are predicted; 0 if there is no gold.
        f1: Their harmonic mean.
        gold: Gold spans.
        predicted: Predicted spans.
        correct: Spans that are both.
        interval: Bootstrap confidence interval of ``f1``, if it was asked for.
    """

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int
    correct: int
    interval: tuple[float, float] | None = None

    @classmethod
    def of_counts(
        cls, gold: int, predicted: int, correct: int, interval: tuple[float, float] | None = None
    ) -> Scores:
        """From how many spans are gold, predicted and both."""
        return cls(
            precision=correct / predicted if predicted else 0.0,
            recall=correct / gold if gold else 0.0,
            f1=2 * correct / (gold + predicted) if correct else 0.0,
            gold=gold,
            predicted=predicted,
            correct=correct,
            interval=interval,
        )


@dataclass(frozen=True, slots=True)
class SpanScores:
    """Scores over a whole corpus.

    Attributes:
        micro: Over all spans together.
        macro: Mean precision, recall and F1 of the types that gold or prediction hold.
        by_type: Scores of each such type, the most frequent in gold first.
    """

    micro: Scores
    macro: Scores
    by_type: dict[str, Scores]


def score(
    gold: Sequence[Iterable[Span]], predicted: Sequence[Iterable[Span]], *, interval: int = 0
) -> SpanScores:
    """Score predictions, strictly.

    Args:
        gold: Gold spans of every sentence.
        predicted: Predicted spans of the same sentences, in the same order.
        interval: Bootstrap samples for the confidence intervals; 0 for none.

    Returns:
        The same micro and macro figures as seqeval's.

    Raises:
        ValueError: The two differ in length.
    """
    counts: dict[str, Counts] = {}
    for number, (true, found) in enumerate(zip(gold, predicted, strict=True)):
        true, found = set(true), set(found)
        for kind, spans in (("gold", true), ("predicted", found), ("correct", true & found)):
            for span in spans:
                counts.setdefault(span.label, Counts()).by_kind[kind][number] += 1
    labels = sorted(counts, key=lambda name: (-counts[name].total("gold"), name))
    sets = [Counts.sum(counts.values()), *(counts[label] for label in labels)]
    intervals: list[tuple[float, float] | None] = [None] * len(sets)
    if interval:
        from greeknews_ner.evaluation.bootstrap import f1_intervals

        intervals = [*f1_intervals([part.by_kind for part in sets], len(gold), interval)]
    micro, *of_types = [part.scores(bounds) for part, bounds in zip(sets, intervals, strict=True)]
    return SpanScores(micro, _mean(of_types, micro), dict(zip(labels, of_types, strict=True)))


class Counts:
    """How many spans of one type each sentence has: gold, predicted, and both."""

    def __init__(self) -> None:
        self.by_kind: dict[str, Counter[int]] = {
            "gold": Counter(),
            "predicted": Counter(),
            "correct": Counter(),
        }

    @classmethod
    def sum(cls, parts: Iterable[Counts]) -> Counts:
        """The counts of several types together."""
        whole = cls()
        for part in parts:
            for kind, sentences in part.by_kind.items():
                whole.by_kind[kind].update(sentences)
        return whole

    def total(self, kind: str) -> int:
        """Spans of one kind over all sentences."""
        return sum(self.by_kind[kind].values())

    def scores(self, interval: tuple[float, float] | None) -> Scores:
        """The scores of these counts."""
        return Scores.of_counts(
            gold=self.total("gold"),
            predicted=self.total("predicted"),
            correct=self.total("correct"),
            interval=interval,
        )


def _mean(of_types: Sequence[Scores], whole: Scores) -> Scores:
    count = len(of_types) or 1
    return Scores(
        precision=sum(scores.precision for scores in of_types) / count,
        recall=sum(scores.recall for scores in of_types) / count,
        f1=sum(scores.f1 for scores in of_types) / count,
        gold=whole.gold,
        predicted=whole.predicted,
        correct=whole.correct,
    )
