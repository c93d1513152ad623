"""The Transformer beside the n-grams and with them, on dev.

    python -m training.english.transformer.compare --data NAMES --weights FILE.safetensors

The n-grams that it stands beside have not learnt from the tuning names either, so that both scores
mean the same in the ranking, whose weights are fitted anew with each.
"""

from __future__ import annotations

import argparse
import copy
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import load_file

from greeknews_ner.evaluation.names import edit_distance
from greeknews_ner.names.candidates import Sources, WordCandidate, features_of
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.foreign import default_sources
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.ranking import ANY, WHOLE, Ranking, default_ranking, position_of
from greeknews_ner.names.rules.origin import GREEK
from greeknews_ner.names.rules.words import words_of
from training.english.__main__ import ORDER, without_tune
from training.english.ngrams import train
from training.english.pairs import TUNED, split_pairs
from training.english.ranker import Question, fit
from training.english.transformer.beam import log_probabilities, spell
from training.english.transformer.model import CITY, FAMILY, FULL, CharacterTransformer
from training.english.tune import Asked, Rows, answer, asked
from training.english.words import aligned_words
from training.teacher.encoder import refresh

BEAM = 5
_SCORED = 12  # spellings of n-grams and rules that the Transformer is asked about
_FLOOR = 3.0  # nats below the worst of these where the others are put
_ADDED = "transformer alone"
_TAGS = {"single": FAMILY, "full": FULL, "city": CITY}
_ELOT_TODAY = 1.0  # as `training.english.tune` adds

Outcome = tuple[list[str], frozenset[str]]
"""Spellings, the likeliest first, and the right ones."""


def load(path: Path) -> CharacterTransformer:
    """A trained model."""
    model = CharacterTransformer()
    model.load_state_dict(load_file(path))
    refresh(model)
    return model.eval()


def figures(outcomes: Sequence[Outcome]) -> str:
    """Acc@1, Acc@3 and the rate of wrong characters."""
    first = sum(bool(spelt) and spelt[0] in right for spelt, right in outcomes)
    third = sum(not right.isdisjoint(spelt[:3]) for spelt, right in outcomes)
    edits, letters = 0, 0
    for spelt, right in outcomes:
        best = spelt[0] if spelt else ""
        nearest = min(right, key=lambda name: edit_distance(best, name) / len(name))
        edits += edit_distance(best, nearest)
        letters += len(nearest)
    count = len(outcomes)
    return f"{first / count:.3f} / {third / count:.3f} / {edits / letters:.3f}"


def alone(model: CharacterTransformer, rows: Rows, tag: str) -> list[Outcome]:
    """What the model makes of whole names without any help."""
    names = [(" ".join(filter(None, map(graphemes, words_of(greek)))), tag) for greek, _ in rows]
    spelt = spell(model, names, beam=BEAM)
    return [([s for s, _ in some], right) for some, (_, right) in zip(spelt, rows, strict=True)]


def scored(
    model: CharacterTransformer, rows: Rows, names: Sequence[Asked], sources: Sources
) -> list[Asked]:
    """Copies of names whose candidates know what the Transformer says, its own among them.

    Args:
        model: The Transformer.
        rows: The names.
        names: The same as asked before.
        sources: Real names, and how likely each name is Greek.
    """
    words = [words_of(greek) for greek, _ in rows]
    places = [(n, place) for n, some in enumerate(words) for place in range(len(some))]
    letters = [(graphemes(words[n][place]), ANY) for n, place in places]
    own = spell(model, letters, beam=BEAM)
    ranking = default_ranking()
    wanted = []
    for (n, place), spelt in zip(places, own, strict=True):
        context = f"{position_of(place, len(words[n]))} {ANY}"
        best = sorted(
            names[n].candidates[place], key=lambda c: -ranking.score(context, c.features)
        )[:_SCORED]
        keys = [c.key for c in best] + [s for s, _ in spelt if s and " " not in s]
        wanted.append(list(dict.fromkeys(keys)))
    given = log_probabilities(model, letters, wanted)
    copies = [copy.copy(name) for name in names]
    for name in copies:
        name.candidates = list(name.candidates)
    for (n, place), keys, values in zip(places, wanted, given, strict=True):
        chances = sources.cues.of_words(words[n])[place]
        copies[n].candidates[place] = _joined(
            names[n].candidates[place],
            dict(zip(keys, values, strict=True)),
            sources,
            to_elot743(words[n][place]).lower(),
            chances.get(GREEK, 0.0),
        )
    return copies


