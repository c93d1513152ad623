"""Each name as English readers know it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from greeknews_ner.names.english import to_english
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.records import Rendering
from greeknews_ner.types import NAME_TYPES


class EnglishSetter:
    """Sets ``span._.english`` on every name of ``doc.ents``; values have none.

    Args:
        lexicon: Whether the name tables may be asked.
    """

    def __init__(self, lexicon: bool) -> None:
        register_extensions()
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Render the nominative if an earlier component set it, the surface form otherwise."""
        for span in doc.ents:
            if span.label_ in NAME_TYPES:
                span._.english = self._render(span._.nominative or span.text, span.label_)
        return doc

    def _render(self, name: str, label: str) -> Rendering:
        return to_english(name, type=label, lexicon=self.lexicon)


@Language.factory(
    "greeknews_english",
    assigns=["span._.english"],
    requires=["doc.ents"],
    default_config={"lexicon": True},
)
def create_english_setter(nlp: Language, name: str, lexicon: bool) -> EnglishSetter:
    """Create the component."""
    return EnglishSetter(lexicon)
