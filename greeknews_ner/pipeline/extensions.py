"""What a span of ours carries beyond spaCy's own attributes."""

from __future__ import annotations

from spacy.tokens import Span

SPAN_EXTENSIONS: tuple[str, ...] = ("score", "nominative", "english", "role")


def register_extensions() -> None:
    """Make ``span._.score``, ``_.nominative``, ``_.english`` and ``_.role`` exist.

    Other packages may have registered the same names; theirs are left as they are.
    """
    for name in SPAN_EXTENSIONS:
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