def _joined(
    candidates: Sequence[WordCandidate],
    scores: Mapping[str, float],
    sources: Sources,
    elot: str,
    greek: float,
) -> list[WordCandidate]:
    lowest, first = min(scores.values()) - _FLOOR, max(scores.values())
    found = {c.key: replace(c, features=list(c.features)) for c in candidates}
    floors = [
        (which, min(dict(c.features)[which] for c in candidates)) for which in ("model", "rules")
    ]
    for key in scores.keys() - found.keys():
        number = sources.names.number(sources.names.walk(0, key))
        features = [*floors, (_ADDED, 1.0)]
        features += features_of(key, number, sources.names, elot, greek)
        found[key] = WordCandidate(key, key, features, known=number >= 0)
    for candidate in found.values():
        score = scores.get(candidate.key, lowest)
        candidate.features.append(("transformer", score))
        if score == first:
            candidate.features.append(("first by transformer", 1.0))
        if not candidate.known:
            candidate.features.append(("transformer unknown", score))
    return list(found.values())


def without_added(names: Sequence[Asked]) -> list[Asked]:
    """Copies without the candidates that the Transformer alone gives."""
    copies = [copy.copy(name) for name in names]
    for name in copies:
        name.candidates = [
            [c for c in some if (_ADDED, 1.0) not in c.features] for some in name.candidates
        ]
    return copies


def fitted(names: Sequence[Asked]) -> Ranking:
    """Weights for names of no known type; whole names count as in the ranking that ships."""
    questions: dict[str, list[Question]] = defaultdict(list)
    for name in names:
        for position, question in name.questions():
            questions[position].append(question)
    weights = {context: dict(some) for context, some in default_ranking().weights.items()}
    for position, found in questions.items():
        if not any(correct for _, correct in found):
            continue
        weights[f"{position} {ANY}"] = fit(found)
        weights[f"{position} {ANY}"].setdefault("elot greek", 0.0)
        weights[f"{position} {ANY}"]["elot greek"] += _ELOT_TODAY
    return Ranking(weights, {})


def answers(names: Sequence[Asked], ranking: Ranking, sources: Sources) -> list[Outcome]:
    """What the ranking makes of names."""
    bonus = ranking.weights[f"all {ANY}"][WHOLE]
    return [(answer(name, ranking, ANY, bonus, sources)[2], name.right) for name in names]


def reachable(names: Sequence[Asked]) -> float:
    """Share of names that have a right spelling of every word among the candidates."""
    hits = 0
    for name in names:
        keys = [{c.key for c in some} for some in name.candidates]
        hits += any(
            len(words := right.split()) == len(keys)
            and all(word in some for word, some in zip(words, keys, strict=True))
            for right in name.right
        )
    return hits / len(names)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tuning", type=int, nargs=3, help="single names, cities, whole names")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    sizes = dict(zip(TUNED, options.tuning or TUNED.values(), strict=True))
    split = split_pairs(options.data, tuned=sizes)
    words, _ = aligned_words(split)
    unseen = train([(word.graphones, 1) for word in without_tune(words, split)], order=ORDER)
    shipped = default_sources()
    sources = Sources(unseen, shipped.names, shipped.cues)
    tuning = {which: asked(rows, sources) for which, rows in split.tune.items()}
    dev = {which: asked(rows, sources) for which, rows in split.dev.items()}
    compare(load(options.weights), split.tune, split.dev, tuning, dev, sources)


def compare(
    model: CharacterTransformer,
    tuning_rows: Mapping[str, Rows],
    dev_rows: Mapping[str, Rows],
    tuning: Mapping[str, list[Asked]],
    dev: Mapping[str, list[Asked]],
    sources: Sources,
) -> None:
    """Print the figures of all ways to answer.

    Args:
        model: The Transformer.
        tuning_rows: Class to names that neither model has seen.
        dev_rows: Class to names that are measured.
        tuning: The tuning names with candidates.
        dev: The measured names with candidates.
        sources: What the candidates came from.
    """
    for which, rows in dev_rows.items():
        print(f"{which}: Transformer {figures(alone(model, rows, ANY))}", flush=True)
        print(f"{which}: type told {figures(alone(model, rows, _TAGS[which]))}", flush=True)
    plain = fitted([name for names in tuning.values() for name in names])
    for which, names in dev.items():
        print(f"{which}: n-grams and rules {figures(answers(names, plain, sources))}", flush=True)
    both = {
        which: scored(model, _spoken(tuning_rows[which]), names, sources)
        for which, names in tuning.items()
    }
    heard = {
        which: scored(model, _spoken(dev_rows[which]), names, sources)
        for which, names in dev.items()
    }
    flat = [name for names in both.values() for name in names]
    score_only, with_own = fitted(without_added(flat)), fitted(flat)
    for position, weights in with_own.weights.items():
        print(position, {n: round(w, 2) for n, w in weights.items() if "transf" in n})
    for which, names in heard.items():
        known = without_added(names)
        print(f"{which}: reachable {reachable(known):.3f}, with its own {reachable(names):.3f}")
        print(f"{which}: its score {figures(answers(known, score_only, sources))}")
        print(f"{which}: its spellings {figures(answers(names, with_own, sources))}", flush=True)


def _spoken(rows: Rows) -> Rows:
    return [row for row in rows if words_of(row[0])]


if __name__ == "__main__":
    main()
