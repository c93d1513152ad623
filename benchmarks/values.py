"""Accuracy of typed values on the tables of ``fixtures/values``, with dateparser and Babel beside.

Run ``python benchmarks/values.py``; ``--errors`` lists what is wrong, ``--no-peers`` leaves out
dateparser and Babel (dateparser is measured where it is installed).
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from greeknews_ner import values

TABLES = Path(__file__).parent.parent / "fixtures" / "values"


def read(name: str) -> list[dict[str, str]]:
    """Rows of a table; its first line, after ``#``, names the columns."""
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        header = next(lines).lstrip("# ").rstrip("\n").split("\t")
        return [dict(zip(header, row, strict=True)) for row in csv.reader(lines, delimiter="\t")]


def published(text: str) -> date | datetime | None:
    """The third column of ``dates.tsv``: a day, a moment or nothing."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def resolve(row: dict[str, str]) -> str:
    """Our value for a row of ``dates.tsv``."""
    function = values.resolve_date if row["kind"] == "date" else values.resolve_time
    found = function(row["expression"], published(row["published"]), context=row["context"])
    return found or "-"


def dateparser_value(row: dict[str, str]) -> str:
    """What dateparser makes of a row, written as exactly as the gold value is.

    That is generous: dateparser returns a moment and does not say how much of it was in the text.
    """
    import dateparser

    day = published(row["published"])
    settings = {"PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    if day is not None:
        moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
        settings["RELATIVE_BASE"] = moment.replace(tzinfo=None)
    found = dateparser.parse(row["expression"], languages=["el"], settings=settings)
    if found is None:
        return "-"
    gold = row["value"]
    if gold.startswith("T"):
        return found.strftime("T%H:%M:%S")[: len(gold)]
    if len(gold) in (4, 7, 10) and gold[:4].isdigit():
        return found.strftime("%Y-%m-%d")[: len(gold)]
    return found.strftime("%Y-%m-%dT%H:%M")[: max(10, len(gold))]


def babel_value(row: dict[str, str]) -> str:
    """What Babel makes of a row."""
    from babel.dates import parse_date, parse_time

    try:
        if row["kind"] == "date":
            return parse_date(row["expression"], locale="el").isoformat()[: len(row["value"])]
        return parse_time(row["expression"], locale="el").strftime("T%H:%M:%S")[: len(row["value"])]
    except (ValueError, IndexError, AttributeError):
        return "-"


def babel_number(text: str) -> str:
    """What Babel makes of a number."""
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        return str(parse_decimal(text, locale="el"))
    except NumberFormatError:
        return "-"


def table(
    title: str, rows: list[dict[str, str]], systems: dict[str, Callable[[dict[str, str]], bool]]
) -> None:
    """Print accuracy by class, one column a system."""
    right: dict[str, Counter[str]] = {name: Counter() for name in systems}
    total: Counter[str] = Counter()
    seconds = dict.fromkeys(systems, 0.0)
    for row in rows:
        total[row["class"]] += 1
        for name, system in systems.items():
            start = time.perf_counter()
            right[name][row["class"]] += system(row)
            seconds[name] += time.perf_counter() - start
    print(f"\n{title:24} {'rows':>5} " + " ".join(f"{name:>14}" for name in systems))
    for group in [*total, "all"]:
        count = sum(total.values()) if group == "all" else total[group]
        cells = []
        for name in systems:
            good = sum(right[name].values()) if group == "all" else right[name][group]
            cells.append(f"{100 * good / count:12.1f} %")
        print(f"{group:24} {count:5} " + " ".join(cells))
    rate = " ".join(f"{1e6 * seconds[name] / len(rows):11.0f} µs" for name in systems)
    print(f"{'time an expression':30} {rate}")


def same(found: object, gold: str) -> bool:
    """Whether a number is the gold one; ``-`` is none."""
    if gold == "-":
        return found is None
    return found is not None and Decimal(str(found)) == Decimal(gold)


def number_is_right(row: dict[str, str]) -> bool:
    """Whether our value for a row of ``numbers.tsv`` is right."""
    text, gold, unit = row["expression"], row["value"], row["unit"]
    if row["kind"] == "MONEY":
        money = values.parse_money(text)
        if money is None:
            return gold == unit == "-"
        return same(money.amount, gold) and (money.currency or "-") == unit
    if row["kind"] == "QUANTITY":
        quantity = values.parse_quantity(text)
        if quantity is None:
            return gold == unit == "-"
        return same(quantity.value, gold) and (quantity.unit or "-") == unit
    if row["kind"] == "PERCENT":
        return same(values.parse_percent(text), gold)
    if row["kind"] == "ORDINAL":
        return same(values.parse_ordinal(text), gold)
    return same(values.parse_number(text), gold)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--no-peers", action="store_true", help="leave out dateparser and Babel")
    options = parser.parse_args()
    dates, numbers = read("dates.tsv"), read("numbers.tsv")
    ours: dict[str, Callable[[dict[str, str]], bool]]
    ours = {"greeknews": lambda row: resolve(row) == row["value"]}
    if not options.no_peers:
        if importlib.util.find_spec("dateparser"):
            ours["dateparser"] = lambda row: dateparser_value(row) == row["value"]
        ours["Babel"] = lambda row: babel_value(row) == row["value"]
    table("dates and times", dates, ours)
    systems: dict[str, Callable[[dict[str, str]], bool]] = {"greeknews": number_is_right}
    if not options.no_peers:
        systems["Babel"] = lambda row: (
            same(
                None if babel_number(row["expression"]) == "-" else babel_number(row["expression"]),
                row["value"],
            )
            and row["unit"] == "-"
        )
    table("money and numbers", numbers, systems)
    if options.errors:
        print()
        for row in dates:
            if resolve(row) != row["value"]:
                print(row["class"], repr(row["expression"]), row["value"], resolve(row), sep="\t")
        for row in numbers:
            if not number_is_right(row):
                print(row["kind"], repr(row["expression"]), row["value"], row["unit"], sep="\t")


if __name__ == "__main__":
    main()
