"""In what office or occupation a text presents a person.

Greek apposition has two places: before the name («ο διοικητής της Τράπεζας της Ελλάδος, Γιάννης
Στουρνάρας») and behind it («ο Σοϊγκού, πρώην υπουργός Άμυνας της Ρωσίας, …»). In both, a noun of
office heads a phrase whose genitives follow it; only the head and what agrees with it has a case
of its own, so only these go into the nominative. Phrase and name agree in case and gender: that
tells «ο σύμβουλος του πρωθυπουργού Γιώργος Γεραπετρίτης» from «του πρωθυπουργού Γιώργου Ράλλη».
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner.names.declension import Case, Gender
from greeknews_ner.names.declension_words import cells_of
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative_tables import is_womans_given_name
from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.role_phrases import Phrase, phrase_behind, phrases_before
from greeknews_ner.pipeline.role_words import article_cells, table

_CLOSERS = frozenset(",.;·!):–—-\n»")
_LISTING = frozenset({"και", ",", "κι"})
_BRACKETS = {"(": ")", "[": "]"}
_ALL_CASES: frozenset[Case] = frozenset(("nom", "gen", "acc"))
_BOTH: frozenset[Gender] = frozenset(("m", "f"))


class RoleFinder:
    """Sets ``span._.role`` on the people of ``doc.ents``.

    It needs no tags; where there are some, they keep verbs out.
    """

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Read the phrase before each person, or else the one behind."""
        shared: str | None = None
        people = [span for span in doc.ents if span.label_ == "PERSON"]
        for number, span in enumerate(people):
            if number and not _is_listed_with(people[number - 1], span):
                shared = None
            before = phrase_before(span)
            if before is not None and before.is_plural:
                following = people[number + 1] if number + 1 < len(people) else None
                several = following is not None and _is_listed_with(span, following)
                shared = before.text if several else None
                span._.role = shared
            else:
                role = before.text if before is not None else None
                span._.role = role or role_behind(span) or shared
        return doc


def _is_listed_with(one: Span, other: Span) -> bool:
    return other.start - one.end == 1 and one.doc[one.end].lower_ in _LISTING


@dataclass(frozen=True, slots=True)
class _Place:
    """What the name's own form and article say of its place in the sentence."""

    cases: frozenset[Case]
    genders: frozenset[Gender]

    def fits(self, phrase: Phrase) -> bool:
        return bool(self.cases & phrase.cases) and (
            not phrase.genders or bool(self.genders & phrase.genders)
        )


def _place_of(span: Span) -> _Place:
    """Known given names tell most, then the ending of a family name, then the nominative."""
    first = span[0].text
    cells = [cell for cell in cells_of(first) if cell.number == "sing" and cell.gender != "n"]
    cases, genders = _ALL_CASES, _BOTH
    if len(span) > 1 and cells:
        cases = frozenset(cell.case for cell in cells) & _ALL_CASES
        genders = frozenset(cell.gender for cell in cells)
    elif len(span) > 1 and is_womans_given_name(first):
        genders = frozenset[Gender](("f",))
    elif fold(span.text).endswith(("οσ", "ησ", "ασ")) and span.text[-2:] in _GREEK_NOMINATIVES:
        cases = frozenset[Case](("nom",))
    nominative = span._.nominative
    if nominative and fold(nominative) != fold(span.text):
        cases = cases - {"nom"} or cases
    return _Place(cases, genders)


_GREEK_NOMINATIVES = frozenset(("ος", "ης", "ής", "ός", "άς"))


def _with_article(span: Span, place: _Place) -> _Place:
    """The place, narrowed by the article of the name."""
    start = span.start
    while start and span.doc[start - 1].lower_ in table().courtesy | {"."}:
        start -= 1
    cells = article_cells(span.doc[start - 1].lower_) if start else None
    if not cells:
        return place
    cases = place.cases & {cell.case for cell in cells}
    genders = place.genders & {cell.gender for cell in cells}
    return _Place(
        frozenset(cases) or frozenset(cell.case for cell in cells),
        frozenset(genders) or place.genders,
    )


