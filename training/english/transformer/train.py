"""Train the character Transformer.

    python -m training.english.transformer.train --data NAMES --out OUT [--until HH:MM]

It learns from what the n-grams learn from before the weights of the ranking are set: neither dev
and test nor the tuning names. Goes on where it was cut off. ``--until`` (UTC) lets the clock
instead of the steps drive the decay of the rate.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import torch
from torch.nn import functional

from greeknews_ner.names.folding import fold
from training.english.__main__ import without_tune
from training.english.pairs import Split, split_pairs
from training.english.transformer.examples import Batch, Example, batches, examples
from training.english.transformer.model import CharacterTransformer
from training.english.words import Word, aligned_words
from training.teacher.checkpoint import Checkpoint, Tensors, write
from training.teacher.encoder import Drop, Masks, refresh
from training.teacher.train import clock, say

_AVERAGED_EVERY = 4
_SMOOTHED = 0.1
_LOGGED_EVERY = 50
_SAVED_EVERY = 200


def unseen_examples(split: Split, words: Sequence[Word]) -> list[Example]:
    """Everything but what the tuning names of ``split`` teach."""
    tuning = frozenset(fold(greek) for some in split.tune.values() for greek, _ in some)
    return examples(split, without_tune(words, split), tuning)


def learn(
    found: Sequence[Example],
    model: CharacterTransformer,
    checkpoint: Checkpoint,
    share: Callable[[float], Callable[[int], float]],
    *,
    letters: int = 2000,
    rate: float = 2e-3,
    warm: float = 0.05,
    decay: float = 0.99,
    seed: int = 0,
) -> Tensors:
    """Train until the share of the run that is done is whole.

    Args:
        found: The examples.
        model: Changed in place.
        checkpoint: Where the run stands, if it was cut off.
        share: From the share that was done before to a function from step to share.
        letters: Greek letters in one batch.
        rate: The highest of the run.
        warm: Share of the run in which the rate rises.
        decay: Of the running average of the weights, every fourth step.
        seed: Of order and dropout.

    Returns:
        The running average of the weights.
    """
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    average, step, before = checkpoint.load(model, optimizer) or (_copy(model), 0, 0.0)
    done_at = share(before)
    masks, chooser = Masks(0.1, 1 << 21), Random(seed + step)
    stream = batches(found, letters, seed + step)
    losses, mark = 0.0, time.process_time()
    refresh(model)
    while (done := done_at(step)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = rate * max(0.01, min(done / warm, (1 - done) / (1 - warm)))
        loss = loss_of(model, next(stream), masks.drawn(chooser))
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        refresh(model)
        losses += float(loss.detach())
        step += 1
        if step % _AVERAGED_EVERY == 0:
            kept = min(decay, 1 - _AVERAGED_EVERY / (step + _AVERAGED_EVERY))
            for name, tensor in model.state_dict().items():
                average[name].lerp_(tensor, 1 - kept)
        if step % _LOGGED_EVERY == 0:
            masks.refresh()
            cost = (time.process_time() - mark) / _LOGGED_EVERY
            say(f"step {step} done {done:.3f} loss {losses / _LOGGED_EVERY:.4f} {cost:.3f} s")
            losses, mark = 0.0, time.process_time()
        if step % _SAVED_EVERY == 0:
            checkpoint.save(model, average, optimizer, step, done)
    return average


def loss_of(model: CharacterTransformer, batch: Batch, drop: Drop | None) -> torch.Tensor:
    """Smoothed cross-entropy of the next letters of a batch."""
    scores = model.write(model.read(batch.names, drop), batch.begun, drop)
    return functional.cross_entropy(
        scores.flatten(0, 1), batch.wanted.flatten(), ignore_index=-1, label_smoothing=_SMOOTHED
    )


def _copy(model: CharacterTransformer) -> Tensors:
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, train and write the averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--until", help="HH:MM, UTC")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    split = split_pairs(options.data)
    words, _ = aligned_words(split)
    found = unseen_examples(split, words)
    say(f"{len(found)} examples")
    average = learn(
        found,
        CharacterTransformer(),
        Checkpoint(options.out),
        lambda done: clock(options, done),
        seed=options.seed,
    )
    write(average, options.out / "transformer.safetensors")


if __name__ == "__main__":
    main()
