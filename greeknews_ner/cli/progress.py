"""How far a run over a dump is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greeknews_ner.batch import BatchSummary


@contextmanager
def progress_on_terminal(quiet: bool) -> Iterator[Callable[[BatchSummary], None] | None]:
    """What a run calls with its figures; None if nobody looks at standard error."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading …") as status:

        def show(figures: BatchSummary) -> None:
            rejected = f", {figures.rejected:,} rejected" if figures.rejected else ""
            status.update(
                f"{figures.written:,} articles{rejected},"
                f" {figures.articles_per_second:,.1f} a second"
            )

        yield show
