"""Articles as they come: reading, cleaning, zones; and records as they go."""

from __future__ import annotations

from greeknews_ner.articles.cleaning import CleanText, clean
from greeknews_ner.articles.dumps import find_inputs, read_articles, read_items
from greeknews_ner.articles.fields import parse_fields
from greeknews_ner.articles.items import Item, Place, Reject
from greeknews_ner.articles.learning import LearnedFurniture, learn_furniture, load_furniture
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.passages import Passage, passages
from greeknews_ner.articles.reading import read_text
from greeknews_ner.articles.record_files import read_records
from greeknews_ner.articles.writing import JsonlWriter, write_jsonl
from greeknews_ner.articles.zones import ZoneSpan, zones

__all__ = [
    "DEFAULT_LIMITS",
    "CleanText",
    "Item",
    "JsonlWriter",
    "LearnedFurniture",
    "Limits",
    "Passage",
    "Place",
    "Reject",
    "ZoneSpan",
    "clean",
    "find_inputs",
    "learn_furniture",
    "load_furniture",
    "parse_fields",
    "passages",
    "read_articles",
    "read_items",
    "read_records",
    "read_text",
    "write_jsonl",
    "zones",
]
