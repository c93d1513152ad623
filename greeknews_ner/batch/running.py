"""A dump of articles in, a file of records out, and nothing lost between."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from greeknews_ner.articles.dumps import find_inputs, read_items
from greeknews_ner.articles.items import Item, Reject
from greeknews_ner.articles.limits import DEFAULT_LIMITS, Limits
from greeknews_ner.articles.reading import STDIN
from greeknews_ner.articles.writing import JsonlWriter, is_stream
from greeknews_ner.batch.checkpoint import Checkpoint, digest_after
from greeknews_ner.batch.exports import export_of, export_records, exported_files
from greeknews_ner.batch.outcomes import Extracts, Outcome, outcomes
from greeknews_ner.batch.summary import BatchSummary
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.records import Article, Extraction

if TYPE_CHECKING:
    from greeknews_ner.extractor import Extractor

__all__ = ["run_batch"]

_CHECKPOINT_SECONDS = 2.0
_OPTIONS = ("model", "types", "keep_boilerplate", "indefinite_articles")


def run_batch(
    extractor: Extracts,
    inputs: Path | str | Iterable[Path | str],
    output: Path | str,
    *,
    rejects: Path | str | None = None,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    batch_size: int = 64,
    workers: int = 1,
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
            ``.csv``, ``.parquet``: see :func:`~greeknews_ner.batch.exports.export_records`), or
            ``-``.
        rejects: File of the rejects (JSON Lines); beside ``output`` as ``NAME.rejects.jsonl`` if
            not given. It is made only if there are any.
        fields: Field of an article → name in the input, where the known names do not do.
        format: Format of the inputs; told from each file if not given.
        batch_size: Articles that go through the pipeline together.
        workers: Processes, each with a pipeline of its own.
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
            also an input (G404), or Parquet is asked for without pyarrow (G406).
    """
    if batch_size < 1 or workers < 1:
        raise InputError(
            f"batch_size is {batch_size} and workers is {workers}.",
            "Give whole numbers from 1.",
            code="G112",
        )
    files = find_inputs([inputs] if isinstance(inputs, (str, Path)) else inputs)
    items = read_items(files, fields=fields, format=format, limits=limits)
    run = _Run(Path(output), rejects, _configuration(extractor, files, fields, format), progress)
    run.spare(files)
    with ExitStack() as stack:
        run.open(stack, items, resume)
        groups = _Groups(items, batch_size)
        for results in _extracted(extractor, groups, workers):
            run.record(groups.done(), results)
        run.finish()
    return run.summary()


def _extracted(
    extractor: Extracts, groups: Iterable[Sequence[Article]], workers: int
) -> Iterator[list[Outcome]]:
    if workers == 1:
        return (outcomes(extractor, group) for group in groups)
    from greeknews_ner.batch.workers import outcomes_in_processes

    return outcomes_in_processes(cast("Extractor", extractor), groups, workers)


class _Groups:
    """Batches of the input: their articles on the way in, their records on the way out."""

    def __init__(self, items: Iterator[Item], size: int) -> None:
        self._items = items
        self._size = size
        self._pending: deque[list[Item]] = deque()

    def __iter__(self) -> Iterator[list[Article]]:
        while group := list(islice(self._items, self._size)):
            self._pending.append(group)
            yield [item.content for item in group if isinstance(item.content, Article)]

    def done(self) -> list[Item]:
        """The records of the oldest batch that is not done yet."""
        return self._pending.popleft()


@dataclass
class _Run:
    """The open files and the figures of one run."""

    output: Path
    rejects_file: Path | str | None
    configuration: str
    progress: Callable[[BatchSummary], None] | None
    start: float = field(default_factory=time.monotonic)
    resumed: int = 0

    def spare(self, files: Iterable[str]) -> None:
        """Refuse to write over an input."""
        written = {path.resolve() for path in exported_files(self.output)}
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

    def record(self, items: Sequence[Item], results: Sequence[Outcome]) -> None:
        """Write what became of a batch."""
        remaining = iter(results)
        for item in items:
            result = item.content if isinstance(item.content, Reject) else next(remaining)
            if isinstance(result, Extraction):
                self._write(item, result)
            elif isinstance(result, Reject):
                self._reject(result)
            else:
                article_id = item.content.id if isinstance(item.content, Article) else None
                self._reject(Reject.of(item.place, result, article_id))
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
            export_records(self._records_path, self.output)
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
            resumed=self.resumed,
            reasons=dict(self.reasons),
            output=str(self.output),
            rejects=str(self.rejects.path or STDIN) if self.rejects else None,
        )

    def _write(self, item: Item, result: Extraction) -> None:
        if item.warnings:
            warnings = [*result.warnings, *item.warnings]
            result = result.model_copy(update={"warnings": warnings})
        self.writer.write(result)
        self.state.written += 1
        if isinstance(item.content, Article):
            self.state.words += len(item.content.text.split())

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
        for item in islice(items, state.read):
            digest = digest_after(digest, item)
            count += 1
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
        if self._to_stream or export_of(self.output) is None:
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
    format: str | None,
) -> str:
    """Digest of all that decides what the records look like."""
    options: dict[str, Any] = {name: str(getattr(extractor, name, None)) for name in _OPTIONS}
    options["types"] = sorted(getattr(extractor, "types", None) or ())
    options |= {"inputs": [str(entry) for entry in inputs], "format": format}
    options["fields"] = sorted((fields or {}).items())
    return hashlib.sha256(json.dumps(options).encode("utf-8")).hexdigest()
