"""``batch``: a dump of articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from greeknews_ner.cli import options

EXAMPLE = "batch articles.jsonl -o records.jsonl --rejects rejects.jsonl"

SOME_REJECTED = 1


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="IN…",
            help="Dumps, folders or globs: JSON Lines, JSON, CSV, text; - is standard input.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Where the records go: JSON Lines, .sqlite, .csv, .parquet; - is standard output.",
        ),
    ],
    rejects: Annotated[
        Path | None,
        typer.Option(
            "--rejects",
            help="Where to write what could not be read, with the reason; beside OUT if not given.",
        ),
    ] = None,
    fields: Annotated[
        str | None,
        typer.Option(
            "--fields",
            metavar="FIELD=NAME,…",
            help="What the dump calls the fields of an article: text=body,published=meta.date.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", help="How the dumps are written, where their names do not tell."),
    ] = None,
    model: options.Model = "small",
    types: options.Types = None,
    keep_boilerplate: options.KeepBoilerplate = False,
    batch_size: Annotated[
        int, typer.Option("--batch-size", min=1, help="Articles that are processed together.")
    ] = 64,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes.")] = 1,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same run was interrupted.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Neither progress nor summary.")
    ] = False,
) -> None:
    """Find the entities of a dump of articles and write one record an article."""
    from greeknews_ner.articles.fields import parse_fields
    from greeknews_ner.batch import run_batch
    from greeknews_ner.cli.progress import progress_on_terminal
    from greeknews_ner.extractor import load

    names = parse_fields(fields) if fields else None
    extractor = load(model, types=options.types(types), keep_boilerplate=keep_boilerplate)
    with progress_on_terminal(quiet) as progress:
        summary = run_batch(
            extractor,
            inputs,
            output,
            rejects=rejects,
            fields=names,
            format=format,
            batch_size=batch_size,
            workers=workers,
            resume=resume,
            progress=progress,
        )
    if not quiet:
        typer.echo(str(summary), err=True)
    if summary.rejected:
        raise typer.Exit(SOME_REJECTED)


command.__name__ = "batch"
