"""``info``: what is installed."""

from __future__ import annotations

from typing import Any

from greeknews_ner.cli import options
from greeknews_ner.cli.streams import console, wants_json, write_json

EXAMPLE = "info"


def command(as_json: options.AsJson = None) -> None:
    """Show versions, pipelines and name tables with their licences."""
    from greeknews_ner.cli.inventory import inventory

    found = inventory()
    if wants_json(as_json):
        write_json(found)
    else:
        _show(found)


def _show(found: dict[str, Any]) -> None:
    from rich.text import Text

    from greeknews_ner.cli.tables import plain_table

    screen = console()
    screen.print(Text(f"greeknews-ner {found['greeknews_ner']}", style="bold"))
    packages = [f"{name} {number}" for name, number in found["packages"].items() if number]
    screen.print(f"Python {found['python']} · {' · '.join(packages)}", style="dim")
    screen.print(f"Licence: {found['licence']}", style="dim")
    models = plain_table(
        "Pipeline", "Version", "MB", "F1", "Licence", numbers=frozenset({"MB", "F1"})
    )
    for model in found["models"]:
        models.add_row(
            Text(model["name"], style="bold"),
            Text(str(model["version"])),
            "" if model["megabytes"] is None else str(model["megabytes"]),
            "" if model["f1"] is None else f"{100 * model['f1']:.1f}",
            Text(model["licence"] or "see its own card"),
        )
    screen.print(models)
    tables = plain_table("Table", "Rows", "Sources", "Licence", numbers=frozenset({"Rows"}))
    for table in found["tables"]:
        tables.add_row(
            Text(table["name"], style="bold"),
            f"{table['rows']:,}",
            Text(", ".join(table["sources"])),
            Text(table["licence"]),
        )
    screen.print(tables)


command.__name__ = "info"
