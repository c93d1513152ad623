"""Which ISO 3166 and ISO 4217 codes exist, as CLDR (through Babel) knows them."""

from __future__ import annotations

from functools import cache

from babel.core import get_global

# CLDR also lists what ISO 3166 withdrew (SU, YU ...), reserves for special use (AC, IC ...) or
# never assigned to a territory (EU, UN, ZZ).
_NOT_TERRITORIES = frozenset(
    ["AC", "BU", "CP", "CQ", "CS", "DD", "DG", "EA", "EU", "EZ", "FX", "IC", "QO", "SU", "TA", "TP"]
) | {"UN", "YD", "YU", "ZR", "ZZ"}


@cache
def territory_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes in force, with XK for Kosovo."""
    return frozenset(
        code
        for code in get_global("territory_currencies")
        if len(code) == 2 and code.isalpha() and code not in _NOT_TERRITORIES
    )


@cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes, those that are no longer legal tender (GRD) included."""
    return frozenset(get_global("all_currencies"))
