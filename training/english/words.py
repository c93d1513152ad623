"""Single words to learn spelling from, aligned letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greeknews_ner.names.folding import fold
from greeknews_ner.names.graphemes import graphemes
from training.english.align import Aligner, Graphone
from training.english.pairs import Pair, Split
from training.english.spelling import is_latin, latin_key

# Below this log-probability a Greek letter the two sides are no spellings of one sound.
LEAST_SCORE = -4.2
_KINDS_WITHOUT_NAMES = frozenset({"demonym", "org"})
_FITTED = 12_000


@dataclass
class Word:
    """One Greek word with one spelling.

    Attributes:
        letters: As `graphemes` gives it.
        latin: The spelling, lower-case.
        graphones: How one becomes the other.
        weight: The most that one source gives it.
        names: Folded Greek names that have the word with this spelling.
    """

    letters: str
    latin: str
    graphones: tuple[Graphone, ...]
    weight: float
    names: frozenset[str]


def word_pairs(pairs: Iterable[Pair], held: frozenset[str]) -> Iterator[tuple[str, str, Pair]]:
    """Word by word, what has as many words on both sides and is no held-out word."""
    for pair in pairs:
        if pair.kind in _KINDS_WITHOUT_NAMES:
            continue
        english = latin_key(pair.english)
        greek = fold(pair.greek).split()
        forms = pair.greek.replace("-", " ").split()
        latin = english.split()
        if not is_latin(english) or not len(greek) == len(latin) == len(forms):
            continue
        for key, form, spelling in zip(greek, forms, latin, strict=True):
            if key not in held and len(key) > 1:
                yield form, spelling, pair


def aligned_words(split: Split) -> tuple[list[Word], Aligner]:
    """Clean words: those whose sides can be aligned well.

    Args:
        split: Pairs, and the names held out; words of single held-out names are not learnt from
            inside whole names either.
    """
    held = split.held_words()
    raw: dict[tuple[str, str], tuple[float, set[str]]] = {}
    for form, spelling, pair in word_pairs(split.train, held):
        letters = graphemes(form)
        if not letters:
            continue
        weight, names = raw.setdefault((letters, spelling), (0.0, set()))
        names.add(fold(pair.greek))
        raw[letters, spelling] = (max(weight, pair.weight), names)
    keys = sorted(raw)
    aligner = Aligner()
    step = max(1, len(keys) // _FITTED)
    aligner.fit(keys[::step])
    words: list[Word] = []
    for letters, spelling in keys:
        alignment = aligner.align(letters, spelling)
        if alignment is not None and alignment.score >= LEAST_SCORE:
            weight, names = raw[letters, spelling]
            words.append(Word(letters, spelling, alignment.graphones, weight, frozenset(names)))
    return words, aligner
