"""The pipelines that ship inside the package, and how any pipeline becomes ours."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greeknews_ner.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "small"

_FOLDER = Path(str(files("greeknews_ner"))) / "resources" / "models"


def model_names() -> tuple[str, ...]:
    """Names of the embedded pipelines, ``small`` first."""
    found = sorted(path.parent.name for path in _FOLDER.glob("*/config.cfg"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT_MODEL))


def model_path(name: str = DEFAULT_MODEL) -> Path:
    """Folder of an embedded pipeline, for ``spacy.load``.

    Args:
        name: ``small`` or another of :func:`model_names`.

    Raises:
        ModelError: No pipeline of that name is embedded (G202).
    """
    path = _FOLDER / name
    if not (path / "config.cfg").is_file():
        raise ModelError(
            f"No pipeline named {name!r} ships with this package.",
            f"Use one of: {', '.join(model_names())}.",
            code="G202",
        )
    return path


def model_meta(name: str = DEFAULT_MODEL) -> dict[str, Any]:
    """What an embedded pipeline says of itself: version, licence, sources, scores.

    Raises:
        ModelError: No pipeline of that name is embedded (G202).
    """
    meta: dict[str, Any] = json.loads((model_path(name) / "meta.json").read_text("utf-8"))
    return meta


def load_pipeline(
    model: str | Path | Language = DEFAULT_MODEL, *, adjectives: bool = False
) -> Language:
    """Load a spaCy pipeline and add to it whatever of ours it lacks.

    Args:
        model: An embedded pipeline (``small``), an installed one (``el_core_news_sm``), a folder,
            or a loaded ``nlp`` object, to which components are added in place.
        adjectives: Whether adjectives of nationality become mentions too.

    Raises:
        ModelError: It is not installed (G201), cannot be read (G203), or is not Greek (G204).
    """
    from greeknews_ner.pipeline.tokenizing import pass_over_letters

    nlp = _load(model) if isinstance(model, (str, Path)) else model
    if nlp.lang != "el":
        raise ModelError(
            f"The pipeline {nlp.meta.get('name', '?')!r} is for the language {nlp.lang!r}.",
            "Give a Greek pipeline (lang 'el').",
            code="G204",
        )
    complete(nlp, adjectives=adjectives)
    pass_over_letters(nlp)
    _multiply_by_numpy(nlp)
    return nlp


def complete(nlp: Language, *, adjectives: bool = False) -> None:
    """Add our components that ``nlp`` lacks, in the order in which they need each other.

    Args:
        nlp: A Greek pipeline.
        adjectives: Whether to add, as the last, the finder of adjectives of nationality.
    """
    from greeknews_ner.pipeline import ADJECTIVES, COMPONENTS, finds_values
    from greeknews_ner.pipeline.values import SURE_TYPES

    settings: dict[str, dict[str, Any]] = {}
    if finds_values(nlp):
        settings["greeknews_values"] = {"types": list(SURE_TYPES)}
    for place, factory in enumerate(COMPONENTS):
        if factory not in nlp.pipe_names:
            later = [name for name in COMPONENTS[place + 1 :] if name in nlp.pipe_names]
            nlp.add_pipe(
                factory, config=settings.get(factory, {}), before=later[0] if later else None
            )
    if adjectives and ADJECTIVES not in nlp.pipe_names:
        nlp.add_pipe(ADJECTIVES)


def _multiply_by_numpy(nlp: Language) -> None:
    """Let the tagger of features multiply as our encoder does, which halves its time."""
    from greeknews_ner.pipeline.name_finder.embed import use_numpy_matmul

    if "greeknews_name_finder" in nlp.pipe_factories.values():
        for name, factory in nlp.pipe_factories.items():
            if factory == "morphologizer":
                tagger: Any = nlp.get_pipe(name)
                use_numpy_matmul(tagger.model)


def _load(model: str | Path) -> Language:
    import spacy
    from spacy.util import is_package

    name = str(model)
    path = Path(name)
    if name in model_names():
        path = model_path(name)
    elif not path.is_dir() and not is_package(name):
        raise ModelError(
            f"The pipeline {name!r} is not installed.",
            f"{_how_to_install(name)}, or use {DEFAULT_MODEL!r}, which ships with this package"
            " and needs nothing.",
            code="G201",
        )
    try:
        return spacy.load(path if path.is_dir() else name)
    except ModelError:
        raise
    except (OSError, ValueError, ImportError, KeyError) as error:
        reason = " ".join(str(error).split())[:300]
        raise ModelError(
            f"The pipeline {name!r} cannot be loaded: {reason}.",
            "Check that it was made for the installed spaCy (python -m spacy validate).",
            code="G203",
        ) from error


def _how_to_install(name: str) -> str:
    if name == "accurate":
        return 'Install it with: pip install "greeknews-ner[accurate]"'
    if "_core_" in name:
        return f"Install it with: python -m spacy download {name}"
    return f"Check the name (embedded are: {', '.join(model_names())}) or the folder's path"
