"""Rules of transliteration for each language that names come from, held as data.

>>> from greeknews_ner.names.rules import render_by_rules
>>> render_by_rules("Σεργκέι Σοϊγκού")[0].english
'Sergei Shoigu'
"""

from greeknews_ner.names.rules.language import Language, Rule
from greeknews_ner.names.rules.origin import guess_origin
from greeknews_ner.names.rules.shelf import default_languages, load_languages
from greeknews_ner.names.rules.whole_name import Candidate, Rank, render_by_rules

__all__ = [
    "Candidate",
    "Language",
    "Rank",
    "Rule",
    "default_languages",
    "guess_origin",
    "load_languages",
    "render_by_rules",
]
