"""What this room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from greeknews_ner.types import ValueType


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """A sum of money.

    Attributes:
        amount: Exact amount in units of the currency; none for ranges and vague sums.
        currency: ISO 4217 code; none where the text names no currency, or one of many.
    """

    amount: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A measurement.

    Attributes:
        value: In ``unit``; none for ranges and vague amounts.
        unit: SI symbol where there is one (``km``, ``°C``, ``km/h``), else the customary symbol.
    """

    value: Decimal | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class ValueSpan:
    """A value expression found in a text.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point.
        type: One of the seven value types.
    """

    start: int
    end: int
    type: ValueType
