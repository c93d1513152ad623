"""How many threads the linear algebra takes: one a process.

The matrices of a sentence are small. A second thread gains little on them, spends its time waiting
for the first, and where other programs run the two hold each other up a hundredfold. Who wants
speed starts more processes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["one_thread", "one_thread_each"]

_VARIABLES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
"""Read by the libraries when they are loaded, and never again."""


def one_thread() -> None:
    """Let this process have one thread, where the user has not set another number.

    It does so only before numpy is imported.
    """
    for name in _VARIABLES:
        os.environ.setdefault(name, "1")


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Let the processes that are started meanwhile have one thread each."""
    before = {name: os.environ.get(name) for name in _VARIABLES}
    one_thread()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
