"""Convert the corpora to spaCy's binary format and record what they were.

``python -m training.convert --corpora DIR --output DIR [--silver FILE.spacy ...] [--annotated]``
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.annotated import TABLE, as_doc, read_annotated
from training.corpora import Sentence, iob2_doc, read_conllu, read_iob2, sha256, treebank_doc
from training.names import write_gazetteer

__all__ = ["convert_names", "convert_treebank", "main"]

_LONGEST = 12
_ENDINGS = (".", "!", ";", "…", "?", ":")


def convert_names(path: Path, vocab: Vocab) -> list[Doc]:
    """Return one document a sentence of an IOB2 file."""
    return [iob2_doc(vocab, sentence) for sentence in read_iob2(path)]


def convert_treebank(path: Path, vocab: Vocab, seed: int = 0) -> list[Doc]:
    """Return documents of one to twelve consecutive sentences of the treebank.

    Sentences of a news article stand in paragraphs, so documents hold runs of sentences of
    different lengths, parted by spaces and, after a sentence without a full stop (a title, a
    date) and now and then elsewhere, by newlines.
    """
    chooser = random.Random(seed)
    docs: list[Doc] = []
    run: list[Sentence] = []
    wanted = 1
    for sentence in read_conllu(path):
        if run and (sentence.opens_document or len(run) >= wanted):
            docs.append(_run_doc(vocab, run, chooser))
            run, wanted = [], chooser.randint(1, _LONGEST)
        run.append(sentence)
    if run:
        docs.append(_run_doc(vocab, run, chooser))
    return docs


def _run_doc(vocab: Vocab, run: list[Sentence], chooser: random.Random) -> Doc:
    breaks = []
    for sentence in run:
        ended = sentence.words[-1].form.endswith(_ENDINGS)
        breaks.append(" " if ended and chooser.random() < 0.85 else chooser.choice(("\n", "\n\n")))
    breaks[-1] = " "
    return treebank_doc(vocab, run, breaks)


def _write(docs: list[Doc], path: Path) -> dict[str, int]:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return _counted(docs)


def _counted(docs: list[Doc]) -> dict[str, int]:
    return {
        "docs": len(docs),
        "tokens": sum(len(doc) for doc in docs),
        "entities": sum(len(doc.ents) for doc in docs),
    }


def main() -> None:
    """Convert everything and write ``corpora.json`` with sizes and hashes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with elner18/ and gdt/")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument(
        "--silver", type=Path, nargs="*", default=[], help="laid beside elNER's sentences in mixed/"
    )
    parser.add_argument(
        "--annotated", action="store_true", help="also the news annotated by us; needs raw/"
    )
    arguments = parser.parse_args()
    vocab = spacy.blank("el").vocab
    record: dict[str, dict[str, object]] = {}
    for split in ("train", "dev"):
        source = arguments.corpora / "elner18" / f"{split}.iob2.gz"
        docs = convert_names(source, vocab)
        record[f"elner18/{split}"] = {
            "sha256": sha256(source),
            **_write(docs, arguments.output / f"names_{split}.spacy"),
        }
        source = arguments.corpora / "gdt" / f"{split}.conllu.gz"
        docs = convert_treebank(source, vocab)
        record[f"gdt/{split}"] = {
            "sha256": sha256(source),
            **_write(docs, arguments.output / f"gdt_{split}.spacy"),
        }
    if arguments.annotated:
        docs = [as_doc(vocab, one) for one in read_annotated(TABLE, arguments.corpora / "raw")]
        counts = _write(docs, arguments.output / "annotated.spacy")
        record["annotated"] = {"sha256": sha256(TABLE), **counts}
    mixed = arguments.output / "mixed"
    mixed.mkdir(exist_ok=True)
    for path in (arguments.output / "names_train.spacy", *arguments.silver):
        shutil.copy(path, mixed / path.name)
        if path in arguments.silver:
            docs = list(DocBin().from_disk(path).get_docs(vocab))
            record[f"silver/{path.stem}"] = {"sha256": sha256(path), **_counted(docs)}
    words = write_gazetteer(arguments.corpora / "names", arguments.output / "gazetteer.tsv")
    print(f"gazetteer: {words} lines")
    (arguments.output / "corpora.json").write_text(
        json.dumps(record, indent=2) + "\n", encoding="utf-8"
    )
    print(json.dumps(record, indent=2))


if __name__ == "__main__":
    main()
