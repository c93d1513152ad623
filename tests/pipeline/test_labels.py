from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from greeknews_ner.pipeline.labels import UNKNOWN_PRECISION


def pipeline(label: str, precision: float | None = None, **config: dict[str, str]) -> Language:
    nlp = spacy.blank("el")
    if precision is not None:
        nlp.meta["performance"] = {"ents_per_type": {label: {"p": precision}}}
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": "Αθήνα"}])  # type: ignore[attr-defined]
    nlp.add_pipe("greeknews_labels", config=config)
    return nlp


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("GPE", "GPE"), ("PERSON", "PERSON"), ("PER", "PERSON"), ("LOCATION", "LOC"), ("MISC", None)],
)
def test_labels_become_ours_or_go(theirs: str, ours: str | None) -> None:
    found = [span.label_ for span in pipeline(theirs)("Η Αθήνα.").ents]
    assert found == ([ours] if ours else [])


def test_a_user_can_add_labels() -> None:
    nlp = pipeline("CITY", labels={"CITY": "GPE"})
    assert [span.label_ for span in nlp("Η Αθήνα.").ents] == ["GPE"]


@pytest.mark.parametrize(
    ("published", "score"), [(0.744, 0.744), (None, UNKNOWN_PRECISION), (0.0, 0.05), (1.0, 0.99)]
)
def test_the_score_is_the_published_precision(published: float | None, score: float) -> None:
    [span] = pipeline("GPE", published)("Η Αθήνα.").ents
    assert span._.score == pytest.approx(score)
