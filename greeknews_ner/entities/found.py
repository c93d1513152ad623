"""A mention before it belongs to an entity."""

from __future__ import annotations

from dataclasses import dataclass

from greeknews_ner.records import Rendering, Zone
from greeknews_ner.types import EntityType


@dataclass(frozen=True, slots=True)
class Found:
    """What the pipeline found at one place of the article.

    Attributes:
        text: Surface form as the article has it.
        start: Offset of its first code point in its zone's text.
        end: Offset after its last code point.
        type: Entity type.
        score: Probability that span and type are right.
        nominative: Surface form in the nominative.
        english: Its English; none for values.
        zone: Where it stands.
        sentence: Number of its sentence in the zone's text.
        context: The words around it, for values that lean on them.
        bracketed: It stands in brackets right behind the mention before it, as acronyms do.
        role: Office or occupation that the text gives to this mention, nominative.
    """

    text: str
    start: int
    end: int
    type: EntityType
    score: float
    nominative: str
    english: Rendering | None = None
    zone: Zone = "body"
    sentence: int = 0
    context: str = ""
    bracketed: bool = False
    role: str | None = None
