"""A name that no table knows, by rules and model together, all its words at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, itemgetter

from greeknews_ner.names.candidates import Sources, WordCandidate, candidates_of_word
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.latin_names import LatinNames
from greeknews_ner.names.model_files import graphone_model, latin_names
from greeknews_ner.names.press_style import LANGUAGES, in_press_style
from greeknews_ner.names.ranking import WHOLE, Ranking, default_ranking, kind_of, position_of
from greeknews_ner.names.reranking import LOOKED_AT, Reranker, seen
from greeknews_ner.names.rules.origin import GREEK, default_cues
from greeknews_ner.names.rules.sure_spelling import SureSpelling, sure_spelling
from greeknews_ner.names.rules.whole_name import written_name
from greeknews_ner.names.rules.words import pieces_of
from greeknews_ner.names.small_words import prefixes_of, settle

_BEAM = 12
_OPTIONS = 8  # spellings of a word that enter the whole name
_WORDS = 8  # longer names are no names
_WITHOUT_MIDDLE = 0.4  # how much of a whole name its first and last word are
# A whole name that is surely Greek is spelt as passports spell it, whoever bears one like it.
_SURELY, _TODAY = 0.7, 4.0
# The same for any name that may be Greek, where the pairs hold older spellings.
_TODAY_AGAIN = 1.0
_ALONE = "one "  # contexts of names of one word
# What a spelling loses that a name surely of its language does not have: an ending, and that of a
# given name, of which people are freer (Erik, Jayson).
_UNSURE, _UNSURE_GIVEN = 7.0, 4.0
_TRUST = 1.0  # what the rules of a language count more when the caller says it is that one

_Whole = tuple[float, tuple[WordCandidate, ...]]
_first = itemgetter(0)
_score = attrgetter("score")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One English spelling of a whole name.

    Attributes:
        english: The spelling.
        probability: Among the candidates, from 0 to 1.
        words: Its words.
    """

    english: str
    probability: float
    words: tuple[WordCandidate, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """What came of a name.

    Attributes:
        spellings: The likeliest first; none when the name has no Greek word.
        origins: Languages it may come from, the likeliest first.
        kind: Under which kind `Ranking.sure` knows it.
    """

    spellings: tuple[Spelling, ...]
    origins: tuple[tuple[str, float], ...]
    kind: str


@cache
def default_sources() -> Sources:
    """Rules, model and real names that ship."""
    return Sources(graphone_model(), latin_names(), default_cues())


def spell_foreign(
    name: str,
    *,
    type: str | None = None,
    origin: str | None = None,
    evidence: Sequence[str] = (),
    sources: Sources | None = None,
    ranking: Ranking | None = None,
) -> Foreign:
    """Spell a name as the language that it comes from would.

    Args:
        name: A name in the nominative.
        type: Entity type, where it is known.
        origin: Language, a name of a rule file, where it is known.
        evidence: Other names of the article.
        sources: Rules, model and names other than those that ship.
        ranking: Weights other than those that ship.
    """
    sources = sources or default_sources()
    ranking = ranking or default_ranking()
    kind = kind_of(type)
    pieces = settle(pieces_of(name))
    words = [text for text, is_word in pieces if is_word]
    if not words or len(words) > _WORDS:
        return Foreign((), (), kind)
    given = origin if origin in sources.cues.languages else None
    if given is not None:
        chances = [{given: 1.0} for _ in words]
    else:
        chances = sources.cues.of_words(words, evidence, type=type)
    origins = _mean(chances)
    size = len(words)
    sure_of = f"{'one' if size == 1 else 'several'} {kind}"
    options = []
    prefixes = prefixes_of(pieces)
    family = sources.cues.of_words(words[-1:])[0] if size > 1 else None
    for place, (word, chance) in enumerate(zip(words, chances, strict=True)):
        found = candidates_of_word(
            word, chance, sources, place=place, of=size, prefix=prefixes[place]
        )
        context = f"{position_of(place, size)} {kind}"
        asked = AskedWord(
            word,
            chance,
            context,
            trust=0.0 if given is None else _TRUST,
            elot=elot_weight(chance.get(GREEK, 0.0), size),
            sure=sure_spelling(
                word, chance, sources.cues.languages, family if place < size - 1 else None
            ),
        )
        options.append(ranked(found, ranking, asked, sources.names)[:_OPTIONS])
    bonus = ranking.weights.get(f"all {kind}", {}).get(WHOLE, 0.0)
    combined = combine(options, sources, bonus)
    spellings: dict[str, Spelling] = {}
    for probability, chosen in combined:
        english = written_name(pieces, chosen)
        known = spellings.get(english)
        if known is not None:
            probability += known.probability
        spellings[english] = Spelling(english, probability, chosen)
    best = sorted(spellings.values(), key=lambda spelling: -spelling.probability)
    # Shoygu is a Russian name whatever the Greek letters of Σοϊγκού looked like.
    if origins[0][0] in LANGUAGES or any(word.tongue in LANGUAGES for word in best[0].words):
        best = in_press_style(best)
    return Foreign(tuple(best), origins, sure_of)


def elot_weight(greek: float, size: int) -> float:
    """What being the spelling of ELOT 743 counts more, for a word of a name of several words.

    Args:
        greek: How likely the word is Greek.
        size: How many words the name has.
    """
    return _TODAY if size > 1 and greek > _SURELY else 0.0


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word to be spelt, and what is known of it.

    Attributes:
        word: As the text has it.
        chances: Language to probability.
        context: Which of the weights are its own; see `Ranking.score`.
        trust: What the score of the rules counts beside its weight.
        elot: What being the spelling of ELOT 743 counts beside its weight.
        sure: What its spelling must be.
    """

    word: str
    chances: Mapping[str, float]
    context: str
    trust: float = 0.0
    elot: float = 0.0
    sure: SureSpelling | None = None


def ranked(
    candidates: list[WordCandidate], ranking: Ranking, asked: AskedWord, names: LatinNames
) -> list[WordCandidate]:
    """The candidates of a word with their log-probabilities, the likeliest first.

    Args:
        candidates: All of them.
        ranking: The weights, and the network that ranks the likeliest again.
        asked: The word.
        names: Real names.
    """
    for candidate in candidates:
        candidate.score = ranking.score(asked.context, candidate.features)
    extra = _extra(candidates, asked)
    ordered = sorted(candidates, key=lambda c: c.score + extra.get(id(c), 0.0), reverse=True)
    # Of names of several words it mends next to none, and they take the most time as it is.
    if ranking.reranker is not None and asked.context.startswith(_ALONE):
        _look_again(ordered, ranking.reranker, asked, names)
    for candidate in candidates:
        candidate.score += extra.get(id(candidate), 0.0)
    top = max(candidate.score for candidate in candidates)
    total = top + math.log(sum([math.exp(candidate.score - top) for candidate in candidates]))
    for candidate in candidates:
        candidate.score -= total
    return sorted(ordered, key=_score, reverse=True)


def _extra(candidates: Sequence[WordCandidate], asked: AskedWord) -> dict[int, float]:
    """What some candidates, by their identity, count beside their weighted features."""
    extra: dict[int, float] = {}
    if asked.trust:
        extra = {
            id(candidate): asked.trust * candidate.by_rules + asked.elot * candidate.is_elot
            for candidate in candidates
        }
    elif asked.elot:
        extra = {id(candidate): asked.elot for candidate in candidates if candidate.is_elot}
    if asked.sure is not None:
        loss = _UNSURE_GIVEN if asked.sure.whole else _UNSURE
        for candidate in candidates:
            if not asked.sure.fits(candidate.key):
                extra[id(candidate)] = extra.get(id(candidate), 0.0) - loss
    return extra


def _look_again(
    ordered: list[WordCandidate], reranker: Reranker, asked: AskedWord, names: LatinNames
) -> None:
    """Give the first candidates new scores; the others stay as far behind the last of them."""
    near, far = ordered[:LOOKED_AT], ordered[LOOKED_AT:]
    before = [candidate.score for candidate in near]
    found = seen(graphemes(asked.word), near, before, asked.chances, names)
    scores = reranker.scores(found, asked.chances, asked.context)
    lowest, last = min(scores), min(before)
    greek = _TODAY_AGAIN * asked.chances.get(GREEK, 0.0)
    for candidate, score in zip(near, scores, strict=True):
        candidate.score = score + greek * candidate.is_elot
    for candidate in far:
        candidate.score += lowest - last


def combine(
    options: Sequence[Sequence[WordCandidate]], sources: Sources, bonus: float
) -> list[tuple[float, tuple[WordCandidate, ...]]]:
    """Whole names out of the spellings of their words.

    Args:
        options: Ranked spellings of each word.
        sources: Where whole names are known.
        bonus: What being a known whole name adds to the log-probability.

    Returns:
        Pairs of probability and words, the likeliest first.
    """
    kept: list[_Whole] = [(0.0, ())]
    for choices in options:
        longer = [
            (score + choice.score, words, choice) for score, words in kept for choice in choices
        ]
        longer.sort(key=_first, reverse=True)
        kept = [(score, (*words, choice)) for score, words, choice in longer[: _BEAM * 4]]
    if len(options) > 1 and bonus:
        kept = _with_bonus(kept, sources, bonus)
    kept = kept[:_BEAM]
    top = kept[0][0]
    total = sum([math.exp(score - top) for score, _ in kept])
    return [(math.exp(score - top) / total, words) for score, words in kept]


def _with_bonus(kept: list[_Whole], sources: Sources, bonus: float) -> list[_Whole]:
    """Whole names in their order once some are found to be known."""
    # What is too far behind to come among the first even with the bonus need not be looked up.
    floor = kept[:_BEAM][-1][0] - max(bonus, 0.0)
    near = [
        (score + bonus * _wholeness(words, sources), words)
        for score, words in kept
        if score >= floor
    ]
    return sorted(near, key=_first, reverse=True)


def _wholeness(words: Sequence[WordCandidate], sources: Sources) -> float:
    # Middle names come and go: the first and last word of a known name say something too.
    known = sources.names.knows_whole
    if known(" ".join([word.key for word in words])):
        return 1.0
    if len(words) > 2 and known(f"{words[0].key} {words[-1].key}"):
        return _WITHOUT_MIDDLE
    return 0.0


def _mean(chances: Sequence[dict[str, float]]) -> tuple[tuple[str, float], ...]:
    mean = {
        language: sum(chance.get(language, 0.0) for chance in chances) / len(chances)
        for language in chances[0]
    }
    return tuple(sorted(mean.items(), key=lambda item: -item[1]))
