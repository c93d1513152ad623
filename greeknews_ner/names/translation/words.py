"""The words of a name as they are written: cut apart, spelt out, and of what kind each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from greeknews_ner.names.folding import fold
from greeknews_ner.names.translation.agreement import is_genitive
from greeknews_ner.names.translation.lands import read_words
from greeknews_ner.names.translation.vocabulary import vocabulary

LINKS = {"και": " and ", "κι": " and ", "&": " & ", ",": ", ", "-": " - ", "–": " – ", "—": " – "}
_JOINED = "\u2010"
LINKS |= {"/": " / ", _JOINED: "-"}
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
    "καν.": "κανονισμός",
}
_CODES = {
    "ΠΚ": ("του", "Ποινικού", "Κώδικα"),
    "ΑΚ": ("του", "Αστικού", "Κώδικα"),
    "ΚΠΔ": ("του", "Κώδικα", "Ποινικής", "Δικονομίας"),
    "ΚΠολΔ": ("του", "Κώδικα", "Πολιτικής", "Δικονομίας"),
    "ΚΟΚ": ("του", "Κώδικα", "Οδικής", "Κυκλοφορίας"),
}
"""Codes of law as they are shortened behind the number of an article."""
_LAWS = frozenset({"ν.", "ν", "αρ.", "αρθ.", "καν."})
_SHOUTED = 4
_NUMBERED = frozenset({"αρ.", "αριθ.", "αριθμ.", "αριθμόν", "αριθμό", "αριθ", "αριθμ"})
_UNDER = re.compile("υπ['’΄ʼ]?|[Υυ]πό")


def tokens(name: str) -> list[str]:
    """The words of a name, with commas apart and without quotes and brackets.

    A hyphen between the words of two phrases stands alone: Ευρωπαϊκής Ένωσης-Δυτικών Βαλκανίων.
    """
    words: list[str] = []
    for word in _TOKEN.findall(name):
        first, hyphen, last = word.partition("-")
        is_acronym = ACRONYM.fullmatch(first) is not None
        if hyphen and _is_noun_and_adjective(fold(first), fold(last), is_acronym=is_acronym):
            words += [first, _JOINED, last]
        elif word not in _QUOTES:
            words.append(word)
    return words


def _is_noun_and_adjective(first: str, last: str, *, is_acronym: bool) -> bool:
    table = vocabulary()
    return (
        (table.noun(first) is not None or is_acronym)
        and table.noun(last) is None
        and table.adjective(last) is not None
    )


def spelt_out(words: Sequence[str]) -> list[str]:
    """The words with the shortest abbreviations written out, where what follows tells them."""
    words = _without_number_signs(words)
    code = _CODES.get(words[-1].replace(".", "")) if len(words) > 1 else None
    if code is not None and (words[-2][:1].isdigit() or words[-2] == "του"):
        words = [*words[:-1], *(code[1:] if words[-2] == "του" else code)]
    heads = _abbreviated_head(words[0]) if len(words) > 1 else None
    if len(words) > 1 and words[0] == "Ν." and is_genitive(fold(words[1])):
        # Ν. Λευκάδας is a prefecture, Ν. Σμύρνη is Νέα.
        heads = ("νομός",)
    if heads is not None and words[1][:1].isupper():
        return [*heads, *spelt_out(words[1:])]
    return [
        _ABBREVIATIONS[word.lower()]
        if word.lower() in _ABBREVIATIONS
        and position + 1 < len(words)
        and words[position + 1][:1].isdigit() == (word.lower() in _LAWS)
        and (position == 0 or word.lower() in _LAWS)
        else word
        for position, word in enumerate(words)
    ]


def _abbreviated_head(word: str) -> tuple[str, ...] | None:
    """The full words of a shortened head; Κ.Υ lacks the point of Κ.Υ. behind it."""
    heads = abbreviated_heads()
    return heads.get(word) or (heads.get(f"{word}.") if "." in word else None)


def _without_number_signs(words: Sequence[str]) -> list[str]:
    """The words without «υπ’ αριθ.» before a number, which English leaves out."""
    kept: list[str] = []
    for position, word in enumerate(words):
        following = words[position + 1 : position + 2]
        if word in _NUMBERED and position and following and following[0][:1].isdigit():
            is_under = _UNDER.fullmatch(kept[-1]) is not None
            if is_under:
                kept.pop()
            if is_under or word != "αρ.":
                continue
        kept.append(word)
    return kept


@cache
def abbreviated_heads() -> dict[str, tuple[str, ...]]:
    """Heads as they are shortened before the name of a place, Α.Τ. or ΑΤ, with the full words."""
    return {greek: tuple(full.split()) for greek, full in read_words("abbreviations.tsv")}


def looked_up_by(word: str, *, is_name: bool) -> str:
    """What a word is looked up by; nothing in the vocabulary for a name in capitals (ΥΓΕΙΑ)."""
    if is_name:
        return word
    folded = fold(word)
    # Two spellings are in use: εταιρεία and εταιρία.
    return re.sub("^εταιρι(?=[αεω])", "εταιρει", folded) or word


def is_name_in_capitals(word: str) -> bool:
    """Whether a word in capitals is too long for an acronym of a few letters."""
    return len(word) >= _SHOUTED and word.isalpha() and word.isupper()
