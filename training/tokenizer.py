"""How the shipped pipeline cuts words where spaCy's Greek rules leave them whole."""

from __future__ import annotations

from spacy.lang.el import Greek
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

__all__ = ["cut_after_signs"]

# spaCy cuts the full stop from "13." and leaves it on "13%." and "13€.".
_SUFFIXES = (r"(?<=[%‰€$£¥°])\.",)
_INFIXES = (r"(?<=[%‰€$£¥°])[-–—/](?=[0-9+])",)


def cut_after_signs(nlp: Language) -> None:
    """Cut a full stop or a dash that follows a sign of per cent, money or degrees.

    Args:
        nlp: A Greek pipeline; its tokeniser is changed in place.
    """
    defaults = Greek.Defaults
    suffixes = compile_suffix_regex([*(defaults.suffixes or ()), *_SUFFIXES])
    infixes = compile_infix_regex([*(defaults.infixes or ()), *_INFIXES])
    nlp.tokenizer.suffix_search = suffixes.search
    nlp.tokenizer.infix_finditer = infixes.finditer
