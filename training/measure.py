"""Scores of a name finder: dev, dev in capitals, another annotated file, calibration.

``python -m training.measure MODEL --dev dev.iob2.gz [--extra recent.iob2]``
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from greeknews_ner.pipeline.name_finder.calibration import expected_calibration_error
from greeknews_ner.types import NAME_TYPES
from training.corpora import Tagged, read_iob2, spans_of
from training.spelling import capitals

__all__ = ["Counts", "score_file"]


class Counts:
    """True positives, predicted and gold spans, by type."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.judged: list[tuple[float, bool]] = []

    def f1(self, types: Iterable[str] | None = None) -> float:
        """Return the micro-F1 in per cent over some types, or all."""
        chosen = set(types) if types is not None else set(self.gold) | set(self.found)
        right = sum(self.right[name] for name in chosen)
        total = sum(self.found[name] + self.gold[name] for name in chosen)
        return 200.0 * right / total if total else 0.0

    def calibration_error(self) -> float:
        """Return the expected calibration error over fifteen bins."""
        return expected_calibration_error(
            [score for score, _ in self.judged], [right for _, right in self.judged]
        )


FINDERS = ("greeknews_onnx_finder", "greeknews_name_finder", "ner", "tok2vec")
"""Components that find names, and the encoder that some of them share."""


def score_file(
    nlp: Language, sentences: Sequence[Tagged], in_capitals: bool = False, show: bool = False
) -> Counts:
    """Score the name finder alone on gold tokens.

    Args:
        nlp: With a component that sets ``doc.ents``; every other component is left out.
        sentences: Gold.
        in_capitals: Whether the words are put in capitals without accents first.
        show: Whether the differences are printed.
    """
    counts = Counts()
    change = capitals if in_capitals else str
    docs = [
        Doc(nlp.vocab, words=[change(token) for token, _ in sentence]) for sentence in sentences
    ]
    finders = [name for name in nlp.pipe_names if name in FINDERS]
    with nlp.select_pipes(enable=finders):
        for doc, sentence in zip(nlp.pipe(docs, batch_size=64), sentences, strict=True):
            gold = set(spans_of(tag for _, tag in sentence))
            found = {(ent.start, ent.end, ent.label_): ent for ent in doc.ents}
            counts.gold.update(label for *_, label in gold)
            counts.found.update(label for *_, label in found)
            counts.right.update(label for *_, label in gold & set(found))
            for key, ent in found.items():
                if ent.has_extension("score") and ent._.score is not None:
                    counts.judged.append((ent._.score, key in gold))
            if show:
                _show(doc, gold, set(found))
    return counts


def _show(doc: Doc, gold: set[tuple[int, int, str]], found: set[tuple[int, int, str]]) -> None:
    for mark, spans in (("missed", gold - found), ("wrong", found - gold)):
        for start, end, label in sorted(spans):
            if label in NAME_TYPES:
                around = doc[max(0, start - 3) : end + 3].text
                print(f"  {mark} {label}: {doc[start:end].text}   | {around}")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--extra", type=Path, help="scored on name types alone")
    parser.add_argument("--show", action="store_true", help="print the differences on --extra")
    arguments = parser.parse_args()
    dev = list(read_iob2(arguments.dev))
    extra = list(read_iob2(arguments.extra)) if arguments.extra else []
    for path in arguments.models:
        nlp = spacy.load(path)
        plain, loud = score_file(nlp, dev), score_file(nlp, dev, in_capitals=True)
        row = {
            "model": path,
            "dev": round(plain.f1(), 2),
            "dev_names": round(plain.f1(NAME_TYPES), 2),
            "capitals": round(loud.f1(), 2),
            "ece": round(plain.calibration_error(), 4),
        }
        if extra:
            counts = score_file(nlp, extra, show=arguments.show)
            row["extra_names"] = round(counts.f1(NAME_TYPES), 2)
            row["extra"] = {
                name: f"{counts.right[name]}/{counts.found[name]}/{counts.gold[name]}"
                for name in sorted(NAME_TYPES)
            }
        print(json.dumps(row, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    import greeknews_ner.pipeline.name_finder  # noqa: F401

    main()
