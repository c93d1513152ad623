"""Greek capitals that stand for the Latin ones they look like: Alpha ΒΑΝΚ, Skai ΤV, Μάλκολμ Χ."""

from __future__ import annotations

import re

_LIKE_LATIN = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοινρυκχ", "ABEZHIKMNOPTYXaoivpukx")
_CAPITALS = re.compile(r"[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]+\.?")
_MIXED = re.compile("[A-Za-zΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοινρυκχ]+")
_LATIN_WORD = re.compile("[A-Za-z]{2,}[0-9.]*")
_LATIN = re.compile("[A-Za-z]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_LONGEST_ACRONYM = 3
# Of the letters that stand alone behind a name, what looks Latin is meant for these.
_ALONE = {"Χ": "X", "Β": "B"}


def with_latin_lookalikes(name: str) -> str:
    """Write in Latin letters what was meant to be: beside a Latin word, or beside Latin letters.

    Args:
        name: A name; only one whose Greek words all look Latin beside a Latin word is changed
            word by word.

    Returns:
        The name; words of four letters and more in the case of their Latin neighbours.
    """
    words = [_unmixed(word) for word in name.split(" ")]
    greek = [number for number, word in enumerate(words) if _GREEK.search(word)]
    latin = [word for word in words if _LATIN_WORD.fullmatch(word)]
    if latin and greek and all(_CAPITALS.fullmatch(words[number]) for number in greek):
        is_shouted = all(word.isupper() for word in latin)
        for number in greek:
            written = words[number].translate(_LIKE_LATIN)
            is_word = len(written) > _LONGEST_ACRONYM and not is_shouted
            words[number] = written.capitalize() if is_word else written
    elif len(words) > 1 and words[-1] in _ALONE and words[-2][-1:].islower():
        words[-1] = _ALONE[words[-1]]
    return " ".join(words)


def _unmixed(word: str) -> str:
    is_mixed = _MIXED.fullmatch(word) and _LATIN.search(word) and _GREEK.search(word)
    return word.translate(_LIKE_LATIN) if is_mixed else word
