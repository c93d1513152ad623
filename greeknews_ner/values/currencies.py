"""Currencies as texts name them: by word, symbol, code, and by whose they are.

The words in all their forms are the table's; which «δολάρια Γουιάνας» or «λίρα Γιβραλτάρ» is meant
comes from CLDR, through Babel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from babel.core import get_global
from babel.numbers import get_currency_name, list_currencies

from greeknews_ner.codes import currency_codes
from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.tables import expand, table
from greeknews_ner.values.words import Token, tokenize

LOCALE = "el"


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


class NamedCurrency(NamedTuple):
    """A currency in a token sequence.

    Attributes:
        start: Index of its first token.
        end: Index after its last token, the country's name included if CLDR has it so.
        code: ISO 4217 code; none where that would be a guess.
        share: How many of the currency the word is: 0.01 for λεπτά.
    """

    start: int
    end: int
    code: str | None
    share: Decimal


@cache
def cldr_names() -> dict[tuple[str, ...], str]:
    """CLDR's Greek names of currencies of more than one word, folded, with their codes.

    Where a former currency has the name of one in use, the one in use has it.
    """
    in_use = {
        code
        for currencies in get_global("territory_currencies").values()
        for code, _, end, _ in currencies
        if end is None
    }
    names = {}
    for code in sorted(list_currencies(LOCALE), key=lambda code: (code in in_use, code)):
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale=LOCALE)
            words = tuple(token.key for token in tokenize(name))
            if len(words) > 1 and "(" not in words and words[1] != "-":
                names[words] = code
    return names


@cache
def _cldr_owners() -> dict[tuple[str, tuple[str, ...]], str]:
    """What follows a currency word in CLDR: the word's first form in the table and the rest."""
    owners = {}
    for words, code in cldr_names().items():
        if words[0] in _first_forms():
            owners[_first_forms()[words[0]], words[1:]] = code
    return owners


@cache
def _first_forms() -> dict[str, str]:
    first = {}
    for entry in table("currencies")["currency"]:
        forms = list(expand(entry))
        first.update(dict.fromkeys(forms, forms[0]))
    return first


@cache
def _longest_name() -> int:
    return max(map(len, cldr_names()))


def find_currencies(tokens: Sequence[Token]) -> list[NamedCurrency]:
    """The currencies that a token sequence names, with the codes that their surroundings give."""
    country = _country(tokens)
    found = []
    index = 0
    while index < len(tokens):
        currency = _at(tokens, index, country)
        if currency is None:
            index += 1
        else:
            found.append(currency)
            index = currency.end
    return found


def _at(tokens: Sequence[Token], index: int, country: str | None) -> NamedCurrency | None:
    token = tokens[index]
    currency = currency_words().get(token.key)
    if currency is None and re.fullmatch("[A-Z]{3}", token.text):
        code = token.text if token.text in currency_codes() else None
        return NamedCurrency(index, index + 1, code, Decimal(1)) if code else None
    owned = index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper()
    if owned and (currency is not None or token.kind == "word"):
        for length in range(min(_longest_name(), len(tokens) - index), 1, -1):
            words = tuple(one.key for one in tokens[index : index + length])
            code = cldr_names().get(words)
            if code is None and currency is not None:
                code = _cldr_owners().get((_first_forms()[token.key], words[1:]))
            if code is not None:
                return NamedCurrency(index, index + length, code, Decimal(1))
    if currency is None:
        return None
    code = currency.by_country.get(country, currency.code) if country else currency.code
    return NamedCurrency(index, index + 1, code, currency.share)


@cache
def _countries() -> dict[str, str]:
    countries = table("currencies")["country"].items()
    return {fold_word(stem): code for code, stems in countries for stem in stems}


def _country(tokens: Sequence[Token]) -> str | None:
    """The country of the first adjective or genitive that names one."""
    for token in tokens:
        for stem, code in _countries().items():
            if token.key.startswith(stem):
                return code
    return None
