"""The order in which a name is tried: table, Latin, translation, parts, rules and model, ELOT."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.explain import Explanation, Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Entry
from greeknews_ner.names.lookalikes import with_latin_lookalikes
from greeknews_ner.names.model_files import latin_names
from greeknews_ner.names.person_parts import is_borne, known_person, with_own_given_name
from greeknews_ner.names.rendering_foreign import render_foreign
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.rendering_pattern import render_pattern
from greeknews_ner.names.rendering_peoples import render_people
from greeknews_ner.names.rendering_shapes import legal_form
from greeknews_ner.names.rendering_translated import render_land, render_place, render_titled
from greeknews_ner.names.small_words import initial_of
from greeknews_ner.names.translation.vocabulary import ARTICLES
from greeknews_ner.records import Rendering

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_GREEK_LETTER = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff\u2126]")
_SPACES = re.compile(r"\s+")
_MOST_ALTERNATIVES = 5
_BODIES = frozenset({"ORG", "PRODUCT", "LAW", "EVENT", "FAC"})
_PEOPLE = frozenset({"PERSON", "NORP"})
_CAPITALS = re.compile(r"[Α-ΩΆΈΉΊΌΎΏΪΫ]{2,}[\d+]*")
_POINTED = re.compile(r"(?:[Α-Ω]{1,3}\.){1,5}[Α-Ω]{1,3}\.?|(?:[Α-Ω]{1,3}\.){2,6}")
_SHORT = re.compile(r"[Α-ΩΆΈΉΊΌΎΏ][α-ωά-ώϊϋΐΰ]{0,4}\.")
_ABBREVIATED = re.compile(rf"(?<!\S){_SHORT.pattern}(?!\S)")
_SAINTS = frozenset({"αγ", "οσ"})
_LONGEST_ACRONYM, _LONGEST_OF_PEOPLE = 5, 4
_WORD = re.compile(
    r"(?!(.)\1)[^ΑΕΗΙΟΥΩΆΈΉΊΌΎΏΪΫ]{0,2}(?:[ΑΕΗΙΟΥΩΆΈΉΊΌΎΏΪΫ]+[^ΑΕΗΙΟΥΩΆΈΉΊΌΎΏΪΫ]{0,3})+"
)
# Of 43 acronyms in news that no table knew, 37 were judged right at first sight.
_ACRONYM_SCORE = 0.85
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PARTS = frozenset({"given", "family"})
_FOURFOLD = 2
_POLITIES = {"δημοσ": "Municipality", "επαρχια": "Province", "νομοσ": "Prefecture"}
_BREAKS = re.compile(r"[\s\-\u2010-\u2015]")
_ARTICLES = frozenset({"ο", "η", "το", "οι", "τα"})
# Of wars and gulfs English has one usual name, whatever the Greek says.
_CALLED = frozenset({"GPE", "ORG", "FAC"})
_LIKELY = 0.5
_WELL_KNOWN = 0.75


def render(
    name: str,
    *,
    lexicon: bool,
    type: str | None,
    origin: str | None,
    evidence: Sequence[str],
) -> Explanation:
    """Render one name and tell the steps; see `greeknews_ner.names.to_english`."""
    steps: list[Step] = []
    clean = _SPACES.sub(" ", unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", name))).strip()
    if not any(char.isalpha() for char in clean):
        steps.append(Step(what="latin", found="no letter in it"))
        return _explained(name, Found(to_elot743(clean) or "?", "latin", 0.0), steps)
    is_greek = legal_form(clean) or (lexicon and any(map(_is_known_acronym, clean.split())))
    if not is_greek:
        clean = with_latin_lookalikes(clean)
    found = _in_tables(clean, type, origin, evidence, steps) if lexicon else None
    if found is None and type == "PERSON" and _ABBREVIATED.search(clean):
        found = _abbreviated(clean, lexicon, origin, evidence, steps)
    if found is None and not _GREEK_LETTER.search(clean):
        steps.append(Step(what="latin", found="in Latin letters already"))
        found = Found(clean, "latin", 0.99)
    for translated in (render_titled, render_land, render_pattern, render_place, render_people):
        if found is None:
            found = translated(clean, type=type, lexicon=lexicon, steps=steps)
    if found is None:
        found = _in_capitals(clean, type, steps)
    if found is None:
        found = known_person(clean, type, steps) if lexicon else None
        if found is None or (found.method == "lexicon" and not is_borne(found.english)):
            spelt = render_foreign(clean, type=type, origin=origin, evidence=evidence, steps=steps)
            if found is None or (spelt is not None and is_borne(spelt.english)):
                found = spelt
            elif spelt is not None and spelt.english == found.english:
                found = spelt._replace(method="lexicon")
    if found is None or _GREEK_LETTER.search(found.english):
        english = to_elot743(clean)
        steps.append(Step(what="elot743", found=english))
        found = Found(english, "elot743", 0.5)
    return _explained(name, found, steps)


def _in_tables(
    name: str,
    type: str | None,
    origin: str | None,
    evidence: Sequence[str],
    steps: list[Step],
) -> Found | None:
    from greeknews_ner.names.lexicon import default_lexicon

    tables = default_lexicon()
    entries = tuple(e for e in tables.find(name, type) if _says_polity(name, e))
    if not entries:
        fitting = (e for e in tables.find(name) if _may_be_of(e, name, type))
        entries = tuple(e for e in fitting if _says_polity(name, e))
    first, _, rest = name.partition(" ")
    if not entries and type in _BODIES and fold(first) in _ARTICLES:
        # Η Νέα Δημοκρατία
        entries = tables.find(rest, type)
    if not entries and type is not None:
        entries = tables.find_alike(name, type)
        if entries:
            steps.append(Step(what="same sound", found=entries[0].greek))
    if not entries:
        steps.append(Step(what="table", found="not there"))
        return None
    best = entries[0]
    if best.part in _PARTS and best.source != "curated":
        commoner = render_foreign(name, type=type, origin=origin, evidence=evidence, steps=[])
        if (
            commoner is not None
            and commoner.score >= _LIKELY
            and _is_far_commoner(commoner.english, best.english)
        ):
            steps.append(Step(what="table", found=f"{best.english}, which is rare"))
            return commoner
    english, others = _as_called(name, best)
    steps.append(Step(what="table", found=f"{english} ({best.type}, {best.source})"))
    score = 0.97 if len({entry.english for entry in entries}) == 1 else 0.9
    return Found(english, "lexicon", score, others)


def _abbreviated(
    name: str, lexicon: bool, origin: str | None, evidence: Sequence[str], steps: list[Step]
) -> Found | None:
    """A person with a shortened given name, which is no name of its own: Κυρ. or Κ. Μητσοτάκης."""
    words = name.split()
    rest = [word for word in words if not _SHORT.fullmatch(word)]
    if not any(word[:1].isupper() for word in rest) or fold(words[0]) in _SAINTS:
        return None
    found = render(
        " ".join(rest), lexicon=lexicon, type="PERSON", origin=origin, evidence=evidence
    ).rendering
    if len(found.english.split()) != len(rest):
        return None
    english, *others = (
        _with_short(words, spelt.split())
        for spelt in (found.english, *found.alternatives)
        if len(spelt.split()) == len(rest)
    )
    steps.append(Step(what="elot743", found=f"{english} (a shortened name)"))
    return Found(english, found.method, found.score, tuple(others))


def _with_short(words: Sequence[str], spelt: Sequence[str]) -> str:
    """The English of the words that are written out, with the shortened ones between them."""
    rest = iter(spelt)
    return " ".join(
        f"{initial_of(word[:-1])}." if _SHORT.fullmatch(word) else next(rest) for word in words
    )


def _says_polity(name: str, entry: Entry) -> bool:
    """Whether the English of a municipality says that it is one; lists have it beside the town."""
    first, _, rest = name.partition(" ")
    polity = _POLITIES.get(fold(first)) if rest else None
    return polity is None or entry.source == "curated" or polity in entry.english


def _is_known_acronym(word: str) -> bool:
    """Whether a word in capitals is a body's acronym, though its letters may look Latin: ΟΗΕ."""
    from greeknews_ner.names.lexicon import default_lexicon

    if not _CAPITALS.fullmatch(word):
        return False
    return any(fold(e.acronym or "") == fold(word) for e in default_lexicon().find(word, "ORG"))


