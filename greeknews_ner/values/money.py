"""Sums of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from greeknews_ner.codes import currency_codes
from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.kinds import MoneyValue
from greeknews_ner.values.numbers import MAX_LENGTH, Number, find_numbers, signed
from greeknews_ner.values.tables import expand, number_words, table
from greeknews_ner.values.words import Token, tokenize


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency word.

    Attributes:
        code: ISO 4217 code where no country is named; none where that would be a guess.
        by_country: Codes by the country that an adjective or genitive names.
        share: How many of the currency this word is: 0.01 for λεπτά and πένες.
    """

    code: str | None
    by_country: dict[str, str]
    share: Decimal


@cache
def currency_words() -> dict[str, Currency]:
    """Folded words and symbols of currencies."""
    return {
        form: Currency(
            entry.get("code"), entry.get("by_country", {}), Decimal(entry.get("share", "1"))
        )
        for entry in table("currencies")["currency"]
        for form in expand(entry)
    }


def parse_money(text: str) -> MoneyValue | None:
    """The sum that an expression means.

    Args:
        text: Such as ``2,3 δισ. ευρώ``, ``€500 εκατ.``, ``μισό εκατομμύριο ευρώ``.

    Returns:
        Amount and currency. The amount is none for ranges (10-12 εκατ. ευρώ) and vague sums
        (δεκάδες εκατομμύρια ευρώ); the currency is none where none is named or where its name
        belongs to many (κορόνες). None if the text has neither a number nor a currency.
    """
    text = text[: MAX_LENGTH + 1]
    if len(text) > MAX_LENGTH:
        return None
    tokens = split_notes(tokenize(text))
    found = find_numbers(tokens)
    named = [(index, *currency) for index, currency in find_currencies(tokens)]
    if not found and not named:
        return None
    if len(found) == 1 and len(named) > 1:  # 4,5 λίρες ανά δολάριο
        named = [min(named, key=lambda one: _distance(found[0], one[0]))]
    codes = {code for _, _, code in named}
    currency = codes.pop() if len(codes) == 1 else None
    if len(codes) > 0 or not found:
        return MoneyValue(None, currency)
    return MoneyValue(_amount(tokens, found, [(i, c) for i, c, _ in named]), currency)


def _distance(number: Number, index: int) -> int:
    return number.start - index if index < number.start else index - number.end + 1


def split_notes(tokens: list[Token]) -> list[Token]:
    """Split πεντόευρο, 20ευρω, δεκάευρο into number and currency."""
    result = []
    for token in tokens:
        head, _, tail = token.key.rpartition("ευρ")
        if token.kind == "word" and head and tail in {"ω", "ο", "α", "ου"}:
            cut = token.start + len(token.text) - len("ευρ" + tail)
            number = head if head in number_words() else _note(head)
            if number is not None:
                result.append(Token(token.text, number, token.start, cut, "word"))
                result.append(Token(token.text, "ευρω", cut, token.end, "word"))
                continue
        result.append(token)
    return result


def find_currencies(tokens: Sequence[Token]) -> list[tuple[int, tuple[Currency, str | None]]]:
    """The currency words of a token sequence with the codes that their surroundings give."""
    words = currency_words()
    country = _country(tokens)
    found = []
    for index, token in enumerate(tokens):
        currency = words.get(token.key)
        if currency is None and re.fullmatch("[A-Z]{3}", token.text):
            currency = _iso(token.text)
        if currency is None:
            continue
        code = currency.by_country.get(country, currency.code) if country else currency.code
        found.append((index, (currency, code)))
    return found


@cache
def _iso(code: str) -> Currency | None:
    return Currency(code, {}, Decimal(1)) if code in currency_codes() else None


@cache
def _countries() -> dict[str, str]:
    countries = table("currencies")["country"].items()
    return {fold_word(stem): code for code, stems in countries for stem in stems}


def _country(tokens: Sequence[Token]) -> str | None:
    for token in tokens:
        for stem, code in _countries().items():
            if token.key.startswith(stem):
                return code
    return None


def _note(head: str) -> str | None:
    notes: list[dict[str, str]] = table("currencies")["note"]
    return next(
        (fold_word(note["number"]) for note in notes if fold_word(note["head"]) == head), None
    )


def _amount(
    tokens: Sequence[Token], found: list[Number], named: list[tuple[int, Currency]]
) -> Decimal | None:
    if len(found) == 1:
        value = signed(tokens, found[0])
        if value is None:
            return None
        if tokens[0].key == "-" and value > 0 and tokens[1].key in currency_words():  # -€2,4 δισ.
            value = -value
        return value * (named[0][1].share if named else Decimal(1))
    if len(found) == 2 and len(named) == 2:  # 1 ευρώ και 20 λεπτά
        whole, parts = found
        (first, major), (second, minor) = named
        if whole.end <= first < parts.start < parts.end <= second and minor.share < major.share:
            if whole.value is None or parts.value is None:
                return None
            return whole.value * major.share + parts.value * minor.share
    return None
