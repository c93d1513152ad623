"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from greeknews_ner.errors import OutputError


def write_text(content: str, path: str | Path) -> None:
    """Write UTF-8 text; a reader sees the old file or the new one, never half of it.

    Args:
        content: The text.
        path: The file; ``-`` is standard output.

    Raises:
        OutputError: It cannot be written (G410).
    """
    if str(path) == "-":
        sys.stdout.write(content)
        sys.stdout.flush()
        return
    path = Path(path)
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "Is a directory", str(path))
        if path.exists() and not path.is_file():
            path.write_text(content, encoding="utf-8")
            return
        _replace(content, path)
    except OSError as error:
        raise OutputError(
            f"The file {path} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Give the path of a file in a folder that exists and that you may write to.",
            code="G410",
        ) from error


def _replace(content: str, path: Path) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
        # mkstemp makes files for the owner alone; a report is for whoever the umask allows.
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
