"""``boilerplate``: the furniture of sites, learned from a dump."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = "boilerplate learn dump.jsonl -o furniture.toml"

app = typer.Typer(
    no_args_is_help=True,
    epilog=f"Example: [bold]greeknews-ner {EXAMPLE}[/bold]",
    help="Learn the furniture of sites: paragraphs that repeat across their articles.",
)


@app.command(epilog=f"Example: [bold]greeknews-ner {EXAMPLE}[/bold]")
def learn(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="DUMP…",
            help="Dumps, folders or globs, as batch reads them; - is standard input.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="What was learned, as TOML.")
    ],
    fields: Annotated[
        str | None,
        typer.Option(
            "--fields",
            metavar="FIELD=NAME,…",
            help="What the dump calls the fields of an article: text=body,url=link.",
        ),
    ] = None,
    fewest: Annotated[
        int, typer.Option("--fewest", min=2, help="Articles that have to share a paragraph.")
    ] = 10,
    share: Annotated[
        float,
        typer.Option(
            "--share", min=0.0, max=1.0, help="Share of a site's articles that have to share it."
        ),
    ] = 0.02,
) -> None:
    """Write the paragraphs that a site's articles share, to be looked over and used by batch."""
    from greeknews_ner.articles import learn_furniture, parse_fields, read_articles

    names = parse_fields(fields) if fields else None
    learned = learn_furniture(read_articles(inputs, fields=names), fewest=fewest, share=share)
    learned.save(output)
    lines = sum(map(len, learned.lines.values()))
    articles = sum(learned.articles.values())
    typer.echo(f"{lines:,} lines of {len(learned.lines):,} sites, {articles:,} articles", err=True)
