"""``batch``: a dump of articles."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from greeknews_ner.cli import options

EXAMPLE = "batch articles.jsonl -o records.jsonl --rejects rejects.jsonl"

SOME_REJECTED = 1


class Engine(str, Enum):
    """Where the work is done."""

    LOCAL = "local"
    RAY = "ray"


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="IN…",
            help="Dumps, folders or globs: JSON Lines, JSON, CSV, Parquet, text, HTML, WARC, also"
            " in zip and tar; - is standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Where the records go: JSON Lines, .sqlite, .csv, .parquet, .ftm.json; - is"
            " standard output.",
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
        typer.Option(
            "--format",
            help="How the records are written, where OUT's suffix does not tell: jsonl, parquet,"
            " sqlite, csv, ftm.",
        ),
    ] = None,
    partition: Annotated[
        str | None,
        typer.Option(
            "--partition",
            metavar="day|month|year",
            help="Make Parquet a folder, parted by the date of publication.",
        ),
    ] = None,
    input_format: Annotated[
        str | None,
        typer.Option(
            "--input-format",
            help="How the dumps are written, where their names and first bytes do not tell.",
        ),
    ] = None,
    model: options.Model = "small",
    types: options.Types = None,
    keep_boilerplate: options.KeepBoilerplate = False,
    boilerplate: options.Boilerplate = None,
    adjectives: options.Adjectives = False,
    batch_size: Annotated[
        int, typer.Option("--batch-size", min=1, help="Articles that are processed together.")
    ] = 64,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="Processes; actors with --engine ray.")
    ] = 1,
    seconds: Annotated[
        float,
        typer.Option(
            "--time-limit",
            min=1.0,
            help="Seconds after which a worker is given up, and its article if it is alone.",
        ),
    ] = 600.0,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            "--limit",
            metavar="NAME=NUMBER",
            help="Another limit on what is read: line_bytes=200000000; may be repeated.",
        ),
    ] = None,
    engine: Annotated[
        Engine,
        typer.Option("--engine", help="Where the work is done: here, or on a Ray cluster."),
    ] = Engine.LOCAL,
    address: Annotated[
        str | None,
        typer.Option(
            "--address", help="The Ray cluster, such as auto; one on this machine if not given."
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same run was interrupted.")
    ] = False,
    summary_file: Annotated[
        Path | None,
        typer.Option("--summary", help="Where to write the figures at the end, as JSON."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Neither progress nor summary.")
    ] = False,
) -> None:
    """Find the entities of a dump of articles and write one record an article."""
    from greeknews_ner.articles.fields import parse_fields
    from greeknews_ner.articles.limits import parse_limits
    from greeknews_ner.batch import run_batch
    from greeknews_ner.cli.progress import progress_shown
    from greeknews_ner.extractor import load
    from greeknews_ner.report import write_text

    shared: dict[str, Any] = {
        "rejects": rejects,
        "fields": parse_fields(fields) if fields else None,
        "input_format": input_format,
        "format": format,
        "partition": partition,
        "batch_size": batch_size,
        "workers": workers,
        "seconds": seconds,
        "limits": parse_limits(limit or ()),
    }
    reading: dict[str, Any] = {
        "types": options.types(types),
        "keep_boilerplate": keep_boilerplate,
        "boilerplate": boilerplate,
        "adjectives": adjectives,
    }
    with progress_shown(quiet) as progress:
        if engine is Engine.RAY:
            from greeknews_ner.distributed import run_on_ray

            if resume:
                raise typer.BadParameter("a run on a cluster cannot be resumed: run it anew")
            summary = run_on_ray(
                inputs,
                output,
                model=model,
                options=reading,
                address=address,
                progress=progress,
                **shared,
            )
        else:
            summary = run_batch(
                load(model, **reading), inputs, output, resume=resume, progress=progress, **shared
            )
    if not quiet:
        typer.echo(str(summary), err=True)
    if summary_file is not None:
        write_text(summary.as_json() + "\n", summary_file)
    if summary.rejected:
        raise typer.Exit(SOME_REJECTED)


command.__name__ = "batch"
