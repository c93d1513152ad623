"""Translation of a noun phrase: adjectives, head, and the genitives that hang on it.

Υπουργείο Προστασίας του Πολίτη is a head with a genitive that has a genitive of its own. English
puts some genitives behind the head (Ministry *of* …) and some before it (*Citizen* Protection);
the table of nouns says which head does what.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.stem import stem
from greeknews_ner.names.translation.vocabulary import ARTICLES, PREPOSITIONS, Noun, vocabulary

Render = Callable[[str], str]
"""Renders a proper name (nominative) that is no word of the vocabulary."""
LookUp = Callable[[str], "Known | None"]
"""What the tables know of a name, or None."""

_NUMBER = re.compile(r"(\d{1,3})(?:ος|ου|ον|ο|η|ης|ην|οι|α|ων)")
_WITH_ARTICLE = frozenset({"Netherlands", "Philippines", "Balkans", "Aegean", "Greeks"})


@dataclass(frozen=True, slots=True)
class Known:
    """A name that the tables hold.

    Attributes:
        english: Its English.
        is_place: Whether it is a place or person, which take no article in English.
        is_fixed: Whether it is an expression that takes none either.
    """

    english: str
    is_place: bool
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """An English phrase.

    Attributes:
        english: The phrase.
        whole: Whether every word was translated; some were transliterated otherwise.
        alternatives: The same with the genitive on the other side: Senate of Montana, Montana
            Senate.
    """

    english: str
    whole: bool
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tail:
    """A genitive phrase in English.

    Attributes:
        plain: As it stands behind «of»: Prohibition of Chemical Weapons.
        attributive: As it stands before a noun: Chemical Weapons Prohibition.
        whole: Whether all of it was translated.
        proper: A name of a place or person.
        fixed: A fixed expression; like a name it takes no article.
        definite: The Greek has an article.
        preposition: ``plain`` begins with a preposition.
        plural: It is in the plural.
    """

    plain: str
    attributive: str
    whole: bool
    proper: bool = False
    fixed: bool = False
    definite: bool = False
    preposition: bool = False
    plural: bool = False


def translate(name: str, *, look_up: LookUp, render: Render) -> Translation | None:
    """Translate a name whose head is a noun of the vocabulary.

    Args:
        name: Nominative.
        look_up: English of names that the tables hold; asked for the parts of the name.
        render: Rendering of the proper names in it.

    Returns:
        None when the head is not in the vocabulary, or when so little of the name is that a
        transliteration serves better.
    """
    words = name.split()
    found = _head(words)
    if found is None:
        return None
    adjectives, noun, position, strange = found
    head = _number(noun, words[position])
    rest = words[position + 1 :]
    if noun.join in {"after", "before"}:
        return _with_name(noun, rest, render)
    tail = _tail(rest, look_up, render) if rest else None
    if rest and tail is None:
        return None
    before = " ".join(adjectives if not strange else [*map(render, strange), *adjectives])
    english = _joined(before, noun, head, tail)
    whole = not strange and (tail is None or tail.whole)
    others = {_joined(before, replace(noun, join=join), head, tail) for join in ("of", "attr")}
    return Translation(english, whole, tuple(sorted(others - {english})))


def _head(words: Sequence[str]) -> tuple[list[str], Noun, int, list[str]] | None:
    """Adjectives, head noun, its place, and the words before it that are in no table."""
    table = vocabulary()
    adjectives: list[str] = []
    strange: list[str] = []
    for position, word in enumerate(words):
        number = _NUMBER.fullmatch(word)
        if number and position == 0 and len(words) > 1:
            adjectives.append(_ordinal(int(number[1])))
            continue
        key = stem(word)
        noun, adjective = table.nouns.get(key), table.adjectives.get(key)
        if adjective and (noun is None or _agrees(words, position + 1)):
            adjectives.append(adjective)
        elif noun is not None:
            return adjectives, noun, position, strange
        elif strange or adjectives or not word[:1].isupper():
            return None
        else:
            strange.append(word)
    return None


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _agrees(words: Sequence[str], position: int) -> bool:
    """Whether a noun or adjective that is no genitive stands at ``position``."""
    if position >= len(words) or fold(words[position]).endswith(("ου", "ησ", "ων", "ασ", "εωσ")):
        return False
    key = stem(words[position])
    return key in vocabulary().nouns or key in vocabulary().adjectives


def _with_name(noun: Noun, rest: Sequence[str], render: Render) -> Translation | None:
    words = [word for word in rest if fold(word) not in ARTICLES]
    if not words:
        return None
    name = render(" ".join(words))
    english = f"{noun.english} {name}" if noun.join == "after" else f"{name} {noun.english}"
    return Translation(english, whole=True)


def _joined(before: str, noun: Noun, head: str, tail: _Tail | None) -> str:
    if tail is None:
        return f"{before} {head}".strip()
    if tail.preposition:
        return f"{before} {head} {tail.plain}".strip()
    definite = tail.definite and not (tail.proper and noun.join in {"attr", "tail"})
    numbered = before[:1].isdigit() and tail.proper
    if noun.join == "of" or definite or numbered or (noun.join == "either" and tail.plural):
        return f"{before} {head} of {_article(tail)}{tail.plain}".strip()
    # A place goes before the adjectives, what the body does behind them: Athens Naval Museum,
    # European Food Safety Authority.
    parts = (tail.attributive, before) if tail.proper else (before, tail.attributive)
    return " ".join(part for part in (*parts, head) if part)


def _article(tail: _Tail) -> str:
    common = tail.definite and not (tail.proper or tail.fixed or tail.plural)
    return "the " if common or tail.plain in _WITH_ARTICLE or _is_union(tail.plain) else ""


def _is_union(english: str) -> bool:
    return english.startswith("United ") or english in {"US", "UK", "UN", "EU"}


def _tail(words: Sequence[str], look_up: LookUp, render: Render) -> _Tail | None:
    """The genitives behind a head, in English."""
    preposition = PREPOSITIONS.get(fold(words[0]))
    if preposition:
        inner = _tail(words[1:], look_up, render) if words[1:] else None
        if inner is None:
            return None
        text = f"{preposition} {_article(inner)}{inner.plain}"
        return _Tail(text, text, inner.whole, preposition=True)
    definite = fold(words[0]) in ARTICLES
    words = words[definite:]
    if not words:
        return None
    known = _known(words, look_up)
    if known is not None:
        return _Tail(known.english, known.english, True, known.is_place, known.is_fixed, definite)
    return _coordinated(words, definite, look_up, render)


def _known(words: Sequence[str], look_up: LookUp) -> Known | None:
    phrase = " ".join(words)
    fixed = vocabulary().genitives.get(fold(phrase))
    if fixed:
        return Known(*fixed, is_fixed=True)
    if stem(words[0]) in vocabulary().nouns and len(words) == 1:
        return None
    return look_up(to_nominative(phrase, case="gen"))


def _coordinated(
    words: Sequence[str], definite: bool, look_up: LookUp, render: Render
) -> _Tail | None:
    parts: list[list[str]] = [[]]
    for word in words:
        if fold(word) == "και":
            parts.append([])
        else:
            parts[-1].append(word.rstrip(","))
    tails = [_genitive(part, look_up, render) for part in parts if part]
    known = [tail for tail in tails if tail is not None]
    if not known or len(known) < len(tails):
        return None
    if len(known) == 1:
        [tail] = known
        return replace(tail, definite=definite)
    return _Tail(
        plain=_listed([tail.plain for tail in known]),
        attributive=_listed([tail.attributive for tail in known]),
        whole=all(tail.whole for tail in known),
        proper=all(tail.proper for tail in known),
        definite=definite and any(tail.proper for tail in known),
    )


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]])


def _genitive(words: Sequence[str], look_up: LookUp, render: Render) -> _Tail | None:
    known = _known(words, look_up)
    if known is not None:
        return _Tail(known.english, known.english, True, known.is_place, known.is_fixed)
    for size in range(len(words) - 1, 0, -1):
        fixed = vocabulary().genitives.get(fold(" ".join(words[:size])))
        if fixed:
            return _with_own_genitive(fixed[0], fixed[0], words[size:], look_up, render)
    found = _head(words)
    if found is None or found[3]:
        name = render(to_nominative(" ".join(words), case="gen"))
        return _Tail(name, name, whole=len(words) == 1, proper=True)
    adjectives, noun, position, _ = found
    before = " ".join(adjectives)
    plural = fold(words[position]).endswith("ων")
    single = f"{before} {noun.english}".strip()
    many = f"{before} {_plural(noun.english)}".strip() if plural else single
    rest = words[position + 1 :]
    if not rest:
        return _Tail(many, single, True, plural=plural)
    return _with_own_genitive(many, single, rest, look_up, render)


def _with_own_genitive(
    plain: str, single: str, rest: Sequence[str], look_up: LookUp, render: Render
) -> _Tail | None:
    """A genitive that has one of its own: Debt Management, Prohibition of Chemical Weapons."""
    tail = _tail(rest, look_up, render)
    if tail is None:
        return None
    if tail.preposition:
        text = f"{plain} {tail.plain}"
        return _Tail(text, text, tail.whole)
    before = f"{tail.attributive} {single}"
    behind = f"{plain} of {_article(tail)}{tail.plain}"
    return _Tail(behind if tail.definite else before, before, tail.whole)


def _number(noun: Noun, word: str) -> str:
    """The head in the number that the Greek has."""
    folded = fold(word)
    plural = folded != noun.greek and folded.endswith(("οι", "εισ", "εσ", "α"))
    return _plural(noun.english) if plural else noun.english


def _plural(english: str) -> str:
    if english.endswith("s"):
        return english
    if english.endswith("y") and english[-2:-1] not in "aeiou":
        return english[:-1] + "ies"
    if english.endswith("man"):
        return english[:-3] + "men"
    return {"Child": "Children", "Woman": "Women", "Human": "Human"}.get(english, english + "s")
