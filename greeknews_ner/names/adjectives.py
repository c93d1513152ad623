"""Adjectives of nationality: ρωσικές, αμερικανικού, ελληνοτουρκικά. Plain strings; no spaCy.

Nations and their adjectives come from the table of demonyms, endings from the two declensions
that such adjectives have (-ος -η -ο, -ος -α -ο), compounds from the names of the peoples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from greeknews_ner._toml import load_toml
from greeknews_ner.names.folding import fold

__all__ = [
    "Adjective",
    "FoundAdjective",
    "adjective_of",
    "find_adjectives",
    "first_part_of",
    "nation_of",
]

_ENDINGS = ("οσ", "ου", "ο", "ε", "οι", "ων", "ουσ", "η", "ησ", "εσ", "α", "ασ")
_NOUNS = ("masculine", "feminine", "plural", "feminine_plural")
_NOUN_ENDING = re.compile(r"(?:οσ|ασ|ησ)$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)?")
_OPENS = re.compile(r"(?:\A|[.;!?…·:]|\n|[«“\"(])\s*[«“\"(]?\Z")
_MOST_FIRST_PARTS = 2
_SHORTEST_FIRST_PART = 4
_NO_NEUTER_PLURAL = re.compile(r"(?:οσ|ησ|ασ|ουσ|ει|ουν|εισ|αν)$")


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective of nationality.

    Attributes:
        greek: Masculine singular nominative, such as ``ελληνοτουρκικός``.
        english: Such as ``Greek-Turkish``.
        countries: ISO 3166-1 codes, one for each nation that is a state, in order.
        is_compound: Whether it was put together of several.
    """

    greek: str
    english: str
    countries: tuple[str, ...]
    is_compound: bool = False


@dataclass(frozen=True, slots=True)
class FoundAdjective:
    """An adjective at its place in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last one.
        adjective: What it says.
    """

    start: int
    end: int
    adjective: Adjective


@lru_cache(maxsize=4096)
def adjective_of(word: str) -> Adjective | None:
    """The adjective of nationality that a word is a form of.

    Args:
        word: One word in any gender, number, case and letter case, with or without accents.

    Returns:
        None for all other words, also for adjectives of no state (κουρδικός) or of a town.
    """
    forms, first_parts, _ = _tables()
    folded = fold(word).replace(" ", "")
    return _read(folded, forms, first_parts, _MOST_FIRST_PARTS)


def nation_of(noun: str) -> str | None:
    """ISO 3166-1 code of the country whose people a noun names.

    Args:
        noun: Nominative of either gender and number: «Ρώσος», «Ρωσίδες», «Ελληνοκύπριοι».

    Returns:
        None for faiths, peoples without a state, and the people of a town or region.
    """
    return _tables()[2].get(fold(noun))


def first_part_of(noun: str) -> tuple[str, str, str] | None:
    """What the first half of a noun like «Γαλλοαλγερινός» says.

    Args:
        noun: Nominative of a people's name that no table has whole.

    Returns:
        Country code (empty where the half names no single state), English adjective, and the rest
        of the noun, folded; None where it does not begin with a nation.
    """
    folded = fold(noun)
    for end in range(len(folded) - _SHORTEST_FIRST_PART, _SHORTEST_FIRST_PART - 2, -1):
        first = _tables()[1].get(folded[:end])
        if first is not None:
            return (*first, folded[end:])
    return None


def find_adjectives(text: str) -> Iterator[FoundAdjective]:
    """All adjectives of nationality of a text, in order.

    A capital inside a sentence makes part of a name (Ρωσική Ομοσπονδία), and a neuter plural
    without its noun a language (μιλά ρωσικά); neither is given.

    Args:
        text: Clean text: NFC, monotonic.
    """
    words = list(_WORD.finditer(text))
    for number, found in enumerate(words):
        word = found.group()
        if len(word) < _SHORTEST_FIRST_PART:
            continue
        adjective = adjective_of(word)
        if adjective is None or not _is_written_as_adjective(text, words, number):
            continue
        if not adjective.is_compound and _is_language(text, words, number):
            continue
        yield FoundAdjective(found.start(), found.end(), adjective)


