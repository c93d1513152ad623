"""The extractor: an article goes in, validated records come out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from greeknews_ner.articles import load_furniture
from greeknews_ner.entities import Found, build_entities
from greeknews_ner.errors import InputError
from greeknews_ner.layout import Part, lay_out
from greeknews_ner.models import DEFAULT_MODEL, load_pipeline, model_names
from greeknews_ner.pipeline import ADJECTIVES, COMPONENTS
from greeknews_ner.records import (
    Article,
    ArticleInfo,
    Extraction,
    Mention,
    ModelInfo,
    as_article,
)
from greeknews_ner.types import ENTITY_TYPES, EntityType
from greeknews_ner.values import is_indefinite_article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

CONTEXT = 60
"""Characters on each side of a value that may tell what it means."""

_COUNTED_TOGETHER = frozenset({"lead", "body", "caption"})
"""Zones whose sentences are numbered on."""

PARTS_TOGETHER = 16
"""Texts that are in one component of the pipeline at a time; the tags of each of their words are
weighed together, which for sixty-four articles takes 40 MB more and is no faster."""

KEPT_WORDS = 50_000
"""Word forms that a pipeline keeps from one batch to the next, the first ones that it meets, which
are the common ones; some 30 MB. Those that come after are forgotten after their batch."""

_LEMMAS = frozenset({"lemmatizer", "trainable_lemmatizer"})
_WITHOUT_LEMMAS = frozenset(
    {
        *COMPONENTS,
        ADJECTIVES,
        "greeknews_name_finder",
        "greeknews_onnx_finder",
        "morphologizer",
        "ner",
        "parser",
        "sentencizer",
        "senter",
        "tagger",
        "tok2vec",
        "transformer",
    }
)
"""Factories that neither make lemmas nor read any."""

SHORTEST_FOREIGN_LINE = 5
"""Words of a line without Greek letters that is left alone; fewer may be a name."""

_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")

_ADDRESS_SIGNS = frozenset(".@:/")
"""Signs of which every address has one."""

ArticleLike = str | Article | Mapping[str, Any]


class Extractor:
    """Extracts entities from articles with one loaded pipeline.

    Args:
        nlp: A Greek spaCy pipeline that holds our components (:func:`greeknews_ner.load` sees to
            that).
        name: What the records call the pipeline; its own name if not given.
        types: Entity types to keep; all of them if not given.
        keep_boilerplate: Keep mentions in the site's furniture; they make no entity.
        indefinite_articles: Keep «ένας», «μία», «ένα» as CARDINAL, as elNER counts them.
        boilerplate: A file that ``greeknews-ner boilerplate learn`` wrote: furniture besides what
            the shipped patterns know.

    Raises:
        InputError: A type is none of the eighteen (G111).
        ResourceError: The file of furniture cannot be used (G301, G321).
    """

    def __init__(
        self,
        nlp: Language,
        *,
        name: str | None = None,
        types: Collection[str] | None = None,
        keep_boilerplate: bool = False,
        indefinite_articles: bool = False,
        boilerplate: str | Path | None = None,
    ) -> None:
        unknown = sorted(set(types or ()) - set(ENTITY_TYPES))
        if unknown:
            raise InputError(
                f"Unknown entity types: {', '.join(unknown)}.",
                f"Choose from: {', '.join(ENTITY_TYPES)}.",
                code="G111",
            )
        self.nlp = nlp
        if hasattr(nlp.tokenizer, "max_cache_size"):
            nlp.tokenizer.max_cache_size = max(nlp.tokenizer.max_cache_size, KEPT_WORDS)
        self.types = frozenset(types) if types is not None else frozenset(ENTITY_TYPES)
        self.keep_boilerplate = keep_boilerplate
        self.indefinite_articles = indefinite_articles
        self.boilerplate = None if boilerplate is None else str(boilerplate)
        self.furniture = None if boilerplate is None else load_furniture(boilerplate)
        self.model = ModelInfo(
            name=name or f"{nlp.meta['lang']}_{nlp.meta['name']}",
            version=nlp.meta.get("version") or "0",
        )

    @property
    def adjectives(self) -> bool:
        """Whether adjectives of nationality are found."""
        return ADJECTIVES in self.nlp.pipe_names

    def extract(
        self,
        text: str,
        title: str | None = None,
        published: date | datetime | None = None,
        id: str | None = None,
        url: str | None = None,
        source: str | None = None,
    ) -> Extraction:
        """Extract the entities of one article.

        Args:
            text: Body of the article, any length, any Unicode.
            title: Headline.
            published: When it was published; without it, relative dates have no value.
            id: Passed through to the record.
            url: Passed through to the record.
            source: Passed through to the record.

        Returns:
            The records; empty with a warning if there is nothing Greek to read.

        Raises:
            InputError: An argument does not hold what it should (G110).
        """
        fields = {
            "text": text,
            "title": title,
            "published": published,
            "id": id,
            "url": url,
            "source": source,
        }
        return self._extract_batch([as_article(fields)])[0]

    def extract_many(
        self, articles: Iterable[ArticleLike], batch_size: int = 64, workers: int = 1
    ) -> Iterator[Extraction]:
        """Extract the entities of many articles, lazily, in order, in bounded memory.

        Args:
            articles: Texts, :class:`Article` records or mappings with an article's fields.
            batch_size: Articles that are read ahead and go through the pipeline together.
            workers: Processes; each loads the pipeline once.

        Yields:
            One record an article, in the order of the input.

        Raises:
            InputError: An item is no article (G110), or a number is not positive (G112).
        """
        if batch_size < 1 or workers < 1:
            raise InputError(
                f"batch_size is {batch_size} and workers is {workers}.",
                "Give whole numbers from 1.",
                code="G112",
            )
        if workers > 1:
            from greeknews_ner.batch.workers import extract_in_processes

            yield from extract_in_processes(self, articles, batch_size, workers)
            return
        iterator = iter(articles)
        while batch := [as_article(item) for item in islice(iterator, batch_size)]:
            yield from self._extract_batch(batch)

    def _extract_batch(self, articles: Sequence[Article]) -> list[Extraction]:
        layouts = [lay_out(article, self.keep_boilerplate, self.furniture) for article in articles]
        texts = [part.text for parts in layouts for part in parts]
        with self._memory_zone():
            docs = self.nlp.pipe(texts, batch_size=PARTS_TOGETHER, disable=self._unread())
            return [
                self._record(article, parts, list(islice(docs, len(parts))))
                for article, parts in zip(articles, layouts, strict=True)
            ]

    def _unread(self) -> list[str]:
        """Components whose work nobody reads: lemmas, where no stranger may want them."""
        factories = self.nlp.pipe_factories
        if not all(name in _WITHOUT_LEMMAS or name in _LEMMAS for name in factories.values()):
            return []
        return [name for name, factory in factories.items() if factory in _LEMMAS]

    def _memory_zone(self) -> AbstractContextManager[object]:
        vocab = self.nlp.vocab
        # Zones do not nest: a caller may already have opened one around us. In a zone no word is
        # kept and the tokenizer learns nothing, so that every batch pays for all its words anew.
        if vocab.in_memory_zone or len(vocab) < KEPT_WORDS:  # type: ignore[attr-defined]
            return nullcontext()
        return self.nlp.memory_zone()

    def _record(self, article: Article, parts: Sequence[Part], docs: Sequence[Doc]) -> Extraction:
        found: list[Found] = []
        furniture: list[Found] = []
        sentences: dict[str, int] = {}
        for part, doc in zip(parts, docs, strict=True):
            (furniture if part.is_furniture else found).extend(
                self._read_spans(article, part, doc, sentences)
            )
        built = build_entities(found, article.published)
        mentions = [
            _mention(mention, built.of_mention[number], built.certainty.get(number, 1.0))
            for number, mention in enumerate(found)
        ]
        return Extraction(
            article=ArticleInfo(
                id=article.id,
                url=article.url,
                title=article.title,
                published=article.published,
                source=article.source,
            ),
            model=self.model,
            mentions=mentions + [_mention(mention, None) for mention in furniture],
            entities=built.entities,
            warnings=_warnings(article),
        )

    def _read_spans(
        self, article: Article, part: Part, doc: Doc, sentences: dict[str, int]
    ) -> Iterator[Found]:
        numbers = _sentence_numbers(part, doc, sentences)
        previous_end = -1
        text = part.text
        for span in doc.ents:
            start, end = span.start_char, span.end_char
            words = text[start:end]
            stop = _full_stop(words, span)
            end -= stop
            origin = part.origin(start, end)
            if span.label_ not in self.types or origin is None:
                continue
            source = article.title if origin.zone == "title" else article.text
            surface = (source or "")[origin.start : origin.end]
            noise = self._is_noise(span.label_, words) or _is_foreign(words, span, text)
            if "\ufffd" in surface or noise:
                continue
            told = span._
            yield Found(
                text=surface,
                start=origin.start,
                end=origin.end,
                type=cast("EntityType", span.label_),
                score=round(float(told.score or 0.0), 4),
                nominative=_without_stop(told.nominative or words, stop),
                english=told.english,
                role=told.role,
                zone=origin.zone,
                sentence=numbers[span.start],
                context=text[max(0, start - CONTEXT) : end + CONTEXT],
                bracketed=text.startswith(")", end) and text[previous_end:start].strip() == "(",
            )
            previous_end = end

    def _is_noise(self, label: str, text: str) -> bool:
        return label == "CARDINAL" and not self.indefinite_articles and is_indefinite_article(text)


def load(
    model: str | Path | Language = DEFAULT_MODEL, *, adjectives: bool = False, **options: Any
) -> Extractor:
    """Load a pipeline and wrap it in an :class:`Extractor`.

    Args:
        model: ``small`` (embedded), ``accurate`` (embedded, needs the extra of that name), an
            installed package such as ``el_core_news_sm``, a folder, or a spaCy ``nlp`` object.
        adjectives: Whether adjectives of nationality («ρωσικές αρχές») become mentions of type
            NORP too.
        options: Keyword arguments of :class:`Extractor`.

    Raises:
        ModelError: The pipeline is not there or cannot be used (G201 to G204); the message says
            what to install.
    """
    nlp = load_pipeline(model, adjectives=adjectives)
    name = model if isinstance(model, str) and model in model_names() else None
    return Extractor(nlp, **{"name": name, **options})


def _without_stop(name: str, stop: int) -> str:
    return name.removesuffix(".") if stop else name


def _full_stop(words: str, span: Span) -> int:
    """1 if a name ends with an acronym or a house number and the sentence's point in one token."""
    if not words.endswith("."):
        return 0
    word = span[-1].text[:-1]
    is_house = span.label_ == "FAC" and word.isdigit()
    return int(is_house or (len(word) > 1 and word.isalpha() and word.isupper()))


