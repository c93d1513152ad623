"""The model card, written from the pipeline's own meta so that its figures are those measured."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

__all__ = ["model_card"]

_PERCENTAGES = (
    "ents_p",
    "ents_r",
    "ents_f",
    "capitals_f",
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "sents_f",
)
_SILVER = """Besides elNER, entities are learnt from news of 2000 to 2026 that "accurate"
labelled (the rows `silver/`) and from how likely it held each tag (`soft/`); the texts are their
publishers', were used for training alone and are not in the package.
"""
_ANNOTATED = """Beside them stand sentences of news of 2019 to 2026 that we annotated by hand as
elNER is annotated (the row `annotated`; `training/annotated.tsv` holds the spans without the text).
"""
_TEMPLATE = Path(__file__).with_suffix(".md")


def model_card(meta: dict[str, Any], gazetteer: int) -> str:
    """Return the card as Markdown.

    Args:
        meta: Of the pipeline, with the measured ``performance`` and the ``corpora`` record.
        gazetteer: Number of stems in the name finder's gazetteer.
    """
    scores = meta["performance"]
    types = "\n".join(
        f"| {label} | {100 * row['p']:.1f} | {100 * row['r']:.1f} | {100 * row['f']:.1f} |"
        for label, row in sorted(scores["ents_per_type"].items(), key=lambda item: -item[1]["f"])
    )
    corpora = "\n".join(
        f"| {name} | {row['docs']:,} | {row['tokens']:,} | {row['entities']:,}"
        f" | `{row['sha256']}` |"
        for name, row in meta["corpora"].items()
    )
    percentages = {key: 100 * scores[key] for key in _PERCENTAGES}
    return _TEMPLATE.read_text(encoding="utf-8").format(
        name=f"el_{meta['name']}",
        version=meta["version"],
        gazetteer=gazetteer,
        types=types,
        corpora=corpora,
        besides=_besides(meta["corpora"]),
        ents_ece=scores["ents_ece"],
        recent=_recent(scores),
        **percentages,
    )


def _besides(corpora: Collection[str]) -> str:
    """What is said of the data that is neither elNER nor the treebank."""
    labelled = any(corpus.startswith(("silver/", "soft/")) for corpus in corpora)
    said = (_SILVER if labelled else "") + (_ANNOTATED if "annotated" in corpora else "")
    return said + "\n" if said else ""


def _recent(scores: dict[str, Any]) -> str:
    if "recent_names_f" not in scores:
        return "not measured"
    return f"{100 * scores['recent_names_f']:.1f} ({scores['recent_names']} names)"
