"""Gold annotations: one record for every format, and the table of formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation.files import plain_suffix
from greeknews_ner.evaluation.spans import Span, spans_of_tags


@dataclass(frozen=True, slots=True)
class GoldDoc:
    """One sentence or text with the spans that annotators marked.

    Attributes:
        text: The text; words with their spaces where the format gives words.
        spans: What is marked, in characters of ``text``, without overlaps.
        words: The gold tokens; none where the format gives plain text, so that the pipeline's own
            tokeniser is part of what is measured.
        spaces: Whether a space follows each word; as many as ``words``.
    """

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...] | None = None
    spaces: tuple[bool, ...] | None = None

    @classmethod
    def of_words(
        cls, words: Sequence[str], spans: Iterable[Span], spaces: Sequence[bool] | None = None
    ) -> GoldDoc:
        """From tokens and spans in tokens.

        Args:
            words: The tokens.
            spans: Spans that count tokens.
            spaces: Whether a space follows each token; after all but the last if not given.
        """
        if spaces is None:
            spaces = [True] * (len(words) - 1) + [False] if words else []
        starts, text = [], ""
        for word, space in zip(words, spaces, strict=True):
            starts.append(len(text))
            text += word + " " * space
        ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
        return cls(
            text=text,
            spans=tuple(Span(starts[a], ends[b - 1], label) for a, b, label in spans),
            words=tuple(words),
            spaces=tuple(spaces),
        )

    @classmethod
    def of_tags(cls, words: Sequence[str], tags: Sequence[str]) -> GoldDoc:
        """From tokens and their IOB2 (or IOB1, IOBES, BILOU) tags."""
        return cls.of_words(words, spans_of_tags(tags))

    @property
    def word_count(self) -> int:
        """Tokens, or stretches without blanks where there are no gold tokens."""
        return len(self.text.split()) if self.words is None else len(self.words)

    def surface(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


def read_gold(path: str | Path) -> list[GoldDoc]:
    """Read a gold file.

    Args:
        path: ``.iob2``, ``.iob``, ``.bio``, ``.conll``, ``.txt`` (one token and tag a
            line), ``.spacy`` (DocBin) or ``.jsonl``; any of them may end in .gz, .bz2 or .xz.

    Raises:
        InputError: The file cannot be read (G101 to G103, G127, G152), its format is unknown
            (G153), a line is not what the format wants (G154), or it holds nothing (G155).
    """
    path = Path(path)
    reader = _readers().get(plain_suffix(str(path)))
    if reader is None:
        raise InputError(
            f"The name {path.name!r} does not tell how the gold is written.",
            f"Give a file that ends in {', '.join(sorted(_readers()))}, or one of these with .gz.",
            code="G153",
        )
    docs = list(reader(path))
    if not docs:
        raise InputError(
            f"The gold file {path} holds no sentence.",
            "Give a file with annotated sentences.",
            code="G155",
        )
    return docs


def _readers() -> dict[str, Callable[[Path], Iterator[GoldDoc]]]:
    from greeknews_ner.evaluation.gold_columns import read_columns
    from greeknews_ner.evaluation.gold_docbin import read_docbin
    from greeknews_ner.evaluation.gold_jsonl import read_jsonl

    columns = (".iob2", ".iob", ".bio", ".conll", ".txt")
    return {**dict.fromkeys(columns, read_columns), ".spacy": read_docbin, ".jsonl": read_jsonl}
