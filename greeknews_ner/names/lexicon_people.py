"""The given and the family name inside a whole name, on the Greek and the English side at once."""

from __future__ import annotations

from greeknews_ner.names.lexicon_parts import FAMILY, GIVEN

Pair = tuple[str, str]


def split_person(greek: str, english: str, family: str = "") -> dict[int, Pair] | None:
    """Split a person's name.

    Args:
        greek: The whole name in Greek.
        english: The whole name in English.
        family: Which part is the family name, as ``"Σι=Xi"`` (Greek, English); empty when it is
            the last word of both; ``"-"`` when the name has no family name (popes, kings,
            stage names).

    Returns:
        FAMILY and, where there is one, GIVEN, each as (Greek, English); None where the name
        cannot be split.
    """
    if family == "-":
        return None
    if family:
        family_greek, _, family_english = family.partition("=")
        if family_greek == greek:
            return {FAMILY: (greek, english)}
        given_greek = _without(greek, family_greek)
        given_english = _without(english, family_english)
        parts = {FAMILY: (family_greek, family_english)}
        if given_greek and given_english and not _is_initial(given_greek, given_english):
            parts[GIVEN] = (given_greek, given_english)
        return parts
    greek_words, english_words = greek.split(), english.split()
    if len(greek_words) < 2 or len(english_words) < 2:
        return None
    given = " ".join(greek_words[:-1]), " ".join(english_words[:-1])
    parts = {FAMILY: (greek_words[-1], english_words[-1]), GIVEN: given}
    if _is_initial(*given):
        del parts[GIVEN]
    return parts


def _is_initial(greek: str, english: str) -> bool:
    """Whether English has initials where Greek has the name: Τζόαν Ρόουλινγκ is J.K. Rowling."""
    return "." in english and "." not in greek


def _without(name: str, part: str) -> str:
    """The words of a name that are left when a part at its beginning or end is taken off."""
    if name.endswith(" " + part):
        return name[: -len(part)].strip()
    if name.startswith(part + " "):
        return name[len(part) :].strip()
    return ""
