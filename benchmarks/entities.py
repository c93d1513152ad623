"""How well the mentions of an article are put together, on ``fixtures/entities``.

    python benchmarks/entities.py [--model small] [--errors]

``gold mentions`` gives the pipeline the right spans and types before it makes names and entities;
``predicted mentions`` is what a user gets, the name finder's errors included. Names only.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc

import greeknews_ner
from greeknews_ner import Extractor
from greeknews_ner.evaluation.coreference import Agreement, b_cubed, muc
from greeknews_ner.types import NAME_TYPES

FIXTURES = Path(__file__).parent.parent / "fixtures" / "entities"

Place = tuple[bool, int, int]
"""Whether a mention stands in the title, where it begins and where it ends."""


@dataclass(frozen=True)
class GoldArticle:
    """An article and its entities, by their id in the file."""

    name: str
    title: str
    text: str
    published: str
    places: dict[Place, tuple[str, str]]

    @property
    def clusters(self) -> list[list[Place]]:
        """Mentions by entity."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place, (entity, _) in self.places.items():
            found[entity].append(place)
        return list(found.values())

    def surface(self, place: Place) -> str:
        """The text of a mention."""
        return (self.title if place[0] else self.text)[place[1] : place[2]]


def read(path: Path) -> GoldArticle:
    """One file of the fixtures."""
    record = json.loads(path.read_text(encoding="utf-8"))
    places = {}
    for entity in record["entities"]:
        for zone, start, surface in entity["mentions"]:
            source = record["title"] if zone == "title" else record["text"]
            place = (zone == "title", start, start + len(surface))
            assert source[start : place[2]] == surface, (path.name, surface)
            places[place] = (entity["id"], entity["type"])
    ordered = dict(sorted(places.items(), key=lambda item: (not item[0][0], item[0][1])))
    return GoldArticle(path.stem, record["title"], record["text"], record["published"], ordered)


class GoldMentions:
    """A component that puts an article's gold mentions in place of the found ones."""

    def __init__(self) -> None:
        self.article: GoldArticle | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``; the article's words stand in the document in the same order."""
        if self.article is None:
            return doc
        spans, position = [], 0
        for place, (_, type) in self.article.places.items():
            surface = self.article.surface(place)
            start = _find(doc.text, surface, position)
            position = start + len(surface)
            span = doc.char_span(start, position, label=type, alignment_mode="expand")
            assert span is not None
            span._.score = 1.0
            spans.append(span)
        doc.set_ents(spans)
        return doc


def _find(text: str, surface: str, start: int) -> int:
    """Where a surface stands as words of its own."""
    while True:
        start = text.index(surface, start)
        end = start + len(surface)
        if not (text[end : end + 1].isalnum() or text[max(0, start - 1) : start].isalnum()):
            return start
        start += 1


def clusters_of(extractor: Extractor, article: GoldArticle) -> list[list[Place]]:
    """The pipeline's entities, as sets of mentions."""
    result = extractor.extract(
        article.text, title=article.title, published=date.fromisoformat(article.published)
    )
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for mention in result.mentions:
        if mention.entity is not None and mention.type in NAME_TYPES:
            found[mention.entity].append((mention.zone == "title", mention.start, mention.end))
    return list(found.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="small")
    parser.add_argument("--errors", action="store_true", help="list what was put together wrongly")
    options = parser.parse_args()
    console = Console(width=160)
    extractor = greeknews_ner.load(options.model)
    gold_mentions = GoldMentions()
    Language.component("gold_mentions", func=gold_mentions)
    extractor.nlp.add_pipe("gold_mentions", before="greeknews_nominative")
    articles = [read(path) for path in sorted(FIXTURES.glob("*.json"))]
    table = Table(
        title=f"{len(articles)} articles, {sum(len(a.places) for a in articles)} mentions"
    )
    for column in ("mentions", "article", "B³ P", "B³ R", "B³ F1", "MUC F1"):
        table.add_column(column, justify="left" if column in {"mentions", "article"} else "right")
    for name, given in (("gold", True), ("predicted", False)):
        totals = (Agreement(), Agreement())
        for article in articles:
            gold_mentions.article = article if given else None
            predicted = clusters_of(extractor, article)
            scores = (b_cubed(article.clusters, predicted), muc(article.clusters, predicted))
            totals = (totals[0] + scores[0], totals[1] + scores[1])
            table.add_row(name, article.name, *_cells(*scores))
            if options.errors and given:
                _print_errors(console, article, predicted)
        table.add_row(name, "all", *_cells(*totals), end_section=True)
    console.print(table)


def _cells(cubed: Agreement, links: Agreement) -> list[str]:
    values = (cubed.precision, cubed.recall, cubed.f1, links.f1)
    return [f"{100 * value:.1f}" for value in values]


def _print_errors(console: Console, article: GoldArticle, predicted: list[list[Place]]) -> None:
    for cluster in predicted:
        entities = {article.places[place][0] for place in cluster if place in article.places}
        surfaces = [article.surface(place) for place in cluster]
        if len(entities) > 1:
            console.print(article.name, "together:", sorted(entities), surfaces, highlight=False)
    for gold in article.clusters:
        parts = [[p for p in cluster if p in gold] for cluster in predicted]
        surfaces_of = [[article.surface(p) for p in part] for part in parts if part]
        if len(surfaces_of) > 1:
            console.print(article.name, "apart:", surfaces_of, highlight=False)


if __name__ == "__main__":
    main()
