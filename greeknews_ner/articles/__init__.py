"""Articles as they come: reading, cleaning, zones; and records as they go."""

from __future__ import annotations

from greeknews_ner.articles.cleaning import CleanText, clean
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.reading import read_text
from greeknews_ner.articles.zones import ZoneSpan, zones

__all__ = ["DEFAULT_LIMITS", "CleanText", "Limits", "ZoneSpan", "clean", "read_text", "zones"]
