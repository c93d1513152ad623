"""Rules and model as one step of the rendering, with score, method and the reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greeknews_ner.names.borrowed_words import TYPES, english_of, with_borrowed
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.explain import Step
from greeknews_ner.names.foreign import Foreign, Spelling, spell_foreign
from greeknews_ner.names.letter_case import has_greek
from greeknews_ner.names.press_style import LANGUAGES
from greeknews_ner.names.ranking import ELOT, default_ranking
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.rules.origin import GREEK, guess_origin
from greeknews_ner.names.rules.words import pieces_of
from greeknews_ner.names.small_words import settle
from greeknews_ner.records import Method

_SHOWN = 3
_WITH_PATRONYMIC = 3
_LETTER_BY_LETTER = 0.85  # as acronyms have it
# Every word of it is in a table that was written by hand.
_BORROWED = 0.9
_PATRONYMIC = re.compile(r"[a-z](?:[oe]vich|[oe]vna|[yl]ich|inichna)$")


def render_foreign(
    name: str,
    *,
    type: str | None,
    origin: str | None,
    evidence: Sequence[str],
    steps: list[Step],
) -> Found | None:
    """Spell a name that no table knows.

    Args:
        name: Nominative.
        type: Entity type, where it is known.
        origin: Language that it comes from, where it is known.
        evidence: Other names of the article.
        steps: Is told the origin, what the rules gave, and what was ranked first.
    """
    foreign = spell_foreign(name, type=type, origin=origin, evidence=evidence)
    half = with_borrowed(name) if type in TYPES else name
    if half != name and foreign.spellings and not _has_words(foreign.spellings[0], name):
        steps.append(Step(what="borrowed", found=half))
        if not has_greek(half):
            return Found(half, "rule", _BORROWED, tuple(s.english for s in foreign.spellings))
        # What is a known name as a whole, Hyde Park, is spelt without this.
        foreign = spell_foreign(half, type=type, origin=origin, evidence=evidence)
    if not foreign.spellings:
        return _of_initials(name, steps)
    # Stable: those that keep the gender come first, each kind in the order of the ranking.
    spellings = sorted(foreign.spellings, key=lambda s: _changes_gender(name, s.english))
    best = spellings[0]
    method = _method(name, best, foreign)
    ranking = default_ranking()
    kind = foreign.kind
    if method == "elot743" and kind + ELOT in ranking.certainty:
        kind += ELOT
    moved = sum(s.probability for s in spellings if _changes_gender(name, s.english))
    score = ranking.sure(kind, best.probability + (moved if best.english[-1:] != "s" else 0.0))
    steps.extend(_reasons(best, foreign, method))
    others = tuple(spelling.english for spelling in spellings[1:])
    short = without_patronymic(best.english)
    if short != best.english and _is_slavic(name):
        steps.append(Step(what="patronymic", found=f"{short}, as the press has it"))
        others = (best.english, *map(without_patronymic, others))
        return Found(short, method, min(1.0, score), others)
    return Found(best.english, method, min(1.0, score), others)


def _has_words(spelling: Spelling, name: str) -> bool:
    """Whether the borrowed words of a name are spelt as English has them."""
    spelt = {word.strip(".") for word in spelling.english.lower().split()}
    return spelt.issuperset(word.lower().strip(".") for word in english_of(name))


def _of_initials(name: str, steps: list[Step]) -> Found | None:
    """A person of whom a paper gives initials alone: Τζ. Κ."""
    english = "".join(text for text, _ in settle(pieces_of(name)))
    if has_greek(english):
        return None
    steps.append(Step(what="rule", found=f"{english}, letter by letter"))
    return Found(english, "rule", _LETTER_BY_LETTER)


def _changes_gender(name: str, english: str) -> bool:
    """Whether a woman's family name in -η ends in -s, as her father's does."""
    return name.endswith(("η", "ή")) and english.endswith("s")


def _is_slavic(name: str) -> bool:
    """Whether the first word looks so; one in Latin letters does not."""
    return any(language in LANGUAGES for language, _ in guess_origin(name.split()[0])[:1])


def without_patronymic(english: str) -> str:
    """Vladimir Vladimirovich Putin is Vladimir Putin to English papers.

    Args:
        english: A whole name.
    """
    words = english.split()
    if len(words) == _WITH_PATRONYMIC and _PATRONYMIC.search(words[1]):
        return f"{words[0]} {words[2]}"
    return english


def _method(name: str, best: Spelling, foreign: Foreign) -> Method:
    if foreign.origins[0][0] == GREEK and best.english == to_elot743(name):
        return "elot743"
    # The rules gave it when they alone would have given it too.
    return "rule" if all(word.first_by_rules for word in best.words) else "model"


def _reasons(best: Spelling, foreign: Foreign, method: Method) -> list[Step]:
    origins = ", ".join(f"{name} {chance:.2f}" for name, chance in foreign.origins[:_SHOWN])
    steps = [Step(what="origin", found=origins)]
    by_rules = [f"{w.origin} {'·'.join(p or '-' for p in w.parts)}" for w in best.words if w.parts]
    if by_rules:
        steps.append(Step(what="rules", found="; ".join(by_rules)))
    ranked = ", ".join(f"{s.english} {s.probability:.2f}" for s in foreign.spellings[:_SHOWN])
    steps.append(Step(what="elot743" if method == "elot743" else "model", found=ranked))
    return steps
