"""The network that ranks the likeliest spellings of a word again, learnt by cross-fitting.

Each word is spelt by n-grams that have not learnt from it, as an unseen word will be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy

from greeknews_ner.names.candidates import Sources
from greeknews_ner.names.folding import fold
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.graphone_model import GraphoneModel
from greeknews_ner.names.latin_names import LatinNames
from greeknews_ner.names.ranking import ANY, PERSON, PLACE, Ranking, position_of
from greeknews_ner.names.reranking import KINDS, LOOKED_AT, seen
from training.english.pairs import CLASSES, Split
from training.english.spelling import is_latin, latin_key
from training.english.tune import Asked
from training.english.words import Word

FOLDS = 8
_WIDEST = 160  # things seen of a spelling, at most
_KIND = {"single": PERSON, "full": PERSON, "city": PLACE}
# Size of the hidden layer, share of it dropped, rounds: networks alike in kind but not in what
# they get wrong; the mean of their scores is one network again.
NETWORKS = ((64, 0.2, 10), (128, 0.3, 8), (48, 0.1, 7))
_BATCH, _RATE, _DECAY, _WARM = 512, 2e-3, 0.05, 50

Arrays = dict[str, Any]


@dataclass
class Lessons:
    """Words with their likeliest spellings, as arrays.

    Attributes:
        columns: What is seen of a spelling, in the order of the last axis of ``rows``.
        languages: In the order of ``told``; `KINDS` follow.
        rows: Words x spellings x things seen.
        told: Words x what is told of them.
        right: Words x spellings, whether each is right.
        there: Words x spellings, whether there is one.
        names: Folded Greek name of each word.
    """

    columns: list[str]
    languages: list[str]
    rows: Any
    told: Any
    right: Any
    there: Any
    names: list[str]

    def without(self, names: Container[str]) -> Lessons:
        """Those of other names.

        Args:
            names: Folded Greek names.
        """
        kept = [n for n, name in enumerate(self.names) if name not in names]
        return replace(
            self,
            rows=self.rows[kept],
            told=self.told[kept],
            right=self.right[kept],
            there=self.there[kept],
            names=[self.names[n] for n in kept],
        )


def names_to_learn(split: Split) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Names of one word, by class, with all their spellings.

    Args:
        split: Its dev and test names are in none of its pairs.
    """
    spellings: dict[str, set[str]] = {}
    forms: dict[str, dict[str, str]] = {"single": {}, "city": {}}
    for pair in split.train:
        key, latin = fold(pair.greek), latin_key(pair.english)
        if is_latin(latin):
            spellings.setdefault(key, set()).add(latin)
            which = CLASSES.get(pair.kind)
            if which in forms and " " not in key:
                forms[which].setdefault(key, pair.greek)
    return {
        which: [(form, frozenset(spellings[key])) for key, form in sorted(found.items())]
        for which, found in forms.items()
    }


def crossed(
    names: dict[str, list[tuple[str, frozenset[str]]]],
    words: Sequence[Word],
    train: Callable[[Sequence[Word]], GraphoneModel],
    sources: Sources,
) -> Iterator[tuple[str, Asked]]:
    """Names with spellings by n-grams that do without their letters.

    Args:
        names: Class to names of one word.
        words: What n-grams learn from.
        train: Makes n-grams of words.
        sources: Real names and rules.

    Yields:
        Class and name.
    """
    for number in range(FOLDS):
        model = train([word for word in words if _fold_of(word.letters) != number])
        here = Sources(model, sources.names, sources.cues)
        for which, rows in names.items():
            for greek, right in rows:
                letters = graphemes(greek)
                if letters and _fold_of(letters) == number:
                    yield which, Asked(greek, right, here)


def _fold_of(letters: str) -> int:
    return hashlib.md5(letters.encode()).digest()[0] % FOLDS


def lessons(
    names: Iterable[tuple[str, Asked]],
    ranking: Ranking,
    languages: Sequence[str],
    real: LatinNames,
) -> Lessons:
    """What is to be learnt: each word once as of unknown type and once as what it is.

    Args:
        names: Class and name.
        ranking: The log-linear ranking, which chooses the spellings that are seen.
        languages: All of them.
        real: Real names.
    """
    columns: dict[str, int] = {}
    rows: list[Any] = []
    told: list[Any] = []
    right: list[Any] = []
    greek: list[str] = []
    for which, name in names:
        size = len(name.candidates)
        spelt = [words for spelling in name.right if len(words := spelling.split()) == size]
        for place, candidates in enumerate(name.candidates):
            good = {words[place] for words in spelt}
            if not any(candidate.key in good for candidate in candidates):
                continue
            letters, chances = graphemes(name.words[place]), name.chances[place]
            for kind in (ANY, _KIND[which]):
                context = f"{position_of(place, size)} {kind}"
                scored = sorted(
                    ((ranking.score(context, c.features), c) for c in candidates),
                    key=lambda item: -item[0],
                )[:LOOKED_AT]
                first = [score for score, _ in scored]
                spellings = [candidate for _, candidate in scored]
                row: Any = numpy.zeros((LOOKED_AT, _WIDEST), dtype="float16")
                for n, found in enumerate(
                    seen(letters, [c for _, c in scored], first, chances, real)
                ):
                    for what, value in found.items():
                        row[n, columns.setdefault(what, len(columns))] = value
                rows.append(row[: len(scored)])
                told.append(
                    [chances.get(language, 0.0) for language in languages]
                    + [float(word in context) for word in KINDS]
                )
                right.append([candidate.key in good for candidate in spellings])
                greek.append(fold(" ".join(name.words)))
    there: Any = numpy.zeros((len(rows), LOOKED_AT), dtype=bool)
    good = numpy.zeros_like(there)
    all_rows: Any = numpy.zeros((len(rows), LOOKED_AT, len(columns)), dtype="float16")
    for n, row in enumerate(rows):
        there[n, : len(row)] = True
        good[n, : len(row)] = right[n]
        all_rows[n, : len(row)] = row[:, : len(columns)]
    heard: Any = numpy.array(told, dtype="float32")
    return Lessons(list(columns), list(languages), all_rows, heard, good, there, greek)


