"""Which part of a row's name a key stands for, in the order in which they are believed."""

from __future__ import annotations

FULL = 0
FAMILY = 1
GIVEN = 2
ACRONYM = 3
