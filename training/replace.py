"""Training examples in which names give way to others of the same type and form."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from training.names import NamePool, ending
from training.spelling import in_capitals

__all__ = ["news_augmenter", "with_other_names"]

_FOREIGN = ("consonant", "ι", "ο", "ε", "ου")


def news_augmenter(
    names: str, replaced: float, capitals: float, seed: int = 0
) -> Callable[[Language, Example], Iterator[Example]]:
    """Build an augmenter for names that the corpus has not seen and for headlines.

    Args:
        names: Folder of the pair tables.
        replaced: Share of examples whose people and places get other names.
        capitals: Share of examples that get a second copy in capitals.
        seed: Of all choices.
    """
    chooser = random.Random(seed)
    pool = NamePool(Path(names))

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if example.reference.ents and chooser.random() < replaced:
            example = with_other_names(nlp, example, pool, chooser)
        yield example
        if chooser.random() < capitals:
            yield in_capitals(nlp, example)

    return augment


def with_other_names(
    nlp: Language, example: Example, pool: NamePool, chooser: random.Random
) -> Example:
    """Return a copy whose PERSON and one-word GPE spans are other names, most of the time."""
    reference = example.reference
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    done = 0
    for ent in reference.ents:
        words.extend(token.text for token in reference[done : ent.start])
        old = [token.text for token in ent]
        new = _other(old, ent.label_, pool, chooser) if chooser.random() < 0.7 else old
        spans.append((len(words), len(words) + len(new), ent.label_))
        words.extend(new)
        done = ent.end
    words.extend(token.text for token in reference[done:])
    copy = Doc(nlp.vocab, words=words)
    copy.ents = tuple(Span(copy, start, end, label=label) for start, end, label in spans)
    return Example(Doc(nlp.vocab, words=words), copy)


def _other(old: list[str], label: str, pool: NamePool, chooser: random.Random) -> list[str]:
    if not all(word[:1].isupper() and len(word) > 2 for word in old):
        return old
    if label == "PERSON" and old[-1].isascii():
        return chooser.choice(pool.latin)[-len(old) :] if pool.latin else old
    if label == "PERSON":
        if len(old) > 2 or (len(old) == 2 and chooser.random() < 0.3):
            return chooser.choice(pool.full)
        foreign = chooser.random() < 0.4
        first = [_pick(pool.given, word, foreign, chooser) for word in old[:-1]]
        return [*first, _pick(pool.family, old[-1], foreign, chooser)]
    if label == "GPE" and len(old) == 1 and not old[0].isupper():
        return [_pick(pool.place, old[0], chooser.random() < 0.25, chooser)]
    return old


def _pick(names: dict[str, list[str]], word: str, foreign: bool, chooser: random.Random) -> str:
    choices = names.get(chooser.choice(_FOREIGN) if foreign else ending(word)) or []
    return chooser.choice(choices) if choices else word


registry.augmenters.register("greeknews_ner.news.v1", func=news_augmenter)
