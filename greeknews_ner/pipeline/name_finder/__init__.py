"""Names found by a small convolutional network and a conditional random field.

Importing this package registers the factory ``greeknews_name_finder`` and the architectures
``greeknews_ner.FoldedEmbed.v1``, ``greeknews_ner.Tok2Vec.v1`` and ``greeknews_ner.CrfTagger.v1``.
"""

from __future__ import annotations

from greeknews_ner.pipeline.name_finder import context as _context  # noqa: F401
from greeknews_ner.pipeline.name_finder.component import NameFinder, create_name_finder

__all__ = ["NameFinder", "create_name_finder"]
