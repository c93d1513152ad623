"""Which Greek letters of a name stand for which Latin ones, by expectation maximisation."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from greeknews_ner.names.graphemes import PAIRS

LONGEST_LATIN = 4
_IMPOSSIBLE = -1e9

Graphone = tuple[str, str]


@dataclass
class Alignment:
    """The best segmentation of one pair.

    Attributes:
        graphones: Pairs of a Greek chunk and the Latin letters it stands for, possibly none.
        score: Log-probability for each Greek letter.
    """

    graphones: tuple[Graphone, ...]
    score: float


def chunks_at(greek: str, place: int) -> list[str]:
    """The chunks that may begin at a place: one letter, or a known group of letters."""
    found = [greek[place]]
    for length in (2, 3, 4):
        chunk = greek[place : place + length]
        if len(chunk) == length and chunk in PAIRS:
            found.append(chunk)
    return found


class Aligner:
    """Graphone probabilities, learnt from unaligned pairs."""

    def __init__(self) -> None:
        self.log_probability: dict[Graphone, float] = {}

    def fit(self, pairs: Sequence[tuple[str, str]], *, rounds: int = 5) -> None:
        """Estimate by forward and backward passes over the lattice of each pair."""
        table: dict[Graphone, float] = {}
        for number in range(rounds):
            expected: Counter[Graphone] = Counter()
            for greek, latin in pairs:
                self._expect(greek, latin, table, expected)
            total = sum(expected.values())
            table = {graphone: n / total for graphone, n in expected.items() if n > 0.02}
            if number == rounds - 1:
                self.log_probability = {g: math.log(p) for g, p in table.items()}

    def _expect(
        self, greek: str, latin: str, table: dict[Graphone, float], expected: Counter[Graphone]
    ) -> None:
        edges = self._edges(greek, latin, table)
        if not edges:
            return
        size_g, size_l = len(greek), len(latin)
        forward: dict[tuple[int, int], float] = defaultdict(float)
        forward[0, 0] = 1.0
        for i, j, di, dj, _, p in edges:
            mass = forward.get((i, j))
            if mass:
                forward[i + di, j + dj] += mass * p
        total = forward.get((size_g, size_l), 0.0)
        if total <= 0.0:
            return
        backward: dict[tuple[int, int], float] = defaultdict(float)
        backward[size_g, size_l] = 1.0
        for i, j, di, dj, graphone, p in reversed(edges):
            after = backward.get((i + di, j + dj))
            if after:
                backward[i, j] += p * after
                before = forward.get((i, j))
                if before:
                    # Counts need not be whole.
                    expected[graphone] += before * p * after / total  # type: ignore[assignment]

    def _edges(
        self, greek: str, latin: str, table: dict[Graphone, float]
    ) -> list[tuple[int, int, int, int, Graphone, float]]:
        size_g, size_l = len(greek), len(latin)
        edges = []
        for i in range(size_g):
            # Names of like sounds are of like length: cells far off the diagonal cost time only.
            middle = i * size_l / size_g
            low, high = max(0, int(middle) - 5), min(size_l, int(middle) + 6)
            chunks = chunks_at(greek, i)
            for j in range(low, high + 1):
                for chunk in chunks:
                    for dj in range(min(LONGEST_LATIN, size_l - j) + 1):
                        if dj == 0 and len(chunk) > 1:
                            continue
                        graphone = (chunk, latin[j : j + dj])
                        if table:
                            p = table.get(graphone, 0.0)
                            if p == 0.0:
                                continue
                        else:
                            p = _first_guess(chunk, dj)
                        edges.append((i, j, len(chunk), dj, graphone, p))
        return edges

    def align(self, greek: str, latin: str) -> Alignment | None:
        """The best alignment, or nothing if the pair cannot be aligned."""
        best: dict[tuple[int, int], tuple[float, tuple[int, int] | None, Graphone | None]] = {
            (0, 0): (0.0, None, None)
        }
        table = self.log_probability
        for i in range(len(greek)):
            for j in range(len(latin) + 1):
                here = best.get((i, j))
                if here is None:
                    continue
                for chunk in chunks_at(greek, i):
                    for dj in range(min(LONGEST_LATIN, len(latin) - j) + 1):
                        p = table.get((chunk, latin[j : j + dj]))
                        if p is None:
                            continue
                        target = (i + len(chunk), j + dj)
                        score = here[0] + p
                        if score > best.get(target, (_IMPOSSIBLE,))[0]:
                            best[target] = (score, (i, j), (chunk, latin[j : j + dj]))
        end = best.get((len(greek), len(latin)))
        if end is None:
            return None
        graphones: list[Graphone] = []
        node: tuple[int, int] | None = (len(greek), len(latin))
        while node is not None:
            _, before, graphone = best[node]
            if graphone is not None:
                graphones.append(graphone)
            node = before
        return Alignment(tuple(reversed(graphones)), end[0] / len(greek))


def _first_guess(chunk: str, latin_length: int) -> float:
    # Chunks of two letters must pay for themselves, or the table would learn whole syllables.
    expected = 1.0 if len(chunk) == 1 else len(chunk) * 0.75
    likeness: float = 0.3 ** abs(latin_length - expected)
    return likeness * (0.05 if latin_length == 0 else 1.0) * 0.02
