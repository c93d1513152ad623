"""Mentions that name the same thing, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from greeknews_ner.entities.acronyms import is_acronym, spells
from greeknews_ner.entities.found import Found
from greeknews_ner.entities.people import gender_differs, is_part_of, same_full_name
from greeknews_ner.names.folding import fold
from greeknews_ner.names.stem import stem

Cluster = list[int]
"""Numbers of mentions, in order of appearance."""


def cluster_names(mentions: Sequence[Found]) -> list[Cluster]:
    """Put the mentions of names together.

    First come mentions with the same nominative, then different names of one thing (acronyms,
    initials, entries of one table row), last the short names of people, each of which goes to the
    nearest person before it that it fits, or else to the nearest behind it.

    Args:
        mentions: Mentions of names, no values, in order of appearance.

    Returns:
        Clusters in order of first mention; every mention is in exactly one.
    """
    whole: list[Cluster] = []
    short: list[Cluster] = []
    groups = _with_same_nominative(mentions)
    people = {m.nominative for m in mentions if m.type == "PERSON"}
    for group in groups:
        first = mentions[group[0]]
        is_short = first.type == "PERSON" and (
            len(first.nominative.split()) == 1
            or any(is_part_of(first.nominative, person) for person in people)
        )
        (short if is_short else whole).append(group)
    clusters = _merged(mentions, whole)
    strangers = [group for group in short if not _attach(mentions, clusters, group)]
    clusters += _merged(mentions, strangers)
    return sorted((sorted(cluster) for cluster in clusters), key=lambda cluster: cluster[0])


def fullest_name(mentions: Iterable[Found]) -> str:
    """The name by which an entity goes: the nominative with most words, then the commonest.

    A spelled-out name beats its acronym, and small letters beat capitals.
    """
    counts = Counter(mention.nominative for mention in mentions)
    return max(
        counts,
        key=lambda name: (len(name.split()), not name.isupper(), counts[name], len(name)),
    )


def _with_same_nominative(mentions: Sequence[Found]) -> list[Cluster]:
    groups: dict[tuple[str, str], Cluster] = {}
    for number, mention in enumerate(mentions):
        key = (mention.type, fold(mention.nominative) or mention.nominative)
        groups.setdefault(key, []).append(number)
    return list(groups.values())


def _merged(mentions: Sequence[Found], groups: list[Cluster]) -> list[Cluster]:
    clusters: list[Cluster] = []
    for group in groups:
        homes = [each for each in clusters if _same_thing(mentions, each, group)]
        if not homes:
            clusters.append(list(group))
            continue
        homes[0].extend(group)
        for other in homes[1:]:
            homes[0].extend(other)
            clusters.remove(other)
    return clusters


def _same_thing(mentions: Sequence[Found], one: Cluster, other: Cluster) -> bool:
    newcomer = mentions[other[0]]
    known = {mentions[number].nominative: number for number in one}
    return any(_same(mentions[number], newcomer) for number in known.values()) or (
        newcomer.bracketed and newcomer.type == mentions[one[0]].type and other[0] - 1 in one
    )


def _same(one: Found, other: Found) -> bool:
    if one.type != other.type:
        return False
    if one.type == "PERSON":
        if stem(one.nominative) == stem(other.nominative):
            return not gender_differs(one.nominative, other.nominative)
        return same_full_name(one.nominative, other.nominative) or _same_row(one, other)
    if stem(one.nominative) == stem(other.nominative) or _same_row(one, other):
        return True
    for acronym, name in ((one, other), (other, one)):
        if is_acronym(acronym.nominative) and spells(acronym.nominative, name.nominative):
            return True
    return False


def _same_row(one: Found, other: Found) -> bool:
    if one.english is None or other.english is None:
        return False
    return (
        one.english.method == other.english.method == "lexicon"
        and one.english.english == other.english.english
    )


def _attach(mentions: Sequence[Found], clusters: list[Cluster], group: Cluster) -> bool:
    """Move the mentions of a short name into the clusters of the people it can mean."""
    people = {
        number: cluster
        for cluster in clusters
        for number in cluster
        if mentions[number].type == "PERSON" and _fits(mentions[group[0]], mentions[number])
    }
    if not people:
        return False
    homes = []
    for number in group:
        before = [each for each in people if each < number]
        homes.append(people[max(before) if before else min(people)])
    for number, home in zip(group, homes, strict=True):
        home.append(number)
    return True


def _fits(short: Found, full: Found) -> bool:
    if not is_part_of(short.nominative, full.nominative):
        return False
    family = full.nominative.split()[-1]
    return stem(family) != stem(short.nominative) or not gender_differs(short.nominative, family)
