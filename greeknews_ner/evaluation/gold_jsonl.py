"""Gold as JSON lines: a text with character spans, or tokens with tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation.files import read_lines
from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import Span, is_tag

_SPAN_FIELDS = ("spans", "entities", "label", "labels")
_WORD_FIELDS = ("tokens", "words")
_TAG_FIELDS = ("tags", "ner_tags", "labels")


def read_jsonl(path: Path) -> Iterator[GoldDoc]:
    """Read one annotated text a line.

    Either ``{"text": …, "spans": [[start, end, type], …]}`` (also ``entities``, and spans as
    ``{"start": …, "end": …, "label": …}``, as spaCy, Prodigy and doccano write them), or
    ``{"tokens": […], "tags": […]}``.

    Raises:
        InputError: A line is not such an object, or its spans overlap or leave the text (G154).
    """
    for number, line in read_lines(path):
        if not line.strip():
            continue
        try:
            yield _doc(json.loads(line))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            reason = str(error) or type(error).__name__
            raise InputError(
                f"Line {number} of {path} is no gold annotation: {reason[:200]}.",
                'Write {"text": …, "spans": [[start, end, type], …]}'
                ' or {"tokens": […], "tags": […]}.',
                code="G154",
            ) from error


def _doc(row: Any) -> GoldDoc:
    if not isinstance(row, dict):
        raise ValueError("it is no JSON object")
    words = _first(row, _WORD_FIELDS)
    if words is not None and _is_words(words):
        tags = _first(row, _TAG_FIELDS)
        if not isinstance(tags, list) or len(tags) != len(words):
            raise ValueError(f"{len(words)} tokens need as many tags")
        wrong = next((tag for tag in tags if not isinstance(tag, str) or not is_tag(tag)), None)
        if wrong is not None:
            raise ValueError(f"{wrong!r} is no IOB2 tag")
        return GoldDoc.of_tags(words, tags)
    text = row.get("text")
    spans = _first(row, _SPAN_FIELDS)
    if not isinstance(text, str) or not isinstance(spans, list):
        raise ValueError("it has neither text and spans nor tokens and tags")
    return GoldDoc(text=text, spans=tuple(_checked(text, sorted(_span(span) for span in spans))))


def _first(row: dict[str, Any], fields: tuple[str, ...]) -> Any:
    return next((row[field] for field in fields if row.get(field) is not None), None)


def _is_words(words: Any) -> bool:
    # Prodigy's own "tokens" are objects; its spans in characters are what counts there.
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def _span(span: Any) -> Span:
    if isinstance(span, dict):
        label = span.get("label", span.get("type"))
        start, end = span["start"], span["end"]
    else:
        start, end, label = span[:3]
    if type(start) is not int or type(end) is not int or not isinstance(label, str):
        raise ValueError(f"the span {span!r} is not start, end, type")
    return Span(start, end, label)


def _checked(text: str, spans: list[Span]) -> Iterator[Span]:
    previous = 0
    for span in spans:
        if not previous <= span.start < span.end <= len(text):
            raise ValueError(f"the span {list(span)} overlaps another or leaves the text")
        previous = span.end
        yield span
