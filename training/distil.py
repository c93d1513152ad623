"""Go on training a name finder with gold and with what a teacher holds likely.

    python -m training.distil NAMES --train TRAIN.spacy --soft FOLDERS --pairs PAIRS --output OUT

From gold a finder learns tags; from a teacher (``training.teacher.soft``) it learns how likely each
reading is, and so how far the teacher's doubts go. Both are cross-entropies between chains: the
gradient is what the finder expects less what the gold, or the teacher, expects.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Corpus, Example
from spacy.util import fix_random_seed
from thinc.api import Adam, Optimizer, set_dropout_rate

from greeknews_ner.pipeline.name_finder import NameFinder
from greeknews_ner.pipeline.name_finder.crf import add_chain_gradient, chain_of
from greeknews_ner.pipeline.name_finder.features import form_id
from greeknews_ner.pipeline.name_finder.lattice import Chain, Lattice, pack
from training.finder import NAMES, finder_of
from training.refine import blend, endless, hide_gazetteer, parameters, settle
from training.replace import news_augmenter
from training.spelling import capitals
from training.teacher.soft import SoftSentence, read_soft

_WORDS = 1500


def learn_from_teacher(
    finder: NameFinder,
    docs: Sequence[Doc],
    targets: Sequence[NDArray[np.float16]],
    drop: float,
    optimizer: Optimizer,
) -> float:
    """Take one step towards the teacher's distribution over tag sequences.

    Args:
        finder: Learns.
        docs: Sentences, without line breaks.
        targets: The teacher's log-weights of the tags of each, shape (words, tags).
        drop: Rate of dropout.
        optimizer: Of all parameters.

    Returns:
        The cross-entropy of the batch.
    """
    model, scheme = finder.model, finder.scheme
    set_dropout_rate(model, drop)
    emissions, backward = model.begin_update(list(docs))
    batch, taught = pack(emissions), pack([target.astype(np.float64) for target in targets])
    chain = chain_of(model, scheme)
    own = Lattice(batch, chain)
    expected, wanted = own.gradients(), Lattice(taught, Chain.free(scheme)).gradients()
    difference = np.nan_to_num(expected.emissions - wanted.emissions)
    gradients = [model.ops.alloc2f(*emission.shape) for emission in emissions]
    for column, index in enumerate(batch.order.tolist()):
        gradients[index][:] = difference[: len(gradients[index]), column]
    add_chain_gradient(
        model,
        expected.transitions - wanted.transitions,
        expected.start - wanted.start,
        expected.end - wanted.end,
    )
    backward(gradients)
    finder.finish_update(optimizer)
    score = (batch.emissions * wanted.emissions).sum() + (
        np.where(scheme.allowed, chain.transitions, 0.0) * wanted.transitions
    ).sum()
    score += (chain.start * wanted.start).sum() + (chain.end * wanted.end).sum()
    return float(own.log_z.sum() - score)


def soft_batches(
    nlp: Language, sentences: list[SoftSentence], loud: float, seed: int
) -> Iterator[tuple[list[Doc], list[NDArray[np.float16]]]]:
    """Batches of about 1,500 words, epoch after epoch, shuffled.

    Args:
        nlp: Whose vocabulary the documents use.
        sentences: Labelled by the teacher.
        loud: Share of sentences that are learnt in capitals, with the labels of the plain ones.
        seed: Of all choices.
    """
    chooser = random.Random(seed)
    while True:
        chooser.shuffle(sentences)
        docs: list[Doc] = []
        targets: list[NDArray[np.float16]] = []
        words = 0
        for sentence in sentences:
            plain = chooser.random() >= loud
            spelled = sentence.words if plain else [capitals(word) for word in sentence.words]
            docs.append(Doc(nlp.vocab, words=spelled))
            targets.append(sentence.scores)
            words += len(spelled)
            if words >= _WORDS:
                yield docs, targets
                docs, targets, words = [], [], 0


def learn_forms(finder: NameFinder, sentences: list[SoftSentence], least: int) -> int:
    """Add the frequent word forms of the teacher's sentences to those that the finder knows."""
    counts = Counter(form_id(word) for sentence in sentences for word in sentence.words)
    frequent = {key for key, count in counts.items() if count >= least}
    for node in finder.model.walk():
        if node.name == "word_features" and len(node.attrs["forms"]):
            known = frequent.union(node.attrs["forms"].tolist())
            node.attrs["forms"] = np.array(sorted(known), dtype=np.uint64)
            return len(known)
    return 0


