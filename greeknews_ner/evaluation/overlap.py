"""What gold and training data share: mentions that were seen, sentences that are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import Span
from greeknews_ner.names.folding import fold


def seen_surfaces(train: Iterable[GoldDoc]) -> frozenset[str]:
    """Folded surfaces of all mentions of ``train``."""
    return frozenset(fold(doc.surface(span)) for doc in train for span in doc.spans)


def unseen(
    docs: Sequence[GoldDoc], spans: Sequence[Iterable[Span]], seen: frozenset[str]
) -> list[list[Span]]:
    """Those of ``spans`` whose surface is not among ``seen``, sentence by sentence."""
    return [
        [span for span in of_doc if fold(doc.surface(span)) not in seen]
        for doc, of_doc in zip(docs, spans, strict=True)
    ]


def without_duplicates(docs: Iterable[GoldDoc], train: Iterable[GoldDoc]) -> list[GoldDoc]:
    """``docs`` without the sentences that ``train`` has too, word for word when folded.

    Sentences that fold to nothing (a line of punctuation) are kept.
    """
    known = {fold(doc.text) for doc in train} - {""}
    return [doc for doc in docs if fold(doc.text) not in known]
