"""Each span's name in the Greek nominative, from its words and the words before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner.names.declension_words import cells_of
from greeknews_ner.names.letter_case import with_initial_accent
from greeknews_ner.names.nominative import Case, Gender, Number, as_it_stands, to_nominative
from greeknews_ner.names.nominative_person import has_greek_surname_ending, is_given_name
from greeknews_ner.pipeline.addresses import is_address
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.other_forms import Accents, OtherForms
from greeknews_ner.types import NAME_TYPES

WORDS_BEFORE = 3
"""How many words before a name can hold its article, a title or an adjective."""

_OPENING_QUOTES = frozenset('«“"‘')
_POSSESSIVES = frozenset({"του", "της", "τους"})
_BETWEEN_PERSONS = frozenset({"και", "κι", ",", "-", "–"})
_PLURAL_ARTICLES = frozenset({"οι", "των", "τους", "τις", "στους", "στις"})
_GENDERS: dict[str, Gender] = {"Masc": "m", "Fem": "f", "Neut": "n"}
_NUMBERS: dict[str, Number] = {"Sing": "sing", "Plur": "plur"}
_CASES: dict[str, Case] = {"Nom": "nom", "Gen": "gen", "Acc": "acc", "Voc": "voc"}


_DECLINED = frozenset({"PROPN", "NOUN", "ADJ"})
_FEATURES = ("Gender", "Number", "Case")

_Morphology = tuple[Gender | None, Number | None, Case | None]


class NominativeSetter:
    """Sets ``span._.nominative`` on every span of ``doc.ents``.

    Values keep their words: nobody looks for a date under its nominative.
    """

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Read case, gender and number off the span, its article and the document's other names."""
        found = [(span, span.text) for span in doc.ents]
        names = [(span, text) for span, text in found if span.label_ in NAME_TYPES]
        forms = OtherForms((span.label_, text) for span, text in names)
        accents = Accents()
        ends = {span.end: span for span, _ in names if span.label_ == "PERSON"}
        nominatives: dict[int, str] = {}
        # The longer names first, so that what is short for one can agree with it.
        for span, text in sorted(names, key=lambda name: len(name[0]), reverse=True):
            evidence = forms.of(span.label_, text)
            nominative = nominative_of(span, evidence, text, first_of_several(span, ends))
            forms.learn(span.label_, nominative)
            accents.learn(text, nominative)
            nominatives[span.start] = nominative
        for span, text in found:
            name = nominatives.get(span.start)
            span._.nominative = text if name is None else accents.put(text, name)
        return doc


def nominative_of(
    span: Span, evidence: Collection[str], text: str | None = None, first: Span | None = None
) -> str:
    """The nominative of one span.

    Args:
        span: A name, in a document with or without morphology.
        evidence: Other forms of the same name in the article.
        text: The text of the span, for those who have it.
        first: The name that has the article of several persons, if the span is one of them.
    """
    text = span.text if text is None else text
    if is_address(span):
        return as_it_stands(text, type=span.label_)
    gender, number, case = _morphology(span)
    return to_nominative(
        _given_name_first(text, span.label_),
        type=span.label_,
        gender=gender,
        number=number,
        case=case,
        article=words_before(span if first is None else first),
        evidence=evidence,
    )


def first_of_several(span: Span, ends: Mapping[int, Span]) -> Span | None:
    """The first of several persons with one article in the plural: τους Φουντούλη και Μουρίκη.

    Args:
        span: One of them, or any other name.
        ends: The persons of the article by the place behind their last word.

    Returns:
        The first of them where the span is another one, else None.
    """
    if span.label_ != "PERSON":
        return None
    first = span
    while first.start and span.doc[first.start - 1].lower_ in _BETWEEN_PERSONS:
        before = ends.get(first.start - 1)
        if before is None:
            break
        first = before
    if first is span or not first.start:
        return None
    return first if span.doc[first.start - 1].lower_ in _PLURAL_ARTICLES else None


def _given_name_first(text: str, label: str) -> str:
    """A name's words; «ΠΑΠΑΔΟΠΟΥΛΟΣ Γεώργιος», as lists and courts write, the other way round."""
    first, *rest = text.split()
    is_list_form = (
        label == "PERSON"
        and len(first) > 2
        and first.isupper()
        and 0 < len(rest) < 3
        and all(word.istitle() and len(word) > 2 for word in rest)
        and (has_greek_surname_ending(first) or any(map(is_given_name, rest)))
    )
    if not is_list_form:
        return " ".join([first, *rest])
    # Alone and in capitals a name gets the accent that it most likely has.
    return " ".join([*rest, to_nominative(first, type="PERSON", case="nom")])


def words_before(span: Span) -> str | None:
    """The words right before a span that may agree with it, up to the next punctuation."""
    words: list[str] = []
    doc, start = span.doc, span.start
    if start and doc[start - 1].text in _OPENING_QUOTES:
        # στον «Ερυθρό Σταυρό»: the article stands before the quote.
        start -= 1
    for position in range(start - 1, max(0, start - WORDS_BEFORE) - 1, -1):
        token = doc[position]
        # The point of «κ.» is an abbreviation's, not a sentence's.
        if token.is_space or (token.is_punct and token.text != "."):
            break
        words.insert(0, token.text)
    if start < span.start and words and words[-1].lower() in _POSSESSIVES:
        # «στο έργο του “Αντιγόνη”»: whose work, unless the name stands in that genitive.
        cells = cells_of(with_initial_accent(span[0].text))
        return " ".join(words) if any(cell.case == "gen" for cell in cells) else None
    return " ".join(words) or None


def _morphology(span: Span) -> _Morphology:
    for token in span:
        if token.pos_ in _DECLINED:
            told = _read_morphology(str(token.morph))
            if told is not None:
                return told
    return None, None, None


@lru_cache(maxsize=1024)
def _read_morphology(features: str) -> _Morphology | None:
    """Gender, number and case of a tag such as ``Case=Gen|Gender=Fem``, None without a case."""
    told = dict(each.split("=", 1) for each in features.split("|") if "=" in each)
    if "Case" not in told:
        return None
    gender, number, case = (told.get(each, "").split(",")[0] for each in _FEATURES)
    return _GENDERS.get(gender), _NUMBERS.get(number), _CASES.get(case)


@Language.factory(
    "greeknews_nominative",
    assigns=["span._.nominative"],
    requires=["doc.ents"],
)
def create_nominative_setter(nlp: Language, name: str) -> NominativeSetter:
    """Create the component."""
    return NominativeSetter()
