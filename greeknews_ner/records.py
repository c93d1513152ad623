"""The records that come out: pydantic models and nothing else.

Every record is frozen, forbids unknown fields, round-trips through JSON and publishes its JSON
Schema (``Extraction.model_json_schema()``). Offsets are Unicode code points of the very string
the caller passed: ``text[mention.start:mention.end] == mention.text``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictStr,
    ValidationError,
    field_validator,
    model_validator,
)

from greeknews_ner.codes import currency_codes, territory_codes
from greeknews_ner.errors import InputError
from greeknews_ner.types import EntityType

_SURROGATE = re.compile("[\ud800-\udfff]")

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Score: TypeAlias = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
Name: TypeAlias = Annotated[str, Field(min_length=1)]
Zone: TypeAlias = Literal["title", "lead", "body", "caption", "boilerplate"]
Method: TypeAlias = Literal["lexicon", "rule", "model", "elot743", "latin"]
Published: TypeAlias = date | datetime


class Record(BaseModel):
    """What all records share: immutable, strict about fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Record):
    """One article as it goes in.

    Attributes:
        text: The body. Offsets of mentions in all zones but ``title`` count in it.
        title: The headline; offsets of mentions in the zone ``title`` count in it.
        published: When it was published; relative dates are resolved against it.
        id: The caller's own identifier, passed through.
        url: Where it stood, passed through.
        source: Who published it, passed through.
    """

    text: StrictStr
    title: StrictStr | None = None
    published: Published | None = None
    id: str | None = None
    url: str | None = None
    source: str | None = None

    @field_validator("text", "title", "id", "url", "source", mode="before")
    @classmethod
    def _no_lone_surrogates(cls, value: object) -> object:
        # Halves of a character cannot be written to JSON; U+FFFD keeps every offset as it is.
        return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


