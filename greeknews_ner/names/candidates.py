"""What one word of a foreign name may be in Latin letters, and what speaks for each spelling."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from greeknews_ner.names.decoder import BEAMS, WIDE, Decoder
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.graphone_model import GraphoneModel
from greeknews_ner.names.hypotheses import Beams
from greeknews_ner.names.inner_capitals import with_inner_capital
from greeknews_ner.names.latin_names import LatinNames
from greeknews_ner.names.rules.origin import GREEK, OriginCues
from greeknews_ner.names.rules.whole_name import spellings_of_word
from greeknews_ner.names.rules.words import latin_letters

DECODED = 80
RULED = 12
_MOST_DECODED = 8192  # words whose spellings are kept, some 6 MB
_FLOOR = 3.0  # nats below the last candidate of a list where what it lacks is put
_LOWEST = -16.0
_GREEK = 0.5  # above this chance a name declines as Greek names do

_GREEK_ALONE, _SAME_ALONE = ("ης", "ής"), ("is", "es", "ys")

Features = list[tuple[str, float]]

_ELOT, _UNKNOWN, _FIRST_BY_MODEL = ("elot", 1.0), ("unknown", 1.0), ("first by model", 1.0)
_GIVEN = [(f"given {min(count, 10)}", 1.0) for count in range(16)]
_FAMILY = [(f"family {min(count, 9)}", 1.0) for count in range(16)]
_PLACE = [(f"place {size}", 1.0) for size in range(5)]
_MENTIONS = [(f"mentions {min(count, 12)}", 1.0) for count in range(16)]


@dataclass(slots=True)
class WordCandidate:
    """One spelling of one word.

    Attributes:
        key: Letters a to z, those of a particle before it included.
        latin: The same, with ``^`` before letters that are capitals inside the word.
        features: What speaks for it; see `features_of`.
        origin: The language whose rules gave it; empty when the model alone did.
        parts: What each of those rules gave.
        joins: It joins the next word with a hyphen.
        first_by_rules: The rules put it before all others.
        known: It is among the real names.
        tongue: The language whose speakers bear it most, where it is such a name.
        score: Log-probability among the candidates of the word, once they are ranked.
    """

    key: str
    latin: str
    features: Features
    origin: str = ""
    parts: tuple[str, ...] = ()
    joins: bool = False
    first_by_rules: bool = False
    known: bool = True
    tongue: str = ""
    score: float = 0.0

    @property
    def by_rules(self) -> float:
        """Log-probability that the rules give it."""
        return next(value for name, value in self.features if name == "rules")

    @property
    def mentions(self) -> float:
        """How often English text has it, from 0 (never) to 15."""
        return next((value for name, value in self.features if name == "mentions"), 0.0)

    @property
    def is_elot(self) -> bool:
        """Whether ELOT 743 gives it."""
        return _ELOT in self.features


_Packed: TypeAlias = "tuple[str, array[float], array[int]]"
"""Spellings with spaces between, their log-probabilities, and their numbers as real names."""


@dataclass(slots=True)
class Sources:
    """What candidates are taken from.

    Attributes:
        model: The joint n-grams.
        names: Real names.
        cues: Rules of each language.
    """

    model: GraphoneModel
    names: LatinNames
    cues: OriginCues
    _decoders: dict[Beams, Decoder] = field(default_factory=dict, repr=False, compare=False)
    _decoded: dict[tuple[str, Beams], _Packed] = field(
        default_factory=dict, repr=False, compare=False
    )

    def decoded(self, letters: str, beams: Beams = BEAMS) -> list[tuple[str, float, int]]:
        """The likeliest spellings by the model; given names come again and again.

        Args:
            letters: A word as `graphemes` gives it.
            beams: How wide the search is.
        """
        kept = self._decoded
        packed = kept.pop((letters, beams), None)
        if packed is not None:
            kept[letters, beams] = packed
            spellings, scores, numbers = packed
            return list(zip(spellings.split(), scores, numbers, strict=True))
        if beams not in self._decoders:
            self._decoders[beams] = Decoder(self.model, self.names, beams)
        found = self._decoders[beams].spellings(letters)[:DECODED]
        if len(kept) >= _MOST_DECODED:
            # What was asked last stands last.
            del kept[next(iter(kept))]
        kept[letters, beams] = (
            " ".join([spelling for spelling, _, _ in found]),
            array("d", [score for _, score, _ in found]),
            array("i", [number for _, _, number in found]),
        )
        return found


def candidates_of_word(
    word: str,
    chances: Mapping[str, float],
    sources: Sources,
    *,
    place: int = 0,
    of: int = 1,
    prefix: str = "",
) -> list[WordCandidate]:
    """All spellings that rules or model give, unranked.

    Args:
        word: A Greek word as the text has it.
        chances: Language to probability.
        sources: Rules, model and real names.
        place: Which word of the name this is, from 0.
        of: How many words the name has.
        prefix: Letters a to z of a particle that is one word with it: the o of O'Neill.
    """
    names = sources.names
    before = names.walk(0, prefix) if prefix else -1
    letters = graphemes(word)
    # There is time for more spellings of a name of one word.
    decoded = sources.decoded(letters, WIDE if of == 1 else BEAMS)
    ruled = spellings_of_word(word, dict(chances), sources.cues, RULED, of, place)
    by_rules = _normalised([spelling.score for spelling in ruled])
    rules_floor = max(_LOWEST, min(by_rules, default=0.0) - _FLOOR)
    elot = to_elot743(word).lower()
    greek = chances.get(GREEK, 0.0)
    if greek > _GREEK and not letters.endswith("σ"):
        # Κωνσταντίνου is a name of its own, not that of a Κωνσταντίνος.
        decoded = [option for option in decoded if not option[0].endswith("s")]
    if word.lower().endswith(_GREEK_ALONE):
        # Γκουντάνης is no Good: where a foreign name has this sound, Greek writes -ις.
        decoded = [option for option in decoded if option[0].endswith(_SAME_ALONE)] or decoded
    by_model = _normalised([score for _, score, _ in decoded])
    model_floor = max(_LOWEST, min(by_model, default=0.0) - _FLOOR)
    found: dict[str, WordCandidate] = {}
    without_rules = [("rules", rules_floor), ("model alone", 1.0)]
    for (latin, _, number), score in zip(decoded, by_model, strict=True):
        features = [("model", score), *without_rules]
        if before > 0 and (joined := names.number(names.walk(before, latin))) >= 0:
            number = joined
        features += features_of(latin, number, names, elot, greek)
        found[latin] = WordCandidate(
            prefix + latin,
            with_inner_capital(word, latin),
            features,
            known=number >= 0,
            tongue=names.tongue(number),
        )
    for spelling, score in zip(ruled, by_rules, strict=True):
        latin = latin_letters(spelling.latin)
        known = found.get(latin)
        if known is None:
            number = names.number(names.walk(0, latin))
            if before > 0 and (joined := names.number(names.walk(before, latin))) >= 0:
                number = joined
            features = [("model", model_floor), ("rules", score), ("rules alone", 1.0)]
            features += features_of(latin, number, names, elot, greek)
            known = found[latin] = WordCandidate(
                prefix + latin,
                spelling.latin,
                features,
                known=number >= 0,
                tongue=names.tongue(number),
            )
        else:
            known.features[1:3] = [("rules", score)]
        known.latin = with_inner_capital(word, spelling.latin)
        known.origin = spelling.origin
        known.parts, known.joins = spelling.parts, spelling.joins
        known.first_by_rules = spelling is ruled[0]
    _add_standing(found, len(word))
    return list(found.values())


def _add_standing(found: Mapping[str, WordCandidate], size: int) -> None:
    """What a candidate's scores mean beside those of the others."""
    if not found:
        return
    first = max([candidate.features[0][1] for candidate in found.values()])
    size = min(size, 12)
    for candidate in found.values():
        features = candidate.features
        score = features[0][1]
        if score == first:
            features.append(_FIRST_BY_MODEL)
        if candidate.first_by_rules:
            features.append(("first by rules", 1.0))
        if not candidate.known:
            features.append(("model unknown", score))
        features.append(("model long", score * size / 12))


