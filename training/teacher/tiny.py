"""Write the tiny encoder that the tests run on.

    python -m training.teacher.tiny tests/pipeline/tiny_encoder

A transformer with all the operators of the real one, but one layer that mixes nothing and a head
that reads tags off its word pieces, so that a test can say what comes out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import spacy
from tokenizers import Tokenizer, models, processors

from greeknews_ner.pipeline.onnx_finder import OnnxFinder
from greeknews_ner.pipeline.onnx_finder.encoder import Encoder
from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.export import FIRST_POSITION, LONGEST, Writer

WIDTH = 48
TYPES = ("PERSON", "GPE", "ORG")
TAGS = ["O"] + [f"{place}-{kind}" for kind in TYPES for place in "BILU"]
MARKS = ("<s>", "<pad>", "</s>", "<unk>")
PIECES = {
    "Σεργ": ("B-PERSON",),
    "##κέι": ("O",),
    "Σοϊγκού": ("L-PERSON",),
    "Κιμ": ("B-PERSON",),
    "Γιονγκ": ("I-PERSON",),
    "Ουν": ("L-PERSON",),
    "Πούτιν": ("U-PERSON",),
    "Μακρόν": ("U-PERSON",),
    "Μόσχα": ("U-GPE",),
    "Πιονγκγιάνγκ": ("U-GPE",),
    "ΟΗΕ": ("U-ORG",),
    # A woman or a country: the encoder cannot tell.
    "Γεωργία": ("U-PERSON", "U-GPE"),
}
SPELLINGS = ("ο", "στη", "τον", "συνάντησε", "Πούτιν", "Μόσχα", "Μακρόν")


def weights() -> dict[str, np.ndarray]:
    """Weights under the names that ``train.py`` gives them."""
    vocabulary = len(MARKS) + len(PIECES)
    made = {
        "word.weight": np.eye(vocabulary, WIDTH),
        "pos.weight": np.zeros((FIRST_POSITION + LONGEST, WIDTH)),
        "typ.weight": np.zeros((1, WIDTH)),
        "head.weight": np.zeros((len(TAGS), WIDTH)),
        "head.bias": np.zeros(len(TAGS)),
    }
    for name, rows, columns in (
        ("qkv", 3 * WIDTH, WIDTH),
        ("out", WIDTH, WIDTH),
        ("up", 4 * WIDTH, WIDTH),
        ("down", WIDTH, 4 * WIDTH),
    ):
        made[f"layers.0.{name}.weight"] = np.zeros((rows, columns))
        made[f"layers.0.{name}.bias"] = np.zeros(rows)
    for name in ("ln", "layers.0.ln1", "layers.0.ln2"):
        made[f"{name}.weight"] = np.ones(WIDTH)
        made[f"{name}.bias"] = np.zeros(WIDTH)
    made["head.weight"][0, : len(MARKS)] = 2.0
    made["head.bias"][0] = 4.0
    for place, tags in enumerate(PIECES.values(), len(MARKS)):
        for tag in tags:
            made["head.weight"][TAGS.index(tag), place] = 2.0
    return {name: value.astype(np.float32) for name, value in made.items()}


def tokenizer() -> Tokenizer:
    """Cuts words into the pieces above."""
    ids = {piece: number for number, piece in enumerate([*MARKS, *PIECES])}
    made = Tokenizer(models.WordPiece(ids, unk_token="<unk>"))
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", ids["<s>"]), ("</s>", ids["</s>"])]
    )
    return made


def main() -> None:
    """Write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    finder = OnnxFinder(spacy.blank("el").vocab)
    graph = Writer(weights()).model().SerializeToString()
    encoder = Encoder(graph, tokenizer().to_str().encode("utf-8"))
    finder.equip(encoder, Speller.of(SPELLINGS), TYPES)
    finder.to_disk(folder)


if __name__ == "__main__":
    main()
