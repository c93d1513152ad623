"""Sums of money."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from greeknews_ner.values.currencies import NamedCurrency, currency_words, find_currencies
from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.kinds import MoneyValue
from greeknews_ner.values.numbers import EXACT, MAX_LENGTH, Number, find_numbers, signed
from greeknews_ner.values.tables import number_words, table
from greeknews_ner.values.words import Token, tokenize


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
    named = find_currencies(tokens)
    if not found and not named:
        return None
    if len(found) == 1 and len(named) > 1:  # 4,5 λίρες ανά δολάριο
        named = [min(named, key=lambda one: _distance(found[0], one.start))]
    codes = {currency.code for currency in named}
    if len(codes) > 1:
        return MoneyValue(None, None)
    currency = codes.pop() if codes else None
    return MoneyValue(_amount(tokens, found, named) if found else None, currency)


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


def _note(head: str) -> str | None:
    notes: list[dict[str, str]] = table("currencies")["note"]
    return next(
        (fold_word(note["number"]) for note in notes if fold_word(note["head"]) == head), None
    )


def _amount(
    tokens: Sequence[Token], found: Sequence[Number], named: Sequence[NamedCurrency]
) -> Decimal | None:
    if len(found) == 1:
        value = signed(tokens, found[0])
        if value is None:
            return None
        if tokens[0].key == "-" and value > 0 and tokens[1].key in currency_words():  # -€2,4 δισ.
            value = value.copy_negate()
        return EXACT.multiply(value, named[0].share if named else Decimal(1))
    if len(found) == 2 and len(named) == 2:  # 1 ευρώ και 20 λεπτά
        whole, parts = found
        major, minor = named
        in_order = whole.end <= major.start < parts.start < parts.end <= minor.start
        if in_order and minor.share < major.share and whole.value is not None:
            if parts.value is None:
                return None
            return EXACT.fma(parts.value, minor.share, whole.value)
    return None
