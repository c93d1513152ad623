from __future__ import annotations

import json
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from greeknews_ner.errors import InputError
from greeknews_ner.records import (
    Article,
    ArticleInfo,
    Cardinal,
    Date,
    Entity,
    Extraction,
    Group,
    Ids,
    Mention,
    ModelInfo,
    Money,
    Organization,
    Person,
    Place,
    Rendering,
    as_article,
)
from greeknews_ner.types import ENTITY_TYPES

COMMON: dict[str, Any] = {
    "id": "e1",
    "name": "Κύπρος",
    "mention_count": 1,
    "score": 0.9,
    "salience": 1,
}
MENTION: dict[str, Any] = {
    "text": "Κύπρου",
    "start": 4,
    "end": 10,
    "type": "GPE",
    "score": 0.9,
    "nominative": "Κύπρος",
    "sentence": 0,
    "entity": "e1",
}


def extraction(**changes: Any) -> Extraction:
    fields: dict[str, Any] = {
        "article": ArticleInfo(published=date(2024, 9, 13)),
        "model": ModelInfo(name="small", version="1"),
        "mentions": [Mention(**MENTION)],
        "entities": [Place(**COMMON, type="GPE", country="CY", ids=Ids(iso3166="CY"))],
    }
    return Extraction(**fields | changes)


def test_round_trip_through_json() -> None:
    record = extraction()
    assert Extraction.model_validate_json(record.model_dump_json()) == record


def test_every_type_has_one_record() -> None:
    schema = TypeAdapter(Entity).json_schema()
    assert set(schema["discriminator"]["mapping"]) == set(ENTITY_TYPES)


def test_schema_is_json_and_closed() -> None:
    schema = json.loads(json.dumps(Extraction.model_json_schema()))
    assert schema["additionalProperties"] is False
    assert {"Person", "Place", "Money", "Mention"} <= set(schema["$defs"])


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Mention, MENTION | {"end": 4}),
        (Mention, MENTION | {"start": -1}),
        (Mention, MENTION | {"end": 11}),
        (Mention, MENTION | {"score": 1.01}),
        (Mention, MENTION | {"score": float("nan")}),
        (Mention, MENTION | {"type": "COUNTRY"}),
        (Mention, MENTION | {"zone": "footer"}),
        (Mention, MENTION | {"colour": "blue"}),
        (Ids, {"iso3166": "UK"}),
        (Ids, {"iso3166": "gr"}),
        (Ids, {"wikidata": "41"}),
        (Ids, {"geonames": 0}),
        (Place, COMMON | {"type": "GPE", "country": "SU"}),
        (Place, COMMON | {"type": "GPE", "latitude": 91}),
        (Place, COMMON | {"type": "ORG"}),
        (Money, COMMON | {"currency": "EURO"}),
        (Group, COMMON | {"mention_count": 0}),
        (Rendering, {"english": "", "method": "rule", "score": 0.5}),
        (Rendering, {"english": "A", "method": "guess", "score": 0.5}),
        (Rendering, {"english": "A", "method": "rule", "score": 0.5, "alternatives": ["B"] * 6}),
    ],
)
def test_what_must_hold_holds(record: type[Any], fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        record(**fields)


@pytest.mark.parametrize(
    "changes",
    [
        {"entities": []},
        {"mentions": [Mention(**MENTION | {"entity": "e2"})]},
        {"mentions": []},
        {"mentions": [Mention(**MENTION | {"type": "ORG"})]},
        {"entities": [Group(**COMMON), Organization(**COMMON)]},
    ],
)
def test_mentions_and_entities_must_agree(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        extraction(**changes)


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Person(**COMMON).name = "Ελλάδα"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("code", "record"), [("GRD", Money), ("EUR", Money), ("XK", Place), ("KP", Place)]
)
def test_codes_that_news_needs_are_known(code: str, record: type[Any]) -> None:
    if record is Money:
        assert Money(**COMMON, amount=Decimal("0.1"), currency=code).currency == code
    else:
        assert Place(**COMMON, type="GPE", country=code).country == code


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_amounts_survive_json_exactly(amount: Decimal) -> None:
    money = Money(**COMMON, amount=amount, currency="EUR")
    assert Money.model_validate_json(money.model_dump_json()).amount == amount


@given(st.text(), st.one_of(st.none(), st.dates(), st.datetimes(timezones=st.just(timezone.utc))))
def test_any_article_round_trips(text: str, published: date | datetime | None) -> None:
    article = Article(text=text, published=published)
    assert Article.model_validate_json(article.model_dump_json()) == article


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_lone_surrogates_keep_every_offset(text: str) -> None:
    assert len(Article(text=text).text) == len(text)


def test_mentions_of_an_entity() -> None:
    record = extraction()
    assert record.mentions_of(record.entities[0]) == record.mentions


@pytest.mark.parametrize(
    "item", [3, None, [], {"body": "Αθήνα"}, {"text": 1}, {"text": "α", "published": "χθες"}]
)
def test_what_is_no_article_is_refused_with_a_code(item: Any) -> None:
    with pytest.raises(InputError) as caught:
        as_article(item)
    assert caught.value.code == "G110"
    assert "\n" not in str(caught.value)


def test_articles_come_as_text_record_or_mapping() -> None:
    article = Article(text="Αθήνα", published=date(2024, 5, 1))
    assert as_article("Αθήνα") == Article(text="Αθήνα")
    assert as_article(article) is article
    assert as_article({"text": "Αθήνα", "published": "2024-05-01"}) == article


def test_values_may_be_unknown() -> None:
    assert Date(**COMMON).value is None
    assert Cardinal(**COMMON).value is None