def distil(
    nlp: Language,
    gold: Iterator[list[Example]],
    soft: Iterator[tuple[list[Doc], list[NDArray[np.float16]]]],
    *,
    share: float,
    steps: int,
    rate: float,
    drop: float,
    seed: int,
    save: Path,
) -> None:
    """Train in place; the weights end as their running average.

    Args:
        nlp: A pipeline with a trained name finder.
        gold: Endless batches of annotated sentences.
        soft: Endless batches of sentences with the teacher's scores.
        share: Of the batches that are the teacher's.
        steps: How many batches to learn from.
        rate: Rate of learning at the start; it falls to 0.
        drop: Rate of dropout.
        seed: Of the choice between both.
        save: Folder for the state after every 1,000 steps.
    """
    finder = finder_of(nlp)
    optimizer = Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    chooser = random.Random(seed)
    sums = {"gold": [0.0, 0], "soft": [0.0, 0]}
    for step in range(steps):
        optimizer.learn_rate = rate * min(1.0, step / 50) * (1 - step / steps)
        if chooser.random() < share:
            loss = learn_from_teacher(finder, *next(soft), drop, optimizer)
            kind = "soft"
        else:
            loss = nlp.update(next(gold), sgd=optimizer, drop=drop)[NAMES]
            kind = "gold"
        sums[kind][0] += loss
        sums[kind][1] += 1
        if (step + 1) % 100 == 0:
            means = {name: round(total / max(count, 1), 1) for name, (total, count) in sums.items()}
            print(f"step {step + 1} loss {means}", flush=True)
            sums = {"gold": [0.0, 0], "soft": [0.0, 0]}
        if (step + 1) % 1000 == 0:
            with nlp.use_params(optimizer.averages):
                save.mkdir(parents=True, exist_ok=True)
                nlp.to_disk(save / f"step{step + 1}")
    settle(nlp, optimizer)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--train", type=Path, required=True, nargs="+", help=".spacy files")
    parser.add_argument("--soft", type=Path, required=True, nargs="+", help="folders")
    parser.add_argument("--pairs", type=Path, required=True, help="folder of the pair tables")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--rate", type=float, default=0.0008)
    parser.add_argument("--drop", type=float, default=0.3)
    parser.add_argument("--share", type=float, default=0.6, help="of batches from the teacher")
    parser.add_argument("--hidden", type=float, default=0.3, help="share of the gazetteer")
    parser.add_argument("--loud", type=float, default=0.15, help="share in capitals")
    parser.add_argument("--forms", type=int, help="know forms that the teacher's text has so often")
    parser.add_argument(
        "--former", type=float, default=0.0, help="share that the weights before keep in the end"
    )
    parser.add_argument("--seed", type=int, default=41)
    return parser.parse_args()


def main() -> None:
    """Distil."""
    options = arguments()
    fix_random_seed(options.seed)
    nlp = spacy.load(options.names)
    finder = finder_of(nlp)
    sentences = [part for folder in options.soft for part in read_soft(folder, finder.scheme.names)]
    print(len(sentences), "sentences of the teacher", flush=True)
    if options.forms:
        print(learn_forms(finder, sentences, options.forms), "known forms", flush=True)
    hide_gazetteer(finder.model, options.hidden)
    augment = news_augmenter(str(options.pairs), 0.3, 0.3, options.seed)
    corpora = [Corpus(path, augmenter=augment) for path in options.train]
    former = parameters(finder.model)
    distil(
        nlp,
        endless(nlp, corpora, options.seed),
        soft_batches(nlp, sentences, options.loud, options.seed),
        share=options.share,
        steps=options.steps,
        rate=options.rate,
        drop=options.drop,
        seed=options.seed,
        save=options.output,
    )
    blend(finder.model, former, options.former)
    nlp.to_disk(options.output)


if __name__ == "__main__":
    main()
