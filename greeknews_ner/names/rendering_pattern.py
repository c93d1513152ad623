"""Bodies and places of several words: translated by their grammar, parts by tables or by sound."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from greeknews_ner.names.adjectives import adjective_of
from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.explain import Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.nominative_kind import looks_like_person
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.rendering_shapes import (
    LookUp,
    legal_form,
    render_abbreviated_compass,
    render_chain,
    render_house,
    render_joined,
    render_letters,
    render_sentence,
    render_station,
)
from greeknews_ner.names.translation import Translation, translate
from greeknews_ner.names.translation.agreement import are_genitives, is_genitive
from greeknews_ner.names.translation.lands import land
from greeknews_ner.names.translation.lone_heads import lone_head
from greeknews_ner.names.translation.phrase import Known
from greeknews_ner.names.translation.vocabulary import vocabulary

_TYPES = frozenset({None, "ORG", "FAC", "EVENT", "LAW", "LOC", "GPE"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "PERSON"})
_OF_WORDS = frozenset({"ORG", "EVENT", "LAW"})
_BODIES = frozenset({"ORG", "FAC"})
_OF_CLUBS = frozenset({"ORG", "EVENT"})
_LEFT_OUT = frozenset(
    {"Hospital", "Airport", "Museum", "Stadium", "Prison", "Theatre", "Foundation"}
)
# Of 175 bodies in dev news that the tables do not know, 0.79 were judged right at first sight.
# Without tables the famous ones come here too, whose English is often no translation: shares that
# are what the hand-checked tables have to the letter, less «the» and British spelling, of 830 and
# 50 names.
_WHOLE, _WHOLE_WITHOUT_TABLES, _IN_PART, _TITLE, _BY_SOUND = 0.8, 0.45, 0.25, 0.4, 0.2
_LONE, _LOOSE = 0.8, 0.5
_NOMINATIVE_ARTICLES = frozenset({"ο", "η", "το", "οι", "τα"})
# What clubs are called, though it is in the vocabulary: Αναγέννηση Καρδίτσας.
_CLUBS = frozenset(
    {"αναγεννηση", "προοδοσ", "δυναμη", "θυελλα", "κεραυνοσ", "αστερασ", "δοξα", "νικη", "ελπιδα"}
    | {
        "αστραπη",
        "καταιγιδα",
        "φοινικασ",
        "φλογα",
        "τιτανασ",
        "ακαδημοσ",
        "αετοσ",
        "λεων",
        "πυρσοσ",
        "απολλων",
        "απολλωνασ",
    }
)
_WITH_TITLE = re.compile(
    r"(.*\w\S*)\s+[«\"“]([^«»\"“”]*\s(?:του|της|των|στον?|στη[νς]?|στις|στους|με|για|και|από|σε)"
    r"\s[^«»\"“”]+|(?:Ο|Η|Το|Οι|Τα)\s[^«»\"“”]+)[»\"”]"
)
_LAW = re.compile(r"(?<!\w)((?:[νΝ]|[ΠπΝν]\.[Δδ]|[ΑΆαά]ρθ?|[Κκ]αν)\.)(?=\d)")
_SETTLEMENTS = frozenset({"GPE", "LOC"})
_OF_SETTLEMENTS = frozenset(
    {"New", "Old", "Great", "Small", "Saint", "Upper", "Lower", "Holy", "Good", "Beautiful"}
    | {"Black", "White", "Red", "Golden", "Blue", "Green", "Yellow", "Hot", "Cold", "Sweet"}
)
_OF_SETTLEMENTS_ALONE = frozenset({"Saint", "Upper", "Lower"})
_OF_A_TOWN = frozenset({"του", "της", "των"})
_OWNERS = frozenset({"μου", "σου", "του", "τησ", "μασ", "σασ", "τουσ"})
_GREEK = frozenset({"GR", "CY"})
_TWO = 2
_GENITIVES = ("ου", "ων", "ησ", "εωσ")
_FOUNDED = re.compile(r"ει(?:οσ|ο|ου|οι|α|ασ|ων)$")


def render_pattern(
    name: str, *, type: str | None, lexicon: bool, steps: list[Step]
) -> Found | None:
    """Translate a name of several words whose head is a noun of the vocabulary.

    Where too much of it is in no vocabulary, the whole is spelt by ELOT 743: half a translation
    tells less.

    Args:
        name: Nominative.
        type: Entity type; the names of persons are not translated, those of works when they
            are words through and through.
        lexicon: Whether the tables may tell what its parts are.
        steps: Is told what came of it.
    """
    look_up = _known if lexicon else _known_land
    name = _LAW.sub(r"\1 ", name)
    if type == "WORK_OF_ART":
        title = _title(name, lexicon=lexicon, steps=steps)
        return title or _sentence(name, lexicon=lexicon, steps=steps, is_title=True)
    if type not in _TYPES and not (type == "PRODUCT" and _is_ship(name)):
        return None
    if quoted := _WITH_TITLE.fullmatch(name):
        return _titled_body(*quoted.groups(), type=type, lexicon=lexicon, steps=steps)
    if type is not None and (found := render_chain(name, look_up=look_up, steps=steps)):
        return found
    if type is not None and (found := render_letters(name, look_up=look_up, steps=steps)):
        return found
    if type is not None and (found := render_joined(name, look_up=look_up, steps=steps)):
        return found
    if type == "ORG" and (found := render_station(name, steps=steps)):
        return found
    if " " not in name:
        return _lone(name, steps) if type in _OF_WORDS else None
    if type == "ORG" and (form := legal_form(name)):
        return _company(*form, lexicon=lexicon, steps=steps)
    if found := render_abbreviated_compass(name, look_up=look_up, steps=steps):
        return found
    if _is_settlement(name, type) or (type is None and _is_person(name, look_up)):
        return None
    if type == "EVENT" and (operation := _operation(name, lexicon=lexicon, steps=steps)):
        return operation
    # A masculine adjective with nothing to go with is a club: Μακεδονικός Νεάπολης.
    first, *others = fold(name).split()
    is_club = first in _CLUBS or (first.endswith("κοσ") and len(others) == 1)
    if type in _OF_CLUBS and is_club:
        club = _club(name, lexicon=lexicon, steps=steps)
        if club is not None:
            return club
    translation = _translated(name, lexicon=lexicon, needs_whole=type is None)
    if translation is None:
        if type == "FAC" and (house := render_house(name, steps=steps)):
            return house
        club = _club(name, lexicon=lexicon, steps=steps) if type == "ORG" else None
        if club is None and type in _OF_WORDS:
            return _sentence(name, lexicon=lexicon, steps=steps)
        return club
    if not translation.whole:
        if type is None:
            return None
        if type in _OF_WORDS and fold(name.split()[0]) in _NOMINATIVE_ARTICLES:
            # A name that begins with its article is a title: Το Κουτί της Πανδώρας.
            return _sentence(name, lexicon=lexicon, steps=steps, is_title=True)
    if translation.strange:
        english = to_elot743(name)
        steps.append(Step(what="pattern", found=f"{translation.english} (too much by sound)"))
        return Found(english, "elot743", _BY_SOUND, (translation.english,))
    whole = "every word translated" if translation.whole else "in part by sound"
    if type == "EVENT":
        # A body or firm elsewhere.
        translation = replace(
            translation, english=translation.english.replace("Enterprise", "Operation")
        )
    steps.append(Step(what="pattern", found=f"{translation.english} ({whole})"))
    whole_score = _WHOLE if lexicon else _WHOLE_WITHOUT_TABLES
    if type == "ORG" and translation.loose:
        whole_score = min(whole_score, _LOOSE)
    score = whole_score if translation.whole else _IN_PART
    return Found(translation.english, "rule", score, translation.alternatives)


def _operation(name: str, *, lexicon: bool, steps: list[Step]) -> Found | None:
    """A military or police operation with its code name behind it: επιχείρηση Κεραυνός."""
    from greeknews_ner.names.english import to_english

    first, _, code = name.partition(" ")
    code = code.strip('«»"“”')
    words = code.split()
    names = [word for word in words if word not in _OF_A_TOWN]
    if not names or fold(first) != "επιχειρηση" or not all(word[:1].isupper() for word in names):
        return None
    noun = vocabulary().noun(fold(names[0]))
    # Ασπίδα του Ευφράτη
    has_own_head = len(names) > 1 and noun is not None and not is_genitive(fold(names[0]))
    is_said = fold(words[-1]).endswith(_GENITIVES) or to_nominative(code) != code
    if is_said and not has_own_head:
        # «Επιχείρηση Σκούπας» and «Επιχείρηση Διάσωσης» are said by their genitives.
        return None
    noun = vocabulary().noun(fold(code)) if len(words) == 1 else None
    english = noun.english if noun else to_english(code, lexicon=lexicon, type="EVENT").english
    steps.append(Step(what="pattern", found=f"Operation {english} (a code name)"))
    return Found(f"Operation {english}", "rule", _LOOSE)


def _is_ship(name: str) -> bool:
    """Whether a name begins with the kind of a ship: φρεγάτα Σπέτσαι."""
    noun = vocabulary().noun(fold(name.split()[0])) if " " in name else None
    return noun is not None and noun.join == "after"


def _translated(
    name: str, *, lexicon: bool, needs_whole: bool = False, is_title: bool = False
) -> Translation | None:
    look_up = _known if lexicon else _known_land
    sounded: list[str] = []

    def by_letters(part: str) -> str:
        sounded.append(part)
        return to_elot743(part)

    # Whether there is anything to translate does not hang on how the rest is spelt, and the
    # spelling is what takes time.
    draft = translate(name, look_up=look_up, render=by_letters, adjective=_adjective)
    if draft is None or (needs_whole and not draft.whole):
        return None
    if not sounded and not is_title:
        return draft
    return translate(
        name,
        look_up=look_up,
        render=partial(_rendered, lexicon=lexicon),
        render_address=partial(_rendered_address, lexicon=lexicon),
        adjective=_adjective,
        is_title=is_title,
    )


def _title(name: str, *, lexicon: bool, steps: list[Step]) -> Found | None:
    """A title, when every word of it is in the vocabulary; Greek names of works are spelt."""
    first, _, rest = name.partition(" ")
    has_article = fold(first) in _NOMINATIVE_ARTICLES
    title = rest if has_article else name
    if not title[:1].isalpha() or " " not in name:
        return None
    if ". " in name or fold(name.split()[-1]) in _OWNERS:
        # Two sentences; Η ζωή στα χέρια της: what is hers would be left out.
        return None
    # Titles begin with a small letter behind their article.
    translation = _translated(title[:1].upper() + title[1:], lexicon=lexicon, is_title=True)
    if translation is None or not translation.whole or translation.sounded:
        return None
    english = f"The {translation.english}" if has_article else translation.english
    steps.append(Step(what="pattern", found=f"{english} (a title)"))
    return Found(english, "rule", _TITLE, (to_elot743(name),))


def _sentence(
    name: str, *, lexicon: bool, steps: list[Step], is_title: bool = False
) -> Found | None:
    table = vocabulary()
    return render_sentence(
        name,
        is_word=lambda word: bool(table.noun(fold(word)) or table.adjective(fold(word))),
        render=partial(_rendered, lexicon=lexicon),
        steps=steps,
        is_title=is_title,
    )


def _lone(name: str, steps: list[Step]) -> Found | None:
    """A body called by its head alone, as news does with one told of before: το Ινστιτούτο."""
    noun = lone_head(fold(name))
    if noun is None:
        return None
    steps.append(Step(what="pattern", found=f"{noun} (a head alone)"))
    return Found(noun, "rule", _LONE)


def _titled_body(
    body: str, title: str, *, type: str | None, lexicon: bool, steps: list[Step]
) -> Found | None:
    """A body or event with a title of several words in quotes behind it."""
    from greeknews_ner.names.english import to_english

    found = render_pattern(body, type=type, lexicon=lexicon, steps=steps)
    if found is None:
        return None
    quoted = to_english(title, lexicon=lexicon, type="WORK_OF_ART")
    english = f'{found.english} "{quoted.english}"'
    return Found(english, found.method, min(found.score, _TITLE))


def _company(name: str, form: str, *, lexicon: bool, steps: list[Step]) -> Found:
    from greeknews_ner.names.english import to_english

    found = to_english(name, lexicon=lexicon, type="ORG")
    english = f"{found.english} {form}"
    steps.append(Step(what="pattern", found=f"{english} (a company)"))
    return Found(english, found.method, found.score, tuple(found.alternatives))


def _club(name: str, *, lexicon: bool, steps: list[Step]) -> Found | None:
    """A name and the town of its bearer, as clubs have it: Προμηθέας Πατρών."""
    *words, last = name.split()
    joint = " of " if words and words[-1] in _OF_A_TOWN else " "
    words = words[:-1] if joint == " of " else words
    if not words or len(words) > _TWO or not all(word[:1].isupper() for word in (*words, last)):
        return None
    fixed, kind = vocabulary().genitives.get(fold(last), ("", "thing"))
    is_place = kind != "thing"
    known = None if is_place else _known(to_nominative(last, type="GPE", case="gen"))
    if known is not None and known.is_place and is_genitive(fold(last)) and lexicon:
        fixed, is_place = known.english, True
    if not is_place:
        return None
    club = " ".join(words)
    spelt = to_elot743(club) if _is_adjective(club) else _rendered(club, lexicon=lexicon)
    english = f"{spelt}{joint}{fixed}"
    steps.append(Step(what="pattern", found=f"{english} (a name and a town)"))
    return Found(english, "rule", _IN_PART)


def _is_adjective(word: str) -> bool:
    folded = fold(word)
    return folded.endswith("κοσ") and vocabulary().adjective(folded) is not None


def _is_person(name: str, look_up: LookUp) -> bool:
    """Whether a name reads like a person's: Ειρήνη Δούκα is no peace, Δήμος Χίου a municipality."""
    words = tuple(name.split())
    if not looks_like_person(words):
        return False
    place = look_up(to_nominative(words[-1], type="GPE", case="gen"))
    return place is None or place.is_person or not place.is_place


