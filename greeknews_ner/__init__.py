"""Named entities of Greek news as validated records.

>>> import greeknews_ner
>>> extractor = greeknews_ner.load()
>>> result = extractor.extract("Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ.")
>>> [(mention.type, mention.english.english) for mention in result.mentions]
[('PERSON', 'Sergei Shoigu'), ('GPE', 'Pyongyang')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from greeknews_ner.errors import GreekNewsError

if TYPE_CHECKING:
    from greeknews_ner.batch.frames import read_records
    from greeknews_ner.extractor import Extractor, load
    from greeknews_ner.models import model_names, model_path
    from greeknews_ner.records import Article, Entity, Extraction, Mention, Rendering

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Entity",
    "Extraction",
    "Extractor",
    "GreekNewsError",
    "Mention",
    "Rendering",
    "__version__",
    "load",
    "model_names",
    "model_path",
    "read_records",
]

# Imported on first use: the command line's help and the names alone need none of it.
_HOMES = {
    "batch.frames": ("read_records",),
    "extractor": ("Extractor", "load"),
    "models": ("model_names", "model_path"),
    "records": ("Article", "Entity", "Extraction", "Mention", "Rendering"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            found = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
