from __future__ import annotations

from decimal import Decimal

import pytest

from greeknews_ner import values
from greeknews_ner.codes import currency_codes
from greeknews_ner.values.currencies import cldr_names, currency_words
from greeknews_ner.values.digits import parse_digits
from greeknews_ner.values.numerals import parse_greek_numeral, parse_roman_numeral
from greeknews_ner.values.ordinals import may_be_ordinal

from .tables import rows

TABLES = [*rows("numbers.tsv"), *rows("numbers_unseen.tsv")]


def number(text: str) -> Decimal | None:
    return None if text == "-" else Decimal(text)


def of_kind(kind):
    chosen = [row for row in TABLES if row["kind"] == kind]
    return pytest.mark.parametrize("row", chosen, ids=lambda row: row["expression"])


@of_kind("MONEY")
def test_money(row):
    money = values.parse_money(row["expression"])
    assert money is not None
    assert money.amount == number(row["value"])
    assert (money.currency or "-") == row["unit"]


@of_kind("QUANTITY")
def test_quantity(row):
    quantity = values.parse_quantity(row["expression"])
    assert quantity is not None
    assert quantity.value == number(row["value"])
    assert (quantity.unit or "-") == row["unit"]


@of_kind("PERCENT")
def test_percent(row):
    assert values.parse_percent(row["expression"]) == number(row["value"])


@of_kind("CARDINAL")
def test_number(row):
    assert values.parse_number(row["expression"]) == number(row["value"])


@of_kind("ORDINAL")
def test_ordinal(row):
    assert values.parse_ordinal(row["expression"]) == number(row["value"])


def test_amounts_are_exact():
    assert str(values.parse_money("0,10 ευρώ").amount) == "0.10"
    assert str(values.parse_percent("3,0%")) == "3.0"
    assert str(values.parse_money("2,3 δισ. ευρώ").amount) == "2300000000"
    assert str(values.parse_number("1.000.000.000.000.000,01")) == "1000000000000000.01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250.000,75", "1250000.75"),
        ("16,760", "16.760"),
        ("2.5", "2.5"),
        ("2.500", "2500"),
        ("0.500", "0.500"),
        ("1,250,000.75", "1250000.75"),
        ("1,250.75", "1250.75"),
        ("12.34.56", None),
        ("1.25.000", None),
    ],
)
def test_formats_of_digits(text, value):
    assert parse_digits(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("α", 1), ("στ", 6), ("ιστ", 16), ("κα", 21), ("ρια", 111), ("ϡϟθ", 999)),
        *(("αι", None), ("", None), ("x", None), ("αα", None)),
    ],
)
def test_greek_numerals(text, value):
    assert parse_greek_numeral(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("xiv", 14), ("mcmxc", 1990), ("χιχ", 19), ("iiii", None), ("vx", None)]
)
def test_roman_numerals(text, value):
    assert parse_roman_numeral(text) == value


@pytest.mark.parametrize("text", ["ένας", "Μια", "μία", "ΕΝΑ", "έναν", "ενός", "μιας", "Ενας"])
def test_indefinite_article(text):
    assert values.is_indefinite_article(text)


@pytest.mark.parametrize("text", ["δύο", "ένας στους τρεις", "μίαμιση", "", "1", "είκοσι ένα"])
def test_no_indefinite_article(text):
    assert not values.is_indefinite_article(text)


def test_out_of_is_no_ordinal():
    assert values.parse_ordinal("έκτος") == 6
    assert values.parse_ordinal("ΕΚΤΟΣ") == 6
    assert values.parse_ordinal("εκτός") is None
    assert values.parse_ordinal("ΕΚΤΟΣ ΑΠΟ ΑΥΤΟ") is None
    assert values.parse_ordinal("Ο ΕΚΤΟΣ") == 6


def test_currency_codes_exist():
    codes = {
        code
        for currency in currency_words().values()
        for code in [currency.code, *currency.by_country.values()]
        if code
    }
    assert codes <= currency_codes()


def test_names_of_cldr():
    for words, code in cldr_names().items():
        money = values.parse_money("100 " + " ".join([words[0], *(w.title() for w in words[1:])]))
        assert money == values.MoneyValue(Decimal(100), code), words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("100 δολαρίων Γουιάνας", "GYD"),
        ("5 εκατ. φράγκα CFA Δυτικής Αφρικής", "XOF"),
        ("200 λιρών Γιβραλτάρ", "GIP"),
        ("300 δολάρια ΗΠΑ", "USD"),
        ("300 δολάρια Η.Π.Α.", "USD"),
        ("1.000 τάκα Μπαγκλαντές", "BDT"),
    ],
)
def test_whose_currency(text, code):
    assert values.parse_money(text).currency == code


def test_values_are_frozen():
    money = values.parse_money("2 ευρώ")
    with pytest.raises(AttributeError):
        money.amount = Decimal(3)


def test_a_quick_look_misses_no_ordinal():
    words = ("τρίτος", "ΤΡΙΤΗ", "ένατου", "πέµπτη", "εικοστός", "XIV", "ΙΔ", "τριτη", "Έκτη")
    for word in words:
        assert values.parse_ordinal(word) is not None
        assert may_be_ordinal(word)
    assert not any(may_be_ordinal(word) for word in ("τρίτωνας", "και", "Αθήνα"))
