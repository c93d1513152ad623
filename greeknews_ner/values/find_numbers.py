"""Money, percentages, quantities and numbers in running text."""

from __future__ import annotations

import re

from greeknews_ner.values.calendar_words import calendar_list
from greeknews_ner.values.currencies import currency_words
from greeknews_ner.values.numbers import read_number
from greeknews_ner.values.ordinals import read_ordinal
from greeknews_ner.values.passage import DASHES, Found, Passage
from greeknews_ner.values.quantity import read_unit
from greeknews_ner.values.tables import word_list
from greeknews_ner.values.words import adjoins

_LONG_UNITS = frozenset({"s", "min", "h", "d", "week", "month", "a"})
_CLOCK_LIKE = re.compile(r"[0-9]{1,2}[.:](?:[0-9]{2})")
_CLOSING = frozenset('.,;):»!…·]”"')


def find_money(passage: Passage, index: int) -> Found | None:
    """The sum of money that begins at a token, if any."""
    words, token = currency_words(), passage.tokens[index]
    start = index + 1 if token.key in DASHES and not passage.is_stuck(index + 1) else index
    if passage.key(start) in words and not passage.key(start).isalpha():  # €500 εκατ.
        end = passage.number_end(start + 1) if start + 1 < len(passage.tokens) else None
        return Found(end, "MONEY") if end else None
    end = passage.number_end(index)
    if end is None:
        return None
    currency = words.get(passage.key(end))
    if currency is None and passage.key(end + 1) in words:  # 100 τουρκικές λίρες
        currency = words[passage.key(end + 1)]
        if not currency.by_country or passage.tokens[end].kind != "word":
            return None
        end += 1
    if currency is None or currency.share != 1:
        return None
    if passage.key(end) in word_list("currencies", "unsure") and token.kind != "digits":
        return None
    if passage.key(end + 1) in {"ηπα", "καναδα", "αυστραλιασ", "αγγλιασ"}:
        end += 1
    return Found(end + 1, "MONEY")


def find_percent(passage: Passage, index: int) -> Found | None:
    """The percentage that begins at a token, if any."""
    signed = passage.key(index) in {"+", "-"} and index + 1 < len(passage.tokens)
    end = passage.number_end(index + signed)
    if end is None:
        return None
    if passage.key(end) in {"%", "‰"}:
        if passage.key(end + 1) in DASHES and passage.key(end + 3) == "%":  # 60%-65%
            return Found(end + 4, "PERCENT")
        return Found(end + 1, "PERCENT")
    if (passage.key(end), passage.key(end + 1)) in {("τοισ", "εκατο"), ("τοισ", "χιλιοισ")}:
        return Found(end + 2, "PERCENT")
    return None


def find_quantity(passage: Passage, index: int) -> Found | None:
    """The measurement that begins at a token, if any."""
    end = passage.number_end(index)
    if end is None or end >= len(passage.tokens):
        return None
    unit = read_unit(passage.tokens, end)
    if unit is None or unit.symbol in _LONG_UNITS:
        return None
    if unit.end == unit.start + 1 and passage.key(unit.start) in word_list("units", "unsure"):
        return None
    following = passage.tokens[unit.end] if unit.end < len(passage.tokens) else None
    is_word = following is not None and following.kind in ("word", "digits")
    if is_word and following and adjoins(passage.tokens[unit.end - 1], following):
        return None
    return Found(unit.end, "QUANTITY")


def find_ordinal(passage: Passage, index: int) -> Found | None:
    """The ordinal number that begins at a token, if any."""
    ordinal = read_ordinal(passage.tokens, index)
    if ordinal is None or passage.tokens[ordinal.end - 1].kind == "prime":
        return None
    if passage.is_stuck(index) or not 0 < ordinal.value < 1000:
        return None
    if passage.key(index) in word_list("numbers", "not_ordinals"):
        return None
    number = read_number(passage.tokens, index - 1) if index else None
    if number is not None and ordinal.value > 2 and passage.key(index).endswith(("α", "ο")):
        return None  # δύο τρίτα, ένα τέταρτο
    return Found(ordinal.end, "ORDINAL")


def find_cardinal(passage: Passage, index: int) -> Found | None:
    """The number that begins at a token, if any; no articles, labels, times or scores."""
    tokens = passage.tokens
    number = read_number(tokens, index)
    if number is None or number.value is None or passage.is_stuck(index):
        return None
    alone = number.end == index + 1
    if alone and passage.key(index) in word_list("numbers", "indefinite_article"):
        return None
    if _CLOCK_LIKE.fullmatch(tokens[index].key) or _is_label(passage, index):
        return None
    if number.end < len(tokens):
        following = tokens[number.end]
        if adjoins(tokens[number.end - 1], following) and following.key not in _CLOSING:
            return None
    return Found(number.end, "CARDINAL")


def _is_label(passage: Passage, index: int) -> bool:
    """Whether digits name something: άρθρο 15, iPhone 8, Σίνα 31."""
    if passage.tokens[index].kind != "digits" or index == 0:
        return False
    before = passage.tokens[index - 1]
    if before.key in calendar_list("find", "before_label") or before.key in {"+", "#", "№"}:
        return True
    if before.kind != "word":
        return False
    if before.key.isascii():
        return True
    starts = index == 1 or passage.key(index - 2) in {".", "!", ";", "«", ":", '"'}
    return before.text[:1].isupper() and before.text[1:].islower() and not starts
