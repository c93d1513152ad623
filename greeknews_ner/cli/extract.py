"""``extract``: one article."""

from __future__ import annotations

import sys

from greeknews_ner.cli import options
from greeknews_ner.cli.streams import console, wants_json

EXAMPLE = "extract article.txt --published 2024-09-13"


def command(
    file: options.ArticleFile,
    title: options.Title = None,
    published: options.PublishedDay = None,
    model: options.Model = "small",
    types: options.Types = None,
    keep_boilerplate: options.KeepBoilerplate = False,
    boilerplate: options.Boilerplate = None,
    adjectives: options.Adjectives = False,
    as_json: options.AsJson = None,
) -> None:
    """Find the entities of one article: a table on a terminal, JSON when piped."""
    from greeknews_ner.articles import read_text
    from greeknews_ner.extractor import load

    text = read_text(file)
    day = options.published(published)
    extractor = load(
        model,
        types=options.types(types),
        keep_boilerplate=keep_boilerplate,
        boilerplate=boilerplate,
        adjectives=adjectives,
    )
    result = extractor.extract(text, title=title, published=day)
    if wants_json(as_json):
        indent = 2 if sys.stdout.isatty() else None
        sys.stdout.write(result.model_dump_json(indent=indent) + "\n")
        return
    from greeknews_ner.cli.tables import entity_table

    console().print(entity_table(result))


command.__name__ = "extract"
