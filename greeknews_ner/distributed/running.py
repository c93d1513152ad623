"""A dump over a cluster: read, extracted and written by Ray Data, batch by batch."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from greeknews_ner.articles.items import Reject
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.writing import JsonlWriter
from greeknews_ner.batch.exports import check_partition, export_records, form_of
from greeknews_ner.batch.outcomes import SECONDS_PER_BATCH
from greeknews_ner.batch.summary import BatchSummary
from greeknews_ner.batch.workers import Recipe
from greeknews_ner.distributed.actor import ExtractingActor
from greeknews_ner.distributed.parts import PartWriter
from greeknews_ner.distributed.rows import Row, read_rows
from greeknews_ner.distributed.stores import find_files, is_remote
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.extras import Extra

__all__ = ["run_on_ray"]

_RAY = Extra("ray", "A cluster", OutputError, "G411")

_BATCHES_A_PART = 16


def run_on_ray(
    inputs: Path | str | Iterable[Path | str],
    output: Path | str,
    *,
    model: str = "small",
    options: Mapping[str, Any] | None = None,
    address: str | None = None,
    rejects: Path | str | None = None,
    fields: Mapping[str, str] | None = None,
    input_format: str | None = None,
    format: str | None = None,
    partition: str | None = None,
    batch_size: int = 64,
    workers: int | None = None,
    seconds: float = SECONDS_PER_BATCH,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[BatchSummary], None] | None = None,
) -> BatchSummary:
    """Extract the entities of a dump on a Ray cluster.

    Args:
        inputs: Files, folders and globs, on a disk that every node sees or in a store that fsspec
            knows (``s3://…``). A file is read by one node: many files are read by many.
        output: A file: records come to this machine, in the order of the input, the very bytes of
            a local run. Or a folder, told by a slash at its end, or an address in a store: each
            node writes what it has done, as JSON Lines or Parquet, and nothing passes through here.
        model: Name of a pipeline that is installed on every node, or a folder that all see.
        options: Keyword arguments of :func:`greeknews_ner.load`.
        address: The cluster; a local one is started if none is given, or the one that ``ray.init``
            has joined already is used.
        rejects: As for :func:`~greeknews_ner.batch.run_batch`; a folder has its own.
        fields: As for :func:`~greeknews_ner.batch.run_batch`.
        input_format: As for :func:`~greeknews_ner.batch.run_batch`.
        format: As for :func:`~greeknews_ner.batch.run_batch`; for a folder ``jsonl`` (the default)
            or ``parquet``.
        partition: As for :func:`~greeknews_ner.batch.run_batch`, for a file.
        batch_size: Articles that go through a pipeline together.
        workers: Actors, each with a pipeline and a CPU; at most one fewer than the cluster has
            CPUs, for reading and writing need one too and would wait for ever. That many if not
            given.
        seconds: Time that a batch, or an article tried alone, may take.
        limits: What is too large.
        progress: Called after each batch with the figures so far.

    Returns:
        The figures of the run.

    Raises:
        InputError: An input is not there (G101, G103, G116), or a number is not positive (G112).
        OutputError: Ray is not installed (G411), the form is none that can be written so (G405,
            G408), or what a local run raises.
    """
    if batch_size < 1 or (workers is not None and workers < 1):
        raise InputError(
            f"batch_size is {batch_size} and workers is {workers}.",
            "Give whole numbers from 1.",
            code="G112",
        )
    ray, data = _RAY.imported("ray"), _RAY.imported("ray.data")
    files = find_files([inputs] if isinstance(inputs, (str, Path)) else inputs)
    is_folder = is_remote(str(output)) or str(output).endswith(("/", "\\")) or Path(output).is_dir()
    form = form_of("" if is_folder else output, format)
    check_partition(form, partition)
    if is_folder and (form.name not in ("jsonl", "parquet") or partition):
        raise OutputError(
            f"A folder cannot be written as {form.name}.",
            "Write jsonl or parquet, unparted, or give a file.",
            code="G405",
        )
    with _cluster(ray, address):
        cpus = int(ray.cluster_resources().get("CPU", 1))
        results = _results(
            data,
            files,
            partial(read_rows, fields=fields, format=input_format, limits=limits),
            (Recipe(model, dict(options or {})), seconds),
            min(workers or cpus, max(1, cpus - 1)),
            batch_size,
            0.5 if cpus < 2 else 1.0,
        )
        run = _Run(str(output), progress)
        if is_folder:
            return run.in_parts(results, PartWriter(str(output), form.name), batch_size)
        if form.write is None:
            return run.in_order(results, Path(output), rejects)
        lines = Path(f"{output}.jsonl")
        summary = run.in_order(results, lines, rejects or Path(output).with_suffix(_REJECTS))
        export_records(lines, output, format=form.name, partition=partition)
        lines.unlink()
        return summary.model_copy(update={"output": str(output)})


_REJECTS = ".rejects.jsonl"


def _results(
    data: Any,
    files: list[str],
    read: Callable[[str, int], Iterator[Row]],
    actor: tuple[Recipe, float],
    actors: int,
    batch_size: int,
    cpus: float,
) -> Any:
    """The rows of all results, computed when somebody asks for them."""
    listed = data.from_items([{"name": file, "place": n} for n, file in enumerate(files)])
    rows = listed.repartition(len(files)).flat_map(
        lambda row: read(row["name"], row["place"]), num_cpus=cpus
    )
    return rows.map_batches(
        ExtractingActor,
        fn_constructor_args=actor,
        batch_size=batch_size,
        compute=data.ActorPoolStrategy(size=actors),
        num_cpus=cpus,
    )


class _Run:
    """The figures of a run, and where its results go."""

    def __init__(self, output: str, progress: Callable[[BatchSummary], None] | None) -> None:
        self._output = output
        self._progress = progress
        self._start = time.monotonic()
        self._written = 0
        self._words = 0
        self._reasons: Counter[str] = Counter()
        self._rejects: str | None = None

    def in_order(self, results: Any, output: Path, rejects: Path | str | None) -> BatchSummary:
        """Write records to a file, and rejects to another if there are any."""
        rejects = rejects or output.with_suffix(_REJECTS)
        with ExitStack() as stack:
            writer = stack.enter_context(JsonlWriter(output))
            faults: JsonlWriter | None = None
            for batch in results.iter_batches(batch_size=None, batch_format="numpy"):
                for line, reject, words in zip(
                    batch["extraction"], batch["reject"], batch["words"], strict=True
                ):
                    if line:
                        writer.write_line(str(line))
                        self._written += 1
                        self._words += int(words)
                    else:
                        faults = faults or stack.enter_context(JsonlWriter(rejects))
                        faults.write_line(str(reject))
                        self._count(str(reject))
                self._tell()
            self._rejects = str(rejects) if faults else None
        return self._summary()

    def in_parts(self, results: Any, writer: PartWriter, batch_size: int) -> BatchSummary:
        """Have the nodes write what they have done."""
        written = results.map_batches(
            writer, batch_size=_BATCHES_A_PART * batch_size, batch_format="numpy", num_cpus=0.1
        )
        for batch in written.iter_batches(batch_size=None, batch_format="numpy"):
            self._written += int(sum(batch["written"]))
            self._words += int(sum(batch["words"]))
            for lines in batch["rejects"]:
                for line in str(lines).split("\n"):
                    if line:
                        self._count(line)
            self._tell()
        if self._reasons:
            self._rejects = f"{self._output.rstrip('/')}/rejects"
        return self._summary()

    def _count(self, reject: str) -> None:
        self._reasons[Reject.model_validate_json(reject).code] += 1

    def _tell(self) -> None:
        if self._progress:
            self._progress(self._summary())

    def _summary(self) -> BatchSummary:
        rejected = sum(self._reasons.values())
        return BatchSummary(
            read=self._written + rejected,
            written=self._written,
            rejected=rejected,
            words=self._words,
            seconds=time.monotonic() - self._start,
            reasons=dict(self._reasons),
            output=self._output,
            rejects=self._rejects,
        )


@contextmanager
def _cluster(ray: Any, address: str | None) -> Iterator[None]:
    """Join a cluster, or start one on this machine; leave alone what the caller has joined."""
    ours = not ray.is_initialized()
    if ours:
        ray.init(address=address, log_to_driver=False, include_dashboard=False)
    context = _RAY.imported("ray.data").DataContext.get_current()
    before = context.execution_options.preserve_order, context.enable_progress_bars
    # The records of a cluster stand in the order of a local run.
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    try:
        yield
    finally:
        context.execution_options.preserve_order, context.enable_progress_bars = before
        if ours:
            ray.shutdown()
