"""Furniture learned from a dump: paragraphs that one site repeats under different articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from greeknews_ner._toml import load_toml
from greeknews_ner.articles.cleaning import clean
from greeknews_ner.articles.furniture import Furniture, line_key, shipped_furniture
from greeknews_ner.articles.items import Reject
from greeknews_ner.articles.writing import output_error
from greeknews_ner.errors import ResourceError
from greeknews_ner.records import Article

__all__ = ["LearnedFurniture", "learn_furniture", "load_furniture"]

FEWEST_ARTICLES = 10
"""Articles that have to share a paragraph: a stock phrase of the press is shared by a few."""

LEAST_SHARE = 0.02
"""Share of a site's articles that have to share it."""

LONGEST = 500
"""Characters of a paragraph that may be learned; furniture is short, wire copy is not."""

_MOST_PARAGRAPHS = 2_000_000
"""Paragraphs that are counted at once; those seen once are forgotten when there are more."""


@dataclass(frozen=True, slots=True)
class LearnedFurniture:
    """What a dump has taught.

    Attributes:
        lines: Site → its paragraphs of furniture, most frequent first.
        articles: Site → articles that were read.
    """

    lines: dict[str, list[str]] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)

    def save(self, path: Path | str) -> None:
        """Write the lines as TOML, to be looked over by a person and used in later runs.

        Raises:
            OutputError: The file cannot be written (G401), or the disk is full (G402).
        """
        head = "# Paragraphs that repeat across the articles of a site. Delete what is none.\n"
        parts = [head]
        for site, lines in sorted(self.lines.items()):
            parts.append(f"\n[[sites]]\nname = {_quoted(site)}\narticles = {self.articles[site]}\n")
            parts.append("lines = [\n" + "".join(f"  {_quoted(line)},\n" for line in lines) + "]\n")
        try:
            Path(path).write_text("".join(parts), encoding="utf-8")
        except (OSError, ValueError) as error:
            raise output_error(str(path), error) from error


@dataclass(slots=True)
class _Seen:
    """A paragraph of a site.

    Attributes:
        text: As it was first seen.
        count: Articles it was seen in.
        leads: Digests of the first paragraphs of some of these articles.
    """

    text: str
    count: int = 0
    leads: set[int] = field(default_factory=set)


def learn_furniture(
    articles: Iterable[Article | Reject],
    fewest: int = FEWEST_ARTICLES,
    share: float = LEAST_SHARE,
) -> LearnedFurniture:
    """Learn the furniture of sites from their articles.

    A paragraph is learned if at least ``fewest`` articles with different first paragraphs, and at
    least ``share`` of all articles of the site, have it. Versions of one story have their first
    paragraph in common, so that what they repeat is not taken for furniture.

    Args:
        articles: From a dump; a site is told by ``source``, else by the host in ``url``.
        fewest: Articles that have to share a paragraph.
        share: Share of the site's articles, 0 to 1.

    Returns:
        The paragraphs that the shipped patterns do not already know.
    """
    totals: Counter[str] = Counter()
    seen: dict[tuple[str, int], _Seen] = {}
    for article in articles:
        if isinstance(article, Reject):
            continue
        site = _site(article)
        totals[site] += 1
        paragraphs = [line.strip() for line in clean(article.text).text.split("\n") if line.strip()]
        if not paragraphs:
            continue
        lead = _digest(line_key(paragraphs[0]))
        for paragraph in dict.fromkeys(paragraphs[1:]):
            if len(paragraph) <= LONGEST and (key := line_key(paragraph)):
                entry = seen.setdefault((site, _digest(key)), _Seen(paragraph))
                entry.count += 1
                if len(entry.leads) < fewest:
                    entry.leads.add(lead)
        if len(seen) > _MOST_PARAGRAPHS:
            seen = {key: entry for key, entry in seen.items() if entry.count > 1}
    learned = LearnedFurniture(articles=dict(totals))
    shipped = shipped_furniture()
    for (site, _), entry in sorted(seen.items(), key=lambda item: -item[1].count):
        enough = len(entry.leads) >= fewest and entry.count >= share * totals[site]
        if enough and shipped.kind(entry.text) is None:
            learned.lines.setdefault(site, []).append(entry.text)
    return learned


def load_furniture(path: Path | str) -> Furniture:
    """The shipped patterns together with lines that were learned.

    Args:
        path: A file that :meth:`LearnedFurniture.save` wrote.

    Raises:
        ResourceError: The file cannot be read or is not of this form (G301, G321).
    """
    try:
        table = load_toml(Path(path))
        return Furniture(shipped_furniture().patterns, list(_lines_of(table)))
    except (OSError, TypeError, KeyError, AttributeError) as error:
        raise ResourceError(
            f"The file of furniture {path} cannot be used: {error}.",
            "Give a file that was learned from a dump, with 'lines' under each '[[sites]]'.",
            code="G321",
        ) from error


def _lines_of(table: Mapping[str, list[Mapping[str, list[str]]]]) -> Iterator[str]:
    for site in table.get("sites", []):
        for line in site["lines"]:
            yield line.strip()


def _site(article: Article) -> str:
    if article.source:
        return article.source
    host = urlsplit(article.url).netloc if article.url else ""
    return host.removeprefix("www.") or "-"


def _digest(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8"), digest_size=8).digest(), "big")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign >= " " and sign != "\x7f" else " " for sign in escaped) + '"'
