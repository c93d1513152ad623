"""How often an unseen Greek name becomes the English that readers know, beside other libraries.

    python -m benchmarks.names PAIRS [--size N] [--errors N] [--test]

PAIRS is a folder of Greek-English pairs (``pairs_*.tsv``). The names measured are held out by their
Greek form, the same ones that training leaves out. Accents, letter case and hyphens are folded and
any listed spelling counts. Libraries that are not installed are left out with a note:
``pip install anyascii unidecode uroman transliterate romanize PyICU``.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from greeknews_ner import names
from greeknews_ner.evaluation.names import NamePair, NameScores, evaluate_names
from greeknews_ner.names.nominative_greekness import greek_odds
from greeknews_ner.records import Rendering
from training.english.pairs import split_pairs

TYPES = {"single": "PERSON", "full": "PERSON", "city": "GPE"}
TITLES = {"single": "single names", "full": "full names", "city": "cities"}
_GREEK_ODDS = 2.0  # above this a surname of the pairs is taken for Greek

Renderer = Callable[[str], Rendering]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--size", type=int, default=600, help="how many names of each class")
    parser.add_argument("--errors", type=int, default=0, help="how many wrong rows to print")
    parser.add_argument("--test", action="store_true", help="the test names, not the dev names")
    options = parser.parse_args()
    console = Console(width=110)
    split = split_pairs(options.pairs)
    held = split.test if options.test else split.dev
    pairs = {which: _pairs(rows[: options.size]) for which, rows in sorted(held.items())}
    table = Table("what", "names", "Acc@1", "Acc@3", "CER", title="Unseen names")
    for which, some in pairs.items():
        for label, render in _ours(TYPES[which]):
            report = evaluate_names(some, render)
            _row(table, f"{TITLES[which]}: {label}", report.overall)
            if options.errors and label == "no tables":
                for wrong in report.wrong[: options.errors]:
                    expected = ", ".join(wrong.english[:3])
                    console.print(f"{wrong.greek}: {wrong.rendering} ({wrong.method}) / {expected}")
    for peer, peer_render in _peers(console):
        for which, some in pairs.items():
            _row(table, f"{TITLES[which]}: {peer}", evaluate_names(some, peer_render).overall)
    console.print(table)
    print_greek(console, pairs["single"])
    print_calibration(console, pairs)
    print_speed(console, pairs)


def _pairs(rows: list[tuple[str, frozenset[str]]]) -> list[NamePair]:
    return [NamePair(greek, tuple(sorted(right)), "") for greek, right in rows]


def _row(table: Table, label: str, scores: NameScores) -> None:
    figures = (scores.accuracy, scores.accuracy_at_3, scores.cer)
    table.add_row(label, str(scores.names), *(f"{figure:.3f}" for figure in figures))


def _ours(type: str) -> Iterator[tuple[str, Renderer]]:
    yield "no tables", lambda name: names.to_english(name, lexicon=False)
    yield (
        f"no tables, known as {type}",
        lambda name: names.to_english(name, lexicon=False, type=type),
    )
    yield "with tables", names.to_english


def print_greek(console: Console, pairs: list[NamePair]) -> None:
    """Greek surnames that the pairs spell by ELOT 743: how many come out so."""
    regular = []
    for pair in pairs:
        elot = names.fold(names.to_elot743(pair.greek))
        if greek_odds(pair.greek) > _GREEK_ODDS and elot in map(names.fold, pair.english):
            regular.append((pair.greek, elot))
    for lexicon in (False, True):
        right = sum(
            names.fold(names.to_english(greek, lexicon=lexicon, type="PERSON").english) == elot
            for greek, elot in regular
        )
        label = "with tables" if lexicon else "no tables"
        share = right / max(1, len(regular))
        console.print(f"Greek surnames, {label}: {share:.3f} of {len(regular)} ELOT-regular")


def print_calibration(console: Console, pairs: dict[str, list[NamePair]]) -> None:
    """How many are right among the renderings of like score, by method."""
    table = Table("method", "score", "names", "mean score", "right", title="Scores, no tables")
    seen: dict[tuple[str, int], list[tuple[float, bool]]] = {}
    for some in pairs.values():
        for pair in some:
            found = names.to_english(pair.greek, lexicon=False)
            right = not evaluate_names([pair], lambda _, found=found: found).wrong  # type: ignore[misc]
            bin_ = min(4, int(found.score * 5))
            seen.setdefault((found.method, bin_), []).append((found.score, right))
    for (method, bin_), some_seen in sorted(seen.items()):
        mean = statistics.fmean(score for score, _ in some_seen)
        right_share = statistics.fmean(right for _, right in some_seen)
        low, high = bin_ / 5, bin_ / 5 + 0.2
        table.add_row(
            method,
            f"{low:.1f}-{high:.1f}",
            str(len(some_seen)),
            f"{mean:.2f}",
            f"{right_share:.2f}",
        )
    console.print(table)


def print_speed(console: Console, pairs: dict[str, list[NamePair]]) -> None:
    """Processor time of a rendering that was not asked before, and of one that was."""
    names.to_english("Σαντιάγο", lexicon=False)
    for which, some in pairs.items():
        forms = [pair.greek for pair in some[:200]]
        names.clear_cache()
        cold = _milliseconds(forms, 1)
        cached = _milliseconds(forms, 20)
        console.print(
            f"{TITLES[which]}: cold {statistics.median(cold):.2f} ms median, "
            f"{statistics.fmean(cold):.2f} ms mean; cached {statistics.median(cached) * 1e3:.1f} µs"
        )


def _milliseconds(forms: list[str], times: int) -> list[float]:
    taken = []
    for form in forms:
        start = time.process_time_ns()
        for _ in range(times):
            names.to_english(form, lexicon=False)
        taken.append((time.process_time_ns() - start) / 1e6 / times)
    return taken


def _peers(console: Console) -> Iterator[tuple[str, Renderer]]:
    for peer, build in (
        ("ELOT 743", lambda: names.to_elot743),
        ("anyascii", lambda: importlib.import_module("anyascii").anyascii),
        ("unidecode", lambda: importlib.import_module("unidecode").unidecode),
        ("uroman", _uroman),
        ("transliterate", _transliterate),
        ("romanize", lambda: importlib.import_module("romanize").romanize),
        ("PyICU", _icu),
    ):
        try:
            render = build()
            render("Σοϊγκού")
        except Exception as fault:  # a library that is broken is left out like a missing one
            console.print(f"{peer} left out: {fault}")
            continue
        yield peer, _as_rendering(render)


def _as_rendering(render: Callable[[str], str]) -> Renderer:
    return lambda name: Rendering(english=render(name) or "?", method="rule", score=1.0)


def _uroman() -> Callable[[str], str]:
    uroman = importlib.import_module("uroman").Uroman()
    return lambda name: str(uroman.romanize_string(name, lcode="ell"))


def _transliterate() -> Callable[[str], str]:
    library = importlib.import_module("transliterate")
    return lambda name: str(library.translit(name, "el", reversed=True))


def _icu() -> Callable[[str], str]:
    library = importlib.import_module("icu")
    transliterator = library.Transliterator.createInstance("Greek-Latin/UNGEGN; Latin-ASCII")
    return lambda name: str(transliterator.transliterate(name))


if __name__ == "__main__":
    main()
