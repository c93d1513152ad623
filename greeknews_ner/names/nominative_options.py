"""One way in which a word of a name may be read, and the tools that weigh such readings."""

from __future__ import annotations

import math
from dataclasses import dataclass

from greeknews_ner.names.declension import Case, Cell, Gender, Number


# Not frozen: thousands are made for an article, and a frozen one takes three times as long.
@dataclass(slots=True, unsafe_hash=True)
class Option:
    """One reading of one word.

    Attributes:
        nominative: What the word is in the nominative, in this reading.
        weight: Natural logarithm of how likely the reading is by the word alone.
        gender: Its gender, or None where any gender fits.
        number: Its number, or None where any number fits.
        case: The case it stands in, or None where it has the same form in all cases.
        how: ``table``, ``rule`` or ``same``.
        foreign: Whether the reading takes the word for foreign; None where that is open.
    """

    nominative: str
    weight: float
    gender: Gender | None = None
    number: Number | None = None
    case: Case | None = None
    how: str = "rule"
    foreign: bool | None = None

    def fits(self, cell: Cell) -> bool:
        """Whether the word may stand in this cell."""
        return (
            self.gender in (None, cell.gender)
            and self.number in (None, cell.number)
            and self.case in (None, cell.case)
        )


def log_sigmoid(odds: float) -> float:
    """Natural logarithm of the probability that log-odds stand for."""
    return -math.log1p(math.exp(-odds)) if odds > -30 else odds
