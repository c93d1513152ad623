"""Spans, and the tag sequences that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TAG = re.compile(r"O|[BIESLUM]-\S+")
_STARTS = frozenset("BSU")
_ENDS = frozenset("ESLU")


class Span(NamedTuple):
    """A stretch of text or of tokens with a type; ``end`` is after the last one."""

    start: int
    end: int
    label: str


class Predicted(NamedTuple):
    """A span that a pipeline found.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        label: Entity type.
        score: Probability that span and type are right; none if the pipeline gives no scores.
    """

    start: int
    end: int
    label: str
    score: float | None = None

    @property
    def span(self) -> Span:
        """The span alone, to compare with gold."""
        return Span(self.start, self.end, self.label)


def is_tag(tag: str) -> bool:
    """Whether ``tag`` belongs to IOB2, IOB1, IOBES or BILOU."""
    return _TAG.fullmatch(tag) is not None


def spans_of_tags(tags: Sequence[str]) -> Iterator[Span]:
    """The spans that a tag sequence stands for, in tokens.

    An ``I-`` that continues nothing of its type begins a span, as in conlleval and in seqeval's
    default mode: corpora have such tags, and dropping them would drop gold.

    Args:
        tags: ``O`` or a prefix of IOB2, IOB1, IOBES or BILOU with a type, one a token.
    """
    start, label = 0, ""
    for position, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if label and (kind != label or prefix in _STARTS):
            yield Span(start, position, label)
            label = ""
        if kind and not label:
            start, label = position, kind
        if label and prefix in _ENDS:
            yield Span(start, position + 1, label)
            label = ""
    if label:
        yield Span(start, len(tags), label)
