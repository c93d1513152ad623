"""Writing a phrase in English: what goes before the head and what behind it."""

from __future__ import annotations

from greeknews_ner.names.translation.english_heads import (
    COMES_AGAIN,
    as_of_the_us,
    head_of,
    is_numbered,
    is_numbered_body,
    says_its_head,
    without_head,
)
from greeknews_ner.names.translation.lists import (
    article_before,
    has_no_article,
    is_shared,
    listed,
    spaced,
)
from greeknews_ner.names.translation.owners import (
    drawn_out,
    is_of_trade,
    is_owner,
    is_place,
    is_union,
)
from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import Noun

_GEOGRAPHY = frozenset({"Lagoon", "Gulf", "Bay", "Lake", "Delta", "Valley", "Island", "Cape"})
_FOR_DEEDS = frozenset({"Association", "Union", "Society", "Movement", "Initiative", "League"})
# What may be between two: the Cyprus-Egypt Treaty, but the Treaty of Sevres.
_BETWEEN = frozenset(
    {"Agreement", "Treaty", "Memorandum", "Pact", "War", "Relation", "Border"}
    | {"Code", "Summit", "Forum", "Dialogue", "Meeting"}
)
_LITTLE = frozenset({"and", "of", "&", "–", "-"})
_MOST_BEFORE = 3
_MOST_ADJECTIVES = 1
_STANDING = frozenset({"Standing", "Permanent", "Special", "Select", "Joint", "Parliamentary"})
_SCHOLARLY = frozenset({"Study", "Studies", "Research"})
_HOLY = ("Saint", "Holy", "All ", "Panagia", "Virgin", "Transfiguration", "Dormition")


def write(phrase: Phrase) -> str:
    """The English of a name.

    Args:
        phrase: As the parser read it; places that hang on something inside are moved to its head.
    """
    return _written(phrase, drawn_out(phrase))


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
    return spaced(*ahead, phrase.called, head_of(phrase), phrase.number)


def write_group(group: Group) -> str:
    """The English of phrases that hang on a name: of the Soviet Union, Greece."""
    definite = group.phrases[0].definite
    return f"of {_article_of(group)}{_group_plain(group)}" if definite else _group_plain(group)


def _written(phrase: Phrase, place: Group | None = None, *, inside: bool = False) -> str:
    """A phrase as it stands alone or behind a preposition."""
    if says_its_head(phrase):
        return phrase.tails[0].phrases[0].name
    before, head = " ".join(as_of_the_us(phrase)), head_of(phrase)
    noun = phrase.noun
    if noun is None:
        return _with_tails(phrase, spaced(before, head, phrase.number))
    if noun.join == "after" or (noun.join == "before" and not phrase.tails):
        rest = [_group_plain(tail) for tail in phrase.tails]
        if phrase.plural and noun.english == "Mount":
            return spaced(before, phrase.called, *rest, "Mountains", phrase.number)
        if not before and (phrase.called or " ".join(rest)).startswith(f"{head} "):
            # The tables have a lake's name with its noun: Lake Baikal.
            head = ""
        return spaced(before, head, phrase.called, *rest, phrase.number)
    ahead: list[str] = []
    within: list[str] = []
    behind: list[str] = []
    for tail in phrase.tails:
        if tail.preposition:
            behind.append(_prepositional(tail))
        elif (
            not (behind or ahead or within)
            and _goes_before(phrase, noun, tail)
            # Enterprises of Greece
            and not (inside and phrase.plural and is_place(tail))
        ):
            (ahead if is_place(tail) else within).append(_group_before(tail))
        elif is_union(tail) and not ahead and not phrase.number:
            # US Ministry of Finance
            ahead.append(_group_before(tail))
        elif _is_of_department(phrase, noun, tail) and behind and not ahead:
            # California Department of Insurance
            ahead.append(_group_before(tail))
        elif noun.join == "act" and not behind:
            behind.append(_group_plain(tail))
        else:
            behind.append(_behind(noun, tail, further=bool(behind)))
    if place is not None:
        _put_place(phrase, noun, place, ahead, behind)
    first = ""
    if (ahead or phrase.called or phrase.after) and is_numbered(phrase):
        first, before = phrase.adjectives[0], " ".join(phrase.adjectives[1:])
    after = phrase.after if behind else ""
    called = phrase.called if after else phrase.called or phrase.after
    names = [without_head(name, phrase) for name in (*ahead, called)]
    return spaced(first, *names, before, *within, head, phrase.number, *behind, after)


