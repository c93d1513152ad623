"""Adjectives of nationality: what `extract` finds on ``fixtures/adjectives.tsv``.

    python benchmarks/adjectives.py [--model small] [--errors]

A sentence counts as right when exactly the adjectives of the table are found, each with its
countries. The rules were written with the table in view.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import greeknews_ner

TABLE = Path(__file__).resolve().parents[1] / "fixtures" / "adjectives.tsv"


def adjectives_of(extractor: greeknews_ner.Extractor, sentence: str) -> set[str]:
    """The adjectives of a sentence with their countries, as the table writes them."""
    result = extractor.extract(sentence)
    groups = {entity.id: entity for entity in result.entities if entity.type == "NORP"}
    return {
        f"{mention.text}={','.join(groups[mention.entity].countries)}"
        for mention in result.mentions
        if mention.entity in groups and mention.text[0].islower()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="small")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    extractor = greeknews_ner.load(options.model, adjectives=True)
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
    right = wanted = found = hits = 0
    for sentence, expected in rows:
        gold = {name for name in expected.split("|") if name and name[0].islower()}
        got = adjectives_of(extractor, sentence)
        right += gold == got
        wanted, found, hits = wanted + len(gold), found + len(got), hits + len(gold & got)
        if options.errors and gold != got:
            print(sentence, gold, got)
    print(f"sentences {right} of {len(rows)}")
    print(f"adjectives precision {hits / found:.3f}, recall {hits / wanted:.3f} of {wanted}")


if __name__ == "__main__":
    main()
