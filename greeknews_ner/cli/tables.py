"""An extraction on a terminal."""

from __future__ import annotations

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from greeknews_ner.records import Entity, Extraction
from greeknews_ner.report.describe import by_type, details
from greeknews_ner.report.kinds import kinds

SURE = 0.9
"""From this score on a percentage is green; below :data:`DOUBTFUL` it is red."""

DOUBTFUL = 0.6


def entity_table(extraction: Extraction) -> RenderableType:
    """The entities by type, the most salient first, with headline, counts and warnings."""
    return Group(
        *_heading(extraction),
        *([_entities(extraction)] if extraction.entities else []),
        *(Text(f"warning: {warning}", style="yellow") for warning in extraction.warnings),
    )


def plain_table(*columns: str, numbers: frozenset[str] = frozenset()) -> Table:
    """A table in the style of all commands; columns in ``numbers`` are set to the right."""
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False)
    for name in columns:
        right = name in numbers
        table.add_column(name, justify="right" if right else "left", no_wrap=right)
    return table


def percent(score: float) -> Text:
    """A score between 0 and 1 in percent, its colour saying how sure it is."""
    style = "green" if score >= SURE else "yellow" if score >= DOUBTFUL else "red"
    return Text(f"{score:.0%}", style=style)


def _heading(extraction: Extraction) -> list[Text]:
    article = extraction.article
    lines = [Text(article.title, style="bold")] if article.title else []
    inside = [mention for mention in extraction.mentions if mention.entity]
    facts = [
        f"{len(extraction.entities)} entities in {len(inside)} mentions",
        f"published {article.published}" if article.published else "",
        f"{extraction.model.name} {extraction.model.version}",
    ]
    lines.append(Text(" · ".join(fact for fact in facts if fact), style="dim"))
    return lines


def _entities(extraction: Extraction) -> Table:
    table = plain_table(
        "Type", "Greek", "English", "×", "Details", "Sure", numbers=frozenset({"×", "Sure"})
    )
    for name, entities in by_type(extraction.entities).items():
        label = Text(name, style=kinds()[name].terminal)
        for number, entity in enumerate(entities):
            table.add_row(
                label if number == 0 else "",
                Text(entity.name, style="bold"),
                _english(entity),
                str(entity.mention_count),
                Text(details(entity)),
                percent(entity.score),
                end_section=number == len(entities) - 1,
            )
    return table


def _english(entity: Entity) -> Text:
    if entity.english is None:
        return Text("")
    english = Text(entity.english.english)
    if entity.english.score < DOUBTFUL:
        english.append(" ?", style="dim")
    return english
