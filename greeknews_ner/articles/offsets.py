"""A sparse, exact map from offsets of an edited text back to the text it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Edit", "OffsetMap", "apply_edits"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement.

    Attributes:
        start: Offset in the source of the first code point that is replaced.
        end: Offset after the last one.
        text: What stands there instead; empty for a deletion.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the characters of an edited text stood before the edits.

    Between two edits offsets run in step, so only the edits are kept.

    Attributes:
        targets: Where each replacement starts in the edited text, ascending.
        target_ends: Where it ends there; equal to its start for a deletion.
        sources: Where the replaced stretch starts in the source.
        source_ends: Where it ends there.
    """

    targets: list[int] = field(default_factory=list)
    target_ends: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    source_ends: list[int] = field(default_factory=list)

    def start_of(self, position: int) -> int:
        """Offset in the source where the character at ``position`` begins."""
        edit = bisect_right(self.targets, position) - 1
        if edit < 0:
            return position
        if position < self.target_ends[edit]:
            return self.sources[edit]
        return self.source_ends[edit] + position - self.target_ends[edit]

    def end_of(self, position: int) -> int:
        """Offset in the source after the end of the character at ``position``."""
        edit = bisect_right(self.targets, position) - 1
        if edit < 0:
            return position + 1
        if position < self.target_ends[edit]:
            return self.source_ends[edit]
        return self.source_ends[edit] + position - self.target_ends[edit] + 1

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the edited text was made from.

        Deleted characters inside the stretch belong to it, those at its edges do not.
        """
        first = self.start_of(start)
        return (first, first) if start >= end else (first, self.end_of(end - 1))


def apply_edits(source: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap | None]:
    """Apply edits to a text.

    Args:
        source: The text.
        edits: Ascending, not overlapping.

    Returns:
        The edited text and its map; no map where there was no edit.
    """
    offsets = OffsetMap()
    pieces: list[str] = []
    done = length = 0
    for edit in edits:
        pieces.append(source[done : edit.start])
        length += edit.start - done
        offsets.targets.append(length)
        length += len(edit.text)
        offsets.target_ends.append(length)
        offsets.sources.append(edit.start)
        offsets.source_ends.append(edit.end)
        pieces.append(edit.text)
        done = edit.end
    if not offsets.targets:
        return source, None
    pieces.append(source[done:])
    return "".join(pieces), offsets