def _is_foreign(words: str, span: Span, text: str) -> bool:
    """Whether a span of a text is in an address, or in a line that is not Greek (greeklish)."""
    signs = not _ADDRESS_SIGNS.isdisjoint(words)
    if signs and any(token.like_email or token.like_url for token in span):
        return True
    start = text.rfind("\n", 0, span.start_char) + 1
    end = text.find("\n", span.end_char)
    end = end if end >= 0 else len(text)
    return (
        not _GREEK.search(text, start, end)
        and len(text[start:end].split()) >= SHORTEST_FOREIGN_LINE
    )


def _mention(found: Found, entity: str | None, certainty: float = 1.0) -> Mention:
    return Mention(
        text=found.text,
        start=found.start,
        end=found.end,
        type=found.type,
        score=round(found.score * certainty, 4),
        nominative=found.nominative,
        english=found.english,
        zone=found.zone,
        sentence=found.sentence,
        entity=entity,
    )


def _sentence_numbers(part: Part, doc: Doc, counted: dict[str, int]) -> list[int]:
    """Number of the sentence of every token, going on from what ``counted`` holds."""
    if not len(doc):
        return []
    marks = doc.to_array(["SENT_START", "IS_SPACE", "IDX"])
    opens = (marks[:, 0] == 1) & (marks[:, 1] == 0)
    numbers = np.zeros(len(doc), dtype=np.int64)
    borders = part.borders()
    firsts = np.searchsorted(marks[:, 2], [offset for offset, _ in borders[1:]]).tolist()
    ranges = zip([0, *firsts], [*firsts, len(doc)], strict=True)
    for (_, zone), (start, end) in zip(borders, ranges, strict=True):
        if start == end:
            continue
        name = "body" if zone in _COUNTED_TOGETHER else zone
        if name not in counted:
            counted[name] = 0
            opens[start] = False
        numbers[start:end] = counted[name] + np.cumsum(opens[start:end])
        counted[name] = int(numbers[end - 1])
    found: list[int] = numbers.tolist()
    return found


def _warnings(article: Article) -> list[str]:
    if not article.text.strip():
        return ["The text is empty."]
    if not _GREEK.search(article.text):
        return ["The text holds no Greek letters; this library reads Greek."]
    return []
