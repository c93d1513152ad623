"""The name finder of a pipeline in training."""

from __future__ import annotations

from spacy.language import Language

from greeknews_ner.pipeline.name_finder import NameFinder

__all__ = ["NAMES", "finder_of"]

NAMES = "greeknews_name_finder"
"""What the component is called in all pipelines that are trained here."""


def finder_of(nlp: Language) -> NameFinder:
    """The name finder of a pipeline that has one."""
    finder = nlp.get_pipe(NAMES)
    assert isinstance(finder, NameFinder)
    return finder
