"""Which words name an office or an occupation, and in which forms."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from greeknews_ner._toml import load_toml
from greeknews_ner.names.declension import Case, Cell, Number, analyse, singular_endings
from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import nominative
from greeknews_ner.names.nominative_context import is_article, read_context
from greeknews_ner.names.stem import stem

SHORTEST_STEM = 3
"""Letters that an occupation has before a suffix that makes occupations."""


@dataclass(frozen=True, slots=True)
class Head:
    """One reading of a noun of office.

    Attributes:
        nominative: The noun in the nominative singular.
        number: Number of the form.
        case: Case of the form.
        relation: It says whose relative or friend someone is, which is no office.
    """

    nominative: str
    number: Number
    case: Case
    relation: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    nouns: dict[str, tuple[str, ...]]
    relations: frozenset[str]
    fixed: frozenset[str]
    neuters: frozenset[str]
    suffixes: tuple[str, ...]
    prefixes: tuple[str, ...]
    modifiers: frozenset[str]
    unchanged: frozenset[str]
    dropped: frozenset[str]
    courtesy: frozenset[str]
    ranks: frozenset[str]
    prepositions: frozenset[str]


_NOUN_LISTS = ("nouns", "neuters", "fixed", "relations", "ranks")


@cache
def table() -> _Table:
    """The word lists of ``resources/roles.toml``."""
    data = load_toml(files("greeknews_ner") / "resources" / "roles.toml")
    nouns: defaultdict[str, list[str]] = defaultdict(list)
    for noun in (
        *data["nouns"],
        *data["neuters"],
        *data["fixed"],
        *data["relations"],
        *data["ranks"],
    ):
        for key in {stem(noun), _oblique_stem(noun)}:
            nouns[key].append(noun)
    return _Table(
        nouns={key: tuple(dict.fromkeys(words)) for key, words in nouns.items()},
        relations=frozenset(data["relations"]),
        fixed=frozenset(data["fixed"]),
        neuters=frozenset(data["neuters"]),
        suffixes=tuple(data["suffixes"]),
        prefixes=tuple(data["prefixes"]),
        modifiers=frozenset(stem(word) for word in data["modifiers"]),
        unchanged=frozenset(data["unchanged"]),
        dropped=frozenset(stem(word) for word in data["dropped"]),
        courtesy=frozenset(data["courtesy"]),
        ranks=frozenset(stem(word) for word in data["ranks"]),
        prepositions=frozenset(data["prepositions"]),
    )


def _oblique_stem(noun: str) -> str:
    """The stem of forms that differ in more than their ending: διευθύνοντα, γραμματείς."""
    letters = fold(noun)
    if letters.endswith("ων"):
        return letters[:-2] + "οντ"
    return letters[:-3] if letters.endswith("εασ") else stem(noun)


@lru_cache(maxsize=4096)
def article_cells(word: str) -> frozenset[Cell] | None:
    """Gender, number and case that a form of the article allows; None for other words."""
    return read_context(word, False) if is_article(word.lower()) else None


@lru_cache(maxsize=8192)
def heads(word: str) -> tuple[Head, ...]:
    """The readings of a word as a noun of office, none for other words.

    Args:
        word: Any form, in small letters or with a capital.
    """
    if word.isupper() or not word.isalpha():
        return ()
    word = _one_accent(word.lower())
    found = [head for noun in table().nouns.get(stem(word), ()) for head in _forms(word, noun)]
    if found:
        return tuple(dict.fromkeys(found))
    folded = fold(word)
    for prefix in table().prefixes:
        if folded.startswith(prefix) and len(word) > len(prefix) + SHORTEST_STEM:
            rest = word[len(prefix) :]
            for head in heads(rest) if rest != word else ():
                if not head.relation and head.nominative not in table().fixed:
                    found.append(Head(word[: len(prefix)] + head.nominative, *_place(head)))
    return tuple(dict.fromkeys(found)) or _by_suffix(word)


def _place(head: Head) -> tuple[Number, Case]:
    return head.number, head.case


_PARTICIPLE: dict[str, Case] = {"ων": "nom", "οντοσ": "gen", "οντα": "acc"}


def _forms(word: str, noun: str) -> list[Head]:
    relation = noun in table().relations
    if noun in table().fixed:
        if fold(word) != fold(noun):
            return []
        return [Head(noun, "sing", case, relation) for case in ("nom", "gen", "acc")]
    if bare(noun).endswith("ων"):
        case = _PARTICIPLE.get(bare(word)[len(noun) - 2 :])
        return [Head(noun, "sing", case)] if case else []
    found = [
        Head(noun, "sing", analysis.cell.case, relation)
        for analysis in analyse(word)
        if analysis.cell.number == "sing"
        and (analysis.cell.gender == "n") == (noun in table().neuters)
        and analysis.cell.case != "voc"
        and bare(analysis.nominative) == bare(noun)
    ]
    plural = [
        Head(noun, "plur", analysis.cell.case, relation)
        for analysis in analyse(word)
        if analysis.cell.number == "plur"
        and analysis.cell.case != "voc"
        and any(
            bare(each.nominative) == bare(analysis.nominative) for each in _plural_nominatives(noun)
        )
    ]
    return found + plural


_PLURALS = {
    "οσ": ("οι",),
    "ησ": ("ες", "εις"),
    "ασ": ("ες", "εις"),
    "α": ("ες",),
    "η": ("ες", "εις"),
}


@cache
def _plural_nominatives(noun: str) -> tuple[Head, ...]:
    letters = bare(noun)
    for ending, plurals in _PLURALS.items():
        if letters.endswith(ending):
            base = letters[: -len(ending)]
            # γραμματέας, γραμματείς
            bases = [base, base[:-1]] if base.endswith("ε") else [base]
            return tuple(Head(b + plural, "plur", "nom") for b in bases for plural in plurals)
    return ()


def _by_suffix(word: str) -> tuple[Head, ...]:
    if not bare(word).endswith(_endings_by_suffix()):
        return ()
    found: dict[Head, None] = {}
    for analysis in analyse(word):
        if analysis.cell.number != "sing" or analysis.cell.case == "voc":
            continue
        if analysis.cell.gender == "n":
            continue
        for suffix in table().suffixes:
            if (
                analysis.nominative.endswith(suffix)
                and len(analysis.nominative) >= len(suffix) + SHORTEST_STEM
            ):
                found[Head(analysis.nominative, "sing", analysis.cell.case)] = None
    return tuple(found)


@cache
def _endings_by_suffix() -> tuple[str, ...]:
    """How the forms of occupations end that a suffix makes: of -ιστής also -ιστή.

    Few words end so; all others need not be analysed.
    """
    return tuple(sorted({end for suffix in table().suffixes for end in singular_endings(suffix)}))


def _one_accent(word: str) -> str:
    """The word without the second accent that a pronoun behind it brings: ομόλογός του."""
    decomposed = unicodedata.normalize("NFD", word)
    if decomposed.count("\u0301") < 2:
        return word
    last = decomposed.rindex("\u0301")
    return unicodedata.normalize("NFC", decomposed[:last] + decomposed[last + 1 :])


def has_two_accents(word: str) -> bool:
    """Whether a pronoun leans on the word."""
    return unicodedata.normalize("NFD", word).count("\u0301") > 1


@lru_cache(maxsize=4096)
def agrees(word: str, cells: frozenset[Cell]) -> bool:
    """Whether an adjective or noun of this form can stand in one of the cells."""
    return any(
        analysis.cell in cells
        for analysis in analyse(word)
        if analysis.kinds & {"adj", "noun", "adj3"}
    )


@lru_cache(maxsize=8192)
def may_be_genitive(word: str) -> bool:
    """Whether a word can be a genitive, by its form; acronyms and foreign words always can."""
    if word.isupper() or not any("Ͱ" <= char <= "Ͽ" or char >= "ἀ" for char in word):
        return len(word) > 1
    if word.endswith(("οντας", "ώντας")):
        return False
    readings = [each for each in analyse(word) if each.kinds & {"noun", "adj", "adj3", "plural"}]
    if not readings:
        return word[0].isupper()
    return any(each.cell.case == "gen" for each in readings)


@lru_cache(maxsize=4096)
def modifier_nominative(word: str, head: Head, article: str) -> str | None:
    """A modifier in the nominative singular; None where it is not told."""
    if word.lower() in table().unchanged:
        return word
    for reading in heads(word):
        if (reading.number, reading.case) == (head.number, head.case):
            return _like(reading.nominative, word)
    if head.number == "plur":
        return None
    cells = article_cells(article)
    genders = {cell.gender for cell in cells or () if cell.case == head.case} - {"n"}
    feminine = genders == {"f"}
    found = nominative(
        word,
        gender="f" if feminine else "m",
        number="sing",
        case=head.case,
        article=article or None,
    )
    return found.text


def _like(nominative: str, word: str) -> str:
    return nominative[0].upper() + nominative[1:] if word[0].isupper() else nominative


def as_written(head: Head, word: str, opens: bool) -> str:
    """The head in the nominative with the capital that the text gives it.

    Args:
        head: The reading.
        word: The form in the text.
        opens: Whether it opens a sentence, where every word has a capital.
    """
    return head.nominative if opens else _like(head.nominative, word)
