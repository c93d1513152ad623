"""What a dump holds, as a page: totals, the most named, a timeline, a table to search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from greeknews_ner.records import ArticleInfo
from greeknews_ner.report.kinds import kinds
from greeknews_ner.report.summary import NameRow, Summary
from greeknews_ner.report.template import data, fill, plural, resource, text, web_address
from greeknews_ner.report.timeline import month_range, timeline_svg

LISTED = 10_000
"""Rows of the searchable table; a page with more is slow to open."""

_TOP = 12
_PANELS = (("People", ("PERSON",)), ("Organisations", ("ORG",)), ("Places", ("GPE", "LOC", "FAC")))


def render_dump(summary: Summary, title: str = "Names in the news") -> str:
    """Render a summary as one HTML file that needs no network.

    Args:
        summary: What was counted.
        title: Heading of the page.
    """
    from greeknews_ner import __version__

    ranked = summary.ranked()
    months = month_range(summary.months)
    left_out = f", the {LISTED:,} in most articles" if len(ranked) > LISTED else ""
    return fill(
        "dump.html",
        version=text(__version__),
        title=text(title),
        base=resource("base.css"),
        subtitle=text(_subtitle(summary)),
        cards="\n".join(_cards(summary)),
        timeline=timeline_svg(summary.months),
        dated=f"{plural(summary.undated, 'article')} without a date" if summary.undated else "",
        top="\n".join(_panels(summary)),
        types="\n".join(_type_bars(summary)),
        listed=f"{len(ranked):,}{left_out}",
        options=_options(ranked),
        data=data(
            {
                "types": {
                    name: {"label": kind.label, "hue": kind.hue} for name, kind in kinds().items()
                },
                "months": months,
                "rows": [_row(row) for row in ranked[:LISTED]],
            }
        ),
        footer=_footer(summary, __version__),
        script=resource("dump.js"),
    )


def _subtitle(summary: Summary) -> str:
    if not summary.months:
        return plural(summary.articles, "article")
    first, last = min(summary.months), max(summary.months)
    return (
        f"{plural(summary.articles, 'article')}, {first if first == last else f'{first} to {last}'}"
    )


def _cards(summary: Summary) -> Iterator[str]:
    names = {label: len(summary.top(types, len(summary.rows))) for label, types in _PANELS}
    for label, count in {
        "Articles": summary.articles,
        "Mentions": sum(summary.mentions.values()),
        "Names": len(summary.rows),
        **names,
    }.items():
        yield f"<div><dt>{label}</dt><dd>{count:,}</dd></div>"


def _panels(summary: Summary) -> Iterator[str]:
    for label, types in _PANELS:
        rows = summary.top(types, _TOP)
        most = max((row.articles for row in rows), default=1)
        bars = "\n".join(_bar(row, most) for row in rows) or '<li class="soft">None found.</li>'
        yield (
            f'<section class="panel"><h2>{label} <small>by articles</small></h2>'
            f'<ul class="bars">{bars}</ul></section>'
        )


def _bar(row: NameRow, most: int) -> str:
    greek = text(row.names.most_common(1)[0][0])
    english = text(row.english.most_common(1)[0][0]) if row.english else ""
    label = (
        f'<span>{english} <span class="greek" lang="el">{greek}</span></span>'
        if english
        else f'<span lang="el">{greek}</span>'
    )
    return _bar_line(label, row.articles, most, row.type)


def _type_bars(summary: Summary) -> Iterator[str]:
    most = max(summary.mentions.values(), default=1)
    for name, kind in kinds().items():
        if count := summary.mentions[name]:
            label = f'<span>{text(kind.plural)} <span class="greek">{name}</span></span>'
            yield _bar_line(label, count, most, name)


def _bar_line(label: str, count: int, most: int, type: str) -> str:
    return (
        f'<li style="--h:{kinds()[type].hue}">{label}<span class="count">{count:,}</span>'
        f'<span class="track"><span style="width:{100 * count / most:.1f}%"></span></span></li>'
    )


def _options(rows: list[NameRow]) -> str:
    present = {row.type for row in rows}
    return '<option value="">All types</option>' + "".join(
        f'<option value="{name}">{text(kind.plural)}</option>'
        for name, kind in kinds().items()
        if name in present
    )


def _row(row: NameRow) -> dict[str, Any]:
    names = [name for name, _ in row.names.most_common()]
    return {
        "type": row.type,
        "name": names[0],
        "also": names[1:],
        "english": row.english.most_common(1)[0][0] if row.english else "",
        "detail": row.details.most_common(1)[0][0] if row.details else "",
        "articles": row.articles,
        "mentions": row.mentions,
        "first": row.first,
        "last": row.last,
        "months": dict(row.months),
        "samples": [_sample(article) for article in row.samples],
    }


def _sample(article: ArticleInfo) -> tuple[str, str, str]:
    name = article.title or article.id or article.url or "an article without title"
    when = article.published.isoformat()[:10] if article.published else ""
    return name, when, web_address(article.url) or ""


def _footer(summary: Summary, version: str) -> str:
    models = ", ".join(text(name) for name, _ in summary.models.most_common())
    warned = f" {plural(summary.warned, 'record')} with warnings." if summary.warned else ""
    return (
        f"Made by greeknews-ner {text(version)} from records of {models or 'no pipeline'}.{warned}"
        " A name counts once an article, however often the article mentions it."
    )
