"""Reading, cleaning and splitting the pairs of names."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from greeknews_ner.names.folding import fold
from training.english.spelling import is_latin, latin_key

# Files that repeat others' content, or whose rows are mined and inflected.
LEFT_OUT = {"pairs_derived_person_tokens.tsv"}
# How much one row of a file counts: hand-checked and official sources against automatic ones.
WEIGHTS = {
    "pairs_deepchar_wikidata.tsv": 0.6,
    "pairs_kgeography.tsv": 0.5,
    "pairs_geonames_alt.tsv": 0.6,
    "pairs_ntrex128_mined.tsv": 1.0,
    "pairs_rigour_person_names.tsv": 0.7,
    "pairs_whosonfirst.tsv": 0.5,
}
# Names of each class on which the weights of the ranking are set. There are few whole names:
# without more of them the spelling model would know much less than the one that ships.
TUNED = {"single": 4000, "city": 4000, "full": 1500}
CLASSES = {
    "person_family": "single",
    "person_given": "single",
    "person_full": "full",
    "place_city": "city",
}


@dataclass
class Pair:
    """One Greek form with one English spelling."""

    greek: str
    english: str
    kind: str
    source: str
    weight: float


@dataclass
class Split:
    """Pairs to learn from, and names held out by their Greek form.

    Attributes:
        train: Pairs whose folded Greek form is in no held-out set.
        dev: Class to rows of (Greek form, all spellings that count as right).
        test: The same, to be looked at last.
        tune: The same, for weights that must be learnt from names that the spelling model has not
            seen; these pairs are in ``train`` too.
    """

    train: list[Pair] = field(default_factory=list)
    dev: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    test: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    tune: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)

    def held_words(self) -> frozenset[str]:
        """Folded names of one word that are held out."""
        return frozenset(
            key
            for rows in (*self.dev.values(), *self.test.values())
            for key in (fold(greek) for greek, _ in rows)
            if " " not in key
        )


def read_pairs(folder: Path) -> Iterator[Pair]:
    """All rows of the pair files, as they stand."""
    for path in sorted(folder.glob("pairs_*.tsv")):
        if path.name in LEFT_OUT:
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["greek"] and row["english"]:
                    weight = WEIGHTS.get(path.name, 1.0)
                    yield Pair(row["greek"], row["english"], row["kind"], path.name, weight)


def split_pairs(folder: Path, *, size: int = 600, tuned: Mapping[str, int] = TUNED) -> Split:
    """Hold out names by their folded Greek form, the same ones at every call.

    Args:
        folder: The folder of ``pairs_*.tsv``.
        size: Names of each class in dev, and as many again in test.
        tuned: Class to how many of its names are in tune.
    """
    pairs = list(read_pairs(folder))
    spellings: dict[str, set[str]] = defaultdict(set)
    classes: dict[str, dict[str, str]] = {name: {} for name in set(CLASSES.values())}
    for pair in pairs:
        key, latin = fold(pair.greek), latin_key(pair.english)
        if not is_latin(latin):
            continue
        spellings[key].add(latin)
        which = CLASSES.get(pair.kind)
        words = len(key.split())
        if which and (which == "city" or (words == 1) == (which == "single")):
            classes[which].setdefault(key, pair.greek)
    for key, spelt in _rigour_groups(folder).items():
        if key in spellings:
            spellings[key] |= spelt
    split, held = Split(), set()
    for which, names in sorted(classes.items()):
        ranked = sorted(names, key=lambda key: hashlib.md5(key.encode()).digest())
        ranked = [key for key in ranked if key not in held][: 2 * size + tuned[which]]
        held.update(ranked[: 2 * size])
        rows = [(names[key], frozenset(spellings[key])) for key in ranked]
        split.dev[which], split.test[which] = rows[:size], rows[size : 2 * size]
        split.tune[which] = rows[2 * size :]
    split.train = [pair for pair in pairs if fold(pair.greek) not in held]
    return split


def _rigour_groups(folder: Path) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    path = folder / "rigour_groups_el.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 3:
            latin = {latin_key(name) for name in columns[2].split(", ")}
            for greek in columns[1].split(", "):
                groups[fold(greek)] |= {name for name in latin if is_latin(name)}
    return groups
