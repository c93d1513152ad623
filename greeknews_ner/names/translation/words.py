"""The words of a name as they are written: cut apart, spelt out, and of what kind each is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greeknews_ner.names.folding import fold
from greeknews_ner.names.translation.vocabulary import vocabulary

LINKS = {"και": " and ", "κι": " and ", "&": " & ", ",": ", ", "-": " - ", "–": " – ", "—": " – "}
LINKS |= {"/": " / "}
"""What joins two phrases, in English."""
LATIN = re.compile(r"[^\u0370-\u03ff\u1f00-\u1fff]*[A-Za-z][^\u0370-\u03ff\u1f00-\u1fff]*")
CODE = re.compile(r"\d[\d./:\-]*(?:/?[Α-ΩA-Z]{1,4})?['’΄´]?(?:/\d+)?")
ACRONYM = re.compile(r"(?:[Α-Ω]\.?){2,6}")
SERIES = re.compile(r"[Α-Ω]['’΄´]")
INITIAL = re.compile(r"[^\W\d_]{1,2}\.")
_TOKEN = re.compile(r"[^\s,«»\"“”()‘]+|,")
_QUOTES = frozenset({"'", "’", "`"})
_ABBREVIATIONS = {
    "αρ.": "άρθρο",
    "αρθ.": "άρθρο",
    "ν.": "νόμος",
    "ν": "νόμος",
    "λ.": "λεωφόρος",
    "λεωφ.": "λεωφόρος",
    "πλ.": "πλατεία",
}
_LAWS = frozenset({"ν.", "ν", "αρ.", "αρθ."})
_SHOUTED = 4


def tokens(name: str) -> list[str]:
    """The words of a name, with commas apart and without quotes and brackets.

    A hyphen between the words of two phrases stands alone: Ευρωπαϊκής Ένωσης-Δυτικών Βαλκανίων.
    """
    words: list[str] = []
    for word in _TOKEN.findall(name):
        first, hyphen, last = word.partition("-")
        if hyphen and _is_noun_and_adjective(fold(first), fold(last)):
            words += [first, hyphen, last]
        elif word not in _QUOTES:
            words.append(word)
    return words


def _is_noun_and_adjective(first: str, last: str) -> bool:
    table = vocabulary()
    return (
        table.noun(first) is not None
        and table.noun(last) is None
        and table.adjective(last) is not None
    )


def spelt_out(words: Sequence[str]) -> list[str]:
    """The words with the shortest abbreviations written out, where what follows tells them."""
    return [
        _ABBREVIATIONS[word.lower()]
        if word.lower() in _ABBREVIATIONS
        and position + 1 < len(words)
        and words[position + 1][:1].isdigit() == (word.lower() in _LAWS)
        and (position == 0 or word.lower() in _LAWS)
        else word
        for position, word in enumerate(words)
    ]


def looked_up_by(word: str, *, is_name: bool) -> str:
    """What a word is looked up by; nothing in the vocabulary for a name in capitals (ΥΓΕΙΑ)."""
    if is_name:
        return word
    folded = fold(word)
    # Two spellings are in use: εταιρεία and εταιρία.
    return re.sub("^εταιρι", "εταιρει", folded) or word


def is_name_in_capitals(word: str) -> bool:
    """Whether a word in capitals is too long for an acronym of a few letters."""
    return len(word) >= _SHOUTED and word.isalpha() and word.isupper()
