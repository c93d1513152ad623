"""Fine-tune the encoder on the corpus.

    python -m training.teacher.train --data DATA --out OUT --steps 3000

Runs again where it was cut off. ``--until HH:MM`` (UTC) lets the clock, not the step count,
drive the decay of the rate, for machines that are shared.
"""

from __future__ import annotations

import argparse
import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch.nn import functional

from greeknews_ner.pipeline.onnx_finder.decode import Decoder
from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.augment import capitals, read_names
from training.teacher.batches import Batch, cut, stream, to_batch, to_row
from training.teacher.corpus import LABELS, Sentence, read_iob2
from training.teacher.encoder import Encoder, Masks, refresh


def say(message: str) -> None:
    """One line of the log."""
    print(f"{datetime.now(timezone.utc):%H:%M:%S} {message}", flush=True)


def write(tensors: dict[str, torch.Tensor], path: Path) -> None:
    """Write tensors so that a cut leaves the former file whole."""
    part = path.with_suffix(".part")
    save_file(tensors, part)
    part.replace(path)


def f1(
    model: Encoder, sentences: list[Sentence], tokenizer: Tokenizer, speller: Speller
) -> tuple[float, float, float]:
    """Strict micro precision, recall and F1 in per cent."""
    decoder = Decoder(LABELS)
    rows = [to_row(sentence, tokenizer, speller) for sentence in sentences]
    places = {id(row.ids): index for index, row in enumerate(rows)}
    hit = found = gold = 0
    with torch.no_grad():
        for batch_rows in cut(rows, 4000):
            batch_rows = sorted(batch_rows, key=lambda row: len(row.ids))
            batch = to_batch(batch_rows)
            scores = functional.log_softmax(
                model(batch.ids, batch.positions, batch.groups, batch.first).float(), -1
            ).numpy().astype(np.float64)
            start = 0
            for row in batch_rows:
                spans = decoder.best(scores[start : start + len(row.first)])
                start += len(row.first)
                truth = set(sentences[places[id(row.ids)]].spans)
                hit += len(truth.intersection(spans))
                found += len(spans)
                gold += len(truth)
    precision, recall = 100 * hit / max(1, found), 100 * hit / gold
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--forms", type=Path, required=True, help="usual spellings, one a line")
    parser.add_argument("--start", type=Path, help="weights of an earlier run")
    parser.add_argument("--silver", type=Path, help="machine-labelled sentences (JSONL, gz)")
    parser.add_argument("--silver-weight", type=float, default=0.5)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--until", help="HH:MM, UTC")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head", type=float, default=10.0, help="rate of the head, times --rate")
    parser.add_argument("--warm", type=float, default=0.06)
    parser.add_argument("--pieces", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--average", type=float, default=0.99, help="decay, every fourth step")
    parser.add_argument("--check", type=int, default=800)
    parser.add_argument("--save", type=int, default=300)
    options = parser.parse_args()

    torch.set_num_threads(1)  # threads share parts of a batch instead: one meeting a step
    workers = ThreadPoolExecutor(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    base = options.data / "models/e5-small-el"
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    speller = Speller.of(line.split("\t")[0] for line in options.forms.open(encoding="utf-8"))
    train = [(sentence, 1.0) for sentence in read_iob2(options.data / "elner18/train.iob2.gz")]
    if options.silver:
        from training.teacher.silver import read_silver

        train += [(s, options.silver_weight) for s in read_silver(options.silver)]
    dev = list(read_iob2(options.data / "elner18/dev.iob2.gz"))
    say(f"{len(train)} sentences, dev {len(dev)}")

    model = Encoder(len(LABELS))
    names = dict(model.named_parameters())
    groups = [
        {"params": [p for n, p in names.items() if not n.startswith("head")], "times": 1.0},
        {"params": [p for n, p in names.items() if n.startswith("head")], "times": options.head},
    ]
    optimizer = torch.optim.AdamW(groups, lr=options.rate, weight_decay=0.01, fused=True)
    state_file, progress_file = options.out / "state.safetensors", options.out / "progress.json"
    step, spent = 0, 0.0
    if state_file.exists():
        state = load_file(state_file)
        progress = json.loads(progress_file.read_text())
        step, spent = progress["step"], progress["progress"]
        model.load_state_dict({n[6:]: t for n, t in state.items() if n.startswith("model.")})
        average = {n[4:]: t for n, t in state.items() if n.startswith("ema.")}
        for name, parameter in names.items():
            optimizer.state[parameter] = {
                "step": torch.tensor(float(step)),
                "exp_avg": state[f"m.{name}"],
                "exp_avg_sq": state[f"v.{name}"],
            }
        say(f"resumed at step {step}")
    else:
        if options.start:
            model.load_state_dict(load_file(options.start))
        else:
            model.load_bert(base / "model.safetensors")
        average = {n: t.clone() for n, t in model.state_dict().items()}

    def save() -> None:
        state = {f"model.{n}": t for n, t in model.state_dict().items()}
        state |= {f"ema.{n}": t for n, t in average.items()}
        for name, parameter in names.items():
            state[f"m.{name}"] = optimizer.state[parameter]["exp_avg"]
            state[f"v.{name}"] = optimizer.state[parameter]["exp_avg_sq"]
        write(state, state_file)
        progress_file.write_text(json.dumps({"step": step, "progress": done}))

    def check(weights: dict[str, torch.Tensor], label: str) -> None:
        kept = {n: t.clone() for n, t in model.state_dict().items()}
        model.load_state_dict(weights)
        refresh(model)
        write({n: t.clone() for n, t in weights.items()}, options.out / f"{label}.safetensors")
        say(f"step {step} {label} dev P %.2f R %.2f F %.2f" % f1(model, dev, tokenizer, speller))
        model.load_state_dict(kept)
        refresh(model)

    refresh(model)
    parameters = list(model.parameters())
    began = time.time()
    end = began + 1e9
    if options.until:
        clock = datetime.strptime(options.until, "%H:%M").time()
        end = datetime.combine(datetime.now(timezone.utc).date(), clock, timezone.utc).timestamp()
    from_progress, done = spent, spent
    drop = Masks(0.1)
    seen, mark, losses = 0, time.time(), 0.0
    batches = stream(
        train, read_names(options.data / "names"), tokenizer, speller, options.pieces, options.seed + step
    )
    while True:
        if options.until:
            done = from_progress + (1 - from_progress) * (time.time() - began) / (end - began)
        else:
            done = step / options.steps
        if done >= 1:
            break
        epoch, batch = next(batches)
        rate = options.rate * min(done / options.warm if options.warm else 1.0, (1 - done) / (1 - options.warm))
        for group in optimizer.param_groups:
            group["lr"] = max(rate, 1e-8) * group["times"]
        total = sum(part.weights.sum() for part in batch)

        def gradients(part: Batch) -> tuple[float, tuple[torch.Tensor, ...]]:
            scores = model(part.ids, part.positions, part.groups, part.first, drop)
            loss = functional.cross_entropy(scores.float(), part.labels, reduction="none")
            loss = (loss * part.weights).sum() / total
            return float(loss.detach()), torch.autograd.grad(loss, parameters)

        for loss, parts in workers.map(gradients, batch):
            losses += loss
            for parameter, gradient in zip(parameters, parts, strict=True):
                if parameter.grad is None:
                    parameter.grad = gradient
                else:
                    parameter.grad += gradient
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        refresh(model)
        step += 1
        seen += sum(len(part.ids) for part in batch)
        if step % 4 == 0:
            decay = min(options.average, 1 - 4 / (step + 4))
            for name, tensor in model.state_dict().items():
                average[name].lerp_(tensor, 1 - decay)
        if step % 25 == 0:
            drop.refresh()
            speed = seen / (time.time() - mark)
            say(f"step {step} epoch {epoch:.2f} done {done:.3f} rate {rate:.2e} loss {losses / 25:.4f} {speed:.0f} pieces/s")
            seen, mark, losses = 0, time.time(), 0.0
        if step % options.save == 0:
            save()
        if step % options.check == 0:
            check(average, "average")
            mark = time.time()
    check(average, "average")
    check({n: t.clone() for n, t in model.state_dict().items()}, "final")
    speller_rows = [Sentence(capitals(s.words), s.spans) for s in dev]
    say("final, dev in capitals P %.2f R %.2f F %.2f" % f1(model, speller_rows, tokenizer, speller))
    state_file.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
