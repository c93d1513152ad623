"""Bodies and places of several words: translated by their grammar, parts by tables or by sound."""

from __future__ import annotations

from functools import partial

from greeknews_ner.names.explain import Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.stem import stem
from greeknews_ner.names.translation import translate
from greeknews_ner.names.translation.phrase import Known
from greeknews_ner.names.translation.vocabulary import vocabulary

_TYPES = frozenset({None, "ORG", "FAC", "EVENT", "LAW", "LOC", "GPE"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "PERSON"})
_WHOLE, _IN_PART = 0.85, 0.5


def render_pattern(
    name: str, *, type: str | None, lexicon: bool, steps: list[Step]
) -> Found | None:
    """Translate a name of several words whose head is a noun of the vocabulary.

    Args:
        name: Nominative.
        type: Entity type; the names of persons and of works are not translated.
        lexicon: Whether the tables may tell what its parts are.
        steps: Is told what came of it.
    """
    if type not in _TYPES or " " not in name or (type is None and _has_bare_stem(name)):
        return None
    found = translate(
        name,
        look_up=_known if lexicon else _unknown,
        render=partial(_rendered, lexicon=lexicon),
    )
    if found is None or (type is None and not found.whole):
        return None
    whole = "every word translated" if found.whole else "in part by sound"
    steps.append(Step(what="pattern", found=f"{found.english} ({whole})"))
    return Found(found.english, "rule", _WHOLE if found.whole else _IN_PART, found.alternatives)


def _has_bare_stem(name: str) -> bool:
    """Whether a word has a noun's stem without an ending, as Στιβ has that of στίβος."""
    nouns = vocabulary().nouns
    for word in name.split():
        noun = nouns.get(stem(word))
        if noun is not None and fold(word) == stem(word) != fold(noun.greek):
            return True
    return False


def _rendered(part: str, *, lexicon: bool) -> str:
    from greeknews_ner.names.english import to_english

    return to_english(part, lexicon=lexicon, type="GPE").english


def _unknown(part: str) -> Known | None:
    return None


def _known(part: str) -> Known | None:
    from greeknews_ner.names.lexicon import default_lexicon

    entries = default_lexicon().find(part)
    return Known(entries[0].english, entries[0].type in _PLACES) if entries else None
