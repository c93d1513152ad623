"""Which language a name comes from, by its letters, its given names and its neighbours."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.inner_capitals import before_capital
from greeknews_ner.names.nominative_greekness import greek_odds
from greeknews_ner.names.rules.language import Language
from greeknews_ner.names.rules.letters_model import letter_odds, prior_odds
from greeknews_ner.names.rules.shelf import default_languages
from greeknews_ner.names.rules.words import simplified, words_of

GREEK = "greek"
_LONGEST_MARK = 8
_MOST_WORDS = 4096  # words of which it is kept what they say
_GIVEN = 4.0  # log-odds that a given name of the language adds
_PARTICLE = 2.0
_OTHER_WORDS = 0.7  # what the other words of the name count beside the word itself
_EVIDENCE = 0.25  # and what another name of the article counts
_FOREIGN = 0.05  # a family name of which less is Greek by itself makes a foreign whole name
# Log-odds of the names of bodies, works and events to be made of Greek words: foreign ones are left
# in Latin letters more often than those of persons and places.
_GREEK_TYPES = dict.fromkeys(("ORG", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "FAC"), 2.0)
_GREEKNESS = (0.4, 3.0)  # damping and limit of the model of Greek and foreign names


class OriginCues:
    """The marks of all languages in one index.

    Args:
        languages: Name to language.
        letters: Whether the model of letters is asked beside the marks.
    """

    def __init__(self, languages: Mapping[str, Language], *, letters: bool = True) -> None:
        self.languages = languages
        self._letters = letters
        learnt = prior_odds() if letters else {}
        self._priors = {
            name: language.prior + learnt.get(name, 0.0) for name, language in languages.items()
        }
        self._known: dict[str, dict[str, float]] = {}
        self._marks: dict[str, list[tuple[str, float]]] = {}
        self._given: dict[str, list[str]] = {}
        self._particles: dict[str, list[str]] = {}
        for name, language in languages.items():
            for mark, weight in language.marks:
                self._marks.setdefault(mark, []).append((name, weight))
            for word in language.given:
                self._given.setdefault(word, []).append(name)
            for word in language.particles:
                self._particles.setdefault(word, []).append(name)

    def of_word(self, word: str) -> Mapping[str, float]:
        """What one word says: language to log-odds, only where it says something.

        Args:
            word: A Greek word as the text has it.
        """
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            known = self._known[word] = self._of_new_word(word)
        return known

    def _of_new_word(self, word: str) -> dict[str, float]:
        letters = graphemes(word)
        odds: dict[str, float] = {}
        if len(letters) > 1:
            padded = f"^{letters}$"
            size = len(padded)
            for start in range(size):
                for end in range(start + 1, min(start + _LONGEST_MARK, size) + 1):
                    for name, weight in self._marks.get(padded[start:end], ()):
                        odds[name] = odds.get(name, 0.0) + weight
            written = unicodedata.normalize("NFC", word.lower()).replace("ς", "σ")
            for start in range(max(0, len(written) - _LONGEST_MARK), len(written)):
                # Marks with a stress are endings as they are written: Σαρόγλου, but Ιμάμογλου.
                ending = f"{written[start:]}$"
                if ending not in padded:
                    for name, weight in self._marks.get(ending, ()):
                        odds[name] = odds.get(name, 0.0) + weight
            if beginning := before_capital(word):
                for name, weight in self._marks.get(f"^{beginning}^", ()):
                    odds[name] = odds.get(name, 0.0) + weight
            if GREEK in self.languages:
                damping, limit = _GREEKNESS
                greek = max(-limit, min(limit, damping * greek_odds(word)))
                odds[GREEK] = odds.get(GREEK, 0.0) + greek
            if self._letters:
                for name, weight in letter_odds(word).items():
                    if name in self.languages:
                        odds[name] = odds.get(name, 0.0) + weight
        for name in self._given.get(simplified(letters), ()):
            odds[name] = odds.get(name, 0.0) + _GIVEN
        for name in self._particles.get(letters, ()):
            odds[name] = odds.get(name, 0.0) + _PARTICLE
        return odds

    def log_odds(self, word: str) -> dict[str, float]:
        """Log-odds of every language for a word that stands alone.

        Args:
            word: A Greek word as the text has it.
        """
        own = self.of_word(word)
        return {name: prior + own.get(name, 0.0) for name, prior in self._priors.items()}

    def of_words(
        self, words: Sequence[str], evidence: Sequence[str] = (), *, type: str | None = None
    ) -> list[dict[str, float]]:
        """Probabilities of the languages for each word of a name.

        A word is judged by itself, by the other words of its name and, less, by the other names
        of the article.

        Args:
            words: The words of the name.
            evidence: Other names.
            type: Entity type of the name, where it is known.

        Returns:
            For each word, language to probability.
        """
        own = [self.of_word(word) for word in words]
        if len(own) > 1 and self._is_foreign(own[-1]):
            # Λούκας is a name of Greeks too, but Λούκας Βάθκεθ is none.
            own = [
                {**odds, GREEK: min(0.0, odds.get(GREEK, 0.0))} if self.is_shared(word) else odds
                for word, odds in zip(words, own, strict=True)
            ]
        shared = dict(self._priors)
        if GREEK in shared:
            shared[GREEK] += _GREEK_TYPES.get(type or "", 0.0)
        for name in evidence[:20]:
            for word in words_of(name):
                for language, weight in self.of_word(word).items():
                    if language != GREEK:
                        shared[language] += _EVIDENCE * max(-2.0, min(4.0, weight))
        whole: dict[str, float] = {}
        for odds in own:
            for language, weight in odds.items():
                whole[language] = whole.get(language, 0.0) + weight
        found = []
        for odds in own:
            logits = {
                language: base
                + _OTHER_WORDS * whole.get(language, 0.0)
                + (1 - _OTHER_WORDS) * odds.get(language, 0.0)
                for language, base in shared.items()
            }
            found.append(_probabilities(logits))
        return found

    def is_shared(self, word: str) -> bool:
        """Whether a foreign language has a word among its given names.

        Args:
            word: A Greek word as the text has it.
        """
        return self._given.get(simplified(graphemes(word)), [GREEK]) != [GREEK]

    def _is_foreign(self, odds: Mapping[str, float]) -> bool:
        """Whether what a family name says by itself leaves it no chance of being Greek."""
        logits = {name: prior + odds.get(name, 0.0) for name, prior in self._priors.items()}
        return GREEK in logits and _probabilities(logits)[GREEK] < _FOREIGN


def _probabilities(logits: Mapping[str, float]) -> dict[str, float]:
    top = max(logits.values())
    powers = {name: math.exp(value - top) for name, value in logits.items()}
    total = sum(powers.values())
    return {name: power / total for name, power in powers.items()}


@lru_cache(maxsize=1)
def default_cues() -> OriginCues:
    """The marks of the languages that ship with the package."""
    return OriginCues(default_languages())


def guess_origin(
    name: str, evidence: Sequence[str] = (), *, cues: OriginCues | None = None
) -> list[tuple[str, float]]:
    """Which language a name comes from.

    Args:
        name: A name in Greek, of one word or more, in the nominative.
        evidence: Other names of the article.
        cues: Other languages than those of the package.

    Returns:
        Languages with their probability, the likeliest first; ``"greek"`` is one of them. Empty
        when there is no Greek word in the name.
    """
    cues = default_cues() if cues is None else cues
    by_word = cues.of_words(words_of(name), evidence)
    if not by_word:
        return []
    mean = {
        language: sum(chances[language] for chances in by_word) / len(by_word)
        for language in by_word[0]
    }
    return sorted(mean.items(), key=lambda item: -item[1])


def chance_of(word: str, language: str) -> float:
    """How likely one word is of a language by itself, whatever stands beside it.

    Args:
        word: A Greek word as the text has it.
        language: A name of a rule file.

    Returns:
        From 0 to 1; 0 for a language that is not known.
    """
    return default_cues().of_words([word])[0].get(language, 0.0)
