"""The examples of the user's guide are true."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from greeknews_ner import values
from greeknews_ner.values import MoneyValue, QuantityValue, ValueSpan

GUIDE = (Path(__file__).parents[2] / "docs" / "values.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^(values\..*?\))\s+# (.+)$", GUIDE, re.MULTILINE)
TABLE = re.findall(r"^\| ([^`|]+) \| (`.+) \|$", GUIDE, re.MULTILINE)


def test_there_are_examples():
    assert len(EXAMPLES) >= 8
    assert len(TABLE) >= 10


@pytest.mark.parametrize(("call", "value"), EXAMPLES)
def test_example(call, value):
    names = {
        "values": values,
        "day": date(2024, 9, 13),
        "Decimal": Decimal,
        "MoneyValue": MoneyValue,
        "QuantityValue": QuantityValue,
        "ValueSpan": ValueSpan,
    }
    assert eval(call, names) == eval(value, names)


@pytest.mark.parametrize(("texts", "written"), TABLE)
def test_table_row(texts, written):
    expected = re.findall(r"`([^`]+)`", written)
    expressions = texts.split(", ")
    assert len(expressions) == len(expected)
    for expression, value in zip(expressions, expected, strict=True):
        day = date(2024, 9, 13)
        resolve = values.resolve_time if "T" in value else values.resolve_date
        assert resolve(expression, day) == value, expression
