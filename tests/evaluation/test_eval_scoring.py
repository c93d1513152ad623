from __future__ import annotations

import pytest
import seqeval.metrics
from hypothesis import given
from hypothesis import strategies as st
from seqeval.scheme import BILOU, IOBES

from greeknews_ner.evaluation.scoring import SpanScores, score
from greeknews_ner.evaluation.spans import Span, spans_of_tags

TAGS = st.sampled_from(["O", *(f"{prefix}-{kind}" for prefix in "BI" for kind in ("GPE", "ORG"))])


@st.composite
def tagged_sentences(draw: st.DrawFn) -> tuple[list[list[str]], list[list[str]]]:
    """Gold and predicted tags of the same sentences."""
    lengths = draw(st.lists(st.integers(1, 12), min_size=1, max_size=8))
    gold = [draw(st.lists(TAGS, min_size=n, max_size=n)) for n in lengths]
    found = [draw(st.lists(TAGS, min_size=n, max_size=n)) for n in lengths]
    return gold, found


def score_tags(gold: list[list[str]], found: list[list[str]]) -> SpanScores:
    return score([spans_of_tags(tags) for tags in gold], [spans_of_tags(tags) for tags in found])


@given(tagged_sentences())
def test_seqeval_agrees(sentences: tuple[list[list[str]], list[list[str]]]) -> None:
    gold, found = sentences
    ours = score_tags(gold, found)
    theirs = (
        seqeval.metrics.classification_report(gold, found, output_dict=True, zero_division=0)
        if (ours.by_type)
        else {}
    )
    for name, scores in ours.by_type.items():
        assert theirs[name]["precision"] == pytest.approx(scores.precision)
        assert theirs[name]["recall"] == pytest.approx(scores.recall)
        assert theirs[name]["f1-score"] == pytest.approx(scores.f1)
        assert theirs[name]["support"] == scores.gold
    for average in ("micro", "macro") if theirs else ():
        scores = getattr(ours, average)
        assert theirs[f"{average} avg"]["precision"] == pytest.approx(scores.precision)
        assert theirs[f"{average} avg"]["recall"] == pytest.approx(scores.recall)
        assert theirs[f"{average} avg"]["f1-score"] == pytest.approx(scores.f1)


@pytest.mark.parametrize(("scheme", "single", "last"), [(IOBES, "S", "E"), (BILOU, "U", "L")])
@given(data=st.data())
def test_seqeval_agrees_on_other_schemes(
    scheme: type, single: str, last: str, data: st.DataObject
) -> None:
    def sentence() -> list[str]:
        tags: list[str] = []
        for length in data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=2)):
            kind = data.draw(st.sampled_from(["GPE", "ORG"]))
            if length == 0:
                tags.append("O")
            elif length == 1:
                tags.append(f"{single}-{kind}")
            else:
                tags += [f"B-{kind}", *[f"I-{kind}"] * (length - 2), f"{last}-{kind}"]
        return tags

    gold, found = sentence(), sentence()
    length = max(len(gold), len(found))
    gold += ["O"] * (length - len(gold))
    found += ["O"] * (length - len(found))
    theirs = seqeval.metrics.f1_score(
        [gold], [found], mode="strict", scheme=scheme, zero_division=0
    )
    assert score_tags([gold], [found]).micro.f1 == pytest.approx(theirs)


def test_a_span_counts_only_when_borders_and_type_agree() -> None:
    gold = [[Span(0, 7, "PERSON"), Span(20, 32, "GPE"), Span(40, 45, "ORG")]]
    found = [[Span(0, 7, "PERSON"), Span(20, 32, "LOC"), Span(40, 44, "ORG"), Span(50, 52, "GPE")]]
    scores = score(gold, found)
    assert (scores.micro.gold, scores.micro.predicted, scores.micro.correct) == (3, 4, 1)
    assert scores.micro.precision == 1 / 4
    assert scores.micro.recall == 1 / 3
    assert scores.by_type["PERSON"].f1 == 1
    assert scores.by_type["GPE"].f1 == 0
    assert scores.macro.f1 == 1 / 4


def test_nothing_to_find_and_nothing_found() -> None:
    scores = score([[], []], [[], []], interval=50)
    assert scores.micro.f1 == 0
    assert scores.by_type == {}


def test_sentences_must_pair() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score([[], []], [[]])


def test_the_interval_holds_the_score_and_is_the_same_every_time() -> None:
    gold = [[Span(0, 5, "GPE")] for _ in range(200)]
    found = [[Span(0, 5, "GPE")] if number % 4 else [] for number in range(200)]
    scores = score(gold, found, interval=500)
    low, high = scores.micro.interval or (1.0, 0.0)
    assert low < scores.micro.f1 < high
    assert high - low < 0.12
    assert scores.micro.interval == score(gold, found, interval=500).micro.interval
    assert scores.by_type["GPE"].interval == scores.micro.interval


def test_the_interval_of_a_perfect_score_is_a_point() -> None:
    gold = [[Span(0, 5, "GPE")], [], [Span(1, 2, "ORG")]]
    assert score(gold * 50, gold * 50, interval=200).micro.interval == (1.0, 1.0)
