"""``schema``: the JSON Schema of the records."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

EXAMPLE = "schema > extraction.schema.json"


def command(
    indent: Annotated[
        int, typer.Option("--indent", min=0, max=8, help="Blanks a level; 0 is one line.")
    ] = 2,
) -> None:
    """Print the JSON Schema of what extract and batch write."""
    from greeknews_ner.records import Extraction

    schema = Extraction.model_json_schema()
    sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=indent or None) + "\n")


command.__name__ = "schema"