def phrase_before(span: Span) -> Phrase | None:
    """The phrase of office that stands before a name and belongs to it."""
    doc, last = span.doc, span.start - 1
    place = _place_of(span)
    while last >= 0 and (
        doc[last].lower_ in table().courtesy
        or (doc[last].text == "." and last and doc[last - 1].lower_ in table().courtesy)
    ):
        last -= 1
    apposed = None
    if last > 1 and article_cells(doc[last].lower_) and doc[last - 1].text == ",":
        # «τον αρχηγό της, τον Κώστα Σλούκα,»
        apposed = _with_article(span, place)
        last -= 1
    comma = last >= 0 and doc[last].text == ","
    last -= comma
    if last < 0 or (apposed and not _is_closed(doc, span.end)):
        return None
    found = list(phrases_before(doc, last))
    if apposed is not None:
        return next(
            (
                phrase
                for phrase in reversed(found)
                if phrase.has_article and apposed.fits(phrase) and not phrase.head.relation
            ),
            None,
        )
    fitting = [phrase for phrase in found if place.fits(phrase)]
    if not fitting and not comma:
        # Right before a name without article, a phrase of office is nobody else's: the form of
        # «ο επικεφαλής της ΕΚΤ Μάριο Ντράγκι» only looks like an accusative.
        fitting = found
    if not fitting:
        return None
    phrase = fitting[-1] if comma else fitting[0]
    if comma and not (phrase.has_article or phrase.start == 0):
        return None
    if not comma and stem(doc[last].text) in table().ranks and len(fitting) == 1:
        phrase = _above_rank(doc, last, phrase, place)
    return None if any(each.head.relation for each in fitting) else phrase


def _above_rank(doc: Doc, last: int, rank: Phrase, place: _Place) -> Phrase:
    """The office of «ο αρχηγός του ΓΕΕΘΑ στρατηγός Χούπης» rather than his rank."""
    if rank.has_article or last < 2:
        return rank
    above = [phrase for phrase in phrases_before(doc, last - 1) if place.fits(phrase)]
    return above[0] if above and above[0].has_article else rank


def role_behind(span: Span) -> str | None:
    """The role that stands behind a name and a comma, or in brackets behind it."""
    doc, position = span.doc, span.end
    if position + 1 < len(doc) and doc[position].text in _BRACKETS:
        closing = _BRACKETS[doc[position].text]
        phrase = phrase_behind(doc, position + 1)
        if phrase and phrase.end < len(doc) and doc[phrase.end].text == closing:
            return None if phrase.head.relation else phrase.text
        while position < len(doc) and doc[position].text != closing:
            position += 1
        position += 1
    if position + 1 >= len(doc) or doc[position].text not in {",", "–", "—"}:
        return None
    phrase = phrase_behind(doc, position + 1)
    if phrase is None or phrase.is_plural or phrase.head.relation:
        return None
    if not _with_article(span, _place_of(span)).fits(phrase):
        return None
    end = phrase.end
    # «ο Πούτιν, ο πρόεδρος της Τουρκίας(,) Ερντογάν και …»: the phrase is the next one's.
    if end < len(doc) and doc[end].ent_type_ == "PERSON":
        return None
    if phrase.has_article and any(
        token.ent_type_ == "PERSON" for token in doc[end + 1 : end + 2] if doc[end].text == ","
    ):
        return None
    return phrase.text if _is_closed(doc, end) else None


def _is_closed(doc: Doc, position: int) -> bool:
    """Whether an apposition ends here, or at a mark before any verb."""
    for token in doc[position : position + 12]:
        if token.text in _CLOSERS or token.is_space:
            return True
        if token.pos_ in {"VERB", "AUX"} and token.is_lower:
            return token.i > position and doc[token.i - 1].lower_ in {"που", "οποίος", "οποία"}
    return position >= len(doc) or not doc[position].is_alpha


@Language.factory(
    "greeknews_roles",
    assigns=["span._.role"],
    requires=["doc.ents"],
)
def create_role_finder(nlp: Language, name: str) -> RoleFinder:
    """Create the component."""
    return RoleFinder()