def learn(found: Lessons, *, networks: Sequence[tuple[int, float, int]] = NETWORKS) -> Arrays:
    """Train networks and write their mean as the arrays of one.

    Args:
        found: The lessons.
        networks: Hidden units, share of them dropped and rounds of each.
    """
    learnt = [_network(found, *how, seed) for seed, how in enumerate(networks)]
    share = len(learnt)
    return {
        "columns": numpy.frombuffer("\n".join(found.columns).encode(), dtype="uint8"),
        "languages": numpy.frombuffer("\n".join(found.languages).encode(), dtype="uint8"),
        "inner": numpy.hstack([one["inner"] for one in learnt]).astype("float16"),
        "shared": numpy.hstack([one["shared"] for one in learnt]).astype("float16"),
        "bias": numpy.hstack([one["bias"] for one in learnt]),
        "linear": sum(one["linear"] for one in learnt) / share,
        "outer": numpy.hstack([one["outer"] for one in learnt]) / share,
    }


def _network(found: Lessons, hidden: int, dropped: float, rounds: int, seed: int) -> Arrays:
    rng = numpy.random.default_rng(seed)
    sample = found.rows[::7][found.there[::7]].astype("float32")
    middle, spread = sample.mean(0), sample.std(0) + 0.1
    width, told = found.rows.shape[2], found.told.shape[1]
    weights: Arrays = {
        "inner": _drawn(rng, width, hidden, width),
        "shared": _drawn(rng, told, hidden, told),
        "bias": _drawn(rng, 1, hidden, width)[0],
        "linear": numpy.zeros(width, dtype="float32"),
        "outer": numpy.zeros(hidden, dtype="float32"),
    }
    # It begins as the log-linear ranking.
    first = found.columns.index("first ranking")
    weights["linear"][first] = spread[first]
    adam = _Adam(weights)
    asked = numpy.flatnonzero((found.right & found.there).any(1))
    size = min(_BATCH, len(asked))
    steps = rounds * (len(asked) // size)
    for step in range(steps):
        begin = step % (len(asked) // size) * size
        if not begin:
            rng.shuffle(asked)
        part = asked[begin : begin + size]
        rows = (found.rows[part].astype("float32") - middle) / spread
        kept = (rng.random((size, 1, hidden), dtype="float32") >= dropped) / (1 - dropped)
        slopes = _slopes(
            weights, rows, found.told[part], found.right[part], found.there[part], kept
        )
        rate = _RATE * min(1.0, (step + 1) / _WARM) * (1 - (step + 1) / steps) + 1e-5
        adam.step(weights, slopes, rate)
    scaled = weights["inner"] / spread[:, None]
    return {
        **weights,
        "inner": scaled,
        "bias": weights["bias"] - middle @ scaled,
        "linear": weights["linear"] / spread,
    }


def _drawn(rng: Any, rows: int, columns: int, fan_in: int) -> Any:
    bound = fan_in**-0.5
    return rng.uniform(-bound, bound, (rows, columns)).astype("float32")


def _slopes(weights: Arrays, rows: Any, told: Any, right: Any, there: Any, kept: Any) -> Arrays:
    """Of the mean log-probability that is lost on the right spellings, by each weight."""
    count, width = len(rows), rows.shape[2]
    inside = rows @ weights["inner"] + (told @ weights["shared"] + weights["bias"])[:, None]
    active = (inside > 0) * kept
    hidden = inside * active
    scores = rows @ weights["linear"] + hidden @ weights["outer"]
    scores = numpy.where(there, scores, -1e9)
    power = numpy.exp(scores - scores.max(1, keepdims=True))
    share = power / power.sum(1, keepdims=True)
    hit = power * right
    wanted = hit / numpy.maximum(hit.sum(1, keepdims=True), 1e-12)
    slope = ((share - wanted) / count).astype("float32")
    back = slope[..., None] * weights["outer"] * active
    flat = rows.reshape(-1, width)
    by_word = back.sum(1)
    return {
        "inner": flat.T @ back.reshape(len(flat), -1),
        "shared": told.T @ by_word,
        "bias": by_word.sum(0),
        "linear": flat.T @ slope.ravel(),
        "outer": hidden.reshape(len(flat), -1).T @ slope.ravel(),
    }


class _Adam:
    """Adam with decoupled decay (Loshchilov and Hutter 2019)."""

    def __init__(self, weights: Arrays) -> None:
        self.mean = {name: numpy.zeros_like(value) for name, value in weights.items()}
        self.square = {name: numpy.zeros_like(value) for name, value in weights.items()}
        self.steps = 0

    def step(self, weights: Arrays, slopes: Arrays, rate: float) -> None:
        """Change the weights in place."""
        self.steps += 1
        for name, slope in slopes.items():
            mean, square = self.mean[name], self.square[name]
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            size = numpy.sqrt(square / (1 - 0.999**self.steps)) + 1e-8
            weights[name] *= 1 - rate * _DECAY
            weights[name] -= rate * mean / (1 - 0.9**self.steps) / size
