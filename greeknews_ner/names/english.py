"""A Greek name as English readers know it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from greeknews_ner.names.explain import Explanation
from greeknews_ner.names.rendering_steps import render
from greeknews_ner.records import Rendering

_CACHED_NAMES = 8192


def to_english(
    name: str,
    *,
    lexicon: bool = True,
    type: str | None = None,
    origin: str | None = None,
    evidence: Sequence[str] = (),
) -> Rendering:
    """Render a name in English.

    Tried in order of certainty: an exact entry of the name tables; Latin script, which passes
    through; translation by pattern of organisations and of places of several words; rules of
    transliteration of the language that the name comes from, ranked together with a trained model
    by what real Latin-script names look like; ELOT 743 for Greek names.

    Args:
        name: A name in Greek, preferably in the nominative.
        lexicon: Whether the name tables may be asked.
        type: Entity type of the name, such as ``"PERSON"``, ``"GPE"`` or ``"ORG"``.
        origin: Language that the name comes from, a key of ``resources/names/rules``, such as
            ``"russian"``; guessed when not given.
        evidence: Other names of the article; they tell what language a name comes from.

    Returns:
        The rendering; for text without a letter, the text itself with score 0.
    """
    return _explained(name, lexicon, type, origin, tuple(evidence)).rendering


def explain(
    name: str,
    *,
    lexicon: bool = True,
    type: str | None = None,
    origin: str | None = None,
    evidence: Sequence[str] = (),
) -> Explanation:
    """Like `to_english`, with the steps that led to the rendering.

    Args:
        name: As in `to_english`, like all arguments.
        lexicon: Whether the name tables may be asked.
        type: Entity type of the name.
        origin: Language that the name comes from.
        evidence: Other names of the article.
    """
    return _explained(name, lexicon, type, origin, tuple(evidence))


def clear_cache() -> None:
    """Forget the names rendered so far."""
    _explained.cache_clear()


@lru_cache(maxsize=_CACHED_NAMES)
def _explained(
    name: str,
    lexicon: bool,
    type: str | None,
    origin: str | None,
    evidence: tuple[str, ...],
) -> Explanation:
    return render(name, lexicon=lexicon, type=type, origin=origin, evidence=evidence)
