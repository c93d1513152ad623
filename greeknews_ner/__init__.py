"""Named entities of Greek news as validated records.

>>> import greeknews_ner
>>> extractor = greeknews_ner.load()
>>> result = extractor.extract("Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ.")
>>> [(mention.type, mention.english.english) for mention in result.mentions]
[('PERSON', 'Sergei Shoigu'), ('GPE', 'Pyongyang')]
"""

from __future__ import annotations

from greeknews_ner.errors import GreekNewsError
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
]
