"""Dates, money, percentages, quantities and numbers: Greek words to typed values.

Plain strings in, typed values out; nothing here knows of pipelines.
"""

from greeknews_ner.values.dates import resolve_date, resolve_time
from greeknews_ner.values.find import find_values
from greeknews_ner.values.kinds import MoneyValue, QuantityValue, ValueSpan
from greeknews_ner.values.money import parse_money
from greeknews_ner.values.numbers import is_indefinite_article, parse_number
from greeknews_ner.values.ordinals import parse_ordinal
from greeknews_ner.values.percent import parse_percent
from greeknews_ner.values.quantity import parse_quantity

__all__ = [
    "MoneyValue",
    "QuantityValue",
    "ValueSpan",
    "find_values",
    "is_indefinite_article",
    "parse_money",
    "parse_number",
    "parse_ordinal",
    "parse_percent",
    "parse_quantity",
    "resolve_date",
    "resolve_time",
]
