"""What a dump of records holds, counted in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from greeknews_ner.names.folding import fold
from greeknews_ner.records import ArticleInfo, Entity, Extraction
from greeknews_ner.report.describe import details
from greeknews_ner.types import NAME_TYPES

SAMPLES = 5
"""Articles remembered for every name."""

SPELLINGS = 8
"""Greek spellings remembered for every name."""


@dataclass(slots=True)
class NameRow:
    """One name over all articles.

    Attributes:
        type: Entity type.
        articles: Articles that name it.
        mentions: Mentions in all of them.
        names: Greek names it goes by, with how many articles use each.
        english: English renderings, likewise.
        details: Roles, acronyms, countries, likewise.
        months: Articles by month of publication (``2024-09``).
        first: Earliest day of publication, ISO; empty if unknown.
        last: Latest day.
        samples: Some of the articles.
    """

    type: str
    articles: int = 0
    mentions: int = 0
    names: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    first: str = ""
    last: str = ""
    samples: list[ArticleInfo] = field(default_factory=list)

    def add(self, entity: Entity, article: ArticleInfo, day: str) -> None:
        """Count an entity of one more article."""
        self.articles += 1
        self.mentions += entity.mention_count
        if entity.name in self.names or len(self.names) < SPELLINGS:
            self.names[entity.name] += 1
        if entity.english:
            self.english[entity.english.english] += 1
        if known := details(entity):
            self.details[known] += 1
        if day:
            self.months[day[:7]] += 1
            self.first = min(self.first or day, day)
            self.last = max(self.last, day)
        if len(self.samples) < SAMPLES:
            self.samples.append(article)


@dataclass(slots=True)
class Summary:
    """What a dump holds.

    Attributes:
        articles: Records.
        mentions: Mentions by type.
        entities: Entities by type, counted once an article.
        months: Articles by month of publication (``2024-09``).
        undated: Articles without a date.
        models: Records by the pipeline that made them.
        warned: Records with a warning.
        rows: Every name by type and key.
    """

    articles: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    models: Counter[str] = field(default_factory=Counter)
    warned: int = 0
    rows: dict[tuple[str, str], NameRow] = field(default_factory=dict)

    def add(self, record: Extraction) -> None:
        """Count one more record."""
        day = record.article.published.isoformat()[:10] if record.article.published else ""
        self.articles += 1
        self.warned += bool(record.warnings)
        self.models[f"{record.model.name} {record.model.version}"] += 1
        if day:
            self.months[day[:7]] += 1
        else:
            self.undated += 1
        self.mentions.update(m.type for m in record.mentions if m.zone != "boilerplate")
        self.entities.update(entity.type for entity in record.entities)
        # Two entities of one article may be one name over the dump: it still is one article.
        seen: dict[tuple[str, str], Entity] = {}
        for entity in record.entities:
            if entity.type not in NAME_TYPES:
                continue
            key = _key(entity)
            if key in seen:
                self.rows[key].mentions += entity.mention_count
                continue
            seen[key] = entity
            self.rows.setdefault(key, NameRow(entity.type)).add(entity, record.article, day)

    def top(self, types: Iterable[str], count: int) -> list[NameRow]:
        """The names of some types that most articles have, most mentions first among equals."""
        wanted = set(types)
        return self.ranked(row for row in self.rows.values() if row.type in wanted)[:count]

    def ranked(self, rows: Iterable[NameRow] | None = None) -> list[NameRow]:
        """Rows by articles, then mentions."""
        chosen = self.rows.values() if rows is None else rows
        return sorted(chosen, key=lambda row: (-row.articles, -row.mentions, *row.names))


def summarise(records: Iterable[Extraction]) -> Summary:
    """Count what records hold; memory grows with the names, not with the records."""
    summary = Summary()
    for record in records:
        summary.add(record)
    return summary


def _key(entity: Entity) -> tuple[str, str]:
    # Σοϊγκού and Σεργκέι Σοϊγκού are one where a register knows them, two where none does.
    return entity.type, entity.ids.wikidata or fold(entity.name) or entity.name