def _may_be_of(entry: Entry, name: str, type: str | None) -> bool:
    """Whether something of another type may be meant.

    The acronym of a body (ΚΑΤ) is neither a capital letter with small ones (Κατ) nor, in
    capitals, a word or a person of these letters; the acronym of a country is both.
    """
    is_its_acronym = entry.acronym is not None and fold(entry.acronym) == fold(name)
    if _stays_in_capitals(name, type):
        return is_its_acronym
    return not (is_its_acronym and name[:1].isupper() and name[1:].islower())


def _as_called(name: str, entry: Entry) -> tuple[str, tuple[str, ...]]:
    """The English that says what the Greek says: Ρωσική Ομοσπονδία is the Russian Federation.

    Tables hold one name of a thing and its aliases; an alias of several words whose translation
    stands among the other English names is called by that.
    """
    short = _as_short(name, entry)
    if entry.type == "PERSON" and entry.part == "full":
        own = with_own_given_name(name, entry.greek, entry.english)
        short = own if own != entry.english else None
    if short is not None:
        return short, (entry.english, *(each for each in entry.alternatives if each != short))
    acronym = _BREAKS.split(name)[0]
    if entry.acronym and acronym != name and fold(acronym) == fold(entry.acronym):
        # ΣΥΡΙΖΑ-ΠΣ is called by its letters.
        from greeknews_ner.names.lexicon import default_lexicon

        known = default_lexicon().find(acronym, entry.type)
        return known[0].english, (entry.english, *entry.alternatives)
    is_same = fold(name) == fold(entry.greek)
    is_called = entry.alternatives or fold(name).startswith("υπουργειο ")
    if " " not in name or is_same or not is_called or entry.type not in _CALLED:
        return entry.english, entry.alternatives
    found = render_pattern(name, type=entry.type, lexicon=True, steps=[])
    spelt = fold(found.english) if found is not None else ""
    whole = set(fold(entry.english).split())
    if found is not None and spelt.startswith("ministry of ") and found.score >= _WELL_KNOWN:
        # Υπουργείο Άμυνας is of any country, the Ministry of National Defense of one.
        return found.english, (entry.english, *entry.alternatives)
    for other in entry.alternatives:
        # Εθνική Τράπεζα is short for what English calls the National Bank of Greece.
        if fold(other) == spelt and not set(spelt.split()) < whole:
            rest = (each for each in entry.alternatives if each != other)
            return other, (entry.english, *rest)
    return entry.english, entry.alternatives


