"""Everything that is measured of a pipeline's NER, in one report."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from greeknews_ner.evaluation.calibration import Calibration, calibration
from greeknews_ner.evaluation.capitals import in_capitals
from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.overlap import seen_surfaces, unseen, without_duplicates
from greeknews_ner.evaluation.running import predict
from greeknews_ner.evaluation.scoring import Scores, SpanScores, score
from greeknews_ner.evaluation.spans import Predicted, Span
from greeknews_ner.types import NAME_TYPES

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class NerReport:
    """What was measured of one pipeline on one gold file.

    Attributes:
        sentences: Sentences that were scored.
        dropped: Sentences left out because the training data has them too.
        words: Tokens of those sentences.
        seconds: What the pipeline took, loading apart.
        micro: Over all spans.
        macro: Mean over the types.
        by_type: Each type.
        names: Micro over the eleven name types.
        calibration: Of ``span._.score``; none if the pipeline gives no scores.
        unseen: Micro over mentions that the training data never has; none without training data.
        capitals: The same text in capitals without accents; none if not asked for.
        foreign: How many predicted spans are of a type that gold never has; all count as wrong.
    """

    sentences: int
    dropped: int
    words: int
    seconds: float
    micro: Scores
    macro: Scores
    by_type: dict[str, Scores]
    names: Scores
    calibration: Calibration | None
    unseen: Scores | None
    capitals: SpanScores | None
    foreign: dict[str, int]

    @property
    def words_per_second(self) -> float:
        """Speed of the pipeline's NER and all that it needs."""
        return self.words / self.seconds if self.seconds else 0.0

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, for JSON."""
        return {**asdict(self), "words_per_second": self.words_per_second}


def evaluate_ner(
    nlp: Language,
    gold: Iterable[GoldDoc],
    *,
    types: Collection[str] | None = None,
    train: Sequence[GoldDoc] | None = None,
    dedup_against: Sequence[GoldDoc] | None = None,
    capitals: bool = False,
    bootstrap: int = 0,
) -> NerReport:
    """Measure a pipeline against gold: exact span and exact type.

    Args:
        nlp: The pipeline.
        gold: The gold sentences.
        types: Entity types to score, in gold and predictions; all if not given.
        train: What the pipeline was trained on, for the score of unseen mentions.
        dedup_against: Sentences to leave out of ``gold`` wherever they occur.
        capitals: Whether to measure the same text in capitals without accents too.
        bootstrap: Bootstrap samples for the confidence intervals; 0 for none.
    """
    whole = list(gold)
    docs = without_duplicates(whole, dedup_against) if dedup_against else whole
    true = [_of_types(doc.spans, types) for doc in docs]
    started = time.perf_counter()
    predicted = _predictions(nlp, docs, types)
    seconds = time.perf_counter() - started
    found = [[span.span for span in spans] for spans in predicted]
    scores = score(true, found, interval=bootstrap)
    names = set(NAME_TYPES)
    return NerReport(
        sentences=len(docs),
        dropped=len(whole) - len(docs),
        words=sum(doc.word_count for doc in docs),
        seconds=seconds,
        micro=scores.micro,
        macro=scores.macro,
        by_type=scores.by_type,
        names=score(
            [_of_types(spans, names) for spans in true],
            [_of_types(spans, names) for spans in found],
            interval=bootstrap,
        ).micro,
        calibration=_calibration(true, predicted),
        unseen=_unseen(docs, true, found, train, bootstrap) if train else None,
        capitals=_capitals(nlp, docs, types, bootstrap) if capitals else None,
        foreign={
            label: scores.predicted
            for label, scores in scores.by_type.items()
            if not scores.gold and scores.predicted
        },
    )


def _predictions(
    nlp: Language, docs: Sequence[GoldDoc], types: Collection[str] | None
) -> list[list[Predicted]]:
    return [
        [span for span in spans if types is None or span.label in types]
        for spans in predict(nlp, docs)
    ]


def _of_types(spans: Iterable[Span], types: Collection[str] | None) -> list[Span]:
    return [span for span in spans if types is None or span.label in types]


def _calibration(
    true: Sequence[Iterable[Span]], predicted: Sequence[Sequence[Predicted]]
) -> Calibration | None:
    scores: list[float] = []
    right: list[bool] = []
    for gold, found in zip(true, predicted, strict=True):
        known = set(gold)
        for span in found:
            if span.score is not None:
                scores.append(span.score)
                right.append(span.span in known)
    return calibration(scores, right)


def _unseen(
    docs: Sequence[GoldDoc],
    true: Sequence[Iterable[Span]],
    found: Sequence[Iterable[Span]],
    train: Sequence[GoldDoc],
    bootstrap: int,
) -> Scores:
    seen = seen_surfaces(train)
    return score(unseen(docs, true, seen), unseen(docs, found, seen), interval=bootstrap).micro


def _capitals(
    nlp: Language, docs: Sequence[GoldDoc], types: Collection[str] | None, bootstrap: int
) -> SpanScores:
    shouted = [in_capitals(doc) for doc in docs]
    return score(
        [_of_types(doc.spans, types) for doc in shouted],
        [[span.span for span in spans] for spans in _predictions(nlp, shouted, types)],
        interval=bootstrap,
    )
