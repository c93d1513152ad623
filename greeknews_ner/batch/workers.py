"""Extraction in several processes, where one that dies costs nobody else a record.

Processes are started with spawn, on every system alike, and each loads the pipeline once. A batch
whose process dies or takes too long is tried again article by article; the article that does it
again is given up.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from greeknews_ner.batch.outcomes import SECONDS_PER_BATCH, Outcome, outcomes
from greeknews_ner.errors import GreekNewsError, InputError, ModelError
from greeknews_ner.records import Article, Extraction, as_article
from greeknews_ner.threads import one_thread_each

if TYPE_CHECKING:
    from greeknews_ner.extractor import Extractor

__all__ = [
    "Recipe",
    "extract_in_processes",
    "outcomes_in_pool",
    "outcomes_in_processes",
    "pool_of",
]

_BATCHES_AHEAD = 3
"""Batches a worker that are read ahead: enough to keep it busy, few enough to bound memory."""

_BATCHES_PER_PROCESS = 500
"""After so many a process is replaced, so that no leak of a library can grow without end."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a process makes its extractor; everything in it can be pickled.

    Attributes:
        pipeline: A folder that it was written to, or a name that every machine knows.
        options: Keyword arguments of :func:`greeknews_ner.load`.
    """

    pipeline: str
    options: dict[str, Any]

    @classmethod
    def of(cls, extractor: Extractor, folder: Path) -> Recipe:
        """Write an extractor's pipeline to a folder and note the rest."""
        extractor.nlp.to_disk(folder)
        options = {
            "name": extractor.model.name,
            "types": sorted(extractor.types),
            "keep_boilerplate": extractor.keep_boilerplate,
            "indefinite_articles": extractor.indefinite_articles,
            "boilerplate": extractor.boilerplate,
        }
        return cls(str(folder), options)

    def make(self) -> Extractor:
        """Load the pipeline."""
        from greeknews_ner.extractor import load

        return load(self.pipeline, **self.options)


class _Worker:
    """What a process holds between batches."""

    extractor: Extractor | None = None
    failure: GreekNewsError | None = None


_FIRST = "Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ στις 13 Σεπτεμβρίου."
"""Read before any article, so that the time of loading tables is no article's."""


def _start(recipe: Recipe) -> None:
    # A pool starts processes that fail to start again and again: the first batch tells it instead.
    try:
        _Worker.extractor = recipe.make()
        _Worker.extractor.extract(_FIRST)
        # What has been loaded stays: a collector that goes through it finds nothing.
        gc.freeze()
    except GreekNewsError as error:
        _Worker.failure = error
    except Exception as error:
        _Worker.failure = _no_worker(f"{type(error).__name__}: {error}")


def _work(articles: list[Article]) -> list[Outcome]:
    if _Worker.extractor is None or _Worker.failure is not None:
        raise _Worker.failure or _no_worker("it has no pipeline")
    return outcomes(_Worker.extractor, articles)


def _no_worker(detail: str) -> ModelError:
    return ModelError(
        f"A worker cannot load the pipeline: {' '.join(detail.split())[:300]}.",
        "Use a pipeline whose components are installed packages, or one worker.",
        code="G209",
    )


def _check_spawning() -> None:
    """Make sure that processes can be started: each imports the program that starts it.

    Raises:
        InputError: The program starts processes when it is imported (G137).
    """
    trial = multiprocessing.get_context("spawn").Process(target=os.getpid)
    try:
        trial.start()
        trial.join()
        failed = trial.exitcode != 0
    except RuntimeError:
        # This process is one that was started so, and has not come to its work yet.
        failed = True
    if failed:
        raise InputError(
            "No process can be started: each imports the program, which then starts processes.",
            "Put what the program does below 'if __name__ == \"__main__\":', or use one worker.",
            code="G137",
        )


