"""Accuracy of typed values on the tables of ``fixtures/values``, with dateparser and Babel beside.

``python benchmarks/values.py`` prints accuracy by class. ``--errors`` lists what is wrong,
``--no-peers`` leaves out dateparser (measured where it is installed) and Babel. ``--elner FOLDER``
measures instead how well ``find_values`` finds the value types of elNER-18 (``dev.iob2.gz``).
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from greeknews_ner import values
from greeknews_ner.types import VALUE_TYPES
from greeknews_ner.values.items import skipped_words
from greeknews_ner.values.words import tokenize

TABLES = Path(__file__).parent.parent / "fixtures" / "values"

Row = dict[str, str]
Systems = dict[str, Callable[[Row], bool]]


def read(name: str) -> list[Row]:
    """Rows of a table; its first line, after ``#``, names the columns."""
    header, *lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    columns = header.lstrip("# ").split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def published(text: str) -> date | datetime | None:
    """The column ``published``: a day, a moment or nothing."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def resolve(row: Row) -> str:
    """Our value for a row of dates."""
    function = values.resolve_date if row["kind"] == "date" else values.resolve_time
    found = function(row["expression"], published(row["published"]), context=row["context"])
    return found or "-"


def bare(text: str) -> str:
    """An expression without the articles and prepositions before it."""
    tokens = tokenize(text)
    while tokens and tokens[0].key in skipped_words():
        tokens = tokens[1:]
    return text[tokens[0].start :] if tokens else text


def dateparser_is_right(row: Row) -> bool:
    """Whether dateparser finds a row's value, from the expression as it stands or without articles.

    Generous: dateparser returns a moment and does not say how much of it was in the text, so it
    counts as right if the moment, cut to what the gold value holds, is the gold value.
    """
    import dateparser

    day = published(row["published"])
    settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    if day is not None:
        moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
        settings["RELATIVE_BASE"] = moment.replace(tzinfo=None)
    gold = row["value"]
    answers = [
        dateparser.parse(text, languages=["el"], settings=settings)
        for text in (row["expression"], bare(row["expression"]))
    ]
    if gold == "-":
        return not any(answers)
    written = "T%H:%M:%S" if gold.startswith("T") else "%Y-%m-%dT%H:%M:%S"
    cut = len(gold) if gold.startswith("T") else max(4, len(gold))
    return any(answer.strftime(written)[:cut] == gold for answer in answers if answer)


def babel_is_right(row: Row) -> bool:
    """Whether Babel finds a row's value, from the expression as it stands or without articles."""
    from babel.dates import parse_date, parse_time

    answers = []
    for text in (row["expression"], bare(row["expression"])):
        try:
            if row["kind"] == "date":
                answers.append(parse_date(text, locale="el").isoformat()[: len(row["value"])])
            else:
                time_of_day = parse_time(text, locale="el")
                answers.append(time_of_day.strftime("T%H:%M:%S")[: len(row["value"])])
        except (ValueError, IndexError, AttributeError):
            continue
    return row["value"] in answers if answers else row["value"] == "-"


def babel_number_is_right(row: Row) -> bool:
    """Whether Babel's ``parse_decimal`` finds a row's number."""
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        number = parse_decimal(row["expression"], locale="el")
    except NumberFormatError:
        return row["value"] == row["unit"] == "-"
    return same(number, row["value"]) and row["unit"] == "-"


def same(found: Decimal | int | None, gold: str) -> bool:
    """Whether a number is the gold one; ``-`` is none."""
    return found is None if gold == "-" else found == Decimal(gold)


def number_is_right(row: Row) -> bool:
    """Whether our value for a row of numbers is right, unit or currency included."""
    text, gold, unit = row["expression"], row["value"], row["unit"]
    if row["kind"] == "MONEY":
        money = values.parse_money(text)
        return money is not None and same(money.amount, gold) and (money.currency or "-") == unit
    if row["kind"] == "QUANTITY":
        found = values.parse_quantity(text)
        return found is not None and same(found.value, gold) and (found.unit or "-") == unit
    if row["kind"] == "PERCENT":
        return same(values.parse_percent(text), gold)
    if row["kind"] == "ORDINAL":
        return same(values.parse_ordinal(text), gold)
    return same(values.parse_number(text), gold)


