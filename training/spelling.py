"""Copies of training examples as headlines spell them: in capitals, without accents."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

__all__ = ["capitals", "capitals_augmenter"]


def capitals(word: str) -> str:
    """Return the word in capitals without accents, as a headline has it.

    >>> capitals("Ταΐζει")
    'ΤΑΪΖΕΙ'
    """
    decomposed = unicodedata.normalize("NFD", word)
    bare = "".join(
        char for char in decomposed if char not in "\u0301\u0300\u0342\u0313\u0314\u0345"
    )
    return unicodedata.normalize("NFC", bare).upper()


def capitals_augmenter(
    level: float, seed: int = 0, keep: bool = True
) -> Callable[[Language, Example], Iterator[Example]]:
    """Build an augmenter that writes a share of the examples in capitals.

    Args:
        level: The share of examples that get a copy in capitals.
        seed: Of the generator that chooses them.
        keep: Whether the plain example is kept beside its copy.
    """
    chooser = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        chosen = chooser.random() < level
        if keep or not chosen:
            yield example
        if chosen:
            yield in_capitals(nlp, example)

    return augment


def in_capitals(nlp: Language, example: Example) -> Example:
    """Return a copy of the example in capitals; lemmas are left out, all else is kept."""
    reference = example.reference
    words = [capitals(token.text) for token in reference]
    spaces = [bool(token.whitespace_) for token in reference]
    known: dict[str, Any] = {}
    if reference.has_annotation("POS"):
        known = {
            "pos": [token.pos_ for token in reference],
            "tags": [token.tag_ for token in reference],
            "morphs": [str(token.morph) for token in reference],
            "sent_starts": [bool(token.is_sent_start) for token in reference],
        }
    copy = Doc(nlp.vocab, words=words, spaces=spaces, **known)
    copy.ents = tuple(Span(copy, ent.start, ent.end, label=ent.label) for ent in reference.ents)
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), copy)


registry.augmenters.register("greeknews_ner.capitals.v1", func=capitals_augmenter)
