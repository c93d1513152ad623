"""Fine-tune the encoder on the corpus.

    python -m training.teacher.train --data DATA --forms FORMS --out OUT --steps 3000

Goes on where it was cut off. ``--until HH:MM`` (UTC) lets the clock, not the step count,
drive the decay of the rate, for machines that are shared.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path
from random import Random

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.augment import capitals, read_names
from training.teacher.batches import Batch, stream
from training.teacher.checkpoint import Checkpoint, Tensors, write
from training.teacher.corpus import LABELS, Sentence, read_iob2
from training.teacher.encoder import LAYERS, Encoder, Masks, refresh
from training.teacher.label import Labeller
from training.teacher.shipped import read_graph

AVERAGED_EVERY = 4
LOGGED_EVERY = 25


def say(message: str) -> None:
    """One line of the log."""
    print(f"{datetime.now(timezone.utc):%H:%M:%S} {message}", flush=True)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--forms", type=Path, required=True, help="from spellings.py")
    parser.add_argument("--start", type=Path, help="weights of an earlier run, or encoder.onnx")
    parser.add_argument("--layers", type=int, default=LAYERS, help="the lowest of the encoder's")
    parser.add_argument("--silver", type=Path, help="sentences from silver.py")
    parser.add_argument("--silver-weight", type=float, default=0.5)
    parser.add_argument(
        "--annotated", type=int, default=0, help="times that our own annotation is learnt a round"
    )
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--until", help="HH:MM, UTC")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head", type=float, default=10.0, help="rate of the head, times --rate")
    parser.add_argument("--warm", type=float, default=0.06, help="share of the run")
    parser.add_argument("--pieces", type=int, default=2048, help="a step")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--average", type=float, default=0.99, help="decay, every fourth step")
    parser.add_argument("--check", type=int, default=800)
    parser.add_argument("--save", type=int, default=100)
    return parser.parse_args()


def clock(options: argparse.Namespace, done: float) -> Callable[[int], float]:
    """A function from the step to the share of the run that is done.

    Args:
        options: With ``steps`` or ``until``.
        done: Share that an earlier part of the run has done.
    """
    if not options.until:
        return lambda step: step / options.steps
    began = time.time()
    at = datetime.strptime(options.until, "%H:%M").time()
    end = datetime.combine(datetime.now(timezone.utc).date(), at, timezone.utc).timestamp()
    end += 86_400 * (end < began)  # past midnight
    return lambda step: done + (1 - done) * (time.time() - began) / (end - began)


def weights_of(path: Path) -> Tensors:
    """Weights of an earlier run, from its tensors or its graph."""
    return read_graph(path) if path.suffix == ".onnx" else load_file(path)


class Learner:
    """One model, its optimiser and the threads that share a batch."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.model = Encoder(len(LABELS), layers=options.layers)
        head = [p for n, p in self.model.named_parameters() if n.startswith("head")]
        body = [p for n, p in self.model.named_parameters() if not n.startswith("head")]
        self.optimizer = torch.optim.AdamW(
            [{"params": body, "times": 1.0}, {"params": head, "times": options.head}],
            lr=options.rate,
            weight_decay=0.01,
            fused=True,
        )
        self.parameters = list(self.model.parameters())
        self.masks = Masks(0.1)
        # Threads meet once a step; parallel operators meet a thousand times, and on a shared
        # machine each meeting waits for the thread that was put to sleep.
        torch.set_num_threads(1)
        self._workers = ThreadPoolExecutor(options.threads)

    def start(self, checkpoint: Checkpoint) -> tuple[Tensors, int, float]:
        """Load the weights; the average, the step, the share done."""
        restored = checkpoint.load(self.model, self.optimizer)
        if restored is None:
            if self.options.start:
                self.model.load_lowest(weights_of(self.options.start))
            else:
                self.model.load_bert(self.options.data / "models/e5-small-el/model.safetensors")
            average = {n: t.clone() for n, t in self.model.state_dict().items()}
            restored = average, 0, 0.0
        refresh(self.model)
        return restored

    def step(self, batch: list[Batch], done: float, number: int) -> float:
        """Learn from one batch; the loss before."""
        warm = self.options.warm
        rate = self.options.rate * min(done / warm if warm else 1.0, (1 - done) / (1 - warm))
        for group in self.optimizer.param_groups:
            group["lr"] = max(rate, 1e-8) * group["times"]
        total = float(sum(part.weights.sum() for part in batch))

        def gradients(part: Batch, seed: int) -> tuple[float, tuple[Tensor, ...]]:
            drop = self.masks.drawn(Random(seed))
            scores = self.model(part.ids, part.positions, part.groups, part.first, drop)
            losses = functional.cross_entropy(scores.float(), part.labels, reduction="none")
            loss = (losses * part.weights).sum() / total
            return float(loss.detach()), torch.autograd.grad(loss, self.parameters)

        seeds = [len(batch) * number + at for at in range(len(batch))]
        loss = 0.0
        for part_loss, parts in self._workers.map(gradients, batch, seeds):
            loss += part_loss
            for parameter, gradient in zip(self.parameters, parts, strict=True):
                if parameter.grad is None:
                    parameter.grad = gradient
                else:
                    parameter.grad += gradient
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        refresh(self.model)
        return loss

    def follow(self, average: Tensors, step: int) -> None:
        """Move the running average towards the weights."""
        decay = min(self.options.average, 1 - AVERAGED_EVERY / (step + AVERAGED_EVERY))
        for name, tensor in self.model.state_dict().items():
            average[name].lerp_(tensor, 1 - decay)

    def holding(self, weights: Tensors) -> Tensors:
        """Take other weights; a copy of the former."""
        former = {name: tensor.clone() for name, tensor in self.model.state_dict().items()}
        self.model.load_state_dict(weights)
        refresh(self.model)
        return former


