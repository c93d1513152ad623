"""In what office or occupation a text presents a person.

Greek apposition has two places: before the name («ο διοικητής της Τράπεζας της Ελλάδος, Γιάννης
Στουρνάρας») and behind it («ο Σοϊγκού, πρώην υπουργός Άμυνας της Ρωσίας, …»). In both, a noun of
office heads a phrase whose genitives follow it; only the head and what agrees with it has a case
of its own, so only these go into the nominative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from greeknews_ner._toml import load_toml
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.extensions import register_extensions

LONGEST = 16
"""Words that a role may hold; longer stretches are sentences."""

_TAIL_POS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "X", "CCONJ", "NUM", "ADP"})
_CLOSERS = frozenset(",.;·)–—")


@dataclass(frozen=True, slots=True)
class _Words:
    nouns: dict[str, str]
    modifiers: frozenset[str]
    courtesy: frozenset[str]


@cache
def _words() -> _Words:
    table = load_toml(files("greeknews_ner") / "resources" / "roles.toml")
    return _Words(
        nouns={stem(noun): noun for noun in table["nouns"]},
        modifiers=frozenset(stem(word) for word in table["modifiers"]),
        courtesy=frozenset(table["courtesy"]),
    )


class RoleFinder:
    """Sets ``span._.role`` on the people of ``doc.ents``; needs tags and morphology."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Read the phrase before each person, or else the one behind."""
        for span in doc.ents:
            if span.label_ == "PERSON":
                span._.role = role_before(span) or role_behind(span)
        return doc


def role_before(span: Span) -> str | None:
    """The role that stands before a name, in the nominative."""
    doc, last = span.doc, span.start - 1
    while last >= 0 and doc[last].text.lower() in _words().courtesy:
        last -= 1
    comma = last >= 0 and doc[last].text == ","
    last -= comma
    if last < 0 or doc[last].pos_ in {"DET", "ADP", "CCONJ"}:
        return None
    heads = list(_heads_before(doc, last))
    head = _agreeing(heads, span, comma)
    return _nominative(doc, head, last + 1) if head is not None else None


def role_behind(span: Span) -> str | None:
    """The role that stands behind a name and a comma, in the nominative."""
    doc, position = span.doc, span.end
    if position + 1 >= len(doc) or doc[position].text != ",":
        return None
    position += 1
    article = doc[position].pos_ == "DET"
    position += article
    while position < len(doc) and _is_modifier(doc[position]):
        position += 1
    if position >= len(doc) or not _is_head(doc[position]):
        return None
    end = position + 1
    while end < len(doc) and end - position < LONGEST and _goes_on(doc[end]):
        end += 1
    while doc[end - 1].pos_ in {"CCONJ", "ADP", "DET"}:
        end -= 1
    # «ο Πούτιν, ο πρόεδρος της Τουρκίας Ερντογάν και …»: the phrase is the next one's.
    behind = doc[end : end + 2]
    if article and any(token.ent_type_ == "PERSON" for token in behind):
        return None
    if end < len(doc) and doc[end].ent_type_ == "PERSON":
        return None
    return _nominative(doc, position, end)


def _heads_before(doc: Doc, last: int) -> Iterator[int]:
    for position in range(last, max(-1, last - LONGEST), -1):
        token = doc[position]
        if _is_head(token) and (position == last or _opens_tail(doc[position + 1])):
            yield position
        elif token.pos_ not in _TAIL_POS and not token.ent_type:
            return
        if token.is_sent_start:
            return


def _agreeing(heads: list[int], span: Span, comma: bool) -> int | None:
    """The head that stands in the name's case; the outermost behind a comma, else the nearest."""
    if not heads:
        return None
    oblique = _is_oblique(span)
    if oblique is not None:
        heads = [each for each in heads if _may_be(span.doc[each], oblique)] or heads
    return heads[-1] if comma else heads[0]


def _is_oblique(span: Span) -> bool | None:
    nominative = span._.nominative
    if nominative and fold(nominative) != fold(span.text):
        return True
    return False if span.text.endswith("ς") else None


def _may_be(token: Token, oblique: bool) -> bool:
    case = token.morph.get("Case", [])
    return not case or (case[0] != "Nom") == oblique


def _is_head(token: Token) -> bool:
    return (
        stem(token.text) in _words().nouns
        and (token.is_lower or token.is_title)
        and token.pos_ not in {"VERB", "AUX"}
        and token.morph.get("Number", []) != ["Plur"]
        and token.ent_type_ in {"", "ORDINAL"}
    )


def _is_modifier(token: Token) -> bool:
    return (
        stem(token.text) in _words().modifiers
        or (token.pos_ == "ADJ" and not token.is_title)
        or token.ent_type_ in {"NORP", "ORDINAL"}
        or (_is_head(token) and token.i + 1 < len(token.doc) and _is_head(token.nbor()))
    )


def _opens_tail(token: Token) -> bool:
    case = token.morph.get("Case", [])
    return token.pos_ in {"ADP", "X"} or bool(token.ent_type) or not case or "Gen" in case


def _goes_on(token: Token) -> bool:
    if token.text in _CLOSERS or token.ent_type_ == "PERSON":
        return False
    if token.ent_type:
        return True
    case = token.morph.get("Case", [])
    return token.pos_ in _TAIL_POS and (not case or "Gen" in case or token.pos_ == "ADP")


def _nominative(doc: Doc, head: int, end: int) -> str:
    start = head
    while start > 0 and not doc[start].is_sent_start and _is_modifier(doc[start - 1]):
        start -= 1
    noun = doc[head]
    words = [_agreeing_word(word, noun) for word in doc[start:head]]
    words.append(_words().nouns[stem(noun.text)])
    tail = " ".join(doc[head + 1 : end].text.split())
    return " ".join([*words, tail]).strip()


def _agreeing_word(word: Token, noun: Token) -> str:
    known = _words().nouns.get(stem(word.text))
    if known:
        return known
    feminine = "Fem" in word.morph.get("Gender", [])
    return to_nominative(word.text, gender="f" if feminine else "m", number="sing")


@Language.factory(
    "greeknews_roles",
    assigns=["span._.role"],
    requires=["doc.ents", "token.pos", "token.morph"],
)
def create_role_finder(nlp: Language, name: str) -> RoleFinder:
    """Create the component."""
    return RoleFinder()
