"""The best reading of one word of a person's name for each gender and case of the name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from greeknews_ner.names.declension import CASES, Case, Cell, Gender, Number
from greeknews_ner.names.nominative_options import Option

_GENDERS: tuple[Gender, ...] = ("m", "f")
CELLS = tuple(Cell(gender, "sing", case) for gender in _GENDERS for case in CASES)
"""Gender, number and case that a person's name may have."""

FOREIGN, GREEK, MIXED = range(3)
"""Whether all words of a name are taken for foreign, or for Greek, or each as it likes."""
_ORIGINS = {True: (FOREIGN, MIXED), False: (GREEK, MIXED), None: (FOREIGN, GREEK, MIXED)}

Weighed = tuple[Option, float]
"""A reading and its weight."""

Best = Mapping[Cell, Sequence[Weighed | None]]
"""The best reading by cell and then by origin, None where none fits."""


def best_readings(weighed: Iterable[Weighed]) -> Best:
    """The best reading for each cell and origin, the first of those that are equally good.

    Args:
        weighed: All readings of one word.
    """
    best: dict[Cell, list[Weighed | None]] = {cell: [None, None, None] for cell in CELLS}
    for each in weighed:
        option, weight = each
        origins = _ORIGINS[option.foreign]
        for cell in _cells_of(option.gender, option.number, option.case):
            row = best[cell]
            for origin in origins:
                present = row[origin]
                if present is None or weight > present[1]:
                    row[origin] = each
    return best


@lru_cache(maxsize=256)
def _cells_of(gender: Gender | None, number: Number | None, case: Case | None) -> tuple[Cell, ...]:
    option = Option("", 0.0, gender, number, case)
    return tuple(cell for cell in CELLS if option.fits(cell))
