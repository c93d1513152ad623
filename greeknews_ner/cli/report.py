"""``report``: what is in a dump."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from greeknews_ner.cli import options

EXAMPLE = "report records.jsonl -o report.html"


def command(
    records: Annotated[
        list[Path],
        typer.Argument(
            metavar="RECORDS…",
            help="What batch or extract wrote: JSON Lines, also .gz, .bz2, .xz; - is standard"
            " input.",
        ),
    ],
    output: options.HtmlOutput,
    title: Annotated[str, typer.Option("--title", help="Heading of the page.")] = (
        "Names in the news"
    ),
) -> None:
    """Show what is in a dump: totals, the most named, a timeline, a table to search."""
    from greeknews_ner.articles import read_records
    from greeknews_ner.report import render_dump, summarise, write_text

    summary = summarise(chain.from_iterable(read_records(path) for path in records))
    write_text(render_dump(summary, title), output)


command.__name__ = "report"
