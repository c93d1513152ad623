"""Options that several commands share, and what their words mean."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from greeknews_ner.errors import InputError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

ArticleFile = Annotated[
    Path, typer.Argument(metavar="FILE|-", help="Text of one article; - is standard input.")
]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        "-m",
        help="small, accurate, an installed pipeline such as el_core_news_sm, or a folder.",
    ),
]
Title = Annotated[str | None, typer.Option("--title", help="Headline of the article.")]
PublishedDay = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Day or moment of publication, such as 2024-09-13; «σήμερα» is resolved against it.",
    ),
]
Types = Annotated[
    str | None,
    typer.Option("--types", metavar="TYPE,…", help="Only these entity types: PERSON,ORG,GPE."),
]
KeepBoilerplate = Annotated[
    bool,
    typer.Option(
        "--keep-boilerplate",
        help="Keep mentions in the site's furniture («Διαβάστε τις Ειδήσεις»); they make no"
        " entity.",
    ),
]
Adjectives = Annotated[
    bool,
    typer.Option(
        "--adjectives",
        help="Adjectives of nationality too («ρωσικές αρχές»), as NORP with the country's code.",
    ),
]
Boilerplate = Annotated[
    Path | None,
    typer.Option(
        "--boilerplate",
        metavar="FILE",
        help="Furniture that 'boilerplate learn' has found in a dump, besides what is known.",
    ),
]
AsJson = Annotated[
    bool | None,
    typer.Option(
        "--json/--table",
        help="JSON or a table; a table on a terminal, JSON elsewhere.",
        show_default=False,
    ),
]
HtmlOutput = Annotated[
    Path, typer.Option("--output", "-o", metavar="HTML", help="The page; - is standard output.")
]


def published(words: str | None) -> date | datetime | None:
    """A date of publication from what the user wrote.

    Raises:
        InputError: It is no ISO 8601 date (G110).
    """
    if words is None:
        return None
    from pydantic import TypeAdapter, ValidationError

    try:
        kind = date if _DAY.fullmatch(words.strip()) else datetime
        # pydantic would take a bare number for seconds since 1970.
        if not _DAY.match(words.strip()):
            raise ValueError(words)
        moment: date | datetime = TypeAdapter(kind).validate_python(words.strip())
        return moment
    except (ValidationError, ValueError) as error:
        raise InputError(
            f"{words!r} is no date.",
            "Write it as 2024-09-13 or 2024-09-13T14:30.",
            code="G110",
        ) from error


def types(words: str | None) -> list[str] | None:
    """Entity types from a list with commas, in any letter case."""
    if words is None:
        return None
    return [word.strip().upper() for word in words.split(",") if word.strip()]
