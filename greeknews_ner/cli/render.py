"""``render``: one article, annotated."""

from __future__ import annotations

from typing import Annotated

import typer

from greeknews_ner.cli import options

EXAMPLE = "render article.txt --published 2024-09-13 -o article.html"


def command(
    file: options.ArticleFile,
    output: options.HtmlOutput,
    title: options.Title = None,
    published: options.PublishedDay = None,
    url: Annotated[str | None, typer.Option("--url", help="Where the article stands.")] = None,
    model: options.Model = "small",
    types: options.Types = None,
    keep_boilerplate: options.KeepBoilerplate = False,
) -> None:
    """Write one article as a page with its names marked and its entities beside it."""
    from greeknews_ner.articles import read_text
    from greeknews_ner.extractor import load
    from greeknews_ner.report import render_article, write_text

    text = read_text(file)
    day = options.published(published)
    extractor = load(model, types=options.types(types), keep_boilerplate=keep_boilerplate)
    result = extractor.extract(text, title=title, published=day, url=url)
    write_text(render_article(text, result), output)


command.__name__ = "render"
