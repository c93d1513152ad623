"""Phrases joined in English, and the articles that names and nouns take there."""

from __future__ import annotations

from collections.abc import Sequence

from greeknews_ner.names.translation.tree import Group, Phrase

_WITH_ARTICLE = frozenset({"Netherlands", "Philippines", "Balkans", "Aegean"})


def listed(group: Group, parts: Sequence[str]) -> str:
    """The English of each phrase of a group, with what links them."""
    text = parts[0]
    for number, (link, part) in enumerate(zip(group.links, parts[1:], strict=True), 1):
        phrase = group.phrases[number]
        text += link + (article_before(part) if link == " and " and phrase.place else "") + part
    return text


def is_shared(group: Group) -> bool:
    """Whether what hangs on the last of several deeds is the object of them all."""
    *others, last = group.phrases
    return (
        bool(others)
        and not any(each.tails for each in others)
        and len(last.tails) == 1
        and not last.tails[0].preposition
        and not last.adjectives
        and all(each.noun is not None and each.noun.join == "tail" for each in group.phrases)
    )


def article_before(english: str) -> str:
    """The article that English puts before a few names: the Netherlands, the United States."""
    last = english.split()[-1] if english else ""
    is_union = english.startswith("United ") or english in {"US", "UK", "UN", "EU"}
    return "the " if is_union or last in _WITH_ARTICLE or english.endswith("Union") else ""


def has_no_article(phrase: Phrase) -> bool:
    """Whether the phrase has no article in English where the Greek has one."""
    if phrase.noun is None:
        return phrase.place or phrase.plural
    return phrase.noun.bare or phrase.plural or bool(phrase.number)


def spaced(*parts: str) -> str:
    """The parts that are not empty, with spaces between them."""
    return " ".join(part for part in parts if part)
