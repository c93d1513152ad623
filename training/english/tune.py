"""Weights of the ranking and its certainty, learnt from names that the model has not seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from greeknews_ner.names.candidates import Sources, WordCandidate, candidates_of_word
from greeknews_ner.names.foreign import AskedWord, combine, elot_weight, ranked
from greeknews_ner.names.ranking import ANY, ELOT, PERSON, PLACE, WHOLE, Ranking, position_of
from greeknews_ner.names.reranking import Reranker
from greeknews_ner.names.rules.words import words_of
from training.english.isotonic import isotonic
from training.english.ranker import Question, fit

Rows = Sequence[tuple[str, frozenset[str]]]

_KINDS = {PERSON: ("single", "full"), PLACE: ("city",), ANY: ("single", "full", "city")}
_BONUSES = (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)
_OPTIONS = 8
_ENOUGH = 60  # answers that a curve of certainty needs
_GREEK = 0.4
# The pairs hold old spellings of Greek names; passports and newspapers of today have ELOT 743.
_TODAY = 1.0


class Asked:
    """One name with the candidates of its words."""

    def __init__(self, greek: str, right: frozenset[str], sources: Sources) -> None:
        self.words = words_of(greek)
        self.right = right
        self.chances = sources.cues.of_words(self.words)
        self.candidates: list[list[WordCandidate]] = []
        for place, (word, chance) in enumerate(zip(self.words, self.chances, strict=True)):
            self.candidates.append(
                candidates_of_word(word, chance, sources, place=place, of=len(self.words))
            )

    def questions(self) -> Iterable[tuple[str, Question]]:
        """Position and question of each word whose right spelling can be told."""
        size = len(self.candidates)
        spelt = [words for name in self.right if len(words := name.split()) == size]
        for place, candidates in enumerate(self.candidates):
            right = {words[place] for words in spelt}
            correct = [n for n, candidate in enumerate(candidates) if candidate.key in right]
            yield position_of(place, size), ([c.features for c in candidates], correct)


def asked(rows: Rows, sources: Sources) -> list[Asked]:
    """Names with candidates; names without a Greek word are left out."""
    return [Asked(greek, right, sources) for greek, right in rows if words_of(greek)]


def weighed(names: dict[str, list[Asked]]) -> Ranking:
    """Fit the weights of the log-linear ranking.

    Args:
        names: Class (single, full, city) to names.
    """
    weights: dict[str, dict[str, float]] = {}
    for kind, classes in _KINDS.items():
        questions: dict[str, list[Question]] = defaultdict(list)
        for which in classes:
            for name in names[which]:
                for position, question in name.questions():
                    questions[position].append(question)
        for position, found in sorted(questions.items()):
            fitted = fit(found)
            fitted["elot greek"] = fitted.get("elot greek", 0.0) + _TODAY
            weights[f"{position} {kind}"] = fitted
    return Ranking(weights, {})


def finished(
    names: dict[str, list[Asked]], ranking: Ranking, reranker: Reranker, sources: Sources
) -> Ranking:
    """Set what whole names count and what probabilities are worth.

    Args:
        names: Class to names, which neither n-grams nor ``reranker`` have seen.
        ranking: The weights.
        reranker: What ranks again.
        sources: Where whole names are known.
    """
    plain = replace(ranking, weights=dict(ranking.weights), reranker=reranker)
    for kind, classes in _KINDS.items():
        rows = [name for which in classes for name in names[which]]
        several = [name for name in rows if len(name.candidates) > 1]
        bonus = max(_BONUSES, key=lambda value: _right(several, plain, kind, value, sources))
        plain = replace(plain, weights={**plain.weights, f"all {kind}": {WHOLE: bonus}})
    return replace(ranking, weights=plain.weights, certainty=certainty_of(names, plain, sources))


def certainty_of(
    names: dict[str, list[Asked]], ranking: Ranking, sources: Sources
) -> dict[str, list[tuple[float, float]]]:
    """How often a first spelling of a given probability is right.

    Args:
        names: Class to names, as for `tuned`.
        ranking: The weights.
        sources: Where whole names are known.

    Returns:
        Kind of name to rising points, see `Ranking.certainty`.
    """
    certainty: dict[str, list[tuple[float, float]]] = {}
    for kind, classes in _KINDS.items():
        bonus = ranking.weights[f"all {kind}"][WHOLE]
        points: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        for name in (name for which in classes for name in names[which]):
            probability, right, _, elot = answer(name, ranking, kind, bonus, sources)
            size = "one" if len(name.candidates) == 1 else "several"
            points[f"{size} {kind}{ELOT if elot else ''}"].append((probability, right))
        certainty |= {k: isotonic(seen) for k, seen in points.items() if len(seen) >= _ENOUGH}
    return certainty


def answer(
    name: Asked, ranking: Ranking, kind: str, bonus: float, sources: Sources
) -> tuple[float, bool, list[str], bool]:
    """Answer as `greeknews_ner.names.foreign.spell_foreign` does.

    Returns:
        Probability of the first spelling, whether it is right, the first spellings, and whether
        the first is that of ELOT 743.
    """
    size = len(name.candidates)
    options = []
    for place, candidates in enumerate(name.candidates):
        context = f"{position_of(place, size)} {kind}"
        asked = AskedWord(
            name.words[place],
            name.chances[place],
            context,
            elot=elot_weight(max(map(_greek, candidates)), size),
        )
        options.append(ranked(candidates, ranking, asked, sources.names)[:_OPTIONS])
    found = combine(options, sources, bonus)
    spelt = [" ".join(word.key for word in words) for _, words in found]
    is_elot = all(word.is_elot and _greek(word) > _GREEK for word in found[0][1])
    return found[0][0], spelt[0] in name.right, spelt, is_elot


def _greek(candidate: WordCandidate) -> float:
    """How likely the word is Greek, as the candidate of ELOT 743 has it; 0 for others."""
    return next((value for name, value in candidate.features if name == "elot greek"), 0.0)


def _right(
    names: Sequence[Asked], ranking: Ranking, kind: str, bonus: float, sources: Sources
) -> int:
    return sum(answer(name, ranking, kind, bonus, sources)[1] for name in names)


def table_of(ranking: Ranking) -> str:
    """The ranking as the table that ships."""
    lines = ["table\tcontext\tname\tvalue"]
    for context, weights in sorted(ranking.weights.items()):
        lines += [f"weight\t{context}\t{n}\t{v:.4f}" for n, v in sorted(weights.items())]
    for kind, points in sorted(ranking.certainty.items()):
        lines += [f"certainty\t{kind}\t{p:.4f}\t{right:.4f}" for p, right in points]
    return "\n".join(lines) + "\n"