def _behind(noun: Noun, tail: Group, *, further: bool) -> str:
    """A genitive behind the head with what joins it."""
    link = "of" if further or is_owner(tail) else noun.preposition
    text, article = _group_plain(tail), _article_of(tail)
    # A thing that stands before heads, Women's, is no owner behind them: Party of Women.
    text = text.removesuffix("'s") if tail.phrases[-1].noun is None else text
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


def _prepositional(tail: Group) -> str:
    """What has a preposition: for *the* Prevention of Violence, but for Health."""
    text, article = _group_plain(tail), _article_of(tail)
    first = tail.phrases[0]
    is_deed = first.noun is not None and first.noun.is_deed
    if tail.preposition == "for" and first.definite and is_deed and " of " in text:
        article = "the "
    return f"{tail.preposition} {article}{text}"


def _put_place(
    phrase: Phrase, noun: Noun, place: Group, ahead: list[str], behind: list[str]
) -> None:
    text = _group_plain(place)
    if is_union(place) and not phrase.number:
        ahead.append(text)
        return
    can_go_before = is_place(place) and noun.join in {"attr", "either"}
    can_go_before = (can_go_before and not behind) or _is_of_department(phrase, noun, place)
    if can_go_before and not is_numbered_body(phrase):
        ahead.append(text)
    else:
        behind.append(f"of {_article_of(place)}{text}")


def _is_of_department(phrase: Phrase, noun: Noun, tail: Group) -> bool:
    """Whether a place goes before a department though something else goes behind it."""
    return (
        noun.english == "Department"
        and is_place(tail)
        and not tail.phrases[0].country
        and not is_numbered_body(phrase)
    )


def _with_tails(phrase: Phrase, english: str) -> str:
    """A name with what follows it: Lagkadas, Thessaloniki."""
    for tail in phrase.tails:
        if tail.preposition:
            english = english.removesuffix("'s")
            english = f"{english} {tail.preposition} {_article_of(tail)}{_group_plain(tail)}"
        elif phrase.place and is_place(tail):
            english = f"{english}, {_group_plain(tail)}"
        else:
            english = f"{english} of {_article_of(tail)}{_group_plain(tail)}"
    return english


def _goes_before(phrase: Phrase, noun: Noun, tail: Group) -> bool:
    """Whether a genitive goes before the head: Athens Airport, Debt Management."""
    if is_union(tail) and not phrase.number:
        return True
    if noun.english == "Monastery" and is_place(tail):
        return not tail.phrases[0].name.startswith(_HOLY)
    if noun.english in _BETWEEN and "-" in tail.links:
        return True
    if noun.english == "Department" and _first_noun(tail) == "αντιμετωπιση":
        return _can_go_before(tail)
    is_agreement = noun.english.split()[-1] == "Agreement"
    if is_agreement and tail.phrases[0].name.isupper() and len(tail.phrases) == 1:
        # EU Association Agreement
        return not tail.phrases[0].tails
    if noun.english in _BETWEEN and is_place(tail):
        return noun.english in {"Agreement", "Code", "Summit"} or "-" in tail.phrases[0].name
    if noun.join == "who":
        return is_of_trade(noun, tail)
    if noun.join in {"of", "act"}:
        return False
    if noun.greek == "ασφαλεια" and is_place(tail) and not phrase.definite:
        # The police that has its name: Thessaloniki Security.
        return True
    definite = tail.phrases[0].definite
    if phrase.definite and definite and noun.join == "tail":
        # «την Απαγόρευση των Χημικών Όπλων»: the Prohibition of Chemical Weapons.
        return False
    if is_place(tail):
        if is_numbered_body(phrase) or (noun.join == "either" and definite) or phrase.named:
            return False
        comes_again = head_of(phrase).split()[-1] in COMES_AGAIN
        if tail.phrases[0].country and (phrase.adjectives or definite) and not comes_again:
            # National Library of Greece, but Cyprus Police.
            return False
        return noun.join != "tail" and not any(each.tails for each in tail.phrases)
    if definite and not all(has_no_article(each) for each in tail.phrases):
        return False
    if noun.join == "either" and (tail.phrases[-1].plural or definite):
        return False
    if noun.english == "Committee" and _STANDING.intersection(phrase.adjectives):
        # Standing Committee on Cultural Affairs
        return False
    if _is_of_its_own(noun, tail.phrases[0]):
        return False
    if noun.join != "tail" and len(tail.phrases[0].adjectives) > _MOST_ADJECTIVES:
        # Museum of Modern Greek Culture
        return False
    return _can_go_before(tail)


