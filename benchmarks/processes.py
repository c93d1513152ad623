"""The environment of a process that is measured."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["measured_environment"]


def measured_environment(bytecode: Path) -> dict[str, str]:
    """Variables for a process with one thread that finds its modules compiled.

    An installer leaves the compiled modules beside the code; a checkout may have none, and
    compiling them takes a quarter of a second. The first process fills the folder.

    Args:
        bytecode: Folder for the compiled modules.
    """
    variables = dict(os.environ)
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables | {
        "PYTHONPYCACHEPREFIX": str(bytecode),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
