"""A date or time expression as items: the words that mean something, with what they mean.

Each item has a one-letter symbol, so that rules can be regular expressions over symbols:

====== ======================================= ====== =====================================
``n``  number                                  ``U``  unit: day, month, year …
``Y``  year in four digits                     ``P``  number and unit in one word (τρίμηνο)
``y``  year in two digits (’60)                ``<``  direction: περασμένος, επόμενος
``o``  ordinal                                 ``L``  τελευταίος
``D``  day, month and year in digits           ``p``  part of the day
``Q``  month and year in digits                ``C``  time in digits
``M``  month                                   ``q``  a quarter past, or to
``W``  day of the week                         ``m``  minutes to (παρά)
``S``  season                                  ``h``  o'clock (η ώρα)
``F``  feast                                   ``E``  start, middle, end
``T``  today, yesterday …                      ``A``  ago
``R``  this year, last year …                  ``B``  before Christ; ``N`` after
``K``  of this month                           ``-``  up to; ``+`` and
``e``  eve; ``d`` the very day                 ``f``  since; ``i`` within; ``b`` between
``~``  about                                   ``v``  a vague number
``k``  every; ``s`` the same                   ``z``  and more; ``?`` no number
====== ======================================= ====== =====================================
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from greeknews_ner.values.calendar_words import (
    calendar_list,
    compounds,
    longest_phrase,
    phrases,
    short_names,
)
from greeknews_ner.values.numbers import read_number
from greeknews_ner.values.numerals import parse_roman_numeral
from greeknews_ner.values.ordinals import read_ordinal
from greeknews_ner.values.words import Token, adjoins
from greeknews_ner.values.written_dates import read_written


class Item(NamedTuple):
    """A meaningful piece of an expression.

    Attributes:
        symbol: Its kind, one letter.
        value: What it means; the type depends on the kind.
        start: Index of its first token.
        end: Index after its last token.
        key: Folded first word.
    """

    symbol: str
    value: Any
    start: int
    end: int
    key: str = ""


_YEAR = re.compile("[12][0-9]{3}")
_DASHES = frozenset("-–—‒‑")
_LISTED = frozenset("noYy")


def has_unknown_words(tokens: Sequence[Token], items: Sequence[Item]) -> bool:
    """Whether a word of an expression is neither in an item nor one to skip (22 χώρες)."""
    known = {index for item in items for index in range(item.start, item.end)}
    return any(
        token.kind == "word" and index not in known and token.key not in skipped_words()
        for index, token in enumerate(tokens)
    )


def skipped_words() -> frozenset[str]:
    """Articles, prepositions and the like, folded."""
    return calendar_list("words", "skipped")


def read_items(text: str, tokens: Sequence[Token], *, clock: bool) -> list[Item]:
    """The items of an expression, from left to right.

    Words without a meaning of their own (articles, prepositions, εργάσιμες) leave no item.

    Args:
        text: The text that was tokenised.
        tokens: Its tokens.
        clock: Whether 14.10 is rather a time than the fourteenth of October.
    """
    items: list[Item] = []
    index = 0
    comma = False
    while index < len(tokens):
        found = _read(text, tokens, index, clock)
        if not found:
            comma = tokens[index].key == ","
            index += 1
            continue
        key = tokens[index].key
        found = [item._replace(key=item.key or key) for item in found]
        if comma and items and {items[-1].symbol, found[0].symbol} <= _LISTED:  # 8, 9 και 10 Μαΐου
            items.append(Item("+", "both", index, index, ","))
        repeated = items and found[0].symbol == "n" and items[-1][:2] == found[0][:2]
        items.extend(found[1:] if repeated else found)  # τριών (3) μηνών
        index = found[-1].end
        comma = False
    return items


def read_compound(tokens: Sequence[Token], index: int) -> Item | None:
    """Read τρίμηνο, πενταετία, 48ωρο, 8μηνης; none for δεκαετία, which is a unit of its own."""
    fronts, backs = compounds()
    token = tokens[index]
    if token.kind == "digits":
        if index + 1 == len(tokens) or not adjoins(token, tokens[index + 1]):
            return None
        back = tokens[index + 1].key
        unit = backs.get(back) or backs.get(back.removeprefix("α"))  # 20άλεπτο
        number = read_number(tokens, index)
        if unit and number and number.value is not None:
            return Item("P", (number.value, unit), index, index + 2)
        return None
    if phrases().get((token.key,)) is not None:
        return None
    for cut in range(len(token.key) - 1, 1, -1):
        if token.key[:cut] in fronts and token.key[cut:] in backs:
            return Item("P", (fronts[token.key[:cut]], backs[token.key[cut:]]), index, index + 1)
    return None


def _read(text: str, tokens: Sequence[Token], index: int, clock: bool) -> list[Item] | None:
    token = tokens[index]
    if token.kind == "digits":
        return _read_digits(text, tokens, index, clock)
    if token.kind == "prime":
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following and following.kind == "digits" and re.fullmatch("[0-9]{2}", following.key):
            return [Item("y", int(following.key), index, index + 2)]
        return None
    if token.key in _DASHES:
        return [Item("-", None, index, index + 1)]
    item = _numeral(tokens, index) or _phrase(tokens, index)
    if item is None and token.key not in skipped_words():
        item = read_compound(tokens, index) or _number(tokens, index)
    return [item] if item else None


def _numeral(tokens: Sequence[Token], index: int) -> Item | None:
    """Α΄, ΙΘ΄, and XIX before αιώνας; letters that other words would take."""
    following = tokens[index + 1].key if index + 1 < len(tokens) else ""
    if tokens[index].text.isupper() and phrases().get((following,)) == ("U", "century"):
        century = parse_roman_numeral(tokens[index].key)
        if century is not None:
            return Item("o", century, index, index + 1)
    ordinal = read_ordinal(tokens, index) if len(tokens[index].key) <= 4 else None
    if ordinal is None or tokens[ordinal.end - 1].kind != "prime":
        return None
    return Item("o", ordinal.value, index, ordinal.end)


def _phrase(tokens: Sequence[Token], index: int) -> Item | None:
    for length in range(min(longest_phrase(), len(tokens) - index), 0, -1):
        key = tuple(piece.key for piece in tokens[index : index + length])
        meaning = phrases().get(key)
        if meaning is None:
            continue
        if meaning.symbol == "W" and not _is_weekday(tokens, index):
            continue
        if meaning.symbol in "MW" and not _is_written_out(tokens, index):
            continue
        if meaning.symbol == "+" and not _joins(tokens, index):
            continue
        return Item(meaning.symbol, meaning.value, index, index + length)
    return None


def _is_written_out(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is no short name, or surely one: Ιαν. and 3 Ιαν, but not Ίαν."""
    token = tokens[index]
    if token.key not in short_names() or token.text.endswith("."):
        return True
    return any(near.kind == "digits" for near in tokens[max(0, index - 1) : index + 2])


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether και, & or ή stands between two things; η without accent is the article."""
    between = 0 < index < len(tokens) - 1
    article = tokens[index].key == "η" and unicodedata.normalize("NFC", tokens[index].text) != "ή"
    return between and not article


def _number(tokens: Sequence[Token], index: int) -> Item | None:
    ordinal = read_ordinal(tokens, index)
    if ordinal is not None:
        return Item("o", ordinal.value, index, ordinal.end)
    number = read_number(tokens, index)
    if number is None:
        return None
    return Item("v" if number.value is None else "n", number.value, index, number.end)


def _read_digits(text: str, tokens: Sequence[Token], index: int, clock: bool) -> list[Item]:
    written = read_written(text, tokens, index, clock=clock)
    if written:
        return [Item(piece.symbol, piece.value, index, piece.end) for piece in written]
    item = read_compound(tokens, index) or _number(tokens, index)
    if item is None:
        return [Item("?", None, index, index + 1)]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and following.kind == "prime" and adjoins(tokens[index], following):
        if index + 2 < len(tokens) and tokens[index + 2].key == "s":  # 70’s
            return [Item("y", int(item.value), index, index + 3)]
        return [Item("P", (item.value, "minute"), index, index + 2)]
    if item.symbol == "n" and item.end == index + 1 and _YEAR.fullmatch(tokens[index].key):
        return [Item("Y", int(tokens[index].key), index, index + 1)]
    return [item]


def _is_weekday(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that may be a weekday is one: Τρίτη, not τρίτη; Τετάρτη, not τέταρτη."""
    text = unicodedata.normalize("NFC", tokens[index].text)
    if tokens[index].key not in calendar_list("words", "weekdays_or_ordinals"):
        return True
    if not text[:1].isupper():
        alone = sum(token.kind == "word" for token in tokens) == 1
        return alone or "έρα" in text or "άρτη" in text
    if text.startswith(("Δεύ", "Τέταρτη")):
        return False
    following = tokens[index + 1].key if index + 1 < len(tokens) else ""
    meaning = phrases().get((following,))
    return meaning is None or meaning.symbol != "U"
