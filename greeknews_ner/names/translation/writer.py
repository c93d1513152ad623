"""Writing a phrase in English: what goes before the head and what behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import Noun

_WITH_ARTICLE = frozenset({"Netherlands", "Philippines", "Balkans", "Aegean"})
_ORDINALS = frozenset(
    {"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"}
)
_GEOGRAPHY = frozenset({"Lagoon", "Gulf", "Bay", "Lake", "Delta", "Valley", "Island", "Cape"})
_FOR_DEEDS = frozenset({"Association", "Union", "Society", "Movement", "Initiative", "League"})
_AGAIN = frozenset(
    {"Forum", "Festival", "Conference", "Congress", "Exhibition", "Fair", "Biennale", "Marathon"}
    | {"Games", "Championship", "Cup", "Tournament", "Rally", "Week", "Contest"}
)
_LEARNED = re.compile(
    r"(?:(?<!echn)olog(?:y|ical)|osophy|Surger[yies]+|Surgical|Medic(?:ine|al)|Psychiatr(?:y|ic)"
    r"|Paediatrics|Pediatrics|Genetics|Mathematic(?:s|al)|Chemi(?:stry|cal)|Physics|Linguistics"
    r"|Statistic(?:s|al)|Nutrition|Therapy|Public Health|Mental Health|History|Historical|Letters"
    r"|Philosophical|Literary|Astronomical|Geographical|Folklore|Bible|Infection|Study|Cancer|Reproduction|Psychoanaly(?:sis|tic)|Literature|Studies|Diabetes|Hypertension|Obesity|Scientific|Charitable|Photographic)$"
)
_LITTLE = frozenset({"and", "of", "&", "–", "-"})
_MOST_BEFORE = 3
_OPEN = frozenset({"tail", "act", "who"})


def write(phrase: Phrase) -> str:
    """The English of a name.

    Args:
        phrase: As the parser read it; places that hang on something inside are moved to its head.
    """
    return _written(phrase, _drawn_out(phrase))


def other_order(phrase: Phrase) -> str | None:
    """The same with the genitive on the other side: Senate of Montana, Montana Senate.

    Args:
        phrase: As the parser read it, for which `write` has been called.
    """
    tails = phrase.tails
    if phrase.noun is None or len(tails) != 1 or tails[0].preposition:
        return None
    before = " ".join(phrase.adjectives)
    place = all(each.place for each in tails[0].phrases)
    attributive = _group_before(tails[0])
    ahead = (attributive, before) if place else (before, attributive)
    return _spaced(*ahead, phrase.called, _head(phrase), phrase.number)


def write_group(group: Group) -> str:
    """The English of phrases that hang on a name: of the Soviet Union, Greece."""
    definite = group.phrases[0].definite
    return f"of {_article_of(group)}{_group_plain(group)}" if definite else _group_plain(group)


# --- places -----------------------------------------------------------------------------------


def _drawn_out(phrase: Phrase) -> Group | None:
    """The place or owner that what hangs on a head ends with; it says whose the body is.

    Διεύθυνση Δίωξης Εγκλήματος *Αττικής* is a directorate of Attica, not crime of Attica.
    """
    if not phrase.tails or phrase.noun is None:
        return None
    last = phrase.tails[-1]
    return None if last.preposition or _is_place(last) else _from_end(last)


def _from_end(group: Group) -> Group | None:
    """Take the place or owner at the end of a group away from it."""
    last = group.phrases[-1]
    if not last.tails or last.place or (last.noun and last.noun.join not in _OPEN):
        return None
    tail = last.tails[-1]
    if tail.preposition:
        return None
    object_of_deed = last.noun is not None and last.noun.is_deed
    if not _is_place(tail) and (object_of_deed or not _is_owner(tail)):
        return _from_end(tail)
    if last.definite and not (last.noun and last.noun.join == "who"):
        return None
    return last.tails.pop()


def _is_place(group: Group) -> bool:
    return all(each.place for each in group.phrases)


# --- heads ------------------------------------------------------------------------------------


def _head(phrase: Phrase) -> str:
    noun = phrase.noun
    if noun is None:
        return phrase.name
    if noun.english == "Company" and _is_learned(phrase):
        return "Societies" if phrase.plural else "Society"
    return noun.plural if phrase.plural else noun.english


def _is_learned(phrase: Phrase) -> bool:
    """Whether an «εταιρεία» is one of scholars, not one that trades."""
    for tail in phrase.tails:
        first = tail.phrases[0]
        if first.noun is not None and (
            first.noun.join == "who"
            or _LEARNED.search(first.noun.english)
            or _LEARNED.search(first.noun.plural)
        ):
            return True
    return bool(phrase.adjectives) and _LEARNED.search(phrase.adjectives[-1]) is not None


def _written(phrase: Phrase, place: Group | None = None, *, inside: bool = False) -> str:
    """A phrase as it stands alone or behind a preposition."""
    if _says_its_head(phrase):
        return phrase.tails[0].phrases[0].name
    before, head = " ".join(phrase.adjectives), _head(phrase)
    noun = phrase.noun
    if noun is None:
        return _with_tails(phrase, _spaced(before, head, phrase.number))
    if noun.join == "after" or (noun.join == "before" and not phrase.tails):
        rest = [_group_plain(tail) for tail in phrase.tails]
        return _spaced(before, head, phrase.called, *rest, phrase.number)
    ahead: list[str] = []
    within: list[str] = []
    behind: list[str] = []
    for tail in phrase.tails:
        if tail.preposition:
            behind.append(f"{tail.preposition} {_article_of(tail)}{_group_plain(tail)}")
        elif (
            not (behind or ahead or within)
            and _goes_before(phrase, noun, tail)
            # Enterprises of Greece
            and not (inside and phrase.plural and _is_place(tail))
        ):
            (ahead if _is_place(tail) else within).append(_group_before(tail))
        elif noun.join == "act" and not behind:
            behind.append(_group_plain(tail))
        else:
            behind.append(_behind(noun, tail, further=bool(behind)))
    if place is not None:
        _put_place(phrase, noun, place, ahead, behind)
    first = ""
    if (ahead or phrase.called) and _is_numbered(phrase):
        first, before = phrase.adjectives[0], " ".join(phrase.adjectives[1:])
    names = [_without_head(name, phrase) for name in (*ahead, phrase.called)]
    return _spaced(first, *names, before, *within, head, phrase.number, *behind)


def _behind(noun: Noun, tail: Group, *, further: bool) -> str:
    """A genitive behind the head with what joins it."""
    link = "of" if further or _is_owner(tail) else noun.preposition
    text, article = _group_plain(tail), _article_of(tail)
    first = tail.phrases[0]
    if first.noun is not None and first.noun.join == "who":
        link = "of"
    elif first.noun is not None and first.noun.is_deed:
        if noun.english in _FOR_DEEDS:
            link = "for"
        if link == "for" and first.tails and not article and first.noun.join != "act":
            # Association for *the* Protection of the Environment
            article = "the " if f"{first.noun.english} of" in text else ""
    return f"{link} {article}{text}"


def _is_owner(group: Group) -> bool:
    """Whether a genitive says whose a body is, not what it is for."""
    first = group.phrases[0]
    if first.noun is None:
        # Things that have no noun of their own are plurals: Foreign Affairs.
        return first.place or not first.plural
    return first.definite and first.noun.join not in _OPEN


def _without_head(name: str, phrase: Phrase) -> str:
    """A name beside a head that has the head in it: Heathrow (Airport) International Airport."""
    head = _head(phrase)
    return name.removesuffix(f" {head.split()[-1]}") if " " in name else name


def _says_its_head(phrase: Phrase) -> bool:
    """Whether the only name behind a head has the head in it: Μουσείο του Ερμιτάζ."""
    if phrase.noun is None or len(phrase.tails) != 1 or phrase.adjectives:
        return False
    [*others, first] = phrase.tails[0].phrases
    return not others and not first.tails and phrase.noun.english in first.name.split()


def _put_place(
    phrase: Phrase, noun: Noun, place: Group, ahead: list[str], behind: list[str]
) -> None:
    text = _group_plain(place)
    can_go_before = _is_place(place) and noun.join in {"attr", "either"}
    if can_go_before and not behind and not _is_numbered_body(phrase):
        ahead.append(text)
    else:
        behind.append(f"of {_article_of(place)}{text}")


def _is_numbered(phrase: Phrase) -> bool:
    first = phrase.adjectives[0] if phrase.adjectives else ""
    return first[:1].isdigit() or first in _ORDINALS


def _is_numbered_body(phrase: Phrase) -> bool:
    """7th High School *of* Thessaloniki, but 7th *Thessaloniki* Festival: an event comes again."""
    return _is_numbered(phrase) and _head(phrase).split()[-1] not in _AGAIN


def _with_tails(phrase: Phrase, english: str) -> str:
    """A name with what follows it: Lagkadas, Thessaloniki."""
    for tail in phrase.tails:
        if tail.preposition:
            english = f"{english} {tail.preposition} {_article_of(tail)}{_group_plain(tail)}"
        elif phrase.place and _is_place(tail):
            english = f"{english}, {_group_plain(tail)}"
        else:
            english = f"{english} of {_article_of(tail)}{_group_plain(tail)}"
    return english


def _goes_before(phrase: Phrase, noun: Noun, tail: Group) -> bool:
    """Whether a genitive goes before the head: Athens Airport, Debt Management."""
    if noun.join in {"of", "who", "act"}:
        return False
    definite = tail.phrases[0].definite
    if phrase.definite and definite and noun.join == "tail":
        # «την Απαγόρευση των Χημικών Όπλων»: the Prohibition of Chemical Weapons.
        return False
    if _is_place(tail):
        if _is_numbered_body(phrase) or (noun.join == "either" and definite):
            return False
        return noun.join != "tail" and not any(each.tails for each in tail.phrases)
    if definite and not all(_has_no_article(each) for each in tail.phrases):
        return False
    if noun.join == "either" and (tail.phrases[-1].plural or definite):
        return False
    return _can_go_before(tail)


def _can_go_before(group: Group) -> bool:
    if any(link == ", " for link in group.links) and len(group.phrases) > 2:
        return False
    hanging = [bool(each.tails) for each in group.phrases]
    if any(hanging[:-1]) and not hanging[-1]:
        return False
    return all(_nested_before(each) for each in group.phrases) and _is_short(group)


def _nested_before(phrase: Phrase) -> bool:
    """Whether a phrase can stand before a noun with all that hangs on it."""
    if phrase.number or phrase.called:
        return False
    if not phrase.tails:
        return True
    noun = phrase.noun
    if noun is None or len(phrase.tails) > 1 or phrase.tails[0].preposition:
        return False
    if noun.english in _GEOGRAPHY and _is_place(phrase.tails[0]):
        return True
    if noun.join == "act":
        return _can_go_before(phrase.tails[0])
    return _goes_before(phrase, noun, phrase.tails[0])


def _is_short(group: Group) -> bool:
    words = _group_before(group).split()
    return len([word for word in words if word not in _LITTLE]) <= _MOST_BEFORE


def _has_no_article(phrase: Phrase) -> bool:
    """Whether the phrase has no article in English where the Greek has one."""
    if phrase.noun is None:
        return phrase.place or phrase.plural
    return phrase.noun.bare or phrase.plural or bool(phrase.number)


# --- behind a preposition, and before a noun -----------------------------------------------------


def _plain(phrase: Phrase) -> str:
    return _written(phrase, inside=True)


def _group_plain(group: Group) -> str:
    if _is_shared(group):
        # «Δίωξης και Εξιχνίασης Εγκλημάτων»: Prosecution and Investigation of Crimes.
        *parts, last = (_spaced(" ".join(each.adjectives), _head(each)) for each in group.phrases)
        tail = group.phrases[-1].tails[0]
        return _listed(group, [*parts, f"{last} of {_article_of(tail)}{_group_plain(tail)}"])
    return _listed(group, [_plain(each) for each in group.phrases])


def _is_shared(group: Group) -> bool:
    """Whether what hangs on the last of several deeds is the object of them all."""
    *others, last = group.phrases
    return (
        bool(others)
        and not any(each.tails for each in others)
        and len(last.tails) == 1
        and not last.tails[0].preposition
        and not last.adjectives
        and all(each.noun is not None and each.noun.join == "tail" for each in group.phrases)
    )


def _listed(group: Group, parts: Sequence[str]) -> str:
    text = parts[0]
    for number, (link, part) in enumerate(zip(group.links, parts[1:], strict=True), 1):
        phrase = group.phrases[number]
        text += link + (_the(part) if link == " and " and phrase.place else "") + part
    return text


def _article_of(group: Group) -> str:
    first = group.phrases[0]
    if first.noun is None:
        is_body = not (first.place or first.plural) and " " in first.name
        return _the(_plain(first)) or ("the " if first.definite and is_body else "")
    institutions = first.plural and first.noun.join in {"of", "attr", "either"}
    hanging = first.tails[0] if first.tails else None
    owned = hanging is not None and not hanging.preposition and hanging.phrases[0].definite
    bare = _has_no_article(first) and not (institutions or owned)
    return "the " if first.definite and not bare else ""


def _the(english: str) -> str:
    last = english.split()[-1] if english else ""
    is_union = english.startswith("United ") or english in {"US", "UK", "UN", "EU"}
    return "the " if is_union or last in _WITH_ARTICLE or english.endswith("Union") else ""


def _group_before(group: Group) -> str:
    """A group as it stands before a noun: Crime Prevention and Suppression."""
    phrases = group.phrases
    if _is_shared(group):
        shared = _group_before(phrases[-1].tails[0])
        parts = [
            _spaced(" ".join(each.adjectives), each.noun.before if each.noun else each.name)
            for each in phrases
        ]
        return f"{shared} {_listed(group, parts)}"
    return _listed(group, [_before(each) for each in phrases])


def _before(phrase: Phrase) -> str:
    """A phrase as it stands before a noun: Weapon, Citizens', Organized Crime."""
    adjectives, noun = " ".join(phrase.adjectives), phrase.noun
    if noun is None:
        return _with_tails(phrase, _spaced(adjectives, phrase.name, phrase.number))
    word = noun.english
    if phrase.plural:
        word = noun.before
        if noun.join == "who":
            word = noun.plural + ("'" if noun.plural.endswith("s") else "'s")
    ahead = [_group_before(tail) for tail in phrase.tails if not tail.preposition]
    if noun.join == "act" and ahead:
        return _spaced(*ahead)
    if phrase.tails and _is_place(phrase.tails[0]):
        return _spaced(*ahead, adjectives, word)
    return _spaced(adjectives, *ahead, word)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
