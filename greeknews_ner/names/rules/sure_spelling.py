"""What a name that is surely of one language must look like: Serbian -ιτς is -ic, never -ich."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.rules.language import Language
from greeknews_ner.names.rules.words import latin_letters, simplified

# From which chance of its language a word is surely of it, for its ending and as a given name.
SURELY, SURELY_GIVEN = 0.75, 0.85
# The same for a family name without what its given name tells.
SURELY_ALONE = 0.7


@dataclass(frozen=True, slots=True)
class SureSpelling:
    """What the Latin letters of a word must be; each empty where nothing is sure.

    Attributes:
        whole: All of them, any one of these: the spellings of a given name.
        beginnings: The first of them, any one of these.
        endings: The last of them, any one of these.
    """

    whole: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def fits(self, latin: str) -> bool:
        """Whether a spelling is such a one.

        Args:
            latin: Letters a to z.
        """
        if self.whole:
            return latin in self.whole
        return (not self.beginnings or latin.startswith(self.beginnings)) and (
            not self.endings or latin.endswith(self.endings)
        )


def sure_spelling(
    word: str,
    chances: Mapping[str, float],
    languages: Mapping[str, Language],
    family: Mapping[str, float] | None = None,
) -> SureSpelling | None:
    """What is sure of a word.

    Args:
        word: A Greek word as the text has it.
        chances: Language to probability.
        languages: The languages.
        family: For a given name what the family name alone says: language to probability.
            That a given name is spelt as its language spells it is sure where both tell of one.

    Returns:
        None where the language is not, or where its file calls nothing in the word sure.
    """
    name = max(chances, key=lambda each: chances[each])
    if chances[name] < SURELY:
        return None
    language = languages[name]
    letters = graphemes(word)
    known = language.given.get(simplified(letters))
    is_given = chances[name] >= SURELY_GIVEN and family is not None and family[name] >= SURELY_ALONE
    if known is not None and is_given:
        return SureSpelling(whole=tuple(latin_letters(latin) for latin in known.split("|")))
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    rules = language.rules_of_letters(letters)
    for number, rule in enumerate(rules):
        spellings = tuple(latin_letters(latin) for latin, _ in rule.choices)
        if rule.sure and number == 0:
            beginnings = spellings
        if rule.sure and number == len(rules) - 1:
            endings = spellings
    return SureSpelling((), beginnings, endings) if beginnings or endings else None