def _as_short(name: str, entry: Entry) -> str | None:
    """The English without its noun, where the Greek of a place lacks it too: Σινά, Ορμούζ.

    And with it, where the Greek has one more than the tables: Ιόνιο Πέλαγος.
    """
    size, whole = (
        sum(word not in ARTICLES for word in fold(each).split()) for each in (name, entry.greek)
    )
    if entry.type not in _PLACES or size == whole:
        return None
    words = set(fold(entry.english).split())
    for other in entry.alternatives:
        said = set(fold(other).split())
        if size < whole and len(said) <= size and said < words:
            return other
        if size > whole and entry.type == "LOC" and words < said:
            return other
    return None


def _is_far_commoner(one: str, other: str) -> bool:
    """Whether English text has one name four times as often as the other: Nora and Norah."""
    mentioned = latin_names().mentioned
    return mentioned(one.lower()) >= mentioned(other.lower()) + _FOURFOLD


def _stays_in_capitals(name: str, type: str | None) -> bool:
    """Whether this is the acronym of a body; people and places in capitals are in a headline."""
    if type in _PEOPLE and len(name) <= _LONGEST_OF_PEOPLE:
        # Of those in no table few are anybody's name: the tax ΦΜΑ, ΛΟΑΤ.
        return bool(_CAPITALS.fullmatch(name))
    return type in _BODIES and bool(_CAPITALS.fullmatch(name) or _POINTED.fullmatch(name))


def _in_capitals(name: str, type: str | None, steps: list[Step]) -> Found | None:
    """Acronyms letter by letter; a longer word of capitals (a company) begins with one."""
    if not _stays_in_capitals(name, type):
        return None
    letters = name.replace(".", "")
    if len(letters) <= _LONGEST_ACRONYM or not _WORD.fullmatch(letters):
        # Read letter by letter: ΔΕΥΑ is DEYA, ΓΓΟΠΙΦ is GGOPIF.
        english = "".join(map(to_elot743, letters)).upper()
    else:
        english = to_elot743(letters).capitalize()
    steps.append(Step(what="capitals", found=english))
    return Found(english, "elot743", _ACRONYM_SCORE)


def _explained(name: str, found: Found, steps: list[Step]) -> Explanation:
    others = [
        other
        for other in dict.fromkeys(found.alternatives)
        if other and other != found.english and not _GREEK_LETTER.search(other)
    ]
    rendering = Rendering(
        english=found.english,
        method=found.method,
        # Sums over sets differ in the last digit from one process to the next; records must not.
        score=round(found.score, 4),
        alternatives=others[:_MOST_ALTERNATIVES],
    )
    return Explanation(name=name, rendering=rendering, steps=steps)