def _is_settlement(name: str, type: str | None) -> bool:
    """Whether a place has a Greek name like Νέα Παραλία, which is spelt and not translated."""
    if len(name.split()) != _TWO or not (type is None or type in _SETTLEMENTS):
        return False
    if vocabulary().phrase([fold(word) for word in name.split()], 0):
        return False
    first = vocabulary().adjective(fold(name.split()[0]))
    return first in (_OF_SETTLEMENTS_ALONE if type is None else _OF_SETTLEMENTS)


def _adjective(word: str) -> str | None:
    found = adjective_of(word)
    return found.english if found is not None else None


def _rendered(part: str, *, lexicon: bool) -> str:
    from greeknews_ner.names.english import to_english

    if " " not in part and _FOUNDED.search(fold(part)):
        # Ωνάσειο is a short name of one body; before a noun it only tells the founder.
        return to_elot743(part)
    # What is only short for a body is spelt: Westminster, not the Palace of Westminster.
    is_short = lexicon and not _known(part) and " " not in part and _is_body(part)
    return to_english(part, lexicon=lexicon and not is_short, type="GPE").english


def _is_body(part: str) -> bool:
    from greeknews_ner.names.lexicon import default_lexicon

    entries = default_lexicon().find(part)
    return bool(entries) and entries[0].type in _BODIES


