"""Labels of other pipelines become ours, and their spans get a score."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner._toml import load_toml
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.types import ENTITY_TYPES

UNKNOWN_PRECISION = 0.5
"""Score of a span whose pipeline publishes no precision for its label."""


class LabelMap:
    """Maps the labels of ``doc.ents`` and scores spans that have no score.

    A span from a component that gives no probability gets the precision that its pipeline
    publishes for the label: the share of such spans that are right is the best estimate there is.

    Args:
        labels: Foreign label to our type; ours map to themselves.
        precision: Published precision by foreign label, each in [0, 1].
    """

    def __init__(self, labels: dict[str, str], precision: dict[str, float]) -> None:
        register_extensions()
        self.labels = labels
        self.precision = precision

    def __call__(self, doc: Doc) -> Doc:
        """Replace ``doc.ents`` by spans with our types; spans of unknown labels are dropped."""
        spans = []
        for span in doc.ents:
            label = span.label_ if span.label_ in ENTITY_TYPES else self.labels.get(span.label_)
            if label is None:
                continue
            score = span._.score
            if label != span.label_:
                span = Span(doc, span.start, span.end, label=label)
            span._.score = self._score(span.label_) if score is None else score
            spans.append(span)
        doc.set_ents(spans)
        return doc

    def _score(self, label: str) -> float:
        # A published precision of 0 or 1 comes from a handful of cases in a small test set.
        return min(0.99, max(0.05, self.precision.get(label, UNKNOWN_PRECISION)))


@Language.factory(
    "greeknews_labels",
    assigns=["doc.ents", "span._.score"],
    requires=["doc.ents"],
    default_config={"labels": {}},
)
def create_label_map(nlp: Language, name: str, labels: dict[str, str]) -> LabelMap:
    """Create the component; ``labels`` adds to, or overrides, the shipped table."""
    table = load_toml(files("greeknews_ner") / "resources" / "labels.toml")
    per_type: dict[str, Any] = nlp.meta.get("performance", {}).get("ents_per_type") or {}
    precision = {label: float(scores["p"]) for label, scores in per_type.items()}
    return LabelMap({**table, **labels}, precision)
