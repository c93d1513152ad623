"""Articles as they come: reading, cleaning, zones; and records as they go."""

from __future__ import annotations

from greeknews_ner.articles.cleaning import CleanText, clean
from greeknews_ner.articles.zones import ZoneSpan, zones

__all__ = ["CleanText", "ZoneSpan", "clean", "zones"]