def _read(
    folded: str, forms: dict[str, Adjective], first_parts: dict[str, tuple[str, str]], depth: int
) -> Adjective | None:
    known = forms.get(folded)
    if known is not None or not depth:
        return known
    for end in range(len(folded) - _SHORTEST_FIRST_PART, _SHORTEST_FIRST_PART - 2, -1):
        first = first_parts.get(folded[:end])
        if first is None:
            # ρωσουκρανικός drops one of two vowels.
            first = first_parts.get(folded[:end] + "ο") if folded[end] == "ο" else None
            if first is None:
                continue
        rest = _read(folded[end:], forms, first_parts, depth - 1)
        if rest is not None:
            code, english = first
            return Adjective(
                greek=_joined(folded[:end], rest.greek),
                english=f"{english}-{rest.english}",
                countries=tuple(dict.fromkeys(((code,) if code else ()) + rest.countries)),
                is_compound=True,
            )
    return None


def _joined(first: str, rest: str) -> str:
    """A compound as it is spelt: a vowel pair that is read apart takes its dialytika."""
    first_letter = rest[0]
    if first[-1] in "αεο" and first_letter in "ιυ":
        first_letter = {"ι": "ϊ", "υ": "ϋ"}[first_letter]
    return first + first_letter + rest[1:]


@cache
def _tables() -> tuple[dict[str, Adjective], dict[str, tuple[str, str]], dict[str, str]]:
    """Forms, first parts of compounds, and nouns of nations.

    Returns:
        Folded form → adjective; folded first part → (country, English); folded noun → country.
    """
    extra = load_toml(files("greeknews_ner") / "resources" / "adjectives.toml")
    heading, *lines = (
        (files("greeknews_ner") / "resources" / "names" / "demonyms.tsv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    columns = heading.split("\t")
    forms: dict[str, Adjective] = {}
    first_parts: dict[str, tuple[str, str]] = {}
    nations: dict[str, str] = {}
    english_of: dict[str, str] = {}
    for line in lines:
        row = dict(zip(columns, line.split("\t"), strict=False))
        english = row["adjective_en"].split("|")[0]
        is_nation = bool(row["country"]) and row["country"] not in english_of
        if is_nation:
            english_of[row["country"]] = english
            for noun in row["masculine"].split("|"):
                first_parts.setdefault(_NOUN_ENDING.sub("ο", fold(noun)), (row["country"], english))
        others = {**extra["parts_of_states"], **extra["own"]}
        adjectives = [each for each in row["adjective"].split("|") if each]
        country = (
            row["country"] if is_nation else next(filter(None, map(others.get, adjectives)), "")
        )
        if not country:
            continue
        for masculine in adjectives:
            _add_forms(forms, Adjective(masculine, english, (country,)))
        for column in _NOUNS:
            nations |= {fold(noun): country for noun in row[column].split("|") if noun}
    for part, value in extra["first_parts"].items():
        english = value[1:] if value.startswith("=") else english_of[value]
        first_parts[part] = ("" if value.startswith("=") else value, english)
    return forms, first_parts, nations


@cache
def _word_lists() -> tuple[frozenset[str], frozenset[str]]:
    """Folded words that go on with a list of adjectives, and those that are no noun."""
    table = load_toml(files("greeknews_ner") / "resources" / "adjectives.toml")["after"]
    return frozenset(table["links"]), frozenset(table["no_nouns"])


def _add_forms(forms: dict[str, Adjective], adjective: Adjective) -> None:
    root = fold(adjective.greek)[:-2]
    for ending in _ENDINGS:
        forms.setdefault(root + ending, adjective)


def _is_written_as_adjective(text: str, words: list[re.Match[str]], number: int) -> bool:
    word = words[number].group()
    if word.islower():
        return True
    following = words[number + 1].group() if number + 1 < len(words) else ""
    if word.isupper():
        start = text.rfind("\n", 0, words[number].start()) + 1
        end = text.find("\n", start)
        return text[start : end if end >= 0 else len(text)].isupper()
    opens = _OPENS.search(text[max(0, words[number].start() - 4) : words[number].start()])
    return opens is not None and following[:1].islower()


def _is_language(text: str, words: list[re.Match[str]], number: int) -> bool:
    """Whether a neuter plural stands alone: «μιλά ρωσικά», «στα γερμανικά και στα γαλλικά»."""
    if not fold(words[number].group()).endswith("α"):
        return False
    words_of_lists, no_nouns = _word_lists()
    end = words[number].end()
    for found in words[number + 1 :]:
        between = text[end : found.start()].strip()
        if between not in ("", ","):
            return True
        word = fold(found.group())
        if word in words_of_lists or (adjective_of(found.group()) and found.group().islower()):
            end = found.end()
            continue
        return between == "," or word in no_nouns or bool(_NO_NEUTER_PLURAL.search(word))
    return True
