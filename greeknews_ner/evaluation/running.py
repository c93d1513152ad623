"""Running a pipeline over gold sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import Predicted

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# They come after the spans are fixed and would only cost time.
_NOT_MEASURED = ("greeknews_nominative", "greeknews_english")
_CHUNK = 512


def predict(nlp: Language, docs: Sequence[GoldDoc]) -> Iterator[list[Predicted]]:
    """What a pipeline finds in gold sentences, in order.

    Every sentence is a document of its own, on its gold tokens if it has any.

    Args:
        nlp: Any spaCy pipeline that sets ``doc.ents``; scores are ``span._.score`` if it is there.
        docs: The gold.

    Yields:
        The spans of one sentence, in characters of its text.
    """
    disabled = [name for name in _NOT_MEASURED if name in nlp.pipe_names]
    with nlp.select_pipes(disable=disabled):
        for first in range(0, len(docs), _CHUNK):
            chunk = docs[first : first + _CHUNK]
            # The zone gives back what unknown words take in the vocabulary.
            with nlp.memory_zone():
                found = [_spans(doc) for doc in nlp.pipe([_blank(nlp, gold) for gold in chunk])]
            yield from found


def _blank(nlp: Language, gold: GoldDoc) -> Doc:
    from spacy.tokens import Doc

    if gold.words is None:
        return nlp.make_doc(gold.text)
    return Doc(nlp.vocab, words=list(gold.words), spaces=list(gold.spaces or ()))


def _spans(doc: Doc) -> list[Predicted]:
    from spacy.tokens import Span

    scored = Span.has_extension("score")
    return [
        Predicted(
            span.start_char,
            span.end_char,
            span.label_,
            float(span._.score) if scored and span._.score is not None else None,
        )
        for span in doc.ents
    ]
