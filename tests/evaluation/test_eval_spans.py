from __future__ import annotations

import pytest

from greeknews_ner.evaluation.spans import Predicted, Span, is_tag, spans_of_tags


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O O O", []),
        ("B-GPE", [(0, 1, "GPE")]),
        ("B-PERSON I-PERSON O B-GPE", [(0, 2, "PERSON"), (3, 4, "GPE")]),
        ("B-GPE B-GPE", [(0, 1, "GPE"), (1, 2, "GPE")]),
        ("B-ORG I-PERSON", [(0, 1, "ORG"), (1, 2, "PERSON")]),
        ("O I-LOC I-LOC", [(1, 3, "LOC")]),
        ("I-LOC B-LOC", [(0, 1, "LOC"), (1, 2, "LOC")]),
        ("B-ORG I-ORG E-ORG S-GPE", [(0, 3, "ORG"), (3, 4, "GPE")]),
        ("U-GPE B-ORG L-ORG O", [(0, 1, "GPE"), (1, 3, "ORG")]),
        ("B-WORK_OF_ART I-WORK_OF_ART", [(0, 2, "WORK_OF_ART")]),
        ("B-X-Y I-X-Y", [(0, 2, "X-Y")]),
    ],
)
def test_tags_stand_for_spans(tags: str, spans: list[tuple[int, int, str]]) -> None:
    assert list(spans_of_tags(tags.split())) == [Span(*span) for span in spans]


@pytest.mark.parametrize("tag", ["O", "B-GPE", "I-WORK_OF_ART", "S-ORG", "U-ORG", "L-ORG"])
def test_known_tags(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize("tag", ["", "B", "B-", "PERSON", "X-GPE", "0", "O ", "b-GPE"])
def test_other_words_are_no_tags(tag: str) -> None:
    assert not is_tag(tag)


def test_a_prediction_compares_without_its_score() -> None:
    assert Predicted(0, 7, "PERSON", 0.9).span == Span(0, 7, "PERSON")
