"""Writing of the arrays that `greeknews_ner.names.model_files` reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import numpy

from greeknews_ner.names.bloom import packed_set
from greeknews_ner.names.graphone_model import GraphoneModel
from greeknews_ner.names.latin_names import ENDS, name_hash
from training.english.letters import letters_table


def pack_graphones(model: GraphoneModel) -> dict[str, Any]:
    """The arrays of a model, less what reading can compute."""
    first = numpy.array(model.first, dtype="int64")
    chunks = [""] * len(model.latin)
    for greek, (low, high) in model.ranges.items():
        for number in range(low, high):
            chunks[number] = f"{greek}\t{model.latin[number]}"
    return {
        "order": numpy.array(model.order, dtype="uint8"),
        "chunks": numpy.frombuffer("\n".join(chunks).encode(), dtype="uint8"),
        "children": numpy.diff(first).astype("uint16"),
        "symbol": numpy.array(model.symbol, dtype="uint16"),
        "cost": numpy.frombuffer(model.cost, dtype="uint8"),
        "backoff": numpy.frombuffer(model.backoff, dtype="uint8"),
    }


def pack_latin(
    bearers: Mapping[str, int],
    places: Mapping[str, int],
    mentions: Mapping[str, int],
    whole: Iterable[str],
    tongues: Mapping[str, str] | None = None,
    once: Collection[str] = (),
) -> dict[str, Any]:
    """The arrays of a list of real names.

    Args:
        bearers: Names (a to z) to the byte that says how many people bear them.
        places: Names to the size of the largest place of that name.
        mentions: Names to how often English text has them, from 0 to 15.
        whole: Names of several words.
        tongues: Names to the language whose speakers bear them most.
        once: Names that are kept as a set alone.
    """
    tongues = tongues or {}
    languages = sorted(set(tongues.values()))
    place = {language: number for number, language in enumerate(languages, start=1)}
    names = sorted(bearers.keys() | places.keys())
    masks, order = _masks(names)
    hashes = sorted({name_hash(name) for name in whole})
    return {
        "masks": _planes(masks),
        "bearers": numpy.array([bearers.get(names[n], 0) for n in order], dtype="uint8"),
        "places": numpy.array([places.get(names[n], 0) for n in order], dtype="uint8"),
        "tongues": numpy.array(
            [place.get(tongues.get(names[n], ""), 0) for n in order], dtype="uint8"
        ),
        "languages": numpy.frombuffer("\n".join(languages).encode(), dtype="uint8"),
        "once": numpy.frombuffer(packed_set(once), dtype="uint8"),
        "letters": letters_table(
            {name: _weight(name, bearers, places, mentions) for name in names}
        ),
        "mentions": numpy.array([mentions.get(names[n], 0) for n in order], dtype="uint8"),
        "whole": _planes(numpy.diff(numpy.array([0, *hashes], dtype="int64")).astype("<u4")),
    }


def _weight(
    name: str, bearers: Mapping[str, int], places: Mapping[str, int], mentions: Mapping[str, int]
) -> float:
    # Logarithms of counts: what many bear tells more of names, though not in proportion.
    byte = bearers.get(name, 0)
    size = (places.get(name, 0) + mentions.get(name, 0)) / 2
    return 1 + max(byte >> 4, byte & 15) + size


def _planes(values: Any) -> Any:
    # All lowest bytes, then all second ones, and so on: like stands by like and packs well.
    return numpy.ascontiguousarray(values.view("uint8").reshape(-1, 4).T)


def _masks(names: list[str]) -> tuple[Any, list[int]]:
    # Breadth first: a node is the run of sorted names that begin alike.
    masks: list[int] = []
    order: list[int] = []
    level = [(0, len(names))]
    depth = 0
    while level:
        following: list[tuple[int, int]] = []
        for low, high in level:
            mask, place = 0, low
            if len(names[place]) == depth:
                mask |= 1 << ENDS
                order.append(place)
                place += 1
            while place < high:
                letter = names[place][depth]
                stop = place + 1
                while stop < high and names[stop][depth] == letter:
                    stop += 1
                mask |= 1 << (ord(letter) - 97)
                following.append((place, stop))
                place = stop
            masks.append(mask)
        level, depth = following, depth + 1
    return numpy.array(masks, dtype="<u4"), order
