"""Bodies and places of several words: translated by their grammar, parts by tables or by sound."""

from __future__ import annotations

import re
from functools import partial

from greeknews_ner.names.adjectives import adjective_of
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.explain import Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.translation import translate
from greeknews_ner.names.translation.agreement import is_genitive
from greeknews_ner.names.translation.phrase import Known
from greeknews_ner.names.translation.vocabulary import vocabulary

_TYPES = frozenset({None, "ORG", "FAC", "EVENT", "LAW", "LOC", "GPE"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "PERSON"})
_WHOLE, _IN_PART, _BY_SOUND = 0.85, 0.5, 0.4
_SETTLEMENTS = frozenset({"GPE", "LOC"})
_OF_SETTLEMENTS = frozenset({"New", "Old", "Great", "Small", "Saint", "Upper", "Lower", "Holy"})
_TWO = 2
_FOUNDED = re.compile(r"ει(?:οσ|ο|ου|οι|α|ασ|ων)$")
_ACRONYM = re.compile(r"[^\W\d_]{2,6}|(?:[^\W\d_]\.)+[^\W\d_]?\.?")


def render_pattern(
    name: str, *, type: str | None, lexicon: bool, steps: list[Step]
) -> Found | None:
    """Translate a name of several words whose head is a noun of the vocabulary.

    Where too much of it is in no vocabulary, the whole is spelt by ELOT 743: half a translation
    tells less.

    Args:
        name: Nominative.
        type: Entity type; the names of persons and of works are not translated.
        lexicon: Whether the tables may tell what its parts are.
        steps: Is told what came of it.
    """
    if type not in _TYPES or " " not in name:
        return None
    if type in _SETTLEMENTS and _is_settlement(name):
        return None
    found = translate(
        name,
        look_up=_known if lexicon else _unknown,
        render=partial(_rendered, lexicon=lexicon),
        render_address=partial(_rendered_address, lexicon=lexicon),
        adjective=_adjective,
    )
    if found is None:
        return _club(name, lexicon=lexicon, steps=steps) if type == "ORG" else None
    if type is None and not found.whole:
        return None
    if found.strange:
        english = to_elot743(name)
        steps.append(Step(what="pattern", found=f"{found.english} (left: too much by sound)"))
        return Found(english, "elot743", _BY_SOUND, (found.english,))
    whole = "every word translated" if found.whole else "in part by sound"
    steps.append(Step(what="pattern", found=f"{found.english} ({whole})"))
    return Found(found.english, "rule", _WHOLE if found.whole else _IN_PART, found.alternatives)


def _club(name: str, *, lexicon: bool, steps: list[Step]) -> Found | None:
    """A name and the town of its bearer, as clubs have it: Προμηθέας Πατρών."""
    *words, last = name.split()
    if not words or len(words) > _TWO or not all(word[:1].isupper() for word in (*words, last)):
        return None
    fixed, is_place = vocabulary().genitives.get(fold(last), ("", False))
    known = None if is_place else _known(to_nominative(last, type="GPE", case="gen"))
    if known is not None and known.is_place and is_genitive(fold(last)) and lexicon:
        fixed, is_place = known.english, True
    if not is_place:
        return None
    english = f"{_rendered(' '.join(words), lexicon=lexicon)} {fixed}"
    steps.append(Step(what="pattern", found=f"{english} (a name and a town)"))
    return Found(english, "rule", _IN_PART)


def _is_settlement(name: str) -> bool:
    """Whether a place has a Greek name like Νέα Παραλία, which is spelt and not translated."""
    first = vocabulary().adjective(fold(name.split()[0]))
    return first in _OF_SETTLEMENTS and len(name.split()) == _TWO


def _adjective(word: str) -> str | None:
    found = adjective_of(word)
    return found.english if found is not None else None


def _rendered(part: str, *, lexicon: bool) -> str:
    from greeknews_ner.names.english import to_english

    if " " not in part and _FOUNDED.search(fold(part)):
        # Ωνάσειο is a short name of one body; before a noun it only tells the founder.
        return to_elot743(part)
    return to_english(part, lexicon=lexicon, type="GPE").english


def _rendered_address(part: str, *, lexicon: bool) -> str:
    """A street's name: Greek ones stay in the genitive, foreign ones are respelt."""
    from greeknews_ner.names.english import to_english

    if all(is_genitive(fold(word)) or word.endswith(".") for word in part.split()):
        return to_elot743(part)
    return to_english(part, lexicon=lexicon, type="FAC").english


def _unknown(part: str) -> Known | None:
    return None


def _known(part: str) -> Known | None:
    from greeknews_ner.names.lexicon import default_lexicon

    entries = default_lexicon().find(part)
    if not entries:
        return None
    best = entries[0]
    is_alias = " " not in part and fold(best.greek) != fold(part)
    if is_alias and best.type not in _PLACES and not (part.isupper() and _ACRONYM.fullmatch(part)):
        return None
    return Known(best.english, best.type in _PLACES)
