"""The same over a cluster, on Ray Data (``pip install "greeknews-ner[ray]"``)."""

from __future__ import annotations

from greeknews_ner.distributed.running import run_on_ray

__all__ = ["run_on_ray"]
