"""What is installed: versions, pipelines, tables, and under which licences."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distributions, version
from importlib.resources import files
from pathlib import Path
from typing import Any

_TABLES = Path(str(files("greeknews_ner"))) / "resources" / "names"
_PACKAGES = ("spacy", "pydantic", "Babel", "numpy", "onnxruntime", "tokenizers")


def inventory() -> dict[str, Any]:
    """Versions, embedded and installed pipelines, and name tables, as plain values."""
    from greeknews_ner import __version__

    return {
        "greeknews_ner": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "licence": "MIT (code), CC BY-NC-SA 4.0 (weights), tables as listed",
        "models": [*_embedded(), *_installed()],
        "tables": list(_tables()),
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _embedded() -> Iterator[dict[str, Any]]:
    from greeknews_ner.models import model_meta, model_names, model_path

    for name in model_names():
        meta = model_meta(name)
        size = sum(path.stat().st_size for path in model_path(name).rglob("*") if path.is_file())
        yield {
            "name": name,
            "version": meta.get("version"),
            "licence": meta.get("license"),
            "megabytes": round(size / 1e6, 1),
            "f1": meta.get("performance", {}).get("ents_f"),
            "embedded": True,
        }


def _installed() -> Iterator[dict[str, Any]]:
    """Greek pipelines of spaCy that are installed as packages."""
    seen = set()
    for package in distributions():
        name = (package.metadata["Name"] or "").replace("-", "_").lower()
        if name.startswith("el_core_") and name not in seen:
            seen.add(name)
            yield {
                "name": name,
                "version": package.version,
                "licence": package.metadata["License"],
                "megabytes": None,
                "f1": None,
                "embedded": False,
            }


def _tables() -> Iterator[dict[str, Any]]:
    from greeknews_ner.names.lexicon_sources import licence_of

    for path in sorted(_TABLES.rglob("*.tsv")):
        heading, *lines = path.read_text("utf-8").splitlines()
        columns = heading.split("\t")
        if "source" not in columns or columns[0] == "source":
            continue
        place = columns.index("source")
        sources = Counter(
            (line.split("\t") + [""] * len(columns))[place] for line in lines if line.strip()
        )
        licences = dict.fromkeys(licence_of(source) for source in sources)
        yield {
            "name": path.relative_to(_TABLES).with_suffix("").as_posix(),
            "rows": sum(sources.values()),
            "sources": dict(sources.most_common()),
            "licence": " AND ".join(licence for licence in licences if licence),
        }
