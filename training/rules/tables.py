"""The tables that ship: costs of spellings, and what letters say of the origin of a word."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from greeknews_ner.names.rules.language import NOTHING, Language
from training.rules.weights import Counts, key_of

_TRUST = 12.0
"""Occurrences that the costs of the rule file are worth."""
_LEAST_COUNT = 4.0
SOURCE = (
    "# Source: python -m training.rules, from Greek-English name pairs (see training/rules) and "
    "Wikipedia's people by nationality (name2nat, Apache-2.0). Counts only. Licence: MIT.\n"
)


def write_costs(counts: Counts, languages: Mapping[str, Language], path: Path) -> int:
    """Write the cost of each spelling of the rules that were seen often enough.

    Args:
        counts: What `weights.count` found.
        languages: The languages as their files have them.
        path: The table.

    Returns:
        Number of rows.
    """
    lines = []
    for name, language in sorted(languages.items()):
        for rules in language.rules.values():
            for rule in rules:
                seen = counts.get(key_of(name, rule), {})
                total = sum(seen.values())
                if total < _LEAST_COUNT or len(rule.choices) < 2:
                    continue
                costs = " ".join(
                    f"{spelling or NOTHING}:{-math.log(share):.2f}"
                    for spelling, share in (
                        (s, (seen.get(s, 0.0) + _TRUST * math.exp(chance)) / (total + _TRUST))
                        for s, chance in rule.choices
                    )
                )
                before, after = " ".join(rule.before), " ".join(rule.after)
                lines.append(f"{name}\t{rule.greek}\t{before}\t{after}\t{costs}")
    heading = "language\tgreek\tbefore\tafter\tcosts"
    path.write_text(SOURCE + "\n".join([heading, *sorted(lines)]) + "\n", encoding="utf-8")
    return len(lines)
