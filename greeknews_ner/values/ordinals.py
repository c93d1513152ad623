"""Ordinal numbers: πρώτος, 21ης, εικοστός πρώτος, ΙΔ΄."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from greeknews_ner.values.digits import parse_digits
from greeknews_ner.values.folding import fold_word
from greeknews_ner.values.numbers import MAX_LENGTH, read_numeral
from greeknews_ner.values.numerals import parse_greek_numeral
from greeknews_ner.values.tables import ordinal_words, word_list
from greeknews_ner.values.words import Token, adjoins, tokenize

_GREEK_ALONE = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+")


class Ordinal(NamedTuple):
    """An ordinal in a token sequence.

    Attributes:
        value: Its place in the order, from 1.
        start: Index of its first token.
        end: Index after its last token.
    """

    value: int
    start: int
    end: int


def read_ordinal(tokens: Sequence[Token], start: int) -> Ordinal | None:
    """Read the longest ordinal that begins at a token; none if there is none."""
    token = tokens[start]
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    if following is not None and adjoins(token, following):
        if token.kind == "digits" and following.key in word_list("numbers", "ordinal_suffixes"):
            value = parse_digits(token.key)
            if value and value == int(value):
                return Ordinal(int(value), start, start + 2)
        if token.kind == "word" and following.kind == "prime" and len(token.key) <= 4:
            numeral = parse_greek_numeral(token.key)
            if numeral is not None and (start == 0 or tokens[start - 1].kind != "prime"):
                return Ordinal(numeral, start, start + 2)
    return _read_words(tokens, start)


def may_be_ordinal(word: str) -> bool:
    """Whether it is worth while to read a single word as an ordinal; a quick look.

    Args:
        word: Letters alone.
    """
    if word.isupper() or not _GREEK_ALONE.fullmatch(word):
        return True
    return fold_word(word) in ordinal_words()


def parse_ordinal(text: str) -> int | None:
    """The place in an order that an ordinal expression means.

    Args:
        text: An ordinal in digits with ending (4ος), in words (εικοστή πρώτη), as a Greek numeral
            (ΙΔ΄) or a Roman one (XIV), with or without words around it.

    Returns:
        The place, from 1; none if there is no ordinal or more than one.
    """
    text = text[: MAX_LENGTH + 1]
    if len(text) > MAX_LENGTH:
        return None
    tokens = [token for token in tokenize(text) if token.kind != "sign"]
    numeral = read_numeral(tokens)
    if numeral is not None:
        return numeral
    found = find_ordinals(tokens)
    if found:
        return found[0].value if len({ordinal.value for ordinal in found}) == 1 else None
    if len(tokens) == 1 and len(tokens[0].key) > 1 and tokens[0].text.isupper():
        return parse_greek_numeral(tokens[0].key)
    if not tokens or any(token.key not in _labels() for token in tokens[:-1]):
        return None
    number = parse_digits(tokens[-1].key) if tokens[-1].kind == "digits" else None
    return int(number) if number and number == int(number) else None


def _labels() -> frozenset[str]:
    return word_list("numbers", "fillers")


def find_ordinals(tokens: Sequence[Token]) -> list[Ordinal]:
    """All ordinals of a token sequence, from left to right, without overlap."""
    found = []
    index = 0
    while index < len(tokens):
        ordinal = read_ordinal(tokens, index)
        if ordinal is None:
            index += 1
        else:
            found.append(ordinal)
            index = ordinal.end
    return found


def _read_words(tokens: Sequence[Token], start: int) -> Ordinal | None:
    words = ordinal_words()
    total, index, room = 0, start, 10_000_000
    while index < len(tokens):
        key = tokens[index].key
        if key == "εκτοσ" and _is_outside(tokens, index):
            break
        value = words.get(key)
        if value is None or value >= room:
            break
        total += value
        room = 1 if value < 10 or value in {11, 12} else 10 ** (len(str(value)) - 1)
        index += 1
    return Ordinal(total, start, index) if total else None


def _is_outside(tokens: Sequence[Token], index: int) -> bool:
    """Whether εκτος is the adverb εκτός: by its accent, in capitals where no article says έκτος."""
    text = unicodedata.normalize("NFC", tokens[index].text)
    if not text.isupper() or "Έ" in text:
        return "ό" in text
    if index:
        return tokens[index - 1].key not in {"ο", "και"}
    return len(tokens) > 1
