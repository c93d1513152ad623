"""A whole name by the rules of the language that it comes from, its words judged together."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.rules.origin import GREEK, OriginCues, default_cues
from greeknews_ner.names.rules.spelling import spell_word
from greeknews_ner.names.rules.words import pieces_of

Rank = Callable[[list[str]], Sequence[float]]
"""Latin words, lower-case, to how likely each is as a name: natural log-probabilities."""

BEAM = 12
# Languages tried for a word. A given name that many languages have leaves each of them a small
# chance (Czech is the fifth for Βλαντιμίρ Τσούφαλ), so a name of several words tries more.
_LANGUAGES, _LANGUAGES_OF_SEVERAL = 4, 6
_LEAST = 0.04  # languages less likely than this are not tried
_ELOT = math.log(0.9)  # share of Greek names that are spelt by ELOT 743


@dataclass(frozen=True, slots=True)
class Candidate:
    """One English spelling of a name.

    Attributes:
        english: The spelling.
        score: Probability among the candidates, from 0 to 1.
        origin: The language whose rules gave it.
        steps: How each word came about, for a person to read.
    """

    english: str
    score: float
    origin: str
    steps: tuple[str, ...] = ()


class SpeltWord(Protocol):
    """A word that can be written: `WordSpelling` says what the attributes are."""

    @property
    def latin(self) -> str:
        """Lower-case, ``^`` before capitals inside."""

    @property
    def joins(self) -> bool:
        """Whether it joins the next word with a hyphen."""


_Option = tuple[str, float, tuple[str, ...]]  # spelling, log-probability, what each rule gave


@dataclass(slots=True)
class WordSpelling:
    """A spelling of one word, summed over the languages that give it.

    Attributes:
        latin: Lower-case; ``^`` stands before a letter that is a capital inside the word.
        score: Log-probability, of the language and of the spelling in it.
        origin: The language that is likeliest to have given it.
        best: Log-probability in that language.
        parts: What each rule of that language gave.
        joins: It is a particle that joins the next word with a hyphen.
    """

    latin: str
    score: float
    origin: str
    best: float
    parts: tuple[str, ...]
    joins: bool = False


def render_by_rules(
    name: str,
    *,
    type: str | None = None,
    origin: str | None = None,
    evidence: Sequence[str] = (),
    rank: Rank | None = None,
    rank_weight: float = 1.0,
    beam: int = BEAM,
    cues: OriginCues | None = None,
) -> list[Candidate]:
    """Spell a name by the rules of the language that it comes from.

    The given name tells what the family name is: each word is judged by its own letters and by
    the other words. Words are spelt by every language that is likely, and a spelling that
    several of them give is the likelier for it.

    Args:
        name: A name in Greek, in the nominative.
        type: Entity type, where it is known; bodies and works are Greek words sooner than persons.
        origin: Its language, a name of a rule file; guessed when not given or not known.
        evidence: Other names of the article.
        rank: How likely Latin words are as names.
        rank_weight: What ``rank`` counts beside the rules.
        beam: Spellings kept for each word, and candidates returned at most.
        cues: Other languages than those of the package.

    Returns:
        Candidates, the likeliest first; none when there is no Greek word in the name.
    """
    cues = default_cues() if cues is None else cues
    pieces = pieces_of(name)
    words = [text for text, is_word in pieces if is_word]
    if not words:
        return []
    if origin is not None and origin in cues.languages:
        chances = [{origin: 1.0} for _ in words]
    else:
        chances = cues.of_words(words, evidence, type=type)
    spelt = [
        spellings_of_word(word, chance, cues, beam, len(words), place)
        for place, (word, chance) in enumerate(zip(words, chances, strict=True))
    ]
    if rank is not None:
        _rank(spelt, rank, rank_weight)
    return _combined(pieces, spelt, beam)


def spellings_of_word(
    word: str, chances: dict[str, float], cues: OriginCues, beam: int, of: int, place: int
) -> list[WordSpelling]:
    """Spell one word of a name by the rules of the languages that are likely.

    Args:
        word: A Greek word as the text has it.
        chances: Language to probability for this word.
        cues: The languages.
        beam: Spellings that each language may give.
        of: How many words the name has.
        place: Which of them this is, from 0.

    Returns:
        At least one spelling, the likeliest first.
    """
    letters = graphemes(word)
    likely = sorted(chances.items(), key=lambda item: -item[1])[
        : _LANGUAGES if of == 1 else _LANGUAGES_OF_SEVERAL
    ]
    found: dict[str, WordSpelling] = {}
    for number, (name, chance) in enumerate(likely):
        if number and chance < _LEAST:
            break
        language = cues.languages[name]
        particle = language.particles.get(letters) if of > 1 and place < of - 1 else None
        if particle is not None:
            options: list[_Option] = [(particle.rstrip("-"), 0.0, (particle,))]
        else:
            width = beam if not number else max(4, beam // 2)
            options = [(s.latin, s.score, s.parts) for s in spell_word(language, letters, width)]
            if name == GREEK:
                options = _elot_first(word, options)
        for latin, score, parts in options:
            total = math.log(chance) + score
            joins = particle is not None and particle.endswith("-")
            known = found.get(latin)
            if known is None:
                found[latin] = WordSpelling(latin, total, name, total, parts, joins)
                continue
            known.score = _log_sum(known.score, total)
            if total > known.best:
                known.origin, known.best, known.parts, known.joins = name, total, parts, joins
    if not found:  # letters that no rule knows
        latin = to_elot743(word).lower()
        found[latin] = WordSpelling(latin, 0.0, likely[0][0], 0.0, (latin,))
    return sorted(found.values(), key=lambda spelling: -spelling.score)[: 2 * beam]


def _elot_first(word: str, options: list[_Option]) -> list[_Option]:
    elot = to_elot743(word).lower()
    others = [
        (latin, score + math.log(0.1), parts) for latin, score, parts in options if latin != elot
    ]
    return [(elot, _ELOT, (elot,)), *others]


def _log_sum(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))


def _rank(spelt: list[list[WordSpelling]], rank: Rank, weight: float) -> None:
    words = list(dict.fromkeys(w.latin.replace("^", "") for options in spelt for w in options))
    ranks = dict(zip(words, rank(words), strict=True))
    for options in spelt:
        for word in options:
            word.score += weight * ranks[word.latin.replace("^", "")]
        options.sort(key=lambda word: -word.score)


def _combined(
    pieces: list[tuple[str, bool]], spelt: list[list[WordSpelling]], beam: int
) -> list[Candidate]:
    kept: list[tuple[float, tuple[WordSpelling, ...]]] = [(0.0, ())]
    for options in spelt:
        longer = [
            (score + word.score, (*words, word)) for score, words in kept for word in options[:beam]
        ]
        longer.sort(key=lambda item: -item[0])
        kept = longer[:beam]
    top = kept[0][0]
    total = sum(math.exp(score - top) for score, _ in kept)
    found: dict[str, Candidate] = {}
    for score, words in kept:
        english = written_name(pieces, words)
        share = math.exp(score - top) / total
        known = found.get(english)
        if known is None:
            steps = tuple(f"{w.origin}: {'·'.join(p or '-' for p in w.parts)}" for w in words)
            found[english] = Candidate(english, share, _main_origin(words), steps)
    return list(found.values())


def _main_origin(words: tuple[WordSpelling, ...]) -> str:
    return max(words, key=lambda word: (len(word.latin) > 3, word.score)).origin


def written_name(pieces: Sequence[tuple[str, bool]], words: Iterable[SpeltWord]) -> str:
    """A name with its words spelt and all else as it was, capitals where the Greek has them.

    Args:
        pieces: The name as `pieces_of` cuts it.
        words: What becomes of its Greek words, in order.
    """
    out: list[str] = []
    rest = iter(words)
    joined = False
    for text, is_word in pieces:
        if not is_word:
            out.append("-" if joined and not text.strip() else text)
            joined = False
            continue
        word = next(rest)
        capital = not text[0].islower() and not (word.joins and out)
        out.append(_cased(word.latin, capital or not out))
        joined = word.joins
    return "".join(out).strip()


def _cased(latin: str, capital: bool) -> str:
    text = latin[:1].upper() + latin[1:] if capital else latin
    if "^" in text:
        head, *tail = text.split("^")
        text = head + "".join(part[:1].upper() + part[1:] for part in tail)
    return text
