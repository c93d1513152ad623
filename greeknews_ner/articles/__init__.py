"""Articles as they come: reading, cleaning, zones; and records as they go."""

from __future__ import annotations

from greeknews_ner.articles.cleaning import CleanText, clean

__all__ = ["CleanText", "clean"]
