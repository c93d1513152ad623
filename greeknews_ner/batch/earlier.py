"""What an interrupted run left, passed over without extracting it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.articles.items import Item, Reject
from greeknews_ner.articles.writing import PART_SUFFIX
from greeknews_ner.batch.checkpoint import Checkpoint
from greeknews_ner.batch.copies import Copies
from greeknews_ner.errors import InputError
from greeknews_ner.records import Article

__all__ = ["EarlierRun"]


class EarlierRun:
    """The part files of an earlier run, read beside its input.

    Args:
        copies: Filled with the articles that it has done; none if copies are extracted anew.
        state: Its checkpoint.
        records: Its file of records; the part file of it is read.
        rejects: Its file of rejects, if it may have one.
    """

    def __init__(
        self, copies: Copies | None, state: Checkpoint, records: Path, rejects: Path | None
    ) -> None:
        self._copies = copies
        self._lines = _lines(records, state.output_bytes)
        self._rejects = _rejects(rejects, state.rejects_bytes)
        self._next_reject = next(self._rejects, None)

    def see(self, item: Item) -> None:
        """Pass over one record of the input."""
        if self._copies is None:
            return
        reject = self._next_reject
        # Both files are in input order.
        is_reject = reject is not None and (reject.file, reject.record) == (
            item.place.file,
            item.place.record,
        )
        if is_reject:
            self._next_reject = next(self._rejects, None)
        offset, length = (0, 0) if is_reject else next(self._lines, (0, 0))
        if not isinstance(item.content, Article):
            return
        original, is_copy = self._copies.seen(item.content)
        if is_copy:
            return
        if reject is not None and is_reject:
            original.error = InputError(reject.reason, reject.remedy, code=reject.code)
        original.offset, original.length = offset, length
        original.warnings = len(item.warnings)


def _part_of(path: Path) -> Path:
    part = path.with_name(path.name + PART_SUFFIX)
    return part if part.exists() else path


def _lines(path: Path, size: int) -> Iterator[tuple[int, int]]:
    """Offset and length of each line of what is good of a file."""
    part = _part_of(path)
    if not size or not part.exists():
        return
    offset = 0
    with part.open("rb") as file:
        for line in file:
            if offset >= size:
                return
            yield offset, len(line) - 1
            offset += len(line)


def _rejects(path: Path | None, size: int) -> Iterator[Reject]:
    if path is None:
        return
    part = _part_of(path)
    for offset, length in _lines(path, size):
        with part.open("rb") as file:
            file.seek(offset)
            yield Reject.model_validate_json(file.read(length))
