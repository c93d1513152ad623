"""Reading TOML on every supported Python."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greeknews_ner.errors import ResourceError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from importlib.abc import Traversable


def load_toml(source: Path | Traversable) -> dict[str, Any]:
    """Read one TOML table.

    Args:
        source: A path, or a file inside the package's resources.

    Raises:
        ResourceError: The file is not valid TOML or not UTF-8 (G301).
    """
    try:
        table: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
        return table
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"The file {source} is not valid TOML: {error}.",
            "Correct the line that the message names and save the file as UTF-8.",
            code="G301",
        ) from error
