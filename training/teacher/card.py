"""The model card of the pipeline "accurate"."""

from __future__ import annotations

from typing import Any

_CARD = """# accurate

Greek news: tags, features, lemmas and sentences of the pipeline "small"; eighteen types of entities
by a transformer encoder (multilingual-e5-small, the lower {layers} of its layers x 384, 16,239
word pieces) fine-tuned on elNER-18, with 7-bit weights in an ONNX graph that onnxruntime runs. The
name finder of "small" has its say: the log-probabilities of both are averaged ({share:.0%} small),
better than either alone.
Needs `pip install "greeknews-ner[accurate]"`, and no torch.

## Data and licence

Trained on elNER-18 (CC BY-NC-SA 4.0) and, for what comes from "small", UD_Greek-GDT
(CC BY-NC-SA 3.0). The weights are under **CC BY-NC-SA 4.0**: not for commercial use, same licence
for what is made of them. Base model: multilingual-e5-small, MIT.

`spellings.txt` holds word forms counted in elNER and in news, to put back accents that were lost.

## Scores

| measured on elNER-18 dev, strict, gold tokens | |
|---|---|
| F1 (precision, recall) | {f:.2f} ({p:.2f}, {r:.2f}) |
| F1, the same text in capitals without accents | {capitals:.2f} |
| expected calibration error, 15 bins, cross-fitted halves | {ece:.4f} |
| names of 300 sentences of 2026 (annotated for this, not in the repository), F1 | {recent} |
| words a second of one core, finder alone | {speed} |

Command: `python -m training.teacher --data DATA --small SMALL --work WORK --out OUT`.
Trained: {training}.

## Limits

Works of art, buildings and laws are its weak types. It reads news; the longer a sentence and the
further from news, the less its probabilities can be trusted.
"""


def card(performance: dict[str, Any], training: dict[str, Any], share: float) -> str:
    """Fill in the card.

    Args:
        performance: As ``build.py`` measures it.
        training: How the weights were trained.
        share: Weight of the small finder, from 0 to 1.
    """
    recent = performance.get("recent_names")
    return _CARD.format(
        share=share,
        layers=training.get("layers", 12),
        recent=f"{100 * recent['f']:.2f}" if recent else "not measured",
        f=100 * performance["ents_f"],
        p=100 * performance["ents_p"],
        r=100 * performance["ents_r"],
        capitals=100 * performance["ents_f_capitals"],
        ece=performance["ents_ece"],
        speed=performance["finder_words_per_second"],
        training=", ".join(f"{key} {value}" for key, value in training.items()) or "not recorded",
    )
