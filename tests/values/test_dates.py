from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timezone

import pytest
from babel.dates import get_day_names, get_month_names

from greeknews_ner.values import resolve_date, resolve_time

from .tables import published, rows

FRIDAY = date(2024, 9, 13)


@pytest.mark.parametrize(
    "row", rows("dates.tsv"), ids=lambda row: f"{row['expression']}|{row['published']}"
)
def test_table(row):
    resolve = resolve_date if row["kind"] == "date" else resolve_time
    value = resolve(row["expression"], published(row["published"]), context=row["context"])
    assert (value or "-") == row["value"]


def test_unseen_table_reaches_its_target():
    right = Counter(
        (resolve_date if row["kind"] == "date" else resolve_time)(
            row["expression"], published(row["published"]), context=row["context"]
        )
        == (None if row["value"] == "-" else row["value"])
        for row in rows("dates_unseen.tsv")
    )
    assert right[True] / right.total() >= 0.95


def test_table_is_large_enough():
    assert len([row for row in rows("dates.tsv") if row["kind"] == "date"]) >= 300


@pytest.mark.parametrize(
    ("expression", "plain"),
    [
        ("την περασμένη Τρίτη", "ΤΗΝ ΠΕΡΑΣΜΕΝΗ ΤΡΙΤΗ"),
        ("πριν από τρεις μήνες", "ΠΡΙΝ ΑΠΟ ΤΡΕΙΣ ΜΗΝΕΣ"),
        ("στις 25 Μαρτίου 1821", "ΣΤΙΣ 25 ΜΑΡΤΙΟΥ 1821"),
        ("τη δεκαετία του ’60", "ΤΗ ΔΕΚΑΕΤΙΑ ΤΟΥ '60"),
        ("Μεγάλη Παρασκευή", "ΜΕΓΑΛΗ ΠΑΡΑΣΚΕΥΗ"),
        ("το α΄ εξάμηνο του 2025", "ΤΟ Α΄ ΕΞΑΜΗΝΟ ΤΟΥ 2025"),
        ("στις 12 Αυγούστου", "στις 12 Αυ\u00adγού\u200bστου"),
        ("στις 12 Αυγούστου", "στις 12 Aυγούστου"),
        ("τον Μάιο", "τον Μα\u0301ιο"),
    ],
)
def test_spelling_makes_no_difference(expression, plain):
    value = resolve_date(expression, FRIDAY)
    assert value is not None
    assert resolve_date(plain, FRIDAY) == value


def test_weekday_or_ordinal_by_its_accent():
    assert resolve_date("Τετάρτη", FRIDAY) == "2024-09-11"
    assert resolve_date("τέταρτη εβδομάδα", FRIDAY) is None
    assert resolve_date("Δευτέρα", FRIDAY) == "2024-09-09"
    assert resolve_date("Δεύτερα", FRIDAY) is None


def test_aware_moment_is_taken_to_athens():
    late = datetime(2024, 9, 12, 22, 30, tzinfo=timezone.utc)
    assert resolve_date("σήμερα", late) == "2024-09-13"
    assert resolve_time("πριν από δύο ώρες", late) == "2024-09-12T23"


def test_context_holds_the_day_of_a_time():
    assert resolve_time("πρωί", FRIDAY, context="Χθες το πρωί έφυγε.") == "2024-09-12"
    assert resolve_time("πρωί", FRIDAY, context="Το πρωί έφυγε.") is None
    context = "Στις 8:30 το βράδυ της Τρίτης άρχισε ο αγώνας."
    assert resolve_time("8:30 το βράδυ", FRIDAY, context=context) == "2024-09-10T20:30"
    assert resolve_time("8:30 το βράδυ", None, context=context) == "T20:30"


def test_weekday_beside_a_counted_day():
    context = "Συνεδριάζει αύριο, Σάββατο, η επιτροπή."
    assert resolve_date("Σάββατο", FRIDAY, context=context) == "2024-09-14"


@pytest.mark.parametrize("context", ["format", "stand-alone"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_names_of_cldr(context, width):
    for number, name in get_month_names(width, context=context, locale="el").items():
        assert resolve_date(f"3 {name} 2020", None) == f"2020-{number:02d}-03"
    for number, name in get_day_names(width, context=context, locale="el").items():
        value = resolve_date(f"{name}." if width == "abbreviated" else name, FRIDAY)
        assert value is not None
        assert date.fromisoformat(value).weekday() == number


def test_nearest_cue_decides():
    context = "Ο νόμος που ψηφίστηκε τον Νοέμβριο θα αλλάξει το καλοκαίρι."
    assert resolve_date("Νοέμβριο", FRIDAY, context=context) == "2023-11"
    assert resolve_date("καλοκαίρι", FRIDAY, context=context) == "2025-22"


@pytest.mark.parametrize("text", ["", " ", "Μητσοτάκης", "-", "’", "1" * 500, "31/2/2020", "32/1"])
def test_no_date(text):
    assert resolve_date(text, FRIDAY) is None


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize(
    "text",
    ["χθες", "αύριο", "το Πάσχα", "πριν από 20 χρόνια", "τον περασμένο μήνα", "το Σαββατοκύριακο"],
)
def test_ends_of_the_calendar(text, day):
    value = resolve_date(text, day)
    assert value is None or isinstance(value, str)
