"""All commands together."""

from __future__ import annotations

from typing import Annotated

import typer

from greeknews_ner.cli import (
    batch,
    boilerplate,
    evaluate,
    extract,
    info,
    names,
    render,
    report,
    schema,
)
from greeknews_ner.cli.failures import ReportingGroup

app = typer.Typer(
    name="greeknews-ner",
    cls=ReportingGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 all is well, 1 some articles were rejected, 2 an error, told in one"
    " line with its code, cause and remedy.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from greeknews_ner import __version__

        typer.echo(f"greeknews-ner {__version__}")
        raise typer.Exit


@app.callback()
def greeknews_ner(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")
    ] = False,
) -> None:
    """Named entities of Greek news: who, where, what, with their English names."""


for command in (extract, batch, names, evaluate, report, render, info, schema):
    app.command(epilog=f"Example: [bold]greeknews-ner {command.EXAMPLE}[/bold]")(command.command)
app.add_typer(boilerplate.app, name="boilerplate")
