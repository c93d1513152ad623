"""Records to look at: one article annotated, or what a whole dump holds, each one HTML file."""

from __future__ import annotations

from greeknews_ner.report.article import render_article
from greeknews_ner.report.describe import details
from greeknews_ner.report.dump import render_dump
from greeknews_ner.report.summary import Summary, summarise
from greeknews_ner.report.writing import write_text

__all__ = [
    "Summary",
    "details",
    "render_article",
    "render_dump",
    "summarise",
    "write_text",
]
