"""The model card of the pipeline "accurate"."""

from __future__ import annotations

from typing import Any

_CARD = """# accurate

Greek news: tags, features, lemmas and sentences of the pipeline "small"; eighteen types of entities
by a transformer encoder (multilingual-e5-small, 12 x 384, 16,239 word pieces) fine-tuned on
elNER-18, with 7-bit weights in an ONNX graph that onnxruntime runs. Needs
`pip install "greeknews-ner[accurate]"`.

Licence: CC BY-NC-SA 4.0 (elNER, UD_Greek-GDT). Base model: multilingual-e5-small, MIT.

| measured on elNER-18 dev, strict, gold tokens | |
|---|---|
| F1 (precision, recall) | {f:.2f} ({p:.2f}, {r:.2f}) |
| F1, the same text in capitals without accents | {capitals:.2f} |
| expected calibration error, 15 bins, cross-fitted halves | {ece:.4f} |
| words a second of one core, finder alone | {speed} |

Command: `python -m training.teacher --data DATA --small SMALL --work WORK --out OUT`.
Trained: {training}.
"""


def card(performance: dict[str, Any], training: dict[str, Any]) -> str:
    """Fill in the card.

    Args:
        performance: As ``build.py`` measures it.
        training: How the weights were trained.
    """
    return _CARD.format(
        f=100 * performance["ents_f"],
        p=100 * performance["ents_p"],
        r=100 * performance["ents_r"],
        capitals=100 * performance["ents_f_capitals"],
        ece=performance["ents_ece"],
        speed=performance["finder_words_per_second"],
        training=", ".join(f"{key} {value}" for key, value in training.items()) or "not recorded",
    )
