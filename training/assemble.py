"""Put the trained parts together as the pipeline that ships.

``python -m training.assemble --help`` names what it needs; ``python -m training.small`` runs it.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import greeknews_ner
from greeknews_ner.models import complete
from greeknews_ner.pipeline.name_finder import NameFinder
from greeknews_ner.pipeline.name_finder.calibration import (
    expected_calibration_error,
    fit_calibration,
)
from greeknews_ner.types import NAME_TYPES
from training.card import model_card
from training.corpora import read_iob2
from training.finder import NAMES, finder_of
from training.measure import score_file
from training.spelling import in_capitals
from training.teacher.soft import counted
from training.tokenizer import cut_after_signs

__all__ = ["assemble", "main"]


def assemble(
    grammar: Path, names: Path, dev: Path, recent: Path | None = None
) -> tuple[Language, dict[str, Any]]:
    """Load the two trained pipelines into one, calibrate its scores and measure it on the dev set.

    Returns:
        The pipeline and the scores of its name finder.
    """
    trained = spacy.load(names)
    finder = finder_of(trained)
    finder.calibrate(_gold(trained, dev))
    scores = _scores(trained, dev)
    if recent is not None:
        sentences = list(read_iob2(recent))
        counts = score_file(trained, sentences)
        scores["recent_names_f"] = counts.f1(NAME_TYPES) / 100
        scores["recent_names"] = sum(counts.gold[name] for name in NAME_TYPES)
    nlp = spacy.load(grammar)
    added = nlp.add_pipe(NAMES, config=_component_config(trained))
    assert isinstance(added, NameFinder)
    # Not `source=`: that would copy every word of the training data to the string store.
    added.from_bytes(finder.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    for label in added.labels:
        nlp.vocab.strings.add(label)
    return nlp, scores


def _component_config(nlp: Language) -> dict[str, Any]:
    config = dict(nlp.config.interpolate()["components"][NAMES])
    config.pop("factory")
    return config


def _gold(nlp: Language, path: Path) -> Iterator[Example]:
    for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
        yield Example(Doc(nlp.vocab, words=[token.text for token in doc]), doc)


def _gazetteer_size(finder: NameFinder) -> int:
    return max(
        len(node.attrs["gazetteer_stems"])
        for node in finder.model.walk()
        if node.name == "word_features"
    )


def _scores(nlp: Language, dev: Path) -> dict[str, Any]:
    finder = finder_of(nlp)
    examples = list(_gold(nlp, dev))
    with nlp.select_pipes(enable=NAMES):
        scores = nlp.evaluate(examples)
        loud = nlp.evaluate([in_capitals(nlp, example) for example in _gold(nlp, dev)])
    kept = {key: scores[key] for key in ("ents_f", "ents_p", "ents_r", "ents_per_type")}
    kept["capitals_f"] = loud["ents_f"]
    return {**kept, "ents_ece": _cross_fitted_error(list(finder.judged(_gold(nlp, dev))))}


def _cross_fitted_error(judged: list[tuple[float, bool]]) -> float:
    """Return the calibration error of each half of the dev set under the map of the other half."""
    halves = (judged[::2], judged[1::2])
    scores: list[float] = []
    hits: list[bool] = []
    for fitted_on, measured_on in (halves, halves[::-1]):
        calibration = fit_calibration([p for p, _ in fitted_on], [right for _, right in fitted_on])
        scores.extend(calibration([p for p, _ in measured_on]).tolist())
        hits.extend(right for _, right in measured_on)
    return expected_calibration_error(scores, hits)


def _clean(nlp: Language) -> None:
    """Leave nothing of the machine of training in the stored configuration."""
    for name in nlp.config["paths"]:
        nlp.config["paths"][name] = None
    for reader in nlp.config["corpora"].values():
        reader["augmenter"] = None


def _needed_strings(nlp: Language) -> list[str]:
    """Return what the stored string table must hold: spaCy's own, labels and lemma edits.

    Words of the training corpora are left out; a component hashes what it meets by itself.
    """
    strings = {*spacy.blank("el").vocab.strings}
    morphologizer: Any = nlp.get_pipe("morphologizer")
    strings.update(morphologizer.cfg["labels_morph"].values())
    for name in nlp.pipe_names:
        strings.update(str(label) for label in getattr(nlp.get_pipe(name), "labels", ()))
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        strings.update(nlp.vocab.strings[tree[side]] for side in ("orig", "subst") if side in tree)
    return sorted(strings)


def main() -> None:
    """Assemble, measure and write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grammar", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True, help="elNER dev as .spacy")
    parser.add_argument(
        "--corpora", type=Path, required=True, help="corpora.json of training.convert"
    )
    parser.add_argument(
        "--soft", type=Path, nargs="*", default=[], help="folders that training.distil learnt from"
    )
    parser.add_argument("--recent", type=Path, help="IOB2 of later news, scored on name types")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    nlp, scores = assemble(arguments.grammar, arguments.names, arguments.dev, arguments.recent)
    grammar_scores = dict(nlp.meta["performance"])
    cut_after_signs(nlp)
    complete(nlp)
    _clean(nlp)
    nlp.batch_size = 16  # articles, not sentences: a larger batch costs memory and gains nothing
    nlp.meta.update(
        name="greeknews_small",
        version=greeknews_ner.__version__,
        spacy_version=">=3.8.7,<3.9.0",
        description="Greek news: tags, features, lemmas, sentences and eighteen types of entities.",
        author="greeknews_ner",
        license="CC BY-NC-SA 4.0",
        sources=[
            {
                "name": "elNER (elNER-18)",
                "url": "https://github.com/nmpartzio/elNER",
                "license": "CC BY-NC-SA 4.0",
            },
            {
                "name": "UD_Greek-GDT",
                "url": "https://github.com/UniversalDependencies/UD_Greek-GDT",
                "license": "CC BY-NC-SA 3.0",
            },
        ],
        corpora={
            **json.loads(arguments.corpora.read_text(encoding="utf-8")),
            **{f"soft/{folder.name}": counted(folder) for folder in arguments.soft},
        },
        performance={
            **{
                key: grammar_scores[key] for key in ("pos_acc", "morph_acc", "lemma_acc", "sents_f")
            },
            **scores,
        },
    )
    if arguments.output.exists():
        for entry in arguments.output.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    arguments.output.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(arguments.output)
    srsly.write_json(arguments.output / "vocab" / "strings.json", _needed_strings(nlp))
    finder = finder_of(nlp)
    card = model_card(nlp.meta, _gazetteer_size(finder))
    (arguments.output / "README.md").write_text(card, encoding="utf-8")
    print(json.dumps(nlp.meta["performance"], indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