class ArticleInfo(Record):
    """What is known of the article besides its text."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: Published | None = None
    source: str | None = None


class ModelInfo(Record):
    """Which pipeline found the mentions."""

    name: str
    version: str


class Rendering(Record):
    """A Greek name in Latin letters.

    Attributes:
        english: The spelling an English reader expects.
        method: How it was found: ``lexicon`` (a table holds it), ``rule`` (transliteration rules
            of the language the name comes from, or translation by pattern), ``model`` (ranked by
            the trained model), ``elot743`` (ELOT 743, for Greek names), ``latin`` (it was in
            Latin letters already).
        score: Probability that ``english`` is right.
        alternatives: Other spellings, best first; up to five.
    """

    english: Name
    method: Method
    score: Score
    alternatives: list[str] = Field(default_factory=list, max_length=5)


class Mention(Record):
    """One stretch of the article that names something.

    Attributes:
        text: The surface form, exactly as the article has it.
        start: Offset of its first code point.
        end: Offset after its last code point.
        type: One of the eighteen entity types.
        score: Probability that span and type are right.
        nominative: The name in the Greek nominative.
        english: The name as English readers know it; none for values.
        zone: ``title`` (offsets count in the title), ``lead`` (the first paragraph of several),
            ``body``, ``caption`` (the words under a picture) or ``boilerplate``.
        sentence: Number of the sentence, from 0: in the title, in the article below it (lead,
            body and captions together), or in the boilerplate.
        entity: Id of the entity it mentions; none in boilerplate.
    """

    text: Name
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    type: EntityType
    score: Score
    nominative: Name
    english: Rendering | None = None
    zone: Zone = "body"
    sentence: Annotated[int, Field(ge=0)]
    entity: str | None = None

    @model_validator(mode="after")
    def _span_is_not_empty(self) -> Mention:
        if self.start >= self.end:
            raise ValueError(f"start {self.start} is not before end {self.end}")
        if len(self.text) != self.end - self.start:
            raise ValueError(
                f"text of {len(self.text)} code points in a span of {self.end - self.start}"
            )
        return self


class Ids(Record):
    """Identifiers in public registers.

    Attributes:
        wikidata: Item, such as ``Q41``.
        geonames: GeoNames id.
        iso3166: ISO 3166-1 alpha-2 code, for countries, and for the people of one country.
        score: How sure it is that these are the right ones, where that had to be decided: a
            place of several of that name.
    """

    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    geonames: Annotated[int, Field(gt=0)] | None = None
    iso3166: str | None = None
    score: Score | None = None

    @field_validator("iso3166")
    @classmethod
    def _known_territory(cls, code: str | None) -> str | None:
        return _territory(code)


class _Entity(Record):
    """What all entities share.

    Attributes:
        id: Identifier within this extraction, such as ``e1``.
        name: The fullest mention, in the Greek nominative.
        english: The name as English readers know it; none for values.
        elot743: The name in ELOT 743 letters; none for values.
        mention_count: How many mentions point here.
        score: Confidence that the entity is real and of this type.
        salience: Share of the article's attention, 0 to 1, by place and frequency.
        ids: Identifiers in public registers.
    """

    id: Name
    name: Name
    english: Rendering | None = None
    elot743: str | None = None
    mention_count: Annotated[int, Field(ge=1)]
    score: Score
    salience: Score
    ids: Ids = Ids()


class Person(_Entity):
    """A human being, real or invented.

    Attributes:
        given: Given name or names, nominative.
        family: Family name, nominative.
        role: Office or occupation as the article states it, nominative.
    """

    type: Literal["PERSON"] = "PERSON"
    given: str | None = None
    family: str | None = None
    role: str | None = None


class Organization(_Entity):
    """A body: company, party, ministry, club, union.

    Attributes:
        acronym: The acronym that the article or a table gives.
    """

    type: Literal["ORG"] = "ORG"
    acronym: str | None = None


class Place(_Entity):
    """A country or city (GPE), a landscape (LOC) or something built (FAC).

    Attributes:
        country: ISO 3166-1 alpha-2 code of the country it lies in, or is.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
    """

    type: Literal["GPE", "LOC", "FAC"]
    country: str | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None

    @field_validator("country")
    @classmethod
    def _known_territory(cls, code: str | None) -> str | None:
        return _territory(code)


class Group(_Entity):
    """A nationality, religion or political direction, as people (NORP).

    Attributes:
        countries: ISO 3166-1 alpha-2 codes of the countries whose people they are: one for
            «Ρώσοι», two for «ελληνοτουρκικός»; none for those of no country.
    """

    type: Literal["NORP"] = "NORP"
    countries: list[str] = Field(default_factory=list)

    @field_validator("countries")
    @classmethod
    def _known_territories(cls, codes: list[str]) -> list[str]:
        for code in codes:
            _territory(code)
        return codes


class Event(_Entity):
    """A named event: war, championship, storm, congress."""

    type: Literal["EVENT"] = "EVENT"


class Product(_Entity):
    """A thing that is made: vehicle, weapon, medicine, programme."""

    type: Literal["PRODUCT"] = "PRODUCT"


class WorkOfArt(_Entity):
    """A title: book, film, song, painting, broadcast."""

    type: Literal["WORK_OF_ART"] = "WORK_OF_ART"


class Law(_Entity):
    """A named law, treaty or agreement."""

    type: Literal["LAW"] = "LAW"


class Language(_Entity):
    """A language."""

    type: Literal["LANGUAGE"] = "LANGUAGE"


class Date(_Entity):
    """A day or a longer time.

    Attributes:
        value: ISO 8601 (``2024-09-13``, ``2024-06``, ``P3M``) or, where the text is vaguer, EDTF.
    """

    type: Literal["DATE"] = "DATE"
    value: str | None = None


class Time(_Entity):
    """A time shorter than a day.

    Attributes:
        value: ISO 8601 (``T14:30``, ``2024-09-13T21``, ``PT3H``) or EDTF.
    """

    type: Literal["TIME"] = "TIME"
    value: str | None = None


class Money(_Entity):
    """A sum of money.

    Attributes:
        amount: Exact decimal amount in units of the currency.
        currency: ISO 4217 code.
    """

    type: Literal["MONEY"] = "MONEY"
    amount: Decimal | None = None
    currency: str | None = None

    @field_validator("currency")
    @classmethod
    def _known_currency(cls, code: str | None) -> str | None:
        if code is not None and code not in currency_codes():
            raise ValueError(f"{code!r} is not an ISO 4217 code")
        return code


class Percent(_Entity):
    """A percentage.

    Attributes:
        value: In percent: 5.2 for «5,2%».
    """

    type: Literal["PERCENT"] = "PERCENT"
    value: Decimal | None = None


class Quantity(_Entity):
    """A measurement.

    Attributes:
        value: In ``unit``.
        unit: SI or other symbol: ``km``, ``kg``, ``km/h``, ``°C``.
    """

    type: Literal["QUANTITY"] = "QUANTITY"
    value: Decimal | None = None
    unit: str | None = None


class Cardinal(_Entity):
    """A number that counts and is none of the other values."""

    type: Literal["CARDINAL"] = "CARDINAL"
    value: Decimal | None = None


class Ordinal(_Entity):
    """A place in an order: πρώτος is 1."""

    type: Literal["ORDINAL"] = "ORDINAL"
    value: int | None = None


Entity: TypeAlias = Annotated[
    Person
    | Organization
    | Place
    | Group
    | Event
    | Product
    | WorkOfArt
    | Law
    | Language
    | Date
    | Time
    | Money
    | Percent
    | Quantity
    | Cardinal
    | Ordinal,
    Field(discriminator="type"),
]


class Extraction(Record):
    """All that one article names.

    Attributes:
        schema_version: Version of these records' schema.
        article: What is known of the article besides its text.
        model: Which pipeline found the mentions.
        mentions: In order of appearance, the title's first.
        entities: In order of first mention.
        warnings: What a reader of the records should know, in sentences.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    article: ArticleInfo
    model: ModelInfo
    mentions: list[Mention] = Field(default_factory=list)
    entities: list[Entity] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _mentions_and_entities_agree(self) -> Extraction:
        types = {entity.id: entity.type for entity in self.entities}
        if len(types) != len(self.entities):
            raise ValueError("two entities have the same id")
        counts = dict.fromkeys(types, 0)
        for mention in self.mentions:
            if mention.entity is None:
                continue
            if mention.entity not in types:
                raise ValueError(f"mention {mention.text!r} points to no entity {mention.entity!r}")
            if mention.type != types[mention.entity]:
                raise ValueError(f"mention {mention.text!r} and its entity differ in type")
            counts[mention.entity] += 1
        for entity in self.entities:
            if counts[entity.id] != entity.mention_count:
                raise ValueError(
                    f"entity {entity.id!r} counts {entity.mention_count} mentions,"
                    f" {counts[entity.id]} point to it"
                )
        return self

    def mentions_of(self, entity: Entity) -> list[Mention]:
        """The mentions that point to ``entity``, in order of appearance."""
        return [mention for mention in self.mentions if mention.entity == entity.id]


def _territory(code: str | None) -> str | None:
    if code is not None and code not in territory_codes():
        raise ValueError(f"{code!r} is not an ISO 3166-1 alpha-2 code")
    return code


def as_article(item: str | Article | Mapping[str, Any]) -> Article:
    """An article from what callers hand in: its text, an :class:`Article` or a mapping.

    Raises:
        InputError: The item is none of these, or a field does not hold what it should (G110).
    """
    if isinstance(item, Article):
        return item
    try:
        return Article.model_validate({"text": item} if isinstance(item, str) else item)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or 'article'}: {fault['msg']}"
            for fault in error.errors(include_url=False, include_input=False)
        )
        raise InputError(
            f"This is no article: {faults}.",
            "Give its text, an Article, or a mapping with 'text' and, if known, 'title',"
            " 'published', 'id', 'url', 'source'.",
            code="G110",
        ) from error
