"""Named entities of Greek news as validated records.

>>> import greeknews_ner
>>> extractor = greeknews_ner.load()
>>> result = extractor.extract("Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ.")
>>> [(mention.type, mention.english.english) for mention in result.mentions]
[('PERSON', 'Sergei Shoigu'), ('GPE', 'Pyongyang')]
"""

from __future__ import annotations

from greeknews_ner.records import Article, Extraction

__version__ = "0.1.0"

__all__ = ["Article", "Extraction", "__version__"]
