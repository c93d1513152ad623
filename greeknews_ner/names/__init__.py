"""Greek name to nominative to English: plain strings in, plain records out.

>>> from greeknews_ner import names
>>> names.to_elot743("Μητσοτάκης")
'Mitsotakis'
"""

from typing import Any

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.english import clear_cache, explain, to_english
from greeknews_ner.names.explain import Explanation, Step
from greeknews_ner.names.folding import fold
from greeknews_ner.records import Rendering

__all__ = [
    "Explanation",
    "Rendering",
    "Step",
    "clear_cache",
    "explain",
    "fold",
    "to_elot743",
    "to_english",
    "to_nominative",
]


def __getattr__(name: str) -> Any:
    if name == "to_nominative":
        from greeknews_ner.names.nominative import to_nominative

        return to_nominative
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