def _is_of_its_own(noun: Noun, first: Phrase) -> bool:
    """Whether what a house is for follows it: Museum of Byzantine Culture, Center for X Studies."""
    if first.noun is None or not first.adjectives:
        return False
    if noun.english == "Center":
        return bool({first.noun.english, first.noun.plural} & _SCHOLARLY)
    return noun.english == "Museum"


def _first_noun(group: Group) -> str:
    """The Greek of the noun that a group begins with, folded."""
    noun = group.phrases[0].noun
    return noun.greek if noun is not None else ""


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
    if noun.english in _GEOGRAPHY and is_place(phrase.tails[0]):
        return True
    if noun.join == "act":
        return _can_go_before(phrase.tails[0])
    return _goes_before(phrase, noun, phrase.tails[0])


def _is_short(group: Group) -> bool:
    words = _group_before(group).split()
    return len([word for word in words if word not in _LITTLE]) <= _MOST_BEFORE


# --- behind a preposition, and before a noun -----------------------------------------------------


def _plain(phrase: Phrase) -> str:
    return _written(phrase, inside=True)


def _group_plain(group: Group) -> str:
    if is_shared(group):
        # «Δίωξης και Εξιχνίασης Εγκλημάτων»: Prosecution and Investigation of Crimes.
        *parts, last = (spaced(" ".join(each.adjectives), head_of(each)) for each in group.phrases)
        tail = group.phrases[-1].tails[0]
        return listed(group, [*parts, f"{last} of {_article_of(tail)}{_group_plain(tail)}"])
    return listed(group, [_plain(each) for each in group.phrases])


def _article_of(group: Group) -> str:
    first = group.phrases[0]
    if first.noun is None:
        is_body = not (first.place or first.plural) and " " in first.name
        return article_before(_plain(first)) or ("the " if first.definite and is_body else "")
    institutions = first.plural and first.noun.join in {"of", "attr", "either"}
    hanging = first.tails[0] if first.tails else None
    owned = hanging is not None and not hanging.preposition and hanging.phrases[0].definite
    bare = has_no_article(first) and not (institutions or owned)
    return "the " if first.definite and not bare else ""


def _group_before(group: Group) -> str:
    """A group as it stands before a noun: Crime Prevention and Suppression."""
    phrases = group.phrases
    if is_shared(group):
        shared = _group_before(phrases[-1].tails[0])
        parts = [spaced(" ".join(each.adjectives), _bare(each)) for each in phrases]
        return f"{shared} {listed(group, parts)}"
    return listed(group, [_before(each) for each in phrases])


def _bare(phrase: Phrase) -> str:
    if phrase.noun is None:
        return phrase.name
    return phrase.noun.before if phrase.plural else phrase.noun.english


def _before(phrase: Phrase) -> str:
    """A phrase as it stands before a noun: Weapon, Citizens', Organized Crime."""
    adjectives, noun = " ".join(phrase.adjectives), phrase.noun
    if noun is None:
        return _with_tails(phrase, spaced(adjectives, phrase.name, phrase.number))
    word = noun.english
    if phrase.plural:
        word = noun.before
        if noun.join == "who":
            owner = "'" if noun.plural.endswith("s") else "'s"
            word = noun.plural + ("" if noun.plural.endswith("less") else owner)
    ahead = [_group_before(tail) for tail in phrase.tails if not tail.preposition]
    if noun.join == "act" and ahead:
        return spaced(*ahead)
    if phrase.tails and is_place(phrase.tails[0]):
        return spaced(*ahead, adjectives, word)
    return spaced(adjectives, *ahead, word)
