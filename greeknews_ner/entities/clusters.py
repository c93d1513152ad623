"""Mentions that name the same thing, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from greeknews_ner.entities.acronyms import is_acronym, spells
from greeknews_ner.entities.found import Found
from greeknews_ner.entities.people import gender_differs, is_part_of, same_full_name
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import default_lexicon
from greeknews_ner.names.stem import stem

Cluster = list[int]
"""Numbers of mentions, in order of appearance."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """Which mentions belong together.

    Attributes:
        clusters: In order of first mention; every mention is in exactly one.
        candidates: For the mentions of short names that fit several people, how many they fit.
    """

    clusters: list[Cluster]
    candidates: dict[int, int] = field(default_factory=dict)


def cluster_names(mentions: Sequence[Found]) -> list[Cluster]:
    """The clusters of :func:`clustering` alone."""
    return clustering(mentions).clusters


def clustering(mentions: Sequence[Found]) -> Clustering:
    """Put the mentions of names together.

    First come mentions with the same nominative, then different names of one thing (acronyms,
    initials, entries of one table row), last the short names: those of people go each to the
    nearest person before it that it fits, or else to the nearest behind it; those of bodies
    («η Αρχή») to the only body that they fit.

    Args:
        mentions: Mentions of names, no values, in order of appearance.
    """
    rows = _table_rows(mentions)
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
    clusters = _merged(mentions, whole, rows)
    candidates: dict[int, int] = {}
    strangers = [group for group in short if not _attach(mentions, clusters, group, candidates)]
    clusters += _merged(mentions, strangers, rows)
    clusters = _with_short_bodies(mentions, clusters, rows)
    return Clustering(
        sorted((sorted(cluster) for cluster in clusters), key=lambda cluster: cluster[0]),
        candidates,
    )


def share_of_one(candidates: int) -> float:
    """How sure the nearest of several fitting people is: 0.75 of two, 0.67 of three.

    Half of the certainty is the nearness, which the press keeps to; the other half is shared by
    all whom the name fits.
    """
    return 0.5 + 0.5 / candidates


def fullest_name(mentions: Iterable[Found]) -> str:
    """The name by which an entity goes: the nominative with most words, then the commonest.

    A spelled-out name beats its acronym, and small letters beat capitals.
    """
    counts = Counter(mention.nominative for mention in mentions)
    if len(counts) == 1:
        return next(iter(counts))
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


_Rows = Mapping[tuple[str, str], frozenset[str]]
"""What the tables call a name, by type and nominative; only where they know one such thing."""


def _table_rows(mentions: Iterable[Found]) -> _Rows:
    rows: dict[tuple[str, str], frozenset[str]] = {}
    for mention in mentions:
        key = (mention.type, mention.nominative)
        if key not in rows:
            entries = default_lexicon().find_or_alike(mention.nominative, mention.type)
            names = {fold(entry.greek) for entry in entries if entry.part == "full"}
            rows[key] = frozenset(names) if len(names) == 1 else frozenset()
    return rows


def _merged(mentions: Sequence[Found], groups: list[Cluster], rows: _Rows) -> list[Cluster]:
    clusters: list[Cluster] = []
    for group in groups:
        homes = [each for each in clusters if _same_thing(mentions, each, group, rows)]
        if not homes:
            clusters.append(list(group))
            continue
        homes[0].extend(group)
        for other in homes[1:]:
            homes[0].extend(other)
            clusters.remove(other)
    return clusters


def _same_thing(mentions: Sequence[Found], one: Cluster, other: Cluster, rows: _Rows) -> bool:
    newcomer = mentions[other[0]]
    if mentions[one[0]].type != newcomer.type:
        # A cluster is of one type.
        return False
    known = {mentions[number].nominative: number for number in one}
    return any(_same(mentions[number], newcomer, rows) for number in known.values()) or (
        _is_glossed(mentions, one, other) or _is_glossed(mentions, other, one)
    )


def _is_glossed(mentions: Sequence[Found], one: Cluster, other: Cluster) -> bool:
    """Whether a mention of ``other`` stands in brackets behind one of ``one`` as its acronym.

    Brackets without an acronym say where something lies as often as what it is called.
    """
    return any(
        mentions[number].bracketed
        and number - 1 in one
        and mentions[number].type == mentions[number - 1].type != "PERSON"
        and any(is_acronym(mentions[each].nominative) for each in (number - 1, number))
        for number in other
    )


def _same(one: Found, other: Found, rows: _Rows) -> bool:
    if one.type != other.type:
        return False
    row, other_row = (rows[each.type, each.nominative] for each in (one, other))
    if one.type == "PERSON":
        if stem(one.nominative) == stem(other.nominative):
            return not gender_differs(one.nominative, other.nominative)
        return same_full_name(one.nominative, other.nominative) or bool(row & other_row)
    if (
        stem(one.nominative) == stem(other.nominative)
        or row & other_row
        or _same_english(one, other)
    ):
        return True
    if row and other_row:
        # The tables tell ΕΕ from the Ευρωπαϊκή Επιτροπή, which has the same initials.
        return False
    for acronym, name in ((one, other), (other, one)):
        if is_acronym(acronym.nominative) and spells(acronym.nominative, name.nominative):
            return True
    return False


def _same_english(one: Found, other: Found) -> bool:
    if one.english is None or other.english is None:
        return False
    return (
        one.english.method == other.english.method == "lexicon"
        and one.english.english == other.english.english
    )


def _with_short_bodies(
    mentions: Sequence[Found], clusters: list[Cluster], rows: _Rows
) -> list[Cluster]:
    """Move «η Αρχή» to the «Ελληνική Στατιστική Αρχή», if the article has one such body only."""
    kept: list[Cluster] = []
    for cluster in clusters:
        first = mentions[cluster[0]]
        if (
            first.type != "ORG"
            or len(first.nominative.split()) != 1
            or is_acronym(first.nominative)
            or rows[first.type, first.nominative]
        ):
            kept.append(cluster)
            continue
        homes = [
            each
            for each in clusters
            if each is not cluster
            and any(
                mentions[number].type == "ORG"
                and is_part_of(first.nominative, mentions[number].nominative)
                for number in each
            )
        ]
        if len(homes) == 1:
            homes[0].extend(cluster)
        else:
            kept.append(cluster)
    return kept


def _attach(
    mentions: Sequence[Found],
    clusters: list[Cluster],
    group: Cluster,
    candidates: dict[int, int],
) -> bool:
    """Move the mentions of a short name into the clusters of the people it can mean."""
    short = mentions[group[0]]
    people = {
        number: cluster
        for cluster in clusters
        if mentions[cluster[0]].type == "PERSON"
        for number in cluster
        if _fits(short, mentions[number])
    }
    if not people:
        return False
    homes = []
    fitting = len({id(cluster) for cluster in people.values()})
    if fitting > 1:
        candidates.update(dict.fromkeys(group, fitting))
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
