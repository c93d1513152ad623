"""Gold annotations against what a pipeline finds, and gold names against how they are rendered.

Plain Python and numpy; spaCy is imported only where a pipeline runs or a ``.spacy`` file is read.
"""

from __future__ import annotations

from greeknews_ner.evaluation.gold import GoldDoc, read_gold
from greeknews_ner.evaluation.names import NamesReport, evaluate_names, read_name_pairs
from greeknews_ner.evaluation.ner import NerReport, evaluate_ner
from greeknews_ner.evaluation.scoring import Scores, score
from greeknews_ner.evaluation.spans import Predicted, Span

__all__ = [
    "GoldDoc",
    "NamesReport",
    "NerReport",
    "Predicted",
    "Scores",
    "Span",
    "evaluate_names",
    "evaluate_ner",
    "read_gold",
    "read_name_pairs",
    "score",
]
