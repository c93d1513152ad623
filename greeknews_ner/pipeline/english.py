"""Each name as English readers know it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from greeknews_ner.names.english import to_english
from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.records import Rendering
from greeknews_ner.types import NAME_TYPES


class EnglishSetter:
    """Sets ``span._.english`` on every name of ``doc.ents``; values have none.

    The fullest mention of a person speaks for the shorter ones: whoever is Sergei Shoigu in one
    sentence is Shoigu in the next.

    Args:
        lexicon: Whether the name tables may be asked.
    """

    def __init__(self, lexicon: bool) -> None:
        register_extensions()
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Render the nominative if an earlier component set it, the surface form otherwise."""
        tails: dict[str, Rendering] = {}
        names = [span for span in doc.ents if span.label_ in NAME_TYPES]
        for span in sorted(names, key=len, reverse=True):
            name = span._.nominative or span.text
            known = tails.get(stem(name)) if span.label_ == "PERSON" else None
            span._.english = known or to_english(name, type=span.label_, lexicon=self.lexicon)
            if span.label_ == "PERSON":
                tails = {**_tails(name, span._.english), **tails}
        return doc


def _tails(name: str, rendering: Rendering) -> dict[str, Rendering]:
    """Renderings of the last words of a full name, where Greek and English run in parallel."""
    words, english = name.split(), rendering.english.split()
    if len(words) != len(english):
        return {}
    alternatives = [each.split() for each in rendering.alternatives]
    tails = {}
    for start in range(1, len(words)):
        spellings = dict.fromkeys(
            " ".join(each[start:]) for each in alternatives if len(each) == len(english)
        )
        tail = " ".join(english[start:])
        spellings.pop(tail, None)
        tails[stem(" ".join(words[start:]))] = Rendering(
            english=tail,
            method=rendering.method,
            score=rendering.score,
            alternatives=list(spellings),
        )
    return tails


@Language.factory(
    "greeknews_english",
    assigns=["span._.english"],
    requires=["doc.ents"],
    default_config={"lexicon": True},
)
def create_english_setter(nlp: Language, name: str, lexicon: bool) -> EnglishSetter:
    """Create the component."""
    return EnglishSetter(lexicon)
