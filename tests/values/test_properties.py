"""What must hold for any text."""

import re
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greeknews_ner import values
from greeknews_ner.values.numbers import EXACT

WORDS = """
ένας δύο εκατό χίλια εκατομμύρια δισ. μισό και 2,3 1.250.000 5 2024 14.30 25/3/2021 % ευρώ € $
λεπτά χλμ./ώρα μέτρα Ρίχτερ Μαΐου Ιούνιο Τρίτη χθες βράδυ πριν από μήνες χρόνια του περασμένη
- – έως ’60 δεκαετία αιώνα π.Χ. 1η ΙΔ΄ πρώτος Πάσχα παραμονή τοις α΄ τρίμηνο Σαββατοκύριακο
"""
GREEK = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(GREEK, max_size=8).map(" ".join))
# Machines that are busy with other work must not make a test fail.
calm = settings(suppress_health_check=[HealthCheck.too_slow])

DAYS = st.one_of(st.none(), st.dates())


@calm
@given(TEXTS)
def test_nothing_raises(text):
    values.parse_money(text)
    values.parse_percent(text)
    values.parse_quantity(text)
    values.parse_number(text)
    values.parse_ordinal(text)
    values.is_indefinite_article(text)


@calm
@given(st.text("0123456789.,", min_size=1, max_size=390), st.sampled_from(["", " εκατ.", "%"]))
def test_long_numbers_are_exact(digits, tail):
    number = values.parse_number(digits + tail)
    values.parse_percent(digits + tail)
    values.parse_quantity(digits + tail + " μέτρα και 5 εκατοστά")
    money = values.parse_money(digits + tail + " λεπτά")
    if digits.isdigit() and not tail:
        assert number == int(digits)
        assert money is not None
        assert money.amount is not None
        assert int(money.amount.scaleb(2, EXACT)) == int(digits)
    values.resolve_date(f"πριν από {digits} χρόνια", date(2024, 9, 13))


ONE = r"""-?[0-9]{4} | [0-9]{4}~ | Y-[0-9]+ | [0-9]{3}X | -?[0-9]{2}XX | -?[0-9]XXX
    | [0-9]{4}-[0-9]{2} | [0-9]{4}-W[0-9]{2} | XXXX-[0-9]{2}(-[0-9]{2})?
    | [0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}(:[0-9]{2}){0,2})? | T[0-9]{2}(:[0-9]{2}){0,2}"""
DURATION = r"P(?=.)([0-9.]+[YMWD])*(T([0-9.]+[HMS])+)?"
VALUE = re.compile(rf"(?x) ({ONE})(/({ONE}))? | {DURATION} | (\{{|\[)({ONE})(,({ONE}))+(\}}|\])")


@calm
@given(
    st.lists(GREEK, max_size=6).map(" ".join), DAYS, st.sampled_from(["", "θα {}", "χθες στις {}"])
)
def test_values_are_well_formed(text, day, context):
    for resolve in (values.resolve_date, values.resolve_time):
        value = resolve(text, day, context=context.format(text))
        assert value is None or VALUE.fullmatch(value), value


@calm
@given(TEXTS, DAYS, TEXTS)
def test_dates_never_raise(text, day, context):
    values.resolve_date(text, day, context=context)
    values.resolve_time(text, day, context=f"{context} {text} {context}")


@calm
@given(st.decimals(min_value=0, max_value=10**15, places=3, allow_nan=False))
def test_greek_format_is_read_back(number):
    whole, fraction = f"{number:,.3f}".split(".")
    assert values.parse_number(f"{whole.replace(',', '.')},{fraction}") == number
    assert values.parse_money(f"{whole.replace(',', '.')},{fraction} ευρώ") == values.MoneyValue(
        number, "EUR"
    )


@calm
@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_are_read_back(number):
    assert values.parse_number(f"{number:,}".replace(",", ".")) == number
    assert values.parse_percent(f"{number}%") == Decimal(number)


@calm
@given(st.lists(st.one_of(GREEK, st.text(max_size=5)), max_size=25).map(" ".join))
def test_spans_are_exact_and_apart(text):
    end = 0
    for span in values.find_values(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end
