"""Learn the weights of the rules and of the guess of origin.

    python -m training.rules NAMES_FOLDER LISTS [--write]

NAMES_FOLDER holds Greek-English name pairs, ``pairs_*.tsv``; LISTS is the file of Latin-script
names that ``training.english.latin`` saves. With ``--write``, ``resources/names/rules/costs.tsv``
and ``origin.tsv`` are written.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter, defaultdict
from pathlib import Path

from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.rules.origin import OriginCues
from greeknews_ner.names.rules.shelf import RESOURCES, load_languages
from training.english.pairs import split_pairs
from training.english.words import word_pairs
from training.rules.nations import evidence_of
from training.rules.origin_model import Weights, learn
from training.rules.origin_model import write as write_origin
from training.rules.tables import write_costs
from training.rules.weights import count, likelihood, posterior

ROUNDS = 2
TOO_UNLIKELY = 8.0  # nats below the likeliest language where the spelling is not tried


def read_words(folder: Path) -> list[tuple[str, str, str, float]]:
    """Words to learn from: Greek form, its letters, Latin spelling, weight."""
    split = split_pairs(folder)
    weights: dict[tuple[str, str], tuple[str, float]] = {}
    for form, latin, pair in word_pairs(split.train, split.held_words()):
        key = graphemes(form), latin
        if len(key[0]) > 1:
            weights[key] = (form, max(weights.get(key, ("", 0.0))[1], pair.weight))
    return [(form, key[0], key[1], weight) for key, (form, weight) in sorted(weights.items())]


def main() -> None:
    """Learn, print how well, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("lists", type=Path)
    parser.add_argument("--words", type=int, default=0, help="learn from so many only; 0: all")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--unspelt", type=Path, help="where to list words that no rule spells")
    options = parser.parse_args()
    words = read_words(options.folder)
    if options.words:
        words = random.Random(0).sample(words, min(options.words, len(words)))
    print(f"{len(words)} words", flush=True)
    with gzip.open(options.lists, "rt", encoding="utf-8") as stream:
        nations = json.load(stream)["nations"]
    totals: Counter[str] = Counter()
    for bearers in nations.values():
        totals.update(bearers)
    spelt_words = [(letters, latin, weight) for _, letters, latin, weight in words]
    forms = [form for form, *_ in words]
    by_hand = load_languages(costs=False)
    names = frozenset(by_hand)
    bearers = [evidence_of(nations.get(latin, {}), totals, names) for *_, latin, _ in words]
    del nations
    cues = OriginCues(by_hand, letters=False)
    offsets = [cues.log_odds(form) for form in forms]
    languages, prior = by_hand, offsets
    weights: Weights = {}
    for number in range(ROUNDS):
        chances = []
        unspelt: list[str] = []
        for (letters, latin, _), odds, known in zip(spelt_words, prior, bearers, strict=True):
            likely = {name: value + known.get(name, 0.0) for name, value in odds.items()}
            least = max(likely.values()) - TOO_UNLIKELY
            spelt = {
                name: likelihood(languages[name].rules_of_letters(letters), latin)
                for name, value in likely.items()
                if value > least
            }
            if max(spelt.values()) == -math.inf:
                unspelt.append(f"{letters}={latin}")
            chances.append(posterior(likely, spelt))
        print(
            f"round {number}: {len(unspelt)} of {len(words)} words spelt by no language", flush=True
        )
        shares: dict[str, float] = defaultdict(float)
        for chance in chances:
            for name, share in chance.items():
                shares[name] += share
        print({name: round(share) for name, share in sorted(shares.items(), key=lambda i: -i[1])})
        counts = count(languages, spelt_words, chances)
        weights, prior = learn(forms, offsets, chances, [weight for *_, weight in words])
        if options.write:
            rows = write_costs(counts, by_hand, RESOURCES / "costs.tsv")
            write_origin(weights, RESOURCES / "origin.tsv")
            languages = load_languages()
            print(f"{rows} rules weighed, {len(weights)} features of letters")
    if options.unspelt:
        options.unspelt.write_text("\n".join(unspelt), encoding="utf-8")


if __name__ == "__main__":
    main()
