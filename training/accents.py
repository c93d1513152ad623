"""Rebuild ``resources/names/declension/accents.tsv``: which syllable of an ending is accented.

    python training/accents.py NAMES_FOLDER [--write]

NAMES_FOLDER holds Greek-English name pairs, ``pairs_*.tsv``; only those that may ship are read. A
row says that names of this ending have the accent on this syllable, counted from the end; the
longest ending counts. Rows that say what a shorter ending says already are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from greeknews_ner.names.declension import RESOURCES
from greeknews_ner.names.declension_accent import accent_of, bare, nuclei

SHIPPABLE = (
    "xfactr_wikidata",
    "mlama_wikidata",
    "rigour_person_names",
    "bmlama",
    "everypolitician2015",
    "sigpwned_popular_names",
    "whosonfirst",
    "libgeonames",
)
LONGEST = 8
FEWEST = 3
SUREST = 0.5


def read_words(folder: Path) -> set[str]:
    """Every accented word of two syllables or more on the Greek side."""
    words: set[str] = set()
    for source in SHIPPABLE:
        for line in (folder / f"pairs_{source}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            for word in line.split("\t")[0].replace("-", " ").split():
                if bare(word).isalpha() and accent_of(word) and len(nuclei(word)) > 1:
                    words.add(word.lower())
    return words


def count(words: set[str]) -> dict[str, int]:
    """Ending to syllable, without what shorter endings say already."""
    seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for word in words:
        letters = bare(word)
        for size in range(1, min(LONGEST, len(letters)) + 1):
            seen[letters[-size:]][accent_of(word)] += 1
    table: dict[str, int] = {}
    for ending in sorted(seen, key=len):
        place, best = seen[ending].most_common(1)[0]
        total = sum(seen[ending].values())
        if total < FEWEST or best < SUREST * total:
            continue
        if guess(ending[1:], table) != place:
            table[ending] = place
    return table


def guess(letters: str, table: dict[str, int]) -> int:
    """What the longest ending of the table says; the last syllable but one where none fits."""
    for start in range(len(letters)):
        if letters[start:] in table:
            return table[letters[start:]]
    return 2


def main() -> None:
    """Read, count, measure on every tenth word, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    words = read_words(options.folder)
    held = {word for word in words if sum(map(ord, bare(word))) % 10 == 0}
    table = count(words - held)
    right = sum(guess(bare(word), table) == accent_of(word) for word in held)
    print(f"{len(words)} words, {len(table)} endings; unseen words right: {right}/{len(held)}")
    if options.write:
        table = count(words)
        lines = [
            "# Source: training/accents.py from Wikidata labels (CC0), rigour (MIT), BMLAMA "
            "(Apache-2.0), Who's On First and GeoNames (CC BY 4.0). Licence: CC BY 4.0.",
            "ending\tsyllable",
            *(f"{ending}\t{place}" for ending, place in sorted(table.items())),
        ]
        Path(str(RESOURCES / "accents.tsv")).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