def main() -> None:
    """Train."""
    options = arguments()
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.data / "models/e5-small-el/tokenizer.json"))
    with options.forms.open(encoding="utf-8") as lines:
        speller = Speller.of(line.split("\t")[0].strip() for line in lines)
    train = [(sentence, 1.0) for sentence in read_iob2(options.data / "elner18/train.iob2.gz")]
    if options.silver:
        from training.teacher.silver import read_silver

        train += [(s, options.silver_weight) for s in read_silver(options.silver)]
    if options.annotated:
        from training.annotated import TABLE, read_annotated

        news = [(s, 1.0) for s in read_annotated(TABLE, options.data / "raw")]
        train += news * options.annotated
    dev = list(read_iob2(options.data / "elner18/dev.iob2.gz"))
    shouted = [Sentence(capitals(sentence.words), sentence.spans) for sentence in dev]
    checkpoint = Checkpoint(options.out)
    learner = Learner(options)
    average, step, done = learner.start(checkpoint)
    labeller = Labeller(learner.model, tokenizer, speller)
    share = clock(options, done)
    say(f"{len(train)} sentences, from step {step}")

    def check(weights: Tensors, label: str, gold: list[Sentence]) -> None:
        former = learner.holding(weights)
        write({n: t.clone() for n, t in weights.items()}, options.out / f"{label}.safetensors")
        precision, recall, f1 = labeller.f1(gold)
        say(f"step {step} {label} P {precision:.2f} R {recall:.2f} F {f1:.2f}")
        learner.holding(former)

    batches = stream(
        train,
        read_names(options.data / "names"),
        tokenizer,
        speller,
        options.pieces,
        options.seed + step,
    )
    seen, mark, losses = 0, time.time(), 0.0
    while (done := share(step)) < 1:
        epoch, batch = next(batches)
        losses += learner.step(batch, done, step)
        step += 1
        seen += sum(len(part.ids) for part in batch)
        if step % AVERAGED_EVERY == 0:
            learner.follow(average, step)
        if step % LOGGED_EVERY == 0:
            learner.masks.refresh()
            speed = seen / (time.time() - mark)
            loss = losses / LOGGED_EVERY
            say(f"step {step} epoch {epoch:.2f} done {done:.3f} loss {loss:.4f} {speed:.0f}/s")
            seen, mark, losses = 0, time.time(), 0.0
        if step % options.save == 0:
            checkpoint.save(learner.model, average, learner.optimizer, step, done)
        if step % options.check == 0:
            check(average, "average", dev)
            mark = time.time()
    check(average, "average", dev)
    final = {name: tensor.clone() for name, tensor in learner.model.state_dict().items()}
    check(final, "final", dev)
    say("the same in capitals:")
    check(final, "final", shouted)
    record = {"steps": step, "pieces a step": options.pieces, "seed": options.seed}
    (options.out / "record.json").write_text(json.dumps(record), "utf-8")
    checkpoint.drop()


if __name__ == "__main__":
    main()
