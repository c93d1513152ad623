"""What else an article calls the thing that a span names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from greeknews_ner.names.declension_accent import bare
from greeknews_ner.names.letter_case import is_shouted, like
from greeknews_ner.names.stem import stem


class OtherForms:
    """The names of an article, by their stems.

    Args:
        names: Label and text of all names of the article.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._longer: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for label, name in names:
            text = " ".join(name.split())
            self._whole[stem(text)].add(text)
            self._add_parts(label, text)

    def learn(self, label: str, nominative: str) -> None:
        """Add the nominative that a longer name has got, for those that are short for it."""
        self._add_parts(label, nominative)

    def _add_parts(self, label: str, text: str) -> None:
        words = text.split()
        if len(words) < 2:
            return
        # Of a person the family name is said alone, or the given name; of others the head.
        ends = {words[0], words[-1]} if label == "PERSON" else {words[0]}
        for word in ends:
            self._longer[label, stem(word)].add(text)

    def of(self, label: str, name: str) -> list[str]:
        """Other forms of a name, and the longer names that it is short for.

        Args:
            label: Its entity type.
            name: One of the article's names.
        """
        text = " ".join(name.split())
        key = stem(text)
        forms = self._whole[key]
        if " " not in text:
            forms = forms | self._longer[label, key]
        return sorted(forms - {text})


class Accents:
    """Where the accents stand in names that the article writes in small letters too."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}

    def learn(self, surface: str, nominative: str) -> None:
        """Remember the words of a nominative whose accents the text shows.

        Args:
            surface: The name as the text has it.
            nominative: Its nominative.
        """
        for written, word in zip(surface.split(), nominative.split(), strict=False):
            if not is_shouted(written) and not is_shouted(word):
                self._words.setdefault(bare(word), word)

    def put(self, surface: str, nominative: str) -> str:
        """The nominative of a name in capitals, with the accents that were learnt.

        Args:
            surface: The name as the text has it.
            nominative: Its nominative, with accents that were guessed.
        """
        written, words = surface.split(), nominative.split()
        if len(written) != len(words):
            return nominative
        return " ".join(
            like(self._words.get(bare(word), word), word)
            if is_shouted(capitals) and not is_shouted(word)
            else word
            for capitals, word in zip(written, words, strict=True)
        )
