"""How often the nominative is right, and how often a foreign name is left alone.

    python benchmarks/nominative.py [--names FOLDER] [--gdt TRAIN.conllu.gz] [--errors N]

Without options: ``fixtures/inflected_names.tsv`` and the speed. ``--names`` adds the foreign names
of a folder of Greek-English pairs (``pairs_*.tsv``), ``--gdt`` the proper nouns of UD Greek-GDT.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.declension_words import known
from greeknews_ner.names.nominative import clear_caches, to_nominative
from greeknews_ner.names.nominative_tables import is_womans_given_name

FIXTURE = Path(__file__).parent.parent / "fixtures" / "inflected_names.tsv"
FOREIGN_SOURCES = (
    "xfactr_wikidata",
    "mlama_wikidata",
    "bmlama",
    "everypolitician2015",
    "dbp5l_dbpedia",
    "ntrex128_mined",
)
CONTEXTS = ("", "ο", "του", "τον", "η", "της", "την")
LATIN = "a v g d e z i th i k l m n x o p r s t i f ch ps o s"
LETTERS = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", LATIN.split(" "), strict=True))
SAME_SOUND = (("ou", "u"), ("ph", "f"), ("ch", "h"), ("kh", "h"), ("tz", "j"), ("dz", "j"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--gdt", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="how many wrong rows to print")
    options = parser.parse_args()
    console = Console()
    if FIXTURE.exists():
        print_fixture(console, options.errors)
        print_speed(console)
    if options.names:
        print_foreign(console, options.names, options.errors)
    if options.gdt:
        print_gdt(console, options.gdt, options.errors)


def read_fixture() -> list[dict[str, str]]:
    lines = FIXTURE.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t"))


def predicted(row: dict[str, str]) -> str:
    return to_nominative(row["surface"], type=row["type"] or None, article=row["article"] or None)


def print_fixture(console: Console, errors: int) -> None:
    rows = read_fixture()
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    wrong = []
    for row in rows:
        right = predicted(row) == row["nominative"]
        ending = "-" + bare(row["nominative"].split()[-1])[-2:]
        for group in (
            ("all", "all"),
            ("type", row["type"]),
            ("case", row["case"]),
            ("number", row["number"]),
            ("gender", row["gender"]),
            ("context", "article" if row["article"] else "none"),
            ("ending of the nominative", ending),
        ):
            counts[group][0] += right
            counts[group][1] += 1
        if not right:
            wrong.append(row)
    table = Table(title=f"{FIXTURE.name}: nominative right")
    for column in ("group", "value", "right", "rows", "share"):
        table.add_column(column)
    for (group, value), (right, total) in sorted(counts.items()):
        if group != "ending of the nominative" or total >= 20:
            table.add_row(group, value, str(right), str(total), f"{right / total:.4f}")
    console.print(table)
    for row in wrong[:errors]:
        console.print(row["article"], row["surface"], "→", predicted(row), "≠", row["nominative"])


def print_speed(console: Console) -> None:
    rows = read_fixture()
    predicted(rows[0])
    cold, cached = [], []
    clear_caches()
    for row in rows:
        start = time.thread_time()
        predicted(row)
        middle = time.thread_time()
        predicted(row)
        cold.append(middle - start)
        cached.append(time.thread_time() - middle)
    for title, times in (("cold", cold), ("cached", cached)):
        console.print(
            f"{title}, processor time: median {statistics.median(times) * 1e6:.0f} µs, "
            f"95 % {sorted(times)[int(len(times) * 0.95)] * 1e6:.0f} µs"
        )


def foreign_names(folder: Path) -> Iterator[tuple[str, str]]:
    """Whole names of people and their last words that cannot decline in Greek."""
    seen = set()
    for source in FOREIGN_SOURCES:
        lines = (folder / f"pairs_{source}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        for line in lines:
            greek, english, kind, *_ = line.split("\t")
            if kind != "person_full" or len(greek.split()) < 2 or greek in seen:
                continue
            if "," in greek or any(word[0].islower() for word in greek.split()[:1]):
                continue
            seen.add(greek)
            words, spelt = greek.split(), english.split()
            if any(entry.kind in ("noun", "adj") for word in words for entry in known(word)):
                # Labelled a person, but a party, a saint, a title.
                continue
            if all(map(_is_foreign, words)) and not _is_elot(words[-1], spelt[-1]):
                yield greek, english


def _is_foreign(word: str) -> bool:
    """Whether a nominative cannot be told from a Greek one by its last letters."""
    return bare(word)[-2:] not in {"οσ", "ησ"} and bare(word)[-1] != "ω"


def _is_elot(greek: str, english: str) -> bool:
    letters = bare(greek).replace("ου", "ou").replace("αυ", "av").replace("ευ", "ev")
    return _sound("".join(LETTERS.get(char, char) for char in letters)) == _sound(english.lower())


def _sound(latin: str) -> str:
    for one, other in SAME_SOUND:
        latin = latin.replace(one, other)
    return latin.replace("y", "i").replace("tt", "t").replace("ll", "l").replace("nn", "n")


def _may_stand_after(article: str, name: str) -> bool:
    """Whether the article may stand before the name: no masculine one before Άννα."""
    given = name.split()[0]
    woman = is_womans_given_name(given) or any(
        word.kind == "given" and word.gender == "f" for word in known(given)
    )
    return not (woman and article in {"ο", "του", "τον"})


def print_foreign(console: Console, folder: Path, errors: int) -> None:
    table = Table(title="foreign names left alone")
    for column in ("what", "article", "left alone", "names", "share"):
        table.add_column(column)
    names = sorted(set(foreign_names(folder)))
    # A family name in small letters is a common noun: Μπελ εποχή.
    families = sorted({(f, e) for g, e in names if (f := g.split()[-1])[0].isupper()})
    wrong: Counter[tuple[str, str]] = Counter()
    for title, chosen in (("whole name", names), ("family name", families)):
        for article in CONTEXTS:
            right = total = 0
            for greek, _ in chosen:
                if not _may_stand_after(article, greek):
                    continue
                total += 1
                text = to_nominative(greek, type="PERSON", article=article or None)
                if bare(text) == bare(greek):
                    right += 1
                elif len(wrong) < 5000:
                    wrong[(greek, text)] += 1
            table.add_row(
                title,
                article or "none",
                str(right),
                str(total),
                f"{right / max(1, total):.4f}",
            )
    console.print(table)
    for (greek, text), count in wrong.most_common(errors):
        console.print(greek, "→", text, count)


def print_gdt(console: Console, path: Path, errors: int) -> None:
    """Proper nouns whose lemma keeps its capital, with the tags of the treebank."""
    genders = {"Masc": "m", "Fem": "f", "Neut": "n"}
    numbers = {"Sing": "sing", "Plur": "plur"}
    right = total = 0
    wrong = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            if len(columns) < 6 or columns[3] != "PROPN" or columns[2][0].islower():
                continue
            tags = dict(pair.split("=") for pair in columns[5].split("|") if "=" in pair)
            if tags.get("Number") != "Sing" or "Case" not in tags or columns[1].isupper():
                continue
            found = to_nominative(
                columns[1],
                gender=genders.get(tags.get("Gender", "")),
                number=numbers[tags["Number"]],
                case=tags["Case"].lower(),
            )
            total += 1
            right += found == columns[2]
            if found != columns[2]:
                wrong.append((columns[1], columns[5], found, columns[2]))
    console.print(f"UD Greek-GDT, singular proper nouns: {right}/{total} = {right / total:.4f}")
    for row in wrong[:errors]:
        console.print(*row)


if __name__ == "__main__":
    main()
