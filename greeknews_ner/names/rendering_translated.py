"""Persons and places that are translated in part: rulers, bearers of titles, South Africa."""

from __future__ import annotations

from functools import partial

from greeknews_ner.names.explain import Step
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.rules.origin import GREEK
from greeknews_ner.names.translation.lands import Render
from greeknews_ner.names.translation.phrase import Translation
from greeknews_ner.names.translation.places import translate_adjective, without_region
from greeknews_ner.names.translation.titled import translate_titled

_PERSONS = frozenset({None, "PERSON"})
_SETTLED = frozenset({None, "LOC", "GPE"})
# Shares that were right of some 100, 80, 100 and 200 names of the pairs. A title that the pairs
# leave out (Clement VI) counted as right.
_TITLED = 0.6
_LAND, _ADJECTIVE = 0.65, 0.45
_REGION = 0.75
_GREEK_STATES = frozenset({"GR", "CY"})


def render_titled(name: str, *, type: str | None, lexicon: bool, steps: list[Step]) -> Found | None:
    """Translate titles, the given names of rulers, bynames and lands in a person's name.

    Args:
        name: Nominative.
        type: Entity type; anything but a person, or nothing, gives none.
        lexicon: Whether the tables may tell what its parts are.
        steps: Is told what came of it.
    """
    if type not in _PERSONS or " " not in name:
        return None
    found = translate_titled(
        name,
        is_person=type == "PERSON",
        render=partial(_rendered, lexicon=lexicon, type="PERSON"),
        render_land=partial(_rendered, lexicon=lexicon, type="GPE"),
    )
    return None if found is None else _found(found, _TITLED, "title", steps)


def render_land(name: str, *, type: str | None, lexicon: bool, steps: list[Step]) -> Found | None:
    """Translate an adjective before a land of the table; leave out the region behind a town.

    This comes before other translations: Εσωτερική Μογγολία, Πύργος Ηλείας.

    Args:
        name: Nominative.
        type: Entity type; anything but a place, or nothing, gives none.
        lexicon: Whether the tables may tell what its parts are.
        steps: Is told what came of it.
    """
    if type not in _SETTLED or " " not in name:
        return None
    found = translate_adjective(name, render=None)
    if found is not None:
        return _found(found, _LAND, "land", steps)
    if type != "GPE":
        return None
    found = without_region(
        name, render=_greek(lexicon), is_settlement=True, town=_town if lexicon else None
    )
    return None if found is None else _found(found, _REGION, "region", steps)


def render_place(name: str, *, type: str | None, lexicon: bool, steps: list[Step]) -> Found | None:
    """Translate the adjective before a place, and leave out the region behind it.

    Args:
        name: Nominative.
        type: Entity type; anything but a place, or nothing, gives none.
        lexicon: Whether the tables may tell what its parts are.
        steps: Is told what came of it.
    """
    if type not in _SETTLED or " " not in name:
        return None
    found = without_region(name, render=_greek(lexicon))
    if found is not None:
        return _found(found, _REGION, "region", steps)
    render = partial(_rendered, lexicon=lexicon, type="GPE")
    found = translate_adjective(name, render=render)
    if found is None:
        return None
    return _found(found, _LAND if found.whole else _ADJECTIVE, "adjective", steps)


def _greek(lexicon: bool) -> Render:
    """Rendering of what stands before a region of Greece, and so is Greek."""

    def render(part: str) -> str:
        from greeknews_ner.names.lexicon import default_lexicon

        found = default_lexicon().find(part, "GPE") if lexicon else ()
        # Ικόνιο is Konya, but not the one in Perama.
        is_abroad = bool(found) and not any(e.country in _GREEK_STATES for e in found)
        known = lexicon and not is_abroad
        return _rendered(part, lexicon=known, type="GPE", origin=GREEK)

    return render


def _town(word: str) -> str | None:
    """English of the town or island of Greece or Cyprus of which a word is the genitive."""
    from greeknews_ner.names.lexicon import default_lexicon

    nominative = to_nominative(word, type="GPE", case="gen")
    if nominative == word or not word[:1].isupper():
        return None
    found = default_lexicon().find(nominative, "GPE")
    return found[0].english if found and found[0].country in _GREEK_STATES else None


def _found(translation: Translation, score: float, what: str, steps: list[Step]) -> Found:
    steps.append(Step(what="pattern", found=f"{translation.english} (by its {what})"))
    return Found(translation.english, "rule", score, translation.alternatives)


def _rendered(part: str, *, lexicon: bool, type: str, origin: str | None = None) -> str:
    from greeknews_ner.names.english import to_english

    return to_english(part, lexicon=lexicon, type=type, origin=origin).english
