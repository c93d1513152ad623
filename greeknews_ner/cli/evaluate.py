"""``evaluate``: a pipeline against gold, or renderings against accepted spellings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greeknews_ner.cli import options
from greeknews_ner.cli.streams import console, wants_json, write_json

if TYPE_CHECKING:
    from spacy.language import Language

EXAMPLE = "evaluate dev.iob2.gz --train train.iob2.gz --capitals"


def command(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="Gold of NER (.iob2, .conll, .txt, .spacy, .jsonl, also .gz) or of names (.tsv:"
            " Greek, English|other English, kind).",
        ),
    ],
    model: options.Model = "small",
    types: options.Types = None,
    train: Annotated[
        Path | None,
        typer.Option(
            "--train", help="What the pipeline was trained on: adds F1 on mentions it never saw."
        ),
    ] = None,
    dedup_against: Annotated[
        Path | None,
        typer.Option(
            "--dedup-against", metavar="TRAIN", help="Leave out the sentences that TRAIN has too."
        ),
    ] = None,
    capitals: Annotated[
        bool,
        typer.Option("--capitals", help="Measure the same text in capitals without accents too."),
    ] = False,
    bootstrap: Annotated[
        int,
        typer.Option(
            "--bootstrap",
            min=0,
            max=100_000,
            help="Bootstrap samples for 95 % confidence intervals.",
        ),
    ] = 1000,
    reliability: Annotated[
        Path | None,
        typer.Option("--reliability", metavar="SVG", help="Draw the reliability diagram there."),
    ] = None,
    lexicon: Annotated[
        bool,
        typer.Option(" /--no-lexicon", help="Names: render by rules and models alone."),
    ] = True,
    as_json: options.AsJson = None,
) -> None:
    """Score NER (exact span and type) or the English of names against gold."""
    from greeknews_ner.evaluation.files import plain_suffix

    if plain_suffix(str(gold)) == ".tsv":
        _names(gold, lexicon, wants_json(as_json))
        return
    from greeknews_ner.evaluation import evaluate_ner, read_gold

    docs = read_gold(gold)
    report = evaluate_ner(
        _pipeline(model),
        docs,
        types=options.types(types),
        train=read_gold(train) if train else None,
        dedup_against=read_gold(dedup_against) if dedup_against else None,
        capitals=capitals,
        bootstrap=bootstrap,
    )
    if reliability and report.calibration:
        from greeknews_ner.evaluation.diagram import reliability_svg
        from greeknews_ner.report import write_text

        write_text(reliability_svg(report.calibration), reliability)
    if wants_json(as_json):
        write_json({"gold": str(gold), "model": model, **report.as_dict()})
    else:
        from greeknews_ner.cli.score_tables import ner_tables

        console().print(ner_tables(report))


def _pipeline(model: str) -> Language:
    from greeknews_ner.models import load_pipeline

    return load_pipeline(model)


def _names(gold: Path, lexicon: bool, as_json: bool) -> None:
    from greeknews_ner.evaluation import evaluate_names, read_name_pairs
    from greeknews_ner.names import to_english

    report = evaluate_names(read_name_pairs(gold), lambda name: to_english(name, lexicon=lexicon))
    if as_json:
        write_json({"gold": str(gold), "lexicon": lexicon, **report.as_dict()})
    else:
        from greeknews_ner.cli.score_tables import names_tables

        console().print(names_tables(report))


command.__name__ = "evaluate"
