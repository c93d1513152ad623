"""The tokenizer's patterns, asked only where they can match.

What Greek spaCy cuts off a word, or cuts it at, has a sign or a digit in it. Most words are letters
and nothing else, and looking for such a thing in each new one takes most of the tokenizer's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from spacy.lang.el import Greek
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

__all__ = ["INFIXES", "SUFFIXES", "WithoutLetters", "pass_over_letters"]

# spaCy cuts the full stop from "13." and leaves it on "13%." and "13€.".
SUFFIXES = (r"(?<=[%‰€$£¥°])\.",)
"""What the shipped pipelines cut from the end of a word, besides what spaCy cuts."""
INFIXES = (r"(?<=[%‰€$£¥°])[-–—/](?=[0-9+])",)
"""What they cut a word at, besides what spaCy does."""


class WithoutLetters:
    """A compiled pattern that is not tried on words of letters alone.

    Its methods stand for those of the pattern, and a tokenizer that has them is stored as before.

    Args:
        compiled: A pattern that no such word matches.
    """

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled = compiled

    @property
    def pattern(self) -> str:
        """The pattern as text, which is what spaCy stores."""
        return self.compiled.pattern

    def search(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return None if text.isalpha() else self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return None if text.isalpha() else self.compiled.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return iter(()) if text.isalpha() else self.compiled.finditer(text)


def pass_over_letters(nlp: Language) -> None:
    """Let a tokenizer pass over words of letters, if its patterns are spaCy's for Greek or ours.

    Args:
        nlp: A Greek pipeline; one with patterns of its own is left as it is.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    searches = (tokenizer.prefix_search, tokenizer.suffix_search, tokenizer.infix_finditer)
    compiled = [getattr(method, "__self__", None) for method in (*searches, tokenizer.url_match)]
    if not all(isinstance(each, re.Pattern) for each in compiled):
        return
    prefix, suffix, infix, url = [
        WithoutLetters(cast("re.Pattern[str]", each)) for each in compiled
    ]
    known = (
        prefix.pattern in _joined("^{}", Greek.Defaults.prefixes),
        suffix.pattern in _joined("{}$", Greek.Defaults.suffixes, SUFFIXES),
        infix.pattern in _joined("{}", Greek.Defaults.infixes, INFIXES),
        url.pattern == getattr(Greek.Defaults.url_match, "__self__", url).pattern,
    )
    if not all(known):
        return
    # Each setter makes the tokenizer read its exceptions anew, unless it has none.
    rules, tokenizer.rules = tokenizer.rules, {}
    tokenizer.prefix_search = prefix.search
    tokenizer.suffix_search = suffix.search
    tokenizer.infix_finditer = infix.finditer
    tokenizer.url_match = url.match
    tokenizer.rules = rules


def _joined(
    form: str, pieces: Iterable[str] | None, further: tuple[str, ...] = ()
) -> tuple[str, str]:
    """What spaCy makes of its pieces, and of them and ours."""
    own = [form.format(piece) for piece in pieces or () if piece.strip()]
    return "|".join(own), "|".join([*own, *map(form.format, further)])