def _without_institution(part: str, english: str) -> str:
    """A body's name without what the Greek leaves out: Henry Dunant (Hospital)."""
    *words, last = english.split()
    said = {noun.english for word in part.split() if (noun := vocabulary().noun(fold(word)))}
    return " ".join(words) if words and last in _LEFT_OUT - said else english


def _rendered_address(part: str, *, lexicon: bool) -> str:
    """A street's name: Greek ones stay in the genitive, foreign ones are respelt."""
    from greeknews_ner.names.english import to_english

    if are_genitives(part.split()):
        return to_elot743(part)
    if lexicon and " " not in part and _is_accented_otherwise(part):
        # Σίνα is a family, Σινά a mountain.
        return to_elot743(part)
    if lexicon and " " not in part and _is_body(part):
        # Καραϊσκάκη is short for a stadium, but a square has the name of the man.
        return to_elot743(part)
    return to_english(part, lexicon=lexicon, type="FAC").english


def _is_accented_otherwise(part: str) -> bool:
    from greeknews_ner.names.lexicon import default_lexicon

    if not part.endswith(("α", "η", "ά", "ή")):
        return False
    places = (e for e in default_lexicon().find(part) if e.type in _PLACES - {"PERSON"})
    words = [word for e in places for word in e.greek.split() if fold(word) == fold(part)]
    return bool(words) and part.casefold() not in map(str.casefold, words)


def _known_land(part: str) -> Known | None:
    english = land(part)
    return Known(english, is_place=True) if english else None


def _known(part: str) -> Known | None:
    from greeknews_ner.names.lexicon import default_lexicon

    entries = default_lexicon().find(part)
    if not entries:
        return _known_land(part)
    for entry in entries:
        if entry.type in _BODIES and fold(entry.greek) != fold(part) and not part.isupper():
            # Ερρίκος Ντυνάν is short for a hospital, but no hospital where a foundation has it.
            continue
        if entry.type == "GPE" and entry.source != "curated" and entry.country not in _GREEK:
            # Inside a Greek name Αγχίαλος is the one in Greece, not what maps call Pomorie.
            entry = next((e for e in entries if e.type == "GPE" and e.country in _GREEK), entry)
        is_body = entry.type in _BODIES
        return Known(
            _without_institution(part, entry.english) if is_body else entry.english,
            is_place=entry.type in _PLACES,
            is_person=entry.type == "PERSON",
            greek=entry.greek,
            is_country=entry.iso3166 is not None and entry.type == "GPE",
        )
    return None
