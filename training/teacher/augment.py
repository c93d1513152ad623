"""What newsrooms write and the corpus does not show: capitals, lost accents, other names."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from random import Random

from training.teacher.corpus import Sentence

RATES = {"capitals": 0.12, "initials": 0.08, "names": 0.12, "one_name": 0.03, "years": 0.08}
KINDS = {
    "person_full": "PERSON",
    "person_family": "FAMILY",
    "place_city": "GPE",
    "place_country": "GPE",
    "org": "ORG",
}
_SOURCES = (
    "pairs_xfactr_wikidata",
    "pairs_mlama_wikidata",
    "pairs_everypolitician2015",
    "pairs_dbp5l_dbpedia",
    "pairs_ntrex128_mined",
    "pairs_rigour_person_names",
    "curated_seed",
)
_OBLIQUE = {
    "ος": ("ου", "ο"),
    "ός": ("ού", "ό"),
    "ης": ("η",),
    "ής": ("ή",),
    "ας": ("α",),
    "άς": ("ά",),
}
_WORD = re.compile(r"[\w'’.]+(?:-[\w'’.]+)*")


def strip_accents(word: str) -> str:
    """Drop every diacritic."""
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize(
        "NFC", "".join(c for c in decomposed if not unicodedata.combining(c))
    )


def capitals(words: list[str]) -> list[str]:
    """Words in capitals without accents, as headlines have them."""
    return [strip_accents(word.upper()) for word in words]


def lose_initial_accents(words: list[str]) -> list[str]:
    """Capital initials without their accent (Αγκυρα)."""
    return [strip_accents(word[0]) + word[1:] if word[0].isupper() else word for word in words]


def read_names(folder: Path) -> dict[str, list[list[str]]]:
    """Greek names by type, each as its words."""
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for source in _SOURCES:
        with (folder / f"{source}.tsv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                kind = KINDS.get(row["kind"] or "")
                words = tuple(_WORD.findall(row["greek"] or ""))
                if kind and words and len(words) < 5 and words[0][0].isupper():
                    if kind == "PERSON" and not words[-1][0].isupper():
                        continue
                    names[kind].add(words)
    return {kind: [list(words) for words in sorted(known)] for kind, known in names.items()}


def in_case_of(name: list[str], model: list[str], rng: Random) -> list[str]:
    """Bend a nominative towards the case that the name it replaces stands in.

    A masculine name that ends in -s keeps it only where the replaced one ends in -s too.
    """
    if model[-1].endswith("ς"):
        return name
    bent = []
    for word in name:
        ending = _OBLIQUE.get(word[-2:]) if len(word) > 3 else None
        bent.append(word[:-2] + rng.choice(ending) if ending else word)
    return bent


def rename(sentence: Sentence, names: dict[str, list[list[str]]], rng: Random) -> Sentence:
    """Replace people, places and a few bodies by others of their type."""
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for start, end, kind in sorted(sentence.spans):
        words += sentence.words[at:start]
        old = sentence.words[start:end]
        pool = kind
        if kind == "PERSON" and len(old) == 1:
            pool = "FAMILY" if rng.random() < 0.4 else "LAST"
        chance = {"PERSON": 0.9, "GPE": 0.5, "ORG": 0.15}.get(kind, 0.0)
        new = old
        if rng.random() < chance and (kind != "GPE" or len(old) == 1):
            name = rng.choice(names["PERSON" if pool == "LAST" else pool])
            new = in_case_of(name[-1:] if pool == "LAST" else name, old, rng)
        spans.append((len(words), len(words) + len(new), kind))
        words += new
        at = end
    return Sentence(words + sentence.words[at:], spans)


def later_years(sentence: Sentence, rng: Random) -> Sentence:
    """Move the years of dates on, into the time that readers live in."""
    words = list(sentence.words)
    shift = rng.randint(3, 9)
    for start, end, kind in sentence.spans:
        if kind == "DATE":
            for index in range(start, end):
                if re.fullmatch(r"20[01]\d", words[index]):
                    words[index] = str(int(words[index]) + shift)
    return Sentence(words, sentence.spans)


def augment(sentence: Sentence, names: dict[str, list[list[str]]], rng: Random) -> Sentence:
    """One random variant of a sentence; most often the sentence itself."""
    if rng.random() < RATES["names"]:
        sentence = rename(sentence, names, rng)
    if rng.random() < RATES["years"]:
        sentence = later_years(sentence, rng)
    words = sentence.words
    draw = rng.random()
    if draw < RATES["capitals"]:
        words = capitals(words)
    elif draw < RATES["capitals"] + RATES["initials"]:
        words = lose_initial_accents(words)
    elif draw < RATES["capitals"] + RATES["initials"] + RATES["one_name"] and sentence.spans:
        start, end, _ = rng.choice(sentence.spans)
        words = words[:start] + capitals(words[start:end]) + words[end:]
    return Sentence(words, sentence.spans)
