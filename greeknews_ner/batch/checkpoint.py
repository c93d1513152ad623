"""How far a run has come, kept beside its output so that another can go on."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from greeknews_ner.articles.items import Item
from greeknews_ner.articles.writing import output_error

__all__ = ["Checkpoint", "digest_after"]


class Checkpoint(BaseModel):
    """State of a run after a batch whose output is safely on disk.

    Attributes:
        configuration: Digest of all that decides what the records look like.
        inputs: Digest of the records consumed so far, each chained to those before it.
        read: How many they are.
        written: Extractions written.
        words: Words in them.
        reasons: Rejects by code.
        output_bytes: Length of the part file of extractions.
        rejects_bytes: Length of the part file of rejects.
    """

    model_config = ConfigDict(extra="forbid")

    configuration: str
    inputs: str = ""
    read: int = 0
    written: int = 0
    words: int = 0
    reasons: dict[str, int] = {}
    output_bytes: int = 0
    rejects_bytes: int = 0

    def save(self, path: Path) -> None:
        """Write the checkpoint so that a crash leaves the old or the new one whole.

        Raises:
            OutputError: It cannot be written (G401), or the disk is full (G402).
        """
        part = path.with_name(path.name + ".new")
        try:
            with part.open("w", encoding="utf-8") as file:
                file.write(self.model_dump_json())
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            raise output_error(str(path), error) from error

    @classmethod
    def load(cls, path: Path) -> Checkpoint | None:
        """Read a checkpoint; None if there is none that can be read."""
        try:
            return cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None


def digest_after(digest: str, item: Item) -> str:
    """Chain one more record of the input to a digest of those before it."""
    chain = hashlib.blake2b(digest.encode("ascii"), digest_size=16)
    chain.update(f"{item.place}\n{item.warnings}\n".encode("utf-8", errors="replace"))
    chain.update(item.content.model_dump_json().encode("utf-8"))
    return chain.hexdigest()
