"""How each entity type is called and coloured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from greeknews_ner._toml import load_toml


@dataclass(frozen=True, slots=True)
class Kind:
    """One entity type as a reader sees it.

    Attributes:
        label: Name of one entity of the type.
        plural: Name of several.
        hue: Degrees on the colour circle.
        terminal: Colour on a terminal.
    """

    label: str
    plural: str
    hue: int
    terminal: str


@cache
def kinds() -> dict[str, Kind]:
    """All eighteen types, in the order in which they are listed."""
    source = files("greeknews_ner") / "resources" / "report" / "types.toml"
    return {name: Kind(**row) for name, row in load_toml(source).items()}
