"""How much of an article's attention an entity has."""

from __future__ import annotations

import math
from collections.abc import Sequence

from greeknews_ner.entities.found import Found

TITLE_WEIGHT = 4.0
"""A mention in the headline counts as this many at the end of the body."""
LEAD_WEIGHT = 1.5
"""What a mention in the first sentence has above one far down."""
HALF_LIFE = 5.0
"""Sentences after which half of the lead's extra weight is gone."""


def attention(mention: Found) -> float:
    """Weight of one mention, by where it stands; 1 far down in the body."""
    if mention.zone == "title":
        return TITLE_WEIGHT
    return 1.0 + LEAD_WEIGHT * math.pow(0.5, mention.sentence / HALF_LIFE)


def saliences(clusters: Sequence[Sequence[Found]]) -> list[float]:
    """Share of the article's attention for each cluster of mentions.

    Args:
        clusters: Mentions of each entity.

    Returns:
        One share in [0, 1] a cluster, rounded to four digits; they add up to 1.
    """
    weights = [sum(attention(mention) for mention in cluster) for cluster in clusters]
    total = sum(weights) or 1.0
    return [round(weight / total, 4) for weight in weights]
