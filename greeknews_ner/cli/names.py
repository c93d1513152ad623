"""``names``: Greek names in English."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from greeknews_ner.cli import options
from greeknews_ner.cli.streams import console, wants_json, write_json

if TYPE_CHECKING:
    from greeknews_ner.names import Explanation

EXAMPLE = 'names "Σοϊγκού" "Πιονγκγιάνγκ" --why'


def command(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME…", help="Greek names; - reads them from standard input, one a line."
        ),
    ],
    lexicon: Annotated[
        bool,
        typer.Option(
            " /--no-lexicon", help="By rules and models alone, as a name in no table is rendered."
        ),
    ] = True,
    type: Annotated[
        str | None, typer.Option("--type", help="What they name: PERSON, GPE, ORG …")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show what was tried.")] = False,
    as_json: options.AsJson = None,
) -> None:
    """Render Greek names as English readers know them, with the nominative and ELOT 743."""
    from greeknews_ner.names import explain

    kind = type.upper() if type else None
    found = (explain(name, lexicon=lexicon, type=kind) for name in _given(names))
    if wants_json(as_json):
        for explanation in found:
            write_json(_record(explanation, why))
    else:
        _show(found, why)


def _given(names: list[str]) -> Iterator[str]:
    for name in names:
        if name != "-":
            yield name
            continue
        from greeknews_ner.articles import read_text

        yield from filter(str.strip, read_text("-").splitlines())


def _record(explanation: Explanation, why: bool) -> dict[str, Any]:
    from greeknews_ner.names import to_elot743, to_nominative

    record = {
        "name": explanation.name,
        "nominative": to_nominative(explanation.name),
        "elot743": to_elot743(explanation.name),
        **explanation.rendering.model_dump(),
    }
    if why:
        record["steps"] = [step.model_dump() for step in explanation.steps]
    return record


def _show(found: Iterable[Explanation], why: bool) -> None:
    from rich.text import Text

    from greeknews_ner.cli.tables import percent, plain_table

    table = plain_table(
        "Name",
        "English",
        "By",
        "Sure",
        "Also",
        "Nominative",
        "ELOT 743",
        numbers=frozenset({"Sure"}),
    )
    for explanation in found:
        record = _record(explanation, why)
        table.add_row(
            Text(record["name"]),
            Text(record["english"], style="bold"),
            record["method"],
            percent(record["score"]),
            Text(", ".join(record["alternatives"])),
            Text(record["nominative"]),
            Text(record["elot743"]),
            end_section=why,
        )
        for step in explanation.steps if why else ():
            table.add_row("", Text(step.found, style="dim"), Text(step.what, style="dim"))
    console().print(table)
    sys.stdout.flush()


command.__name__ = "names"
