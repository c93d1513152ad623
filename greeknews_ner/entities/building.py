"""From clusters of mentions to entity records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from greeknews_ner import values
from greeknews_ner.entities.acronyms import is_acronym
from greeknews_ner.entities.clusters import clustering, fullest_name, share_of_one
from greeknews_ner.entities.found import Found
from greeknews_ner.entities.people import split_name
from greeknews_ner.entities.peoples import countries_of_people
from greeknews_ner.entities.places import Located, PlaceName, locate
from greeknews_ner.entities.salience import saliences
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Entry, default_lexicon
from greeknews_ner.records import (
    Cardinal,
    Date,
    Entity,
    Event,
    Group,
    Ids,
    Language,
    Law,
    Money,
    Ordinal,
    Organization,
    Percent,
    Person,
    Place,
    Product,
    Quantity,
    Rendering,
    Time,
    WorkOfArt,
)
from greeknews_ner.types import NAME_TYPES, PLACE_TYPES, PlaceType

_PLAIN_NAMES: Mapping[str, type[Event | Product | WorkOfArt | Law | Language]] = {
    "EVENT": Event,
    "PRODUCT": Product,
    "WORK_OF_ART": WorkOfArt,
    "LAW": Law,
    "LANGUAGE": Language,
}


@dataclass(frozen=True, slots=True)
class BuiltEntities:
    """The entities of an article and which one each mention names.

    Attributes:
        entities: In order of first mention.
        of_mention: Entity id by number of the mention.
        certainty: For short names that several people of the article fit, by number of the
            mention: what is left of the mention's score.
    """

    entities: list[Entity]
    of_mention: dict[int, str]
    certainty: dict[int, float]


def build_entities(mentions: Sequence[Found], published: date | datetime | None) -> BuiltEntities:
    """Make the entities of one article.

    Args:
        mentions: All mentions of the article outside boilerplate, in order of appearance.
        published: What relative dates are resolved against.
    """
    names = [number for number, mention in enumerate(mentions) if mention.type in NAME_TYPES]
    found = clustering([mentions[number] for number in names])
    clusters = [[names[position] for position in cluster] for cluster in found.clusters]
    valued = _cluster_values(mentions, published)
    fields = {cluster[0]: value for value, cluster in valued}
    clusters = sorted(clusters + [cluster for _, cluster in valued])
    groups = [[mentions[number] for number in cluster] for cluster in clusters]
    shares = saliences(groups)
    fullest = [fullest_name(group) for group in groups]
    places = locate(list(map(PlaceName, fullest, groups)))
    entities: list[Entity] = []
    of_mention: dict[int, str] = {}
    for number, (cluster, group, name, share, place) in enumerate(
        zip(clusters, groups, fullest, shares, places, strict=True)
    ):
        common: dict[str, Any] = {
            "id": f"e{number + 1}",
            "name": name,
            "mention_count": len(group),
            "score": max(mention.score for mention in group),
            "salience": share,
        }
        if cluster[0] in fields:
            entities.append(_VALUE_RECORDS[group[0].type](**common, **fields[cluster[0]]))
        else:
            entities.append(_named_entity(group, common, place))
        of_mention.update(dict.fromkeys(cluster, common["id"]))
    certainty = {
        names[position]: share_of_one(candidates)
        for position, candidates in found.candidates.items()
    }
    return BuiltEntities(entities, of_mention, certainty)


def english_of(name: str, mentions: Sequence[Found]) -> Rendering | None:
    """English of the mention that gave an entity its name; the surest where several did."""
    renderings = [
        mention.english
        for mention in mentions
        if mention.nominative == name and mention.english is not None
    ]
    return max(renderings, key=lambda rendering: rendering.score, default=None)


def _named_entity(group: Sequence[Found], common: dict[str, Any], place: Located | None) -> Entity:
    name: str = common["name"]
    kind = group[0].type
    entry = place.entry if place is not None else _entry(name, kind)
    common |= {
        "english": english_of(name, group),
        "elot743": to_elot743(name),
        "ids": _ids(entry, place.score if place is not None else None),
    }
    if kind == "PERSON":
        given, family = split_name(name)
        roles = Counter(mention.role for mention in group if mention.role)
        role = max(roles, key=lambda each: len(each)) if roles else None
        return Person(**common, given=given, family=family, role=role)
    if kind == "ORG":
        return Organization(**common, acronym=_acronym(name, group, entry))
    if kind in PLACE_TYPES:
        return Place(
            **common,
            type=cast("PlaceType", kind),
            country=place.country if place is not None else None,
            latitude=entry.latitude if entry else None,
            longitude=entry.longitude if entry else None,
        )
    if kind == "NORP":
        codes = countries_of_people(name)
        if len(codes) == 1:
            common["ids"] = common["ids"].model_copy(update={"iso3166": codes[0]})
        return Group(**common, countries=codes)
    return _PLAIN_NAMES[kind](**common)


def _entry(name: str, kind: str) -> Entry | None:
    entries = default_lexicon().find_or_alike(name, kind)
    found = [entry for entry in entries if entry.part == "full"]
    return found[0] if found else None


def _ids(entry: Entry | None, score: float | None) -> Ids:
    if entry is None:
        return Ids()
    return Ids(wikidata=entry.wikidata, geonames=entry.geonames, iso3166=entry.iso3166, score=score)


def _acronym(name: str, group: Sequence[Found], entry: Entry | None) -> str | None:
    acronyms = Counter(m.nominative for m in group if is_acronym(m.nominative))
    if acronyms:
        return acronyms.most_common(1)[0][0]
    return entry.acronym if entry and not is_acronym(name) else None


def _cluster_values(
    mentions: Sequence[Found], published: date | datetime | None
) -> list[tuple[dict[str, Any], list[int]]]:
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    fields: dict[tuple[object, ...], dict[str, Any]] = {}
    for number, mention in enumerate(mentions):
        if mention.type in NAME_TYPES:
            continue
        value = value_fields(mention, published)
        known = any(each is not None for each in value.values())
        key = (mention.type, *value.values()) if known else (mention.type, fold(mention.text))
        groups[key].append(number)
        fields[key] = value
    return [(fields[key], numbers) for key, numbers in groups.items()]


def value_fields(mention: Found, published: date | datetime | None) -> dict[str, Any]:
    """The typed value of a mention, as fields of its record; None where it cannot be told."""
    text, context = mention.text, mention.context
    if mention.type == "DATE":
        return {"value": values.resolve_date(text, published, context=context)}
    if mention.type == "TIME":
        return {"value": values.resolve_time(text, published, context=context)}
    if mention.type == "MONEY":
        money = values.parse_money(text)
        return {
            "amount": money.amount if money else None,
            "currency": money.currency if money else None,
        }
    if mention.type == "PERCENT":
        return {"value": values.parse_percent(text)}
    if mention.type == "QUANTITY":
        quantity = values.parse_quantity(text)
        return {
            "value": quantity.value if quantity else None,
            "unit": quantity.unit if quantity else None,
        }
    if mention.type == "ORDINAL":
        return {"value": values.parse_ordinal(text)}
    return {"value": values.parse_number(text)}


_VALUE_RECORDS: Mapping[
    str, type[Date | Time | Money | Percent | Quantity | Cardinal | Ordinal]
] = {
    "DATE": Date,
    "TIME": Time,
    "MONEY": Money,
    "PERCENT": Percent,
    "QUANTITY": Quantity,
    "CARDINAL": Cardinal,
    "ORDINAL": Ordinal,
}