def table(title: str, rows: list[Row], systems: Systems) -> None:
    """Print accuracy by class, one column a system."""
    right: dict[str, Counter[str]] = {name: Counter() for name in systems}
    total = Counter(row["class"] for row in rows)
    seconds = dict.fromkeys(systems, 0.0)
    for name, system in systems.items():
        for row in rows:
            start = time.perf_counter()
            right[name][row["class"]] += system(row)
            seconds[name] += time.perf_counter() - start
    print(f"\n{title:26} {'rows':>5} " + " ".join(f"{name:>13}" for name in systems))
    for group, count in total.items():
        cells = (f"{100 * right[name][group] / count:11.1f} %" for name in systems)
        print(f"{group:26} {count:5} " + " ".join(cells))
    cells = (f"{100 * right[name].total() / len(rows):11.1f} %" for name in systems)
    print(f"{'all':26} {len(rows):5} " + " ".join(cells))
    cells = (f"{1e6 * seconds[name] / len(rows):10.0f} us" for name in systems)
    print(f"{'time an expression':32} " + " ".join(cells))


def sentences(path: Path) -> Iterator[tuple[str, set[tuple[int, int, str]]]]:
    """Sentences of an IOB2 file with the spans of their value types."""
    text, span = "", None
    gold: set[tuple[int, int, str]] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            columns = line.split()
            tag = columns[-1] if len(columns) > 1 else "O"
            if span is not None and not tag.startswith("I-"):
                if span[2] in VALUE_TYPES:
                    gold.add((span[0], len(text), span[2]))
                span = None
            if len(columns) < 2:
                if text:
                    yield text, gold
                text, gold = "", set()
                continue
            text += " " if text else ""
            if tag.startswith("B-"):
                span = (len(text), 0, tag[2:])
            text += columns[0]


def find(path: Path) -> None:
    """Print precision and recall of ``find_values`` by type, exact spans."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for text, spans in sentences(path):
        wanted = {
            (start, end, kind)
            for start, end, kind in spans
            if not (kind == "CARDINAL" and values.is_indefinite_article(text[start:end]))
        }
        ours = {(span.start, span.end, span.type) for span in values.find_values(text)}
        right.update(kind for _, _, kind in wanted & ours)
        found.update(kind for _, _, kind in ours)
        gold.update(kind for _, _, kind in wanted)
    print(f"{'type':10} {'gold':>5} {'precision':>10} {'recall':>8}")
    for kind in [*VALUE_TYPES, "all"]:
        a, b, c = (
            counts.total() if kind == "all" else counts[kind] for counts in (right, found, gold)
        )
        print(f"{kind:10} {c:5} {100 * a / max(b, 1):9.1f}% {100 * a / max(c, 1):7.1f}%")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--no-peers", action="store_true", help="leave out dateparser and Babel")
    parser.add_argument("--elner", type=Path, help="folder of elNER-18 with dev.iob2.gz")
    options = parser.parse_args()
    if options.elner:
        find(options.elner / "dev.iob2.gz")
        return
    dates: Systems = {"greeknews": lambda row: resolve(row) == row["value"]}
    numbers: Systems = {"greeknews": number_is_right}
    if not options.no_peers:
        if importlib.util.find_spec("dateparser"):
            dates["dateparser"] = dateparser_is_right
        dates["Babel"] = babel_is_right
        numbers["Babel"] = babel_number_is_right
    for name, systems in (
        ("dates.tsv", dates),
        ("dates_unseen.tsv", dates),
        ("numbers.tsv", numbers),
        ("numbers_unseen.tsv", numbers),
    ):
        rows = read(name)
        table(name, rows, systems)
        for row in rows if options.errors else ():
            if not systems["greeknews"](row):
                ours = resolve(row) if systems is dates else ""
                print("wrong:", row["expression"], row["value"], ours, sep="\t")


if __name__ == "__main__":
    main()
