"""How well mentions were put together into entities: B³ and MUC.

B³ is Bagga and Baldwin's (1998). Every mention counts alike: its precision is the share of its
predicted cluster that belongs with it, its recall the share of its gold cluster that was put with
it. A predicted mention that is no gold mention has precision 0, a gold mention that was not found
has recall 0; so with predicted mentions the score holds the name finder's errors as well. MUC
(Vilain and others, 1995) counts links, and therefore ignores entities of one mention.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

Clusters = Sequence[Collection[Hashable]]
"""Sets of mentions; each mention is in one at most."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Sums over mentions (B³) or links (MUC), so that articles add up.

    Attributes:
        precise: Sum of what is right, of the predicted.
        predicted: What was predicted.
        recalled: Sum of what was found, of the gold.
        gold: What there is to find.
    """

    precise: float = 0.0
    predicted: int = 0
    recalled: float = 0.0
    gold: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.precise + other.precise,
            self.predicted + other.predicted,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 1 where nothing was predicted."""
        return self.precise / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is nothing to find."""
        return self.recalled / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Clusters, predicted: Clusters) -> Agreement:
    """B³ of the clusters of one article."""
    precise, predictions = _shares(predicted, gold)
    recalled, mentions = _shares(gold, predicted)
    return Agreement(precise, predictions, recalled, mentions)


def muc(gold: Clusters, predicted: Clusters) -> Agreement:
    """MUC of the clusters of one article."""
    precise, predictions = _links(predicted, gold)
    recalled, links = _links(gold, predicted)
    return Agreement(precise, predictions, recalled, links)


def _shares(clusters: Clusters, others: Clusters) -> tuple[float, int]:
    """Sum over mentions of the share of their cluster that the other side puts with them."""
    home = {mention: set(other) for other in others for mention in other}
    total = sum(
        len(set(cluster) & home[mention]) / len(cluster)
        for cluster in clusters
        for mention in cluster
        if mention in home
    )
    return total, sum(len(cluster) for cluster in clusters)


def _links(clusters: Clusters, others: Clusters) -> tuple[float, int]:
    """Links of the clusters that the other side keeps, and all of them."""
    home = {mention: number for number, other in enumerate(others) for mention in other}
    kept = links = 0
    for cluster in clusters:
        parts = {home[mention] for mention in cluster if mention in home}
        strangers = sum(mention not in home for mention in cluster)
        kept += len(cluster) - len(parts) - strangers
        links += len(cluster) - 1
    return float(kept), links
