"""Files in any store that fsspec knows: ``s3://``, ``gs://``, ``hdfs://``, or a local disk."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import IO, Any, cast

from greeknews_ner.articles.dumps import find_inputs
from greeknews_ner.articles.formats import is_known_file
from greeknews_ner.errors import InputError

__all__ = ["find_files", "is_remote", "opened", "write_file"]


def is_remote(path: str) -> bool:
    """Whether a path names a store."""
    return "://" in path


def find_files(inputs: Iterable[Path | str]) -> list[str]:
    """List the files that inputs stand for, as :func:`~greeknews_ner.articles.find_inputs` does.

    Args:
        inputs: Files, folders and globs, local or in a store.

    Raises:
        InputError: As for local inputs; a folder or glob in a store that holds nothing (G116).
    """
    found: list[str] = []
    for entry in map(str, inputs):
        if not is_remote(entry):
            found += [str(Path(file).resolve()) for file in find_inputs([entry])]
            continue
        store, path = _store_of(entry)
        if any(sign in path for sign in "*?["):
            paths = sorted(store.glob(path))
        elif store.isdir(path):
            paths = sorted(file for file in store.find(path) if is_known_file(file))
        else:
            paths = [path] if store.exists(path) else []
        if not paths:
            raise InputError(f"Nothing is at {entry}.", "Check the address.", code="G116")
        found += [store.unstrip_protocol(path) for path in paths]
    return found


def opened(path: str) -> IO[bytes]:
    """Open a file to read, whatever store it is in."""
    if not is_remote(path):
        return Path(path).open("rb")
    store, inner = _store_of(path)
    return cast("IO[bytes]", store.open(inner, "rb"))


def write_file(path: str, data: bytes) -> None:
    """Write a file so that nobody sees half of it: stores do so anyway, disks by a rename."""
    if is_remote(path):
        store, inner = _store_of(path)
        store.makedirs(store._parent(inner), exist_ok=True)
        store.pipe_file(inner, data)
        return
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_bytes(data)
    part.replace(file)


def _store_of(path: str) -> tuple[Any, str]:
    # By name, so that types are checked alike whether it is installed or not.
    return cast("tuple[Any, str]", import_module("fsspec.core").url_to_fs(path))