def features_of(latin: str, number: int, names: LatinNames, elot: str, greek: float) -> Features:
    """What speaks for a spelling beside the scores of rules and model.

    Args:
        latin: The spelling.
        number: Its number among the real names, or -1.
        names: Real names.
        elot: What ELOT 743 makes of the Greek word.
        greek: How likely the name is Greek, from 0 to 1.
    """
    likeness = names.likeness(latin)
    features: Features = [("letters", likeness)]
    if number < 0:
        features.append(("letters unknown", likeness))
        features.append(_UNKNOWN)
        features.append(("unknown greek", greek))
    else:
        bearers = names.bearers[number]
        given, family = bearers >> 4, bearers & 15
        features.append(_GIVEN[given])
        features.append(_FAMILY[family])
        features.append(_PLACE[names.places[number]])
        mentions = names.mentions[number]
        features.append(_MENTIONS[mentions])
        features.append(("mentions", float(mentions)))
        features.append(("mentions long", mentions * len(latin) / 10))
        features.append(("bearers", math.log1p(max(given, family))))
        features.append(("bearers short", max(given, family) / len(latin)))
    if latin == elot:
        features.append(_ELOT)
        features.append(("elot greek", greek))
    return features


def _normalised(scores: list[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    total = top + math.log(sum([math.exp(score - top) for score in scores]))
    return [score - total for score in scores]
