"""The mentions of one article become its entities. Imports no spaCy."""

from greeknews_ner.entities.building import build_entities
from greeknews_ner.entities.found import Found

__all__ = ["Found", "build_entities"]
