"""Records made from the fixture articles' gold: what a perfect extractor would give."""

from __future__ import annotations

from typing import Any

from greeknews_ner.records import Extraction
from tests.gold import GoldArticle

_KEPT = ("given", "family", "role", "acronym", "country", "value", "amount", "currency", "unit")


def extraction_of(gold: GoldArticle, **article: Any) -> Extraction:
    """The records of a fixture article; ``article`` holds fields that the gold does not."""
    entities, mentions = [], []
    for number, entity in enumerate(gold.entities, 1):
        name = f"e{number}"
        english = None
        if entity["english"]:
            english = {"english": entity["english"], "method": "lexicon", "score": 0.9}
        known = {key: entity[key] for key in _KEPT if entity.get(key) is not None}
        ids = {}
        if entity.get("country") and entity["type"] == "GPE":
            ids = {"iso3166": entity["country"]}
        entities.append(
            {
                "id": name,
                "type": entity["type"],
                "name": entity["name"],
                "english": english,
                "mention_count": len(entity["mentions"]),
                "score": 0.97,
                "salience": 1 / number,
                "ids": ids,
                **known,
            }
        )
        mentions += [
            {
                "text": surface,
                "start": start,
                "end": end,
                "type": entity["type"],
                "score": 0.96,
                "nominative": entity["name"],
                "english": english,
                "sentence": 0,
                "entity": name,
            }
            for start, end, surface in entity["mentions"]
        ]
    return Extraction.model_validate(
        {
            "article": {"published": gold.published, "id": gold.name, **article},
            "model": {"name": "gold", "version": "1"},
            "entities": entities,
            "mentions": sorted(mentions, key=lambda mention: mention["start"]),
        }
    )