def outcomes_in_processes(
    extractor: Extractor,
    groups: Iterable[Sequence[Article]],
    workers: int,
    seconds: float = SECONDS_PER_BATCH,
) -> Iterator[list[Outcome]]:
    """Extract batches in several processes.

    Args:
        extractor: Its pipeline and options are copied to each process.
        groups: Batches of articles; a few are taken ahead.
        workers: Processes.
        seconds: Time that a batch, or an article tried alone, may take.

    Yields:
        The outcomes of each batch, in the order of the batches.

    Raises:
        InputError: No process can be started (G137).
        ModelError: The pipeline cannot be loaded in another process (G209).
    """
    with TemporaryDirectory(prefix="greeknews-ner-") as folder:
        recipe = Recipe.of(extractor, Path(folder) / "pipeline")
        with pool_of(recipe, workers) as pool:
            yield from _in_order(pool, iter(groups), workers * _BATCHES_AHEAD, seconds)


@contextmanager
def pool_of(recipe: Recipe, workers: int) -> Iterator[ProcessPool]:
    """Processes that each have made the extractor; they end when the context does.

    Raises:
        InputError: No process can be started (G137).
    """
    with one_thread_each():
        _check_spawning()
        pool = ProcessPool(
            max_workers=workers,
            max_tasks=_BATCHES_PER_PROCESS,
            initializer=_start,
            initargs=(recipe,),
            context=multiprocessing.get_context("spawn"),
        )
        try:
            yield pool
        finally:
            # A caller that stops early must not wait for what it no longer wants.
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def outcomes_in_pool(
    pool: ProcessPool, articles: Sequence[Article], seconds: float
) -> list[Outcome]:
    """Extract one batch in a pool, and wait for it.

    Args:
        pool: See :func:`pool_of`.
        articles: The batch.
        seconds: Time that it, or an article tried alone, may take.

    Raises:
        ModelError: The pipeline cannot be loaded in another process (G209).
    """
    batch = list(articles)
    return _results(pool, batch, pool.schedule(_work, [batch], timeout=seconds), seconds)


def _in_order(
    pool: ProcessPool, groups: Iterator[Sequence[Article]], ahead: int, seconds: float
) -> Iterator[list[Outcome]]:
    running: deque[tuple[list[Article], ProcessFuture[list[Outcome]]]] = deque()

    def feed(count: int) -> None:
        for group in islice(groups, count):
            articles = list(group)
            running.append((articles, pool.schedule(_work, [articles], timeout=seconds)))

    feed(ahead)
    while running:
        articles, future = running.popleft()
        yield _results(pool, articles, future, seconds)
        feed(1)


def _results(
    pool: ProcessPool, articles: list[Article], future: ProcessFuture[list[Outcome]], seconds: float
) -> list[Outcome]:
    try:
        results: list[Outcome] = future.result()
        return results
    except FutureTimeoutError:
        if len(articles) == 1:
            return [_too_slow(seconds)]
    except ProcessExpired:
        pass
    # One of them did it: each alone shows which.
    return [_alone(pool, article, seconds) for article in articles]


def _alone(pool: ProcessPool, article: Article, seconds: float) -> Outcome:
    try:
        result: Outcome = pool.schedule(_work, [[article]], timeout=seconds).result()[0]
        return result
    except ProcessExpired as error:
        return InputError(
            f"The article ended its process twice (exit code {error.exitcode}).",
            "Run 'greeknews-ner extract' on this article alone, and report it with its text.",
            code="G132",
        )
    except FutureTimeoutError:
        return _too_slow(seconds)


def _too_slow(seconds: float) -> InputError:
    return InputError(
        f"The article alone took more than {seconds:g} seconds.",
        "Split it, or run 'greeknews-ner extract' on it alone.",
        code="G133",
    )


def extract_in_processes(
    extractor: Extractor, articles: Iterable[Any], batch_size: int, workers: int
) -> Iterator[Extraction]:
    """Extract articles in several processes, lazily, in order.

    Args:
        extractor: Its pipeline and options are copied to each process.
        articles: Texts, articles or mappings.
        batch_size: Articles that go through a pipeline together.
        workers: Processes.

    Raises:
        InputError: An article cannot be extracted (G110, G130, G132, G133); those before it have
            been yielded. Or no process can be started (G137).
        ModelError: The pipeline cannot be loaded in another process (G209).
    """
    for results in outcomes_in_processes(extractor, _batches(articles, batch_size), workers):
        for result in results:
            if isinstance(result, GreekNewsError):
                raise result
            yield result


def _batches(articles: Iterable[Any], size: int) -> Iterator[list[Article]]:
    iterator = iter(articles)
    while batch := [as_article(item) for item in islice(iterator, size)]:
        yield batch
