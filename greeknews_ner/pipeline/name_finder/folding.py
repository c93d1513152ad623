"""One word form for every way in which Greek news spells it.

Headlines drop accents with capitals (``ΑΘΗΝΑ``), some papers drop the accent of an initial
capital (``Αγκυρα``), and texts typed on mixed keyboards hold Latin look-alikes (``Aθήνα``).
:func:`fold` maps all of these to the one form that the embedding tables know.
"""

from __future__ import annotations

import unicodedata

__all__ = ["case_pattern", "digit_shape", "fold", "is_greek", "stem"]

# Latin letters that look like a Greek letter, keyed by the lower-case form the fold ends at.
_LATIN_CAPITALS = dict(zip("ABEZHIKMNOPTYX", "αβεζηικμνορτυχ", strict=True))
_LATIN_SMALL = dict(zip("aoveipxuk", "αονειρχυκ", strict=True))


def _greek_letters() -> dict[int, str]:
    table: dict[int, str] = {}
    for start, end in ((0x0370, 0x0400), (0x1F00, 0x2000)):
        for code in range(start, end):
            base = unicodedata.normalize("NFD", chr(code))[:1].lower()
            if base and base != chr(code) and base.isalpha():
                table[code] = base
    # Capitals without a mark fold too, and the two sigmas are one letter.
    table[ord("ς")] = "σ"
    table[0x00B5] = "μ"  # MICRO SIGN, typed for the letter mu
    for mark in range(0x0300, 0x0370):
        table[mark] = ""
    return table


_GREEK = _greek_letters()
_LOOKALIKES = {ord(key): value for key, value in (_LATIN_CAPITALS | _LATIN_SMALL).items()}


def is_greek(word: str) -> bool:
    """Tell whether the word holds a letter of the Greek script."""
    return any("\u0370" <= char <= "\u03ff" or "\u1f00" <= char <= "\u1fff" for char in word)


def fold(word: str) -> str:
    """Return the word in lower case, without accents, with one sigma and no look-alikes.

    Latin letters change only inside a word that also holds a Greek letter, so ``NATO`` and
    ``ΝΑΤΟ`` stay two words while ``Aθήνα`` (Latin A) meets ``Αθήνα``.
    """
    if word.isascii():
        return word.lower()
    if is_greek(word):
        return word.translate(_LOOKALIKES).translate(_GREEK).lower().replace("ς", "σ")
    return word.lower()


def case_pattern(word: str) -> str:
    """Name the capitals of a word.

    One of ``lower``, ``title``, ``upper``, ``initial``, ``mixed`` and ``none`` (no letters).
    ``initial`` is one capital letter alone (``Α`` or ``Α.``): it may open a sentence, shorten a
    first name or be a word written in capitals.
    """
    if word.isalpha() and len(word) > 1:  # most words, told by three quick looks
        if word.islower():
            return "lower"
        if word.isupper():
            return "upper"
        if word[0].isupper() and word[1:].islower():
            return "title"
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return "none"
    if len(letters) == 1:
        return "initial" if letters[0].isupper() else "lower"
    capitals = sum(char.isupper() for char in letters)
    if capitals == 0:
        return "lower"
    if capitals == len(letters):
        return "upper"
    if capitals == 1 and letters[0].isupper():
        return "title"
    return "mixed"


def digit_shape(word: str) -> str:
    """Return the word's outline.

    Digits become ``d``, Greek letters ``x``, Latin ``l``; runs are cut to four, the rest is kept.
    Capitals are left to :func:`case_pattern`, so the outline survives a headline's capitals.
    """
    if word.isdecimal():
        return "d" * min(4, len(word))
    if word.isalpha() and (word.isascii() or is_greek(word)):
        return ("l" if word.isascii() else "x") * min(4, len(word))
    outline: list[str] = []
    run = 0
    latin = "x" if is_greek(word) else "l"
    for char in word[:40]:
        if char.isdigit():
            mark = "d"
        elif char.isalpha():
            mark = latin if char < "\u0250" else "x"
        else:
            mark = char
        run = run + 1 if outline and outline[-1] == mark else 1
        if run <= 4:
            outline.append(mark)
    return "".join(outline)


def stem(folded: str) -> str:
    """Return a folded word without its ending: the vowels at its end and a sigma after them.

    Cases of one name share it (Τεχεράνη, Τεχεράνης; Λίβανος, Λιβάνου). A word that would keep
    fewer than three letters stays whole.
    """
    bare = folded.removesuffix("σ").rstrip("αεηιουω")
    return bare if len(bare) >= 3 else folded
