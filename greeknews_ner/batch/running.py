"""A dump of articles in, a file of records out, and nothing lost between."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from greeknews_ner.articles.dumps import find_inputs, read_items
from greeknews_ner.articles.items import Item, Reject
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.meter import Meter
from greeknews_ner.articles.reading import STDIN
from greeknews_ner.articles.writing import JsonlWriter, is_stream
from greeknews_ner.batch.checkpoint import Checkpoint, digest_after
from greeknews_ner.batch.copies import Copies, as_copy
from greeknews_ner.batch.earlier import EarlierRun
from greeknews_ner.batch.exports import (
    Form,
    check_partition,
    export_records,
    exported_files,
    form_of,
)
from greeknews_ner.batch.groups import Entry, Groups
from greeknews_ner.batch.outcomes import SECONDS_PER_BATCH, Extracts, Outcome, outcomes
from greeknews_ner.batch.summary import BatchSummary
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.records import Article, Extraction

if TYPE_CHECKING:
    from greeknews_ner.extractor import Extractor

__all__ = ["run_batch"]

_CHECKPOINT_SECONDS = 2.0
_OPTIONS = ("model", "types", "keep_boilerplate", "indefinite_articles", "adjectives")


def run_batch(
    extractor: Extracts,
    inputs: Path | str | Iterable[Path | str],
    output: Path | str,
    *,
    rejects: Path | str | None = None,
    fields: Mapping[str, str] | None = None,
    input_format: str | None = None,
    format: str | None = None,
    partition: str | None = None,
    batch_size: int = 64,
    workers: int = 1,
    seconds: float = SECONDS_PER_BATCH,
    resume: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[BatchSummary], None] | None = None,
) -> BatchSummary:
    """Extract the entities of a dump, in input order, in bounded memory.

    Each record of the input ends as one line of the output or as one reject. The output is
    written to a part file beside it and gets its name when all is done; so are the rejects.

    Args:
        extractor: What finds the entities.
        inputs: Files, folders, globs or ``-``, in any known format.
        output: File of the extractions: JSON Lines, or what its suffix says (``.sqlite``, ``.db``,
            ``.csv``, ``.parquet``, ``.ftm.json``: see
            :func:`~greeknews_ner.batch.exports.export_records`), or ``-``.
        rejects: File of the rejects (JSON Lines); beside ``output`` as ``NAME.rejects.jsonl`` if
            not given. It is made only if there are any.
        fields: Field of an article → name in the input, where the known names do not do.
        input_format: Format of the inputs; told from each file if not given.
        format: Form of the output, if its suffix is not to be asked.
        partition: ``day``, ``month`` or ``year``: what Parquet output is parted by.
        batch_size: Articles that go through the pipeline together, at most.
        workers: Processes, each with a pipeline of its own; with one, this process does it all.
        seconds: Time that a batch may take, and an article alone, where there are several workers.
        resume: Go on where a run with the same inputs and settings was interrupted; the output is
            the same, byte by byte, as that of a run without interruption.
        limits: What is too large.
        progress: Called after each batch with the figures so far.

    Returns:
        The figures of the run.

    Raises:
        InputError: An input is not there (G101, G103, G116), a setting makes no sense (G112,
            G115), or what is to be resumed is another run (G131).
        OutputError: The output cannot be written (G401), the disk is full (G402), the output is
            also an input (G404), there is no such form (G405, G408), or Parquet is asked for
            without pyarrow (G406).
    """
    if batch_size < 1 or workers < 1:
        raise InputError(
            f"batch_size is {batch_size} and workers is {workers}.",
            "Give whole numbers from 1.",
            code="G112",
        )
    form = form_of(output, format)
    check_partition(form, partition)
    files = find_inputs([inputs] if isinstance(inputs, (str, Path)) else inputs)
    meter = Meter()
    items = read_items(files, fields=fields, format=input_format, limits=limits, meter=meter)
    configuration = _configuration(extractor, files, fields, input_format)
    run = _Run(Path(output), rejects, configuration, form, partition, meter, progress)
    run.spare(files)
    with ExitStack() as stack:
        run.open(stack, items, resume)
        groups = Groups(items, batch_size, run.copies)
        for results in _extracted(extractor, groups, workers, seconds):
            run.record(groups.done(), results)
        run.finish()
    return run.summary()


def _extracted(
    extractor: Extracts, groups: Iterable[Sequence[Article]], workers: int, seconds: float
) -> Iterator[list[Outcome]]:
    if workers == 1:
        return (outcomes(extractor, group) for group in groups)
    from greeknews_ner.batch.workers import outcomes_in_processes

    return outcomes_in_processes(cast("Extractor", extractor), groups, workers, seconds)


@dataclass
class _Run:
    """The open files and the figures of one run."""

    output: Path
    rejects_file: Path | str | None
    configuration: str
    form: Form
    partition: str | None
    meter: Meter
    progress: Callable[[BatchSummary], None] | None
    start: float = field(default_factory=time.monotonic)
    resumed: int = 0
    copies: Copies | None = None

    def spare(self, files: Iterable[str]) -> None:
        """Refuse to write over an input."""
        files_made = exported_files(self.output, self.form.name, self.partition)
        written = {path.resolve() for path in files_made}
        if self._rejects_path is not None:
            written.add(self._rejects_path.resolve())
        for file in files:
            if file != STDIN and Path(file).resolve() in written:
                raise OutputError(
                    f"{file} is both read and written.",
                    "Give the output a name of its own, outside the folders that are read.",
                    code="G404",
                )

    def open(self, stack: ExitStack, items: Iterator[Item], resume: bool) -> None:
        """Open the files, at the place where an earlier run ended if that is to be resumed."""
        self._stack = stack
        self.state = Checkpoint(configuration=self.configuration)
        if not self._to_stream and not is_stream(self._rejects_path or STDIN):
            self.copies = Copies()
        if not self._to_stream:
            if resume:
                self.state = self._earlier_state(items)
            else:
                self._checkpoint_path.unlink(missing_ok=True)
        self.resumed = self.state.read
        self._saved = time.monotonic()
        self.reasons = Counter(self.state.reasons)
        self.writer = stack.enter_context(JsonlWriter(self._records_path, self.state.output_bytes))
        self.rejects: JsonlWriter | None = None
        if self.state.rejects_bytes or self.rejects_file is not None:
            self.rejects = self._open_rejects(self.state.rejects_bytes)

    def record(self, entries: Sequence[Entry], results: Sequence[Outcome]) -> None:
        """Write what became of a batch."""
        remaining = iter(results)
        for entry in entries:
            item = entry.item
            if isinstance(item.content, Reject):
                self._reject(item.content)
            elif isinstance(result := self._outcome(entry, remaining), Extraction):
                self._write(entry, item.content, result)
            else:
                if entry.original:
                    entry.original.error = result
                self._reject(Reject.of(item.place, result, item.content.id))
            self.state.read += 1
            self.state.inputs = digest_after(self.state.inputs, item)
        if time.monotonic() - self._saved >= _CHECKPOINT_SECONDS:
            self._save()
        if self.progress:
            self.progress(self.summary())

    def finish(self) -> None:
        """Give the files their names; only then the checkpoint has served."""
        self._save()
        if self.rejects:
            self.rejects.commit()
        self.writer.commit()
        if self._to_stream:
            return
        if self.rejects is None and self._rejects_path is not None:
            # A file of an earlier run would say of this one what is not so.
            self._rejects_path.unlink(missing_ok=True)
        if self._records_path != self.output:
            export_records(
                self._records_path,
                self.output,
                format=self.form.name,
                partition=self.partition,
            )
        self._checkpoint_path.unlink(missing_ok=True)
        if self._records_path != self.output:
            self._records_path.unlink(missing_ok=True)

    def summary(self) -> BatchSummary:
        """The figures so far."""
        return BatchSummary(
            read=self.state.read,
            written=self.state.written,
            rejected=sum(self.reasons.values()),
            words=self.state.words,
            seconds=time.monotonic() - self.start,
            share=self.meter.share,
            resumed=self.resumed,
            reasons=dict(self.reasons),
            output=str(self.output),
            rejects=str(self.rejects.path or STDIN) if self.rejects else None,
        )

    def _outcome(self, entry: Entry, remaining: Iterator[Outcome]) -> Outcome:
        original = entry.original
        if original is None or not entry.is_copy:
            return next(remaining)
        if original.error is not None:
            return original.error
        line = self.writer.read(original.offset, original.length)
        found = Extraction.model_validate_json(line)
        return as_copy(cast("Article", entry.item.content), found, original.warnings)

    def _write(self, entry: Entry, article: Article, result: Extraction) -> None:
        warnings = entry.item.warnings
        if warnings:
            result = result.model_copy(update={"warnings": [*result.warnings, *warnings]})
        start = self.writer.size
        self.writer.write(result)
        if entry.original and not entry.is_copy:
            original = entry.original
            original.offset, original.length = start, self.writer.size - start - 1
            original.warnings = len(warnings)
        self.state.written += 1
        self.state.words += len(article.text.split())

    def _reject(self, reject: Reject) -> None:
        self.reasons[reject.code] += 1
        if self.rejects is None and self._rejects_path is not None:
            self.rejects = self._open_rejects(0)
        if self.rejects:
            self.rejects.write(reject)

    def _open_rejects(self, resume_at: int) -> JsonlWriter:
        return self._stack.enter_context(JsonlWriter(self._rejects_path or STDIN, resume_at))

    def _save(self) -> None:
        if self._to_stream:
            return
        self.writer.sync()
        self.state.output_bytes = self.writer.size
        if self.rejects:
            self.rejects.sync()
            self.state.rejects_bytes = self.rejects.size
        self.state.reasons = dict(self.reasons)
        self.state.save(self._checkpoint_path)
        self._saved = time.monotonic()

    def _earlier_state(self, items: Iterator[Item]) -> Checkpoint:
        """Pass over what an earlier run has done, making sure that it is the same."""
        state = Checkpoint.load(self._checkpoint_path)
        if state is None:
            return self.state
        if state.configuration != self.configuration:
            raise self._another_run("its inputs, model or settings were others")
        digest = ""
        count = 0
        earlier = EarlierRun(self.copies, state, self._records_path, self._rejects_path)
        for item in islice(items, state.read):
            digest = digest_after(digest, item)
            count += 1
            earlier.see(item)
        if count < state.read or digest != state.inputs:
            raise self._another_run("the inputs have changed since")
        return state

    def _another_run(self, why: str) -> InputError:
        return InputError(
            f"The interrupted run of {self.output} cannot be resumed: {why}.",
            "Run without --resume to start anew.",
            code="G131",
        )

    @property
    def _to_stream(self) -> bool:
        return is_stream(self.output)

    @property
    def _records_path(self) -> Path:
        """Where the records are as JSON Lines, of which other forms are made at the end."""
        if self._to_stream or self.form.write is None:
            return self.output
        return self.output.with_name(self.output.name + ".jsonl")

    @property
    def _checkpoint_path(self) -> Path:
        return self.output.with_name(self.output.name + ".checkpoint")

    @property
    def _rejects_path(self) -> Path | None:
        if self.rejects_file is not None:
            return Path(self.rejects_file)
        return None if self._to_stream else self.output.with_suffix(".rejects.jsonl")


def _configuration(
    extractor: Extracts,
    inputs: Sequence[Path | str],
    fields: Mapping[str, str] | None,
    input_format: str | None,
) -> str:
    """Digest of all that decides what the records look like."""
    options: dict[str, Any] = {name: str(getattr(extractor, name, None)) for name in _OPTIONS}
    furniture = getattr(extractor, "furniture", None)
    options["furniture"] = furniture.digest() if furniture is not None else None
    options["types"] = sorted(getattr(extractor, "types", None) or ())
    options |= {"inputs": [str(entry) for entry in inputs], "format": input_format}
    options["fields"] = sorted((fields or {}).items())
    return hashlib.sha256(json.dumps(options).encode("utf-8")).hexdigest()
