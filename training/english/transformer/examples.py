"""What the Transformer learns from: the clean words of the n-grams, and whole names of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from greeknews_ner.names.folding import fold
from greeknews_ner.names.graphemes import graphemes
from training.english.pairs import Split
from training.english.transformer.model import (
    ANY,
    CITY,
    EDGE,
    FAMILY,
    FULL,
    GIVEN,
    LONGEST,
    PERSON,
    read_numbers,
    written_numbers,
)
from training.english.words import Word, word_pairs

_TAGS = {"person_given": GIVEN, "person_family": FAMILY, "person_full": PERSON, "place_city": CITY}
_UNTOLD = 0.4  # how often the kind is not told, as callers often cannot tell it


@dataclass(frozen=True, slots=True)
class Example:
    """A name with one spelling.

    Attributes:
        letters: Greek, word for word as `graphemes` gives it.
        latin: The spelling, lower-case.
        tags: Kinds of names that are written so.
    """

    letters: str
    latin: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Names of one length.

    Attributes:
        names: As the encoder reads them.
        begun: Spellings behind the sign of their edge.
        wanted: What follows each letter of ``begun``; -1 behind the end.
    """

    names: Tensor
    begun: Tensor
    wanted: Tensor


def examples(
    split: Split, words: Sequence[Word], left_out: frozenset[str] = frozenset()
) -> list[Example]:
    """Each clean word once, and each whole name of clean words.

    Args:
        split: The pairs.
        words: What the n-grams learn from.
        left_out: Folded names that are not learnt as a whole either.
    """
    clean = {(word.letters, word.latin) for word in words}
    held = split.held_words()
    tags: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pair in split.train:
        found = [(graphemes(form), latin) for form, latin, _ in word_pairs([pair], held)]
        tag = _TAGS.get(pair.kind, ANY)
        if len(found) > 1 and tag != CITY:
            tag = PERSON if tag != ANY else ANY
        for word in found:
            if word in clean:
                tags[word].add(tag)
        key = fold(pair.greek)
        if (
            pair.kind == "person_full"
            and 1 < len(found) == len(key.split())
            and clean.issuperset(found)
            and key not in left_out
        ):
            tags[" ".join(g for g, _ in found), " ".join(e for _, e in found)].add(FULL)
    return [
        Example(letters, latin, tuple(sorted(kinds)))
        for (letters, latin), kinds in sorted(tags.items())
        if max(len(letters), len(latin)) + 2 <= LONGEST
    ]


def batches(found: Sequence[Example], letters: int, seed: int) -> Iterator[Batch]:
    """Shuffled batches of names of one length, without end.

    Args:
        found: The examples.
        letters: Greek letters in one batch.
        seed: Of the order and of the kinds that are told.
    """
    rng = Random(seed)
    by_length: dict[int, list[Example]] = defaultdict(list)
    for example in found:
        by_length[len(example.letters)].append(example)
    while True:
        parts = []
        for length, some in by_length.items():
            rng.shuffle(some)
            size = max(1, letters // length)
            parts += [some[at : at + size] for at in range(0, len(some), size)]
        rng.shuffle(parts)
        for part in parts:
            yield to_batch(
                [
                    (example.letters, ANY if rng.random() < _UNTOLD else rng.choice(example.tags))
                    for example in part
                ],
                [example.latin for example in part],
            )


def to_batch(names: Sequence[tuple[str, str]], spellings: Sequence[str]) -> Batch:
    """Tensors of names (letters and kind) of one length and of their spellings."""
    latin = [written_numbers(spelling) for spelling in spellings]
    longest = max(map(len, latin)) + 1
    begun = torch.full((len(latin), longest), EDGE)
    wanted = torch.full((len(latin), longest), -1)
    for row, numbers in enumerate(latin):
        begun[row, 1 : len(numbers) + 1] = torch.tensor(numbers)
        wanted[row, : len(numbers) + 1] = torch.tensor([*numbers, EDGE])
    return Batch(torch.tensor([read_numbers(*name) for name in names]), begun, wanted)
