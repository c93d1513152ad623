"""A date or time expression as items: the words that mean something, with what they mean.

Each item has a one-letter symbol, so that rules can be regular expressions over symbols:

====== ======================================= ====== =====================================
``n``  number                                  ``U``  unit: day, month, year …
``Y``  year in four digits                     ``P``  number and unit in one word (τρίμηνο)
``y``  year in two digits (’60)                ``<``  direction: περασμένος, επόμενος
``o``  ordinal                                 ``L``  τελευταίος
``D``  day, month and year in digits           ``p``  part of the day
``Q``  month and year in digits                ``C``  time in digits
``M``  month                                   ``q``  and, or less, a quarter
``W``  day of the week                         ``E``  start, middle, end
``S``  season                                  ``A``  ago
``F``  feast                                   ``B``  before Christ; ``N`` after
``T``  today, yesterday …                      ``-``  up to; ``+`` and
``R``  this year, last year …                  ``e``  eve; ``k`` every; ``s`` the same
``~``  about                                   ``v``  a vague number; ``i`` within; ``f`` since
====== ======================================= ====== =====================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.numbers import read_number
from greeknews_ner.values.ordinals import read_ordinal
from greeknews_ner.values.tables import expand, table, word_list
from greeknews_ner.values.words import Token, adjoins


class Item(NamedTuple):
    """A meaningful piece of an expression.

    Attributes:
        symbol: Its kind, one letter.
        value: What it means; the type depends on the kind.
        start: Index of its first token.
        end: Index after its last token.
    """

    symbol: str
    value: Any
    start: int
    end: int


_WORD_SYMBOLS = {
    "ago": "A",
    "since": "f",
    "within": "i",
    "before_christ": "B",
    "anno_domini": "N",
    "range": "-",
    "both": "+",
    "approximate": "~",
    "eve": "e",
    "day_of": "d",
    "every": "k",
    "same": "s",
    "to": "m",
}
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_DAY = re.compile(r"([0-9]{1,2})\s?([/.\-])\s?([0-9]{1,2})\s?\2\s?([0-9]{4}|[0-9]{2})(?![0-9])")
_MONTH = re.compile(r"([0-9]{1,2})\s?[/]\s?([0-9]{4})(?![0-9])")
_SHORT = re.compile(r"([0-9]{1,2})([/.])([0-9]{1,2})(?![0-9.,/])")
_YEARS = re.compile(r"([12][0-9]{3})\s?([-–—‒‑/])\s?([0-9]{4}|[0-9]{2})(?![0-9.,/\-])")
_CLOCK = re.compile(r"([0-9]{1,2})([.:])([0-9]{2})(?![0-9.,])")
_YEAR = re.compile(r"[12][0-9]{3}")
_ALSO_ORDINALS = frozenset(
    ["δευτερα", "δευτερασ", "τριτη", "τριτησ", "τεταρτη", "τεταρτησ", "πεμπτη", "πεμπτησ"]
)
_DASHES = frozenset("-–—‒‑")


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, Any]]:
    """Folded words and phrases of the calendar with symbol and value."""
    data = table("calendar")
    found: dict[str, tuple[str, Any]] = {}
    for name, symbol in _WORD_SYMBOLS.items():
        found.update({fold_word(form): (symbol, name) for form in data["words"][name]})
    for group, symbol, field in (
        ("month", "M", "number"),
        ("weekday", "W", "number"),
        ("season", "S", "code"),
        ("day", "T", "offset"),
        ("year", "R", "offset"),
        ("direction", "<", "step"),
        ("unit", "U", "name"),
        ("edge", "E", "name"),
    ):
        for entry in data[group]:
            found.update(dict.fromkeys(expand(entry), (symbol, entry[field])))
    for entry in data["part"]:
        found.update(dict.fromkeys(expand(entry), ("p", entry)))
    found.update(dict.fromkeys(expand(data["last"]), ("L", None)))
    for feast in table("feasts")["feast"]:
        found.update({fold_word(name): ("F", feast) for name in feast["names"]})
    found.update(dict.fromkeys(word_list("numbers", "vague"), ("v", None)))
    found.update({fold_word(form): ("K", None) for form in data["words"]["this_month"]})
    found.update({fold_word(form): ("R", 0) for form in data["words"]["this_year"]})
    found.update({fold_word("και τέταρτο"): ("q", 15), fold_word("παρά τέταρτο"): ("q", -15)})
    return {tuple(form.split()): meaning for form, meaning in found.items()}


@cache
def _compounds() -> tuple[dict[str, Decimal], dict[str, str]]:
    """Fronts and backs of words like τρίμηνο and 48ωρο, folded."""
    data = table("calendar")["compound"]
    fronts = {
        fold_word(stem): Decimal(entry["value"])
        for entry in data["fronts"]
        for stem in entry["stems"]
    }
    backs = {form: entry["unit"] for entry in data["backs"] for form in expand(entry)}
    return fronts, backs


@cache
def _skipped() -> frozenset[str]:
    return frozenset(map(fold_word, table("calendar")["words"]["skipped"]))


@cache
def _longest_phrase() -> int:
    return max(map(len, phrases()))


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
    while index < len(tokens):
        item = _read_item(text, tokens, index, clock)
        if item is None:
            index += 1
            continue
        items.extend(item)
        index = item[-1].end
    return items


def read_compound(tokens: Sequence[Token], index: int) -> Item | None:
    """Read τρίμηνο, πενταετία, 48ωρο, 8μηνης."""
    fronts, backs = _compounds()
    token = tokens[index]
    if token.kind == "digits":
        if index + 1 < len(tokens) and adjoins(token, tokens[index + 1]):
            unit = backs.get(tokens[index + 1].key)
            number = read_number(tokens, index)
            if unit and number and number.value is not None:
                return Item("P", (number.value, unit), index, index + 2)
        return None
    if token.key in {"δεκαετια", "δεκαετιασ", "δεκαετιεσ", "δεκαετιων"}:
        return None
    for cut in range(len(token.key) - 1, 1, -1):
        if token.key[:cut] in fronts and token.key[cut:] in backs:
            return Item("P", (fronts[token.key[:cut]], backs[token.key[cut:]]), index, index + 1)
    return None


def _read_item(text: str, tokens: Sequence[Token], index: int, clock: bool) -> list[Item] | None:
    token = tokens[index]
    if token.kind == "digits":
        return _read_digits(text, tokens, index, clock)
    if token.kind == "prime":
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following and following.kind == "digits" and re.fullmatch("[0-9]{2}", following.text):
            return [Item("y", int(following.text), index, index + 2)]
        return None
    if token.key in _DASHES:
        return [Item("-", None, index, index + 1)]
    if token.kind == "word" and len(token.key) <= 4:
        ordinal = read_ordinal(tokens, index)
        if ordinal is not None and tokens[ordinal.end - 1].kind == "prime":
            return [Item("o", ordinal.value, index, ordinal.end)]
    weekday = _is_weekday(tokens, index)
    for length in range(min(_longest_phrase(), len(tokens) - index), 0, -1):
        key = tuple(piece.key for piece in tokens[index : index + length])
        if key in phrases():
            symbol, value = phrases()[key]
            if symbol == "W" and not weekday:
                continue
            if symbol == "+" and not 0 < index < len(tokens) - 1:
                continue
            return [Item(symbol, value, index, index + length)]
    if token.key in _skipped():
        return None
    compound = read_compound(tokens, index)
    if compound is not None:
        return [compound]
    ordinal = read_ordinal(tokens, index)
    if ordinal is not None:
        return [Item("o", ordinal.value, index, ordinal.end)]
    number = read_number(tokens, index)
    if number is not None:
        if number.value is None:
            return [Item("v", None, index, number.end)]
        return [Item("n", number.value, index, number.end)]
    return None


def _read_digits(text: str, tokens: Sequence[Token], index: int, clock: bool) -> list[Item]:
    start = tokens[index].start
    if match := _ISO.match(text, start):
        return [_dated(tokens, index, match, int(match[3]), int(match[2]), int(match[1]))]
    if match := _DAY.match(text, start):
        year = int(match[4])
        if len(match[4]) == 2:
            year += 2000 if year < 50 else 1900
        if int(match[1]) <= 31 and int(match[3]) <= 12:
            return [_dated(tokens, index, match, int(match[1]), int(match[3]), year)]
    if (match := _MONTH.match(text, start)) and int(match[1]) <= 12:
        value = (int(match[1]), int(match[2]))
        return [Item("Q", value, index, _end(tokens, index, match.end()))]
    if match := _YEARS.match(text, start):
        first = int(match[1])
        second = int(match[3]) if len(match[3]) == 4 else first // 100 * 100 + int(match[3])
        if second > first:
            end = _end(tokens, index, match.end())
            return [
                Item("Y", first, index, index + 1),
                Item("-", None, index + 1, index + 2),
                Item("Y", second, index + 2, end),
            ]
    day = _SHORT.match(text, start)
    is_day = day is not None and 0 < int(day[1]) <= 31 and 0 < int(day[3]) <= 12
    time = _CLOCK.match(text, start)
    if time is not None and (int(time[1]) > 24 or int(time[3]) > 59):
        time = None
    if time is not None and (clock or time[2] == ":" or not is_day):
        value = (int(time[1]), int(time[3]))
        return [Item("C", value, index, _end(tokens, index, time.end()))]
    if day is not None and is_day and (day[2] == "/" or not clock):
        return [_dated(tokens, index, day, int(day[1]), int(day[3]), None)]
    return _read_number(tokens, index)


def _read_number(tokens: Sequence[Token], index: int) -> list[Item]:
    compound = read_compound(tokens, index)
    if compound is not None:
        return [compound]
    ordinal = read_ordinal(tokens, index)
    if ordinal is not None:
        return [Item("o", ordinal.value, index, ordinal.end)]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    number = read_number(tokens, index)
    if number is None:
        return [Item("?", None, index, index + 1)]
    if following and following.kind == "prime" and adjoins(tokens[index], following):
        return [Item("P", (number.value, "minute"), index, index + 2)]
    if _YEAR.fullmatch(tokens[index].text) and number.end == index + 1:
        return [Item("Y", int(tokens[index].text), index, index + 1)]
    return [Item("n", number.value, index, number.end)]


def _dated(
    tokens: Sequence[Token],
    index: int,
    match: re.Match[str],
    day: int,
    month: int,
    year: int | None,
) -> Item:
    return Item("D", (day, month, year), index, _end(tokens, index, match.end()))


def _end(tokens: Sequence[Token], index: int, offset: int) -> int:
    while index < len(tokens) and tokens[index].start < offset:
        index += 1
    return index


def _is_weekday(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that may be a weekday is one: Τρίτη, not τρίτη; Τετάρτη, not τέταρτη."""
    text = tokens[index].text
    key = tokens[index].key
    if key not in _ALSO_ORDINALS:
        return True
    if not text[:1].isupper():
        alone = sum(token.kind == "word" for token in tokens) == 1
        return alone or "έρα" in text or "άρτη" in text
    if text.startswith(("Δεύ", "Τέταρτη")):
        return False
    following = tokens[index + 1].key if index + 1 < len(tokens) else ""
    meaning = phrases().get((following,))
    return meaning is None or meaning[0] not in "UWP"
