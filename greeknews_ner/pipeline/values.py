"""Dates, sums and numbers by pattern: all of them where the NER knows none, else what it missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.types import VALUE_TYPES
from greeknews_ner.values import find_values
from greeknews_ner.values.ordinals import may_be_ordinal, parse_ordinal

PATTERN_SCORE = 0.9
"""Score of a value found by pattern: patterns are written for precision."""

SURE_TYPES = ("ORDINAL",)
"""Types of which a pattern is right where a trained name finder saw nothing; they are looked for
around ordinals only, which costs next to nothing. Measured on elNER dev: two ordinals, both right;
percentages five, none as the corpus marks them; dates eight of fifty-eight."""


class ValueFinder:
    """Adds value expressions to ``doc.ents`` where no span stands yet.

    Where the name finder knows values itself, a number that it left without its unit gets it:
    «60,5 στρ.».

    Args:
        types: Entity types to look for; all value types if not given.
    """

    def __init__(self, types: Sequence[str] | None = None) -> None:
        register_extensions()
        self.types = frozenset(VALUE_TYPES if types is None else types)

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc.ents``; spans that are there stay."""
        everywhere = self.types == frozenset(VALUE_TYPES)
        windows = [doc[:]] if everywhere else _windows(doc)
        found = [span for window in windows for span in self._found(window)]
        if found:
            doc.set_ents([*doc.ents, *filter_spans(found)])
        if not everywhere:
            _measure(doc)
        return doc

    def _found(self, window: Span) -> Iterator[Span]:
        for value in find_values(window.text):
            if value.type not in self.types:
                continue
            span = window.char_span(
                value.start, value.end, label=value.type, alignment_mode="expand"
            )
            if span is not None and not any(token.ent_type for token in span):
                span._.score = PATTERN_SCORE
                yield span


def _measure(doc: Doc) -> None:
    """Make numbers whose unit the name finder missed quantities."""
    ents = list(doc.ents)
    measured = [_with_unit(ent) if _is_before_unit(ent) else ent for ent in ents]
    if measured != ents:
        doc.set_ents(measured)


def _is_before_unit(ent: Span) -> bool:
    if ent.label_ != "CARDINAL" or ent.end >= len(ent.doc) or not ent.text[0].isdigit():
        return False
    following = ent.doc[ent.end]
    return not following.ent_type and _is_unit(following.text)


@lru_cache(maxsize=8192)
def _is_unit(word: str) -> bool:
    """Whether a word alone measures: a metre does, a basis point, which the corpus counts, not."""
    return word[0].isalpha() and any(
        value.type == "QUANTITY" and value.start == 0 for value in find_values(f"5 {word}")
    )


def _with_unit(ent: Span) -> Span:
    window = ent.doc[ent.start : ent.end + _LONGEST_UNIT]
    for value in find_values(window.text):
        if value.type == "QUANTITY" and value.start == 0 and value.end > len(ent.text):
            span = window.char_span(0, value.end, label="QUANTITY", alignment_mode="expand")
            if span is not None and not any(token.ent_type for token in span[len(ent) :]):
                span._.score = PATTERN_SCORE
                return span
    return ent


def _windows(doc: Doc) -> Iterator[Span]:
    """The surroundings of ordinals where nothing was found."""
    marks = doc.to_array(["ENT_TYPE", "IS_ALPHA", "LENGTH", "ORTH"])
    plain = (marks[:, 0] == 0) & (marks[:, 1] != 0) & (marks[:, 2] > 3)
    positions = np.flatnonzero(plain)
    for position, word in zip(positions.tolist(), marks[positions, 3].tolist(), strict=True):
        if _is_ordinal(word, doc, position):
            yield doc[max(0, position - 3) : position + 5]


def _is_ordinal(key: int, doc: Doc, position: int) -> bool:
    """Whether a word is an ordinal; read once a word, which spaCy knows by a number."""
    known = _ORDINALS.get(key)
    if known is None:
        if len(_ORDINALS) >= _MOST_WORDS:
            _ORDINALS.clear()
        word = doc[position].text
        # A quick look first, which most words fail.
        known = _ORDINALS[key] = may_be_ordinal(word) and parse_ordinal(word) is not None
    return known


_LONGEST_UNIT = 4
_ORDINALS: dict[int, bool] = {}
_MOST_WORDS = 65536


@Language.factory(
    "greeknews_values",
    assigns=["doc.ents", "span._.score"],
    requires=["doc.ents"],
    default_config={"types": None},
)
def create_value_finder(nlp: Language, name: str, types: list[str] | None) -> ValueFinder:
    """Create the component.

    Args:
        nlp: The pipeline.
        name: Name of the component in it.
        types: Value types to look for; null for all.
    """
    return ValueFinder(types)
