"""The list of real names that ships: which are kept, and what is said of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from greeknews_ner.names.latin_names import bucket
from training.english.latin import LatinNames
from training.english.pack import pack_latin
from training.rules.nations import Bearers

_LONGEST = 18
_TOWN, _CITY = 5_000, 50_000


def packed_prior(names: LatinNames, *, further: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Choose and pack.

    Args:
        names: All lists.
        further: Words that are kept although no list has them.
    """
    people = names.given + names.family + names.middle
    places: dict[str, int] = defaultdict(int)
    whole: set[str] = set()
    for name, inhabitants in names.cities.items():
        size = 1 if not inhabitants else 2 + (inhabitants >= _TOWN) + (inhabitants >= _CITY)
        words = name.split()
        if len(words) == 1:
            places[name] = max(places[name], size)
        else:
            for word in words:
                places[word] = max(places[word], min(size, 2))
            if size > 1:
                whole.add(name)
    known = {word for name in names.known for word in name.split()} | further
    kept = {
        word
        for word in people.keys() | known | places.keys()
        if 2 <= len(word) <= _LONGEST and (people[word] > 1 or word in known or places[word] > 1)
    }
    kept.update(word for word in names.mentions if len(word) <= _LONGEST)
    bearers = {
        word: bucket(names.given[word]) << 4 | bucket(names.family[word] + names.middle[word] // 2)
        for word in kept
    }
    sizes = {word: places[word] for word in kept}
    for name in names.people:
        words = name.split()
        whole.update((name, f"{words[0]} {words[-1]}"))
    mentions = {word: _mentioned(log_p) for word, log_p in names.mentions.items()}
    totals: Counter[str] = Counter()
    for nations in names.nations.values():
        totals.update(nations)
    of_nations = Bearers(totals)
    tongues = {
        word: tongue
        for word in kept
        if word in names.nations and (tongue := of_nations.language(names.nations[word]))
    }
    once = sorted(word for word in people.keys() - kept if 2 <= len(word) <= _LONGEST)
    return pack_latin(bearers, sizes, mentions, whole, tongues, once)


def _mentioned(log_probability: float) -> int:
    # Word forms below e^-20.5 are not in the table.
    return max(1, min(15, 1 + round((log_probability + 20.5) / 0.75)))


def restored(record: dict[str, Any]) -> LatinNames:
    """What `training.english.latin.save` kept."""
    return LatinNames(
        given=Counter(record["given"]), family=Counter(record["family"]),
        middle=Counter(record["middle"]), people=set(record["people"]),
        known=set(record["known"]), cities=Counter(record["cities"]),
        mentions=record["mentions"],
    )  # fmt: skip
