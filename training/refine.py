"""Go on training a name finder while hiding its gazetteer, so that it does without where it must.

    python -m training.refine NAMES --train TRAIN.spacy --pairs PAIRS --output OUT

A finder that always sees the gazetteer leans on it and misses names that stand in no list. Why in a
second stage: see docs/decisions/ner-small.md.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Corpus, Example
from spacy.training.batchers import minibatch_by_words
from spacy.util import fix_random_seed
from thinc.api import Adam, Model, Optimizer

from training.finder import NAMES, finder_of
from training.replace import news_augmenter

_WORDS = 1500


def refine(nlp: Language, batches: Iterator[list[Example]], steps: int, rate: float) -> None:
    """Train in place for some steps; the weights end as their running average.

    Args:
        nlp: A pipeline with a trained name finder.
        batches: Endless.
        steps: How many batches to learn from.
        rate: Rate of learning at the start; it falls to 0.
    """
    optimizer = Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    total = 0.0
    for step, batch in zip(range(steps), batches, strict=False):
        optimizer.learn_rate = rate * min(1.0, step / 50) * (1 - step / steps)
        losses = nlp.update(batch, sgd=optimizer, drop=0.35)
        total += losses[NAMES]
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} loss {total / 100:.1f}", flush=True)
            total = 0.0
    settle(nlp, optimizer)


def settle(nlp: Language, optimizer: Optimizer) -> None:
    """Let the running average of the name finder's weights be its weights."""
    with nlp.use_params(optimizer.averages):
        weights = finder_of(nlp).model.to_bytes()
    finder_of(nlp).model.from_bytes(weights)


def hide_gazetteer(model: Model[Any, Any], share: float) -> None:
    """Let a network in training do without its gazetteer in a share of sentences and words."""
    for node in model.walk():
        if node.name == "word_features":
            node.attrs["gazetteer_dropout"] = share


def parameters(model: Model[Any, Any]) -> list[Any]:
    """Copies of all weights of a network, in the order of its nodes."""
    return [
        node.get_param(name).copy()
        for node in model.walk()
        for name in node.param_names
        if node.has_param(name)
    ]


def blend(model: Model[Any, Any], former: list[Any], share: float) -> None:
    """Average the weights with those of before: both lie in one valley, and their mean is better.

    Args:
        model: The network; changed in place.
        former: What `parameters` gave before.
        share: What the former weights count, from 0 to 1.
    """
    before = iter(former)
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, (1 - share) * node.get_param(name) + share * next(before))


def endless(nlp: Language, corpora: list[Corpus], seed: int) -> Iterator[list[Example]]:
    """Batches of about 1,500 words, epoch after epoch, shuffled."""
    chooser = random.Random(seed)
    while True:
        examples = [example for corpus in corpora for example in corpus(nlp)]
        chooser.shuffle(examples)
        yield from minibatch_by_words(examples, _WORDS, tolerance=0.2)


def main() -> None:
    """Refine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--train", type=Path, required=True, nargs="+", help=".spacy files")
    parser.add_argument("--pairs", type=Path, required=True, help="folder of the pair tables")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=0.0008)
    parser.add_argument("--hidden", type=float, default=0.35, help="share of the gazetteer")
    parser.add_argument(
        "--former", type=float, default=0.3, help="share that the weights before keep in the end"
    )
    parser.add_argument("--seed", type=int, default=21)
    arguments = parser.parse_args()
    fix_random_seed(arguments.seed)
    nlp = spacy.load(arguments.names)
    finder = finder_of(nlp)
    hide_gazetteer(finder.model, arguments.hidden)
    augment = news_augmenter(str(arguments.pairs), 0.3, 0.3, arguments.seed)
    corpora = [Corpus(path, augmenter=augment) for path in arguments.train]
    former = parameters(finder.model)
    refine(nlp, endless(nlp, corpora, arguments.seed), arguments.steps, arguments.rate)
    blend(finder.model, former, arguments.former)
    nlp.to_disk(arguments.output)


if __name__ == "__main__":
    main()
