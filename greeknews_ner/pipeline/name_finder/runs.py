"""Items taken together in runs of a total length, which bounds the memory that a batch needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

Item = TypeVar("Item", bound=Sized)


def in_runs(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    """Yield the items in runs.

    Args:
        items: What has a length, such as documents.
        most: Total length of a run, unless one item alone is longer.
    """
    run: list[Item] = []
    length = 0
    for item in items:
        if run and length + len(item) > most:
            yield run
            run, length = [], 0
        run.append(item)
        length += len(item)
    if run:
        yield run
