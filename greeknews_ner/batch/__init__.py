"""Running over a dump of articles."""

from __future__ import annotations

from greeknews_ner.batch.exports import export_records
from greeknews_ner.batch.running import run_batch
from greeknews_ner.batch.summary import BatchSummary

__all__ = ["BatchSummary", "export_records", "run_batch"]
