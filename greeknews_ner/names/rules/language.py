"""One language of origin: its rules and the marks by which its names are known."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from greeknews_ner.names.graphemes import graphemes

LATER_CHOICES = (0.0, 1.4, 2.3, 3.0, 3.5)
"""Costs in nats of the first, second … spelling of a rule that gives none itself."""

NOTHING = "-"
"""How a rule writes that a Greek letter has no Latin one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one group of Greek letters stands for.

    Attributes:
        greek: The letters as `graphemes` writes them.
        choices: Latin spellings with their log-probability, the likeliest first; ``^`` in a
            spelling makes the next letter a capital.
        before: What must stand before the letters, any one of these; empty for anything.
        after: What must stand after them.
        examples: Pairs of Greek and English that the rule takes part in.
        language: File that holds the rule.
        number: Place of its entry in the file; an entry may be of several groups of letters.
        sure: In a name that is surely of this language these letters are spelt no other way.
    """

    greek: str
    choices: tuple[tuple[str, float], ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    language: str = ""
    number: int = 0
    sure: bool = False

    def holds(self, word: str, start: int, end: int) -> bool:
        """Whether the neighbours of ``word[start:end]`` are those that the rule wants.

        Args:
            word: A word between ``^`` and ``$``.
            start: Where the letters of the rule begin.
            end: Where they end.
        """
        return (not self.before or word.endswith(self.before, 0, start)) and (
            not self.after or word.startswith(self.after, end)
        )


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of the names of one language.

    Attributes:
        name: Its key, the name of its file.
        description: What it covers, for a person.
        source: The standard of romanisation that the rules follow.
        prior: Log-odds of a name in the news being of this language, before one looks at it.
        rules: Greek letters to their rules, those with more context first.
        marks: Pieces of a word between ``^`` and ``$``, with the log-odds that they add.
        given: Given names, `graphemes` and then `simplified`, to their English spellings, which
            ``|`` parts.
        particles: Small words inside names to their English; a final ``-`` joins the next word.
        names: Whole names that must come out right at first choice.
        longest: Length of the longest group of letters.
    """

    name: str
    description: str
    source: str
    prior: float
    rules: dict[str, tuple[Rule, ...]]
    marks: tuple[tuple[str, float], ...] = ()
    given: dict[str, str] = field(default_factory=dict)
    particles: dict[str, str] = field(default_factory=dict)
    names: tuple[tuple[str, str], ...] = ()
    longest: int = 1

    def rules_of(self, word: str) -> list[Rule]:
        """The rules that spell a word, from left to right.

        At each place the longest group of letters that has a rule counts, and of its rules the
        one that asks for most context.

        Args:
            word: A Greek word in any form.
        """
        return self.rules_of_letters(graphemes(word))

    def rules_of_letters(self, letters: str) -> list[Rule]:
        """Like `rules_of`, for a word that `graphemes` has been through."""
        word = f"^{letters}$"
        found: list[Rule] = []
        place, last = 1, len(word) - 1
        while place < last:
            rule = self._rule_at(word, place, last)
            if rule is None:
                place += 1
            else:
                found.append(rule)
                place += len(rule.greek)
        return found

    def _rule_at(self, word: str, place: int, last: int) -> Rule | None:
        for end in range(min(place + self.longest, last), place, -1):
            for rule in self.rules.get(word[place:end], ()):
                if rule.holds(word, place, end):
                    return rule
        return None


def read_choices(text: str) -> tuple[tuple[str, float], ...]:
    """Latin spellings as a rule file writes them: ``"s sh:0.8 z"``.

    Args:
        text: Spellings, likeliest first; a number after a colon is the cost in nats.

    Returns:
        Pairs of spelling and log-probability, which sum to 1 as probabilities.

    Raises:
        ValueError: There is no spelling, or a cost is no number.
    """
    costs: dict[str, float] = {}
    for number, item in enumerate(text.split()):
        spelling, _, cost = item.partition(":")
        default = LATER_CHOICES[min(number, len(LATER_CHOICES) - 1)]
        costs.setdefault("" if spelling == NOTHING else spelling, float(cost) if cost else default)
    total = math.log(sum(math.exp(-cost) for cost in costs.values()))
    choices = [(spelling, -cost - total) for spelling, cost in costs.items()]
    return tuple(sorted(choices, key=lambda choice: -choice[1]))
