"""Where the name of a person begins: «Αδ. Γεωργιάδης», «Αρχιεπίσκοπος Αθηνών | Ιερώνυμος»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from greeknews_ner._toml import load_toml
from greeknews_ner.names.lexicon import default_lexicon
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.stem import stem

# One capital, or the beginning of a name as far as a consonant: Κ., Αθ., Κυρ.
_GIVEN = re.compile(r"(?!Σ\w*ς)[Α-ΩΆ-ΏA-Z](?:[α-ωά-ώa-z]{0,2}[βγδζθκλμνξπρστφχψb-df-hj-np-tv-z])?")
_THIRD_PERSON = ("ε", "ει", "αν", "ουν")


def mend_persons(doc: Doc) -> None:
    """Make the persons of ``doc.ents`` begin where their names do.

    A given name that is cut short belongs to the name («Αδ. Γεωργιάδη»; the corpus has 259 such and
    three without); the see of a prelate does not, nor the verb that begins a sentence.

    Args:
        doc: A document; the tokens stay what they are.
    """
    for span in doc.ents:
        if span.label_ != "PERSON":
            continue
        start = span.start
        if len(span) > 1 and (_begins_with_verb(span) or _begins_with_see(span)):
            start += 1
        elif not _is_given(span[0].text.removesuffix(".")) or len(span) > 1:
            start = _start_with_given(span)
        if start != span.start:
            _replace(span, start)


def _replace(span: Span, start: int) -> None:
    doc = span.doc
    changed = Span(doc, start, span.end, label=span.label)
    changed._.score = span._.score
    others = [ent for ent in doc.ents if ent.end <= changed.start or changed.end <= ent.start]
    doc.set_ents([*(ent for ent in others if ent != span), changed])


def _start_with_given(span: Span) -> int:
    start = span.start
    for begin in _givens_before(span):
        start = begin
    return start


def _givens_before(span: Span) -> Iterator[int]:
    """Beginnings of the given names, cut short, that stand before a name, the nearest first."""
    doc, place = span.doc, span.start
    while place > 0:
        before = doc[place - 1]
        if before.text.endswith(".") and len(before) > 1:
            begin, text = place - 1, before.text[:-1]
        elif before.text == "." and place > 1 and not doc[place - 2].whitespace_:
            # The tokenizer parts what it knows no abbreviation of.
            begin, text = place - 2, doc[place - 2].text
        else:
            return
        # «Ο Κ. ΤΣΙΠΡΑΣ» in capitals is κύριος.
        is_mister = text == "Κ" and span.text.isupper()
        if is_mister or not _is_given(text) or not _is_free(doc[begin]):
            return
        yield begin
        place = begin


def _is_given(text: str) -> bool:
    return _GIVEN.fullmatch(text) is not None and text not in _words("not_given")


def _is_free(token: Token) -> bool:
    return token.ent_type_ in ("", "PERSON")


def _begins_with_verb(span: Span) -> bool:
    """Whether the first word is the verb of a headline: «Εγκωμίασε Σαμαρά»."""
    first = span[0]
    return (
        bool(first.is_sent_start)
        and first.pos_ == "VERB"
        and first.is_title
        and first.lower_.endswith(_THIRD_PERSON)
        and not any(entry.type == "PERSON" for entry in default_lexicon().find(first.text))
    )


def _begins_with_see(span: Span) -> bool:
    """Whether the first word is the town of a prelate."""
    if span.start == 0 or stem(span.doc[span.start - 1].text) not in _stems("prelates"):
        return False
    town = to_nominative(span[0].text, type="GPE")
    return town != span[0].text and bool(default_lexicon().find(town, "GPE"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_toml(files("greeknews_ner") / "resources" / "people.toml")[key])


@cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _words(key))
