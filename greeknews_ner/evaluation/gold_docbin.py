"""Gold in spaCy's own binary format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation.files import read_bytes
from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import Span


def read_docbin(path: Path) -> Iterator[GoldDoc]:
    """Read a ``.spacy`` file; every Doc stays whole, with its own tokens and spaces.

    Raises:
        InputError: It is no DocBin (G154).
    """
    import spacy
    from spacy.tokens import DocBin

    content = read_bytes(path)
    try:
        docs = list(DocBin().from_bytes(content).get_docs(spacy.blank("el").vocab))
    # A damaged file fails in zlib, msgpack or numpy, each with its own exceptions.
    except Exception as error:
        raise InputError(
            f"The file {path} is not a spaCy DocBin: {error}.",
            "Make it with DocBin.to_disk or 'python -m spacy convert'.",
            code="G154",
        ) from error
    for doc in docs:
        yield GoldDoc.of_words(
            [token.text for token in doc],
            [Span(ent.start, ent.end, ent.label_) for ent in doc.ents],
            [bool(token.whitespace_) for token in doc],
        )
