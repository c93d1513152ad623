"""Imported by ``spacy train --code`` so that the names in the configs are known."""

from __future__ import annotations

import training.replace
import training.spelling  # noqa: F401
