"""Beam search for the Latin spellings of a Greek word."""

from __future__ import annotations

from collections.abc import Sequence

from greeknews_ner.names.graphone_model import QUANTUM, GraphoneModel
from greeknews_ner.names.hypotheses import Beams, Hypothesis, Stack, log_sum
from greeknews_ner.names.latin_names import LatinNames

BEAMS = Beams(20, 9.0, 10, 5.5)
WIDE = Beams(40, 12.0, 14, 6.5)

_LONGEST_CHUNK = 4
_SHARED = 5  # letters of the longest beginning that is kept for the next word
_MOST_BEGINNINGS = 2048  # some 5 MB


class Decoder:
    """Finds Latin spellings of words; words that begin alike share the work on their beginning.

    Real names are followed beside the likeliest letters, because the spelling of a name that
    people bear may be far down among all that its sounds allow.

    Args:
        model: The joint n-gram model.
        names: Real names.
        beams: How wide the search is.
    """

    def __init__(self, model: GraphoneModel, names: LatinNames, beams: Beams = BEAMS) -> None:
        self._model, self._names, self._beams = model, names, beams
        known, known_width, other, other_width = beams
        self._whole = Beams(known * 2, known_width, other * 2, other_width * 1.5)
        self._beginnings: dict[str, list[Hypothesis]] = {}

    def spellings(self, letters: str) -> list[tuple[str, float, int]]:
        """Latin spellings of one word, best first.

        Args:
            letters: One Greek word as `graphemes` gives it.

        Returns:
            Triples of (spelling, log-probability summed over its segmentations, number of the
            real name or -1); empty when the word has a letter that the model does not know.
        """
        self._model.trim()
        followed: list[list[Hypothesis]] = []
        for size in range(len(letters)):
            followed.append(self._followed(letters[:size], followed))
        ends = self._model.following(self._model.end, self._model.end + 1)
        totals: dict[str, tuple[float, int]] = {}
        for score, node, spelling, place in self._best(letters, followed, self._whole):
            penalty, _, _, costs = ends[node]
            if not costs or not spelling:
                continue
            value, before = score - penalty - costs[0], totals.get(spelling)
            totals[spelling] = value if before is None else log_sum(before[0], value), place
        number = self._names.number
        found = [(s, value * QUANTUM, number(place)) for s, (value, place) in totals.items()]
        found.sort(key=lambda item: -item[1])
        return found

    def _followed(
        self, beginning: str, followed: Sequence[Sequence[Hypothesis]]
    ) -> list[Hypothesis]:
        """What is followed of the spellings of a beginning."""
        if not beginning:
            return [(0.0, self._model.start, "", 0)]
        known = self._beginnings.get(beginning)
        if known is None:
            known = self._best(beginning, followed, self._beams)
            if len(beginning) <= _SHARED:
                if len(self._beginnings) >= _MOST_BEGINNINGS:
                    self._beginnings.clear()
                self._beginnings[beginning] = known
        return known

    def _best(
        self, letters: str, followed: Sequence[Sequence[Hypothesis]], beams: Beams
    ) -> list[Hypothesis]:
        """The likeliest spellings of some letters.

        Args:
            letters: The letters.
            followed: What is followed of the spellings of each shorter beginning of them.
            beams: How many of them.
        """
        model, size = self._model, len(letters)
        stack = Stack(model, self._names, beams)
        for place in range(max(0, size - _LONGEST_CHUNK), size):
            symbols = model.ranges.get(letters[place:])
            if symbols is not None:
                stack.extend(followed[place], model.following(*symbols))
        return stack.best()
