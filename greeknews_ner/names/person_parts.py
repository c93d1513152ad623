"""A person whom no table knows, but whose given and family name the tables know from others."""

from __future__ import annotations

import re

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.explain import Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.foreign import spell_foreign
from greeknews_ner.names.model_files import latin_names
from greeknews_ner.names.nominative_person import is_given_name
from greeknews_ner.names.rendering_foreign import without_patronymic
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.rules.origin import GREEK, chance_of, default_cues, guess_origin
from greeknews_ner.records import Method

# Shares right of some 80 names of the pairs that somebody bears and 20 that nobody does.
_BORNE, _UNKNOWN = 0.75, 0.3
_GREEK_PERSON = 0.85  # of 20 Greeks of news whom nobody in the list is called like 19 were right
_GIVEN_AND_FAMILY = 2
_DOUBLED = re.compile(r"(.)\1")
_GREEK_FAMILY = 0.7  # a given name of the tables before a Greek family name
# Below this chance of being Greek by itself a family name may be foreign beside a Greek given
# name: of 182 such names of the tables the model has 99 right and ELOT 743 59.
_FOREIGN = 0.3
_SURELY = 0.9  # a given name that is Greek by itself as likely is borne by few others
_FAMILY = 0.5  # as likely as the given name is spelt right


def known_person(name: str, type: str | None, steps: list[Step]) -> Found | None:
    """Put a person's name together from the parts of others' names.

    Args:
        name: Nominative.
        type: Entity type; anything but a person, or nothing, gives none.
        steps: Is told what came of it.

    Returns:
        None unless every word is a known given or family name, or the family name is one that the
        hand-checked tables have. Family names of Greeks are spelt by ELOT 743 all the same.
    """
    words = name.split()
    if type not in (None, "PERSON") or not 2 <= len(words) <= 4:
        return None
    parts = [_part(word, "family" if word is words[-1] else "given") for word in words]
    english = [part for part in parts if part is not None]
    is_greek = guess_origin(name)[0][0] == GREEK and not _has_foreign_family(words)
    if len(english) < len(words):
        if type != "PERSON":
            return None
        return _of_known_given(name, parts[0], steps) if is_greek else _of_known_family(name, steps)
    if is_greek:
        # How one bearer of a Greek name writes it says nothing of another.
        english[-1] = to_elot743(words[-1])
    whole = " ".join(english)
    steps.append(Step(what="table", found=f"{whole}, word by word"))
    if is_greek:
        return Found(whole, "rule", _GREEK_PERSON)
    return Found(whole, "lexicon", _BORNE if is_borne(whole) else _UNKNOWN)


def _has_foreign_family(words: list[str]) -> bool:
    """Whether the family name is foreign, though the given name is one of Greeks too.

    Λούκας, Σοφία and Μάρκος do not make Βέγκα a Greek; Άγγελος and Δημήτρης do.
    """
    if chance_of(words[-1], GREEK) >= _FOREIGN:
        return False
    return default_cues().is_shared(words[0]) or chance_of(words[0], GREEK) < _SURELY


def _of_known_given(name: str, given: str | None, steps: list[Step]) -> Found | None:
    """A Greek whose given name is known, beside a family name that no table has."""
    if given is None or len(name.split()) != _GIVEN_AND_FAMILY:
        return None
    best = f"{given} {to_elot743(name.split()[1])}"
    steps.append(Step(what="table", found=f"{given}, a given name"))
    spelt = (each.english for each in spell_foreign(name, type="PERSON").spellings)
    others = tuple(english for english in spelt if english != best)
    method: Method = "elot743" if best == to_elot743(name) else "rule"
    return Found(best, method, _GREEK_FAMILY, others)


def _of_known_family(name: str, steps: list[Step]) -> Found | None:
    """A foreign given name that no table has, beside a family name that news spells one way.

    Whoever is called Μιλέι in the news is a relative of Javier Milei rather than a Miley.
    """
    family = _family_in_the_news(name.split()[-1])
    if family is None:
        return None
    foreign = spell_foreign(name, type="PERSON")
    spellings = [spelling.english for spelling in foreign.spellings]
    best = next(
        (english for english in spellings if english.split()[-1] == family),
        " ".join([*spellings[0].split()[:-1], family]),
    )
    steps.append(Step(what="table", found=f"{family}, a family name"))
    others = tuple(english for english in spellings if english != best)
    return Found(without_patronymic(best), "lexicon", _FAMILY, others)


def with_own_given_name(name: str, greek: str, english: str) -> str:
    """The English of a Greek who is called by another form of the given name: Αθανάσιος, Θανάσης.

    Args:
        name: The name that was looked up.
        greek: The name that the tables have.
        english: Its English.

    Returns:
        The English with the given name that was looked up; as it is, where the names differ in
        anything else.
    """
    words, known, latin = name.split(), greek.split(), english.split()
    if not len(words) == len(known) == len(latin) == _GIVEN_AND_FAMILY:
        return english
    given, other = fold(words[0]), fold(known[0])
    is_other = fold(words[1]) == fold(known[1]) and _DOUBLED.sub(r"\1", given) != _DOUBLED.sub(
        r"\1", other
    )
    if not (is_other and is_given_name(words[0]) and is_given_name(known[0])):
        return english
    return f"{_part(words[0], 'given') or to_elot743(words[0])} {latin[1]}"


def _family_in_the_news(word: str) -> str | None:
    from greeknews_ner.names.lexicon import default_lexicon

    found = default_lexicon().find(word, "PERSON")
    families = [entry for entry in found if entry.part == "family"]
    if len({entry.english for entry in families}) != 1 or families[0].source != "curated":
        return None
    return families[0].english if " " not in families[0].english else None


def is_borne(english: str) -> bool:
    """Whether the list of real names has somebody of this whole name.

    How others spell the parts says little where nobody is called so: Ellen Hunt for Helen Hunt.

    Args:
        english: A name of several words.
    """
    return latin_names().knows_whole(fold(english))


def _part(word: str, part: str) -> str | None:
    from greeknews_ner.names.lexicon import default_lexicon

    for entry in default_lexicon().find(word, "PERSON"):
        if entry.part == part and " " not in entry.english:
            return entry.english
    return None
