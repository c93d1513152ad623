"""One article as a page: its names marked in the text, its entities beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from greeknews_ner.articles import clean, zones
from greeknews_ner.records import ArticleInfo, Entity, Extraction, Mention
from greeknews_ner.report.describe import by_type, details
from greeknews_ner.report.kinds import kinds
from greeknews_ner.report.template import fill, plural, resource, text, web_address

_PARAGRAPH = re.compile(r"\n+")


def render_article(body: str, extraction: Extraction) -> str:
    """Render an annotated article as one HTML file that needs no network.

    Args:
        body: The very text that was extracted from.
        extraction: Its records.

    Returns:
        The page.

    Raises:
        ValueError: The mentions are not of this text.
    """
    from greeknews_ner import __version__

    entities = {entity.id: entity for entity in extraction.entities}
    title = extraction.article.title or ""
    found = extraction.mentions
    heading = _marked(title, (m for m in found if m.zone == "title"), entities)
    in_body = [mention for mention in found if mention.zone != "title"]
    return fill(
        "article.html",
        version=text(__version__),
        title=text(title or _beginning(body)),
        base=resource("base.css"),
        headline=heading or "Annotated article",
        meta=_meta(extraction.article),
        warnings="\n".join(f'<p class="warning">{text(w)}</p>' for w in extraction.warnings),
        body=_paragraphs(body, in_body, entities),
        legend=_legend(found),
        entities=_entity_lists(extraction),
        footer=f"{plural(len(entities), 'entity', 'entities')} in"
        f" {plural(len(found), 'mention')}, found by the pipeline"
        f" {text(extraction.model.name)} {text(extraction.model.version)} of greeknews-ner"
        f" {text(__version__)}. Percentages are the probability that span and type are right.",
        script=resource("article.js"),
    )


def _beginning(body: str, longest: int = 80) -> str:
    """Something to call an article without a headline."""
    line = " ".join(body.split())[: longest + 1]
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


def _meta(article: ArticleInfo) -> str:
    url = web_address(article.url)
    parts = [
        text(article.published) if article.published else "",
        text(article.source) if article.source else "",
        f'<a href="{text(url)}" rel="noreferrer">{text(url)}</a>' if url else "",
        text(article.id) if article.id and article.id != article.url else "",
    ]
    return " · ".join(part for part in parts if part)


def _paragraphs(body: str, mentions: list[Mention], entities: dict[str, Entity]) -> str:
    furniture = _furniture(body)
    written: list[str] = []
    start = 0
    for gap in [*_PARAGRAPH.finditer(body), None]:
        end = gap.start() if gap else len(body)
        inside = [m for m in mentions if start <= m.start < end]
        # A name that runs over a line break keeps its paragraph going.
        if inside and inside[-1].end > end:
            continue
        if text(body[start:end]).strip():
            outside = any(a <= start and end <= b for a, b in furniture)
            content = _marked(body, inside, entities, start, end)
            written.append(
                f'<p class="furniture">{content}</p>' if outside else f"<p>{content}</p>"
            )
        start = gap.end() if gap else end
    return "\n".join(written)


def _furniture(body: str) -> list[tuple[int, int]]:
    cleaned = clean(body)
    return [
        cleaned.to_source(zone.start, zone.end)
        for zone in zones(cleaned.text)
        if zone.zone == "boilerplate"
    ]


def _marked(
    source: str,
    mentions: Iterable[Mention],
    entities: dict[str, Entity],
    start: int = 0,
    end: int | None = None,
) -> str:
    written: list[str] = []
    position = start
    for mention in mentions:
        if source[mention.start : mention.end] != mention.text:
            raise ValueError(f"the mention {mention.text!r} is not of this text")
        if mention.start < position:
            continue
        written.append(text(source[position : mention.start]))
        written.append(_mark(mention, entities.get(mention.entity or "")))
        position = mention.end
    written.append(text(source[position:end]))
    return "".join(written)


def _mark(mention: Mention, entity: Entity | None) -> str:
    kind = kinds()[mention.type]
    style = ' class="furniture"' if mention.zone == "boilerplate" else ""
    anchor = f' data-entity="{text(mention.entity)}"' if entity else ""
    lines = [f"<b>{text(mention.nominative)}</b>"]
    if mention.english:
        lines.append(f'<span lang="en">{text(mention.english.english)}</span><br>')
    known = details(entity) if entity else ""
    if known:
        lines.append(f"{text(known)}<br>")
    lines.append(f"<i>{text(kind.label)}, {mention.score:.0%}</i>")
    return (
        f'<mark tabindex="0" id="{_anchor(mention)}" data-type="{mention.type}"{anchor}{style}'
        f' style="--h:{kind.hue}">{text(mention.text)}'
        f'<span class="tag" aria-hidden="true">{mention.type}</span>'
        f'<span class="tip" role="tooltip">{"".join(lines)}</span></mark>'
    )


def _anchor(mention: Mention) -> str:
    return f"{mention.zone}-{mention.start}"


def _legend(mentions: list[Mention]) -> str:
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention.type] = counts.get(mention.type, 0) + 1
    return "\n".join(
        f'<li><label style="--h:{kind.hue}"><input type="checkbox" value="{name}" checked>'
        f'<span class="swatch"></span>{text(kind.plural)} {counts[name]}</label></li>'
        for name, kind in kinds().items()
        if name in counts
    )


def _entity_lists(extraction: Extraction) -> str:
    first: dict[str, Mention] = {}
    for mention in extraction.mentions:
        if mention.entity:
            first.setdefault(mention.entity, mention)
    return "\n".join(
        f'<section class="kind" style="--h:{kinds()[name].hue}"><h2><span class="swatch"></span>'
        f" {text(kinds()[name].plural)} <small>{name}</small></h2><ul>"
        + "".join(_rows(entities, first))
        + "</ul></section>"
        for name, entities in by_type(extraction.entities).items()
    )


def _rows(entities: Iterable[Entity], first: dict[str, Mention]) -> Iterator[str]:
    for entity in entities:
        count = f"×{entity.mention_count} · {entity.score:.0%}"
        name = text(entity.name)
        if entity.id in first:
            name = f'<a href="#{_anchor(first[entity.id])}">{name}</a>'
        parts = [f'<span class="greek">{name}</span>']
        parts.append(f'<span class="count" title="mentions, confidence">{count}</span>')
        if entity.english:
            parts.append(f'<span class="english" lang="en">{text(entity.english.english)}</span>')
        known = details(entity)
        if known:
            parts.append(f'<span class="detail">{text(known)}</span>')
        yield f'<li data-row="{text(entity.id)}">{"".join(parts)}</li>'
