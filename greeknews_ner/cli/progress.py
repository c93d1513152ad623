"""How far a run over a dump is: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greeknews_ner.batch import BatchSummary

SECONDS_BETWEEN_LINES = 30.0
"""Rare enough for the log of a night."""


@contextmanager
def progress_shown(quiet: bool) -> Iterator[Callable[[BatchSummary], None] | None]:
    """What a run calls with its figures; None if nobody wants to see them."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield plain_lines()


def plain_lines(seconds: float = SECONDS_BETWEEN_LINES) -> Callable[[BatchSummary], None]:
    """Lines on standard error, for a log.

    Args:
        seconds: Time between two lines.
    """
    last = time.monotonic()

    def show(figures: BatchSummary) -> None:
        nonlocal last
        if time.monotonic() - last >= seconds:
            last = time.monotonic()
            sys.stderr.write(line_of(figures) + "\n")
            sys.stderr.flush()

    return show


def line_of(figures: BatchSummary) -> str:
    """The figures of a run on its way, in one line."""
    parts = [
        f"{figures.read:,} articles",
        f"{figures.rejected:,} rejected",
        f"{figures.articles_per_second:,.1f} articles/s",
        f"{figures.words_per_second:,.0f} words/s",
    ]
    if figures.share is not None:
        parts.insert(0, f"{100 * figures.share:.0f} %")
    if figures.seconds_left is not None:
        parts.append(f"{timedelta(seconds=round(figures.seconds_left))} left")
    return ", ".join(parts)


@contextmanager
def _bar() -> Iterator[Callable[[BatchSummary], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(bar_width=30), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading …", total=None)

        def show(figures: BatchSummary) -> None:
            total = None if figures.share is None else 1.0
            progress.update(
                task,
                description=line_of(figures),
                total=total,
                completed=figures.share or 0.0,
            )

        yield show
