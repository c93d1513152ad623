"""Phrases of office: article, modifiers, noun, and the genitives that hang on it.

Case is read off the article and the noun's own forms, not off a tagger: both are closed lists, and
a tagger errs most around names. Tags serve as a veto alone, where a word's form could be a
genitive but the word is a verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from greeknews_ner.names.declension import Case, Cell, Gender
from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.role_words import (
    Head,
    agrees,
    article_cells,
    as_written,
    has_two_accents,
    heads,
    may_be_genitive,
    modifier_nominative,
    table,
)
from greeknews_ner.types import NAME_TYPES

LONGEST = 20
"""Words that a phrase of office may hold; longer stretches are sentences."""
MOST_MODIFIERS = 5

_VERBS = frozenset({"VERB", "AUX"})
_NO_NOUNS = frozenset({"VERB", "AUX", "ADV", "PRON", "PART", "SCONJ"})
_GENITIVE_ARTICLES = frozenset({"του", "της", "των"})
_PRONOUNS = frozenset({"του", "της", "τους", "μας", "σας", "μου", "σου"})
_AND = frozenset({"και", "κι", "&"})
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of office.

    Attributes:
        start: Token with which it begins, the article if it has one.
        end: Token after its last one.
        head: The noun's reading.
        cases: Cases in which it can stand.
        genders: What its article says of the gender; empty where it says nothing.
        text: It in the nominative, without the article; None where that is not told.
    """

    start: int
    end: int
    head: Head
    cases: frozenset[Case]
    genders: frozenset[Gender]
    text: str | None
    has_article: bool

    @property
    def is_plural(self) -> bool:
        """Whether it speaks of several people."""
        return self.head.number == "plur"


def opens_sentence(doc: Doc, position: int) -> bool:
    """Whether a token is the first of its sentence, line or quotation."""
    return position == 0 or bool(doc[position].is_sent_start) or doc[position - 1].is_space


def is_head(token: Token) -> bool:
    """Whether a token can be a noun of office."""
    return (token.ent_type_ in {"", "ORDINAL"} or token.is_lower) and bool(heads(token.text))


def read_phrase(doc: Doc, position: int, end: int, first: int | None = None) -> Phrase | None:
    """The phrase around a noun of office.

    Args:
        doc: The text.
        position: The noun.
        end: Where its genitives end.
        first: The word behind its article, where that is known; all words from there to the noun
            must agree with it.
    """
    if first is None:
        start = _modifiers_start(doc, position)
    elif _all_agree(doc, first, position, _cells_of(doc[position])):
        start = first
    else:
        return None
    article = start - 1 if start and article_cells(doc[start - 1].text.lower()) else None
    cells = article_cells(doc[article].text.lower()) if article is not None else None
    readings = [
        head
        for head in heads(doc[position].text)
        if cells is None or any(_agree(cell, head) for cell in cells)
    ]
    if cells is not None and not readings:
        # The article before is someone else's: «του πρόεδρος».
        article, cells, readings = None, None, list(heads(doc[position].text))
    if not readings:
        return None
    cases = frozenset(head.case for head in readings)
    genders = frozenset(
        cell.gender for cell in cells or () if cell.gender != "n" and cell.case in cases
    )
    head = readings[0]
    before = doc[article].text if article is not None else ""
    return Phrase(
        start=start if article is None else article,
        end=end,
        head=head,
        cases=cases,
        genders=genders,
        text=_text(doc, start, position, end, head, before),
        has_article=article is not None,
    )


def _agree(cell: Cell, head: Head) -> bool:
    return cell.case == head.case and cell.number == head.number


def _modifiers_start(doc: Doc, position: int) -> int:
    """The first word of the phrase behind its article."""
    sure = position
    start = position
    while start > 0 and position - start <= MOST_MODIFIERS:
        if opens_sentence(doc, start):
            return sure
        before = doc[start - 1]
        word = before.text.lower()
        if article_cells(word):
            # Up to an article that agrees, whatever agrees belongs to the phrase.
            return start if _belongs(doc, start, position, word) else sure
        if not (before.is_alpha or before.text[0].isdigit()) or before.ent_type_ == "PERSON":
            return sure
        listed = (
            word in table().unchanged
            or _is_listed(before)
            or before.ent_type_ in {"NORP", "ORDINAL"}
            or is_head(before)
        )
        start -= 1
        if listed and sure == start + 1:
            sure = start
    return sure


def _is_listed(token: Token) -> bool:
    return stem(token.text) in table().modifiers or (token.pos_ == "ADJ" and token.is_lower)


def _belongs(doc: Doc, start: int, position: int, article: str) -> bool:
    cells = article_cells(article) or frozenset()
    fitting = frozenset(
        cell for cell in cells for head in heads(doc[position].text) if _agree(cell, head)
    )
    return bool(fitting) and _all_agree(doc, start, position, fitting)


def _cells_of(token: Token) -> frozenset[Cell]:
    genders: tuple[Gender, ...] = ("m", "f", "n")
    return frozenset(
        Cell(gender, head.number, head.case) for head in heads(token.text) for gender in genders
    )


def _all_agree(doc: Doc, start: int, position: int, fitting: frozenset[Cell]) -> bool:
    return all(
        token.lower_ in table().unchanged
        or token.text[0].isdigit()
        or agrees(token.lower_, fitting)
        or is_head(token)
        for token in doc[start:position]
    )


def _text(doc: Doc, start: int, position: int, end: int, head: Head, article: str) -> str | None:
    words: list[str] = []
    for token in doc[start:position]:
        if token.text[0].isdigit() and "χρον" in token.lower_:
            continue
        if stem(token.text) in table().dropped:
            continue
        opens = opens_sentence(doc, token.i) and token.ent_type_ != "NORP"
        nominative = modifier_nominative(token.text, head, article.lower())
        if nominative is None:
            return None
        words.append(nominative[0].lower() + nominative[1:] if opens else nominative)
    words.append(as_written(head, doc[position].text, opens_sentence(doc, position)))
    tail = " ".join(doc[position + 1 : end].text.split())
    return " ".join([*words, tail]).strip()


def tail_end(doc: Doc, start: int, limit: int) -> int:
    """Where the genitives and prepositional phrases behind a noun of office end.

    Args:
        doc: The text.
        start: Token behind the noun.
        limit: Token at which to stop.
    """
    position, free = start, 0
    end = start
    limit = min(limit, start + LONGEST, len(doc))
    while position < limit:
        token = doc[position]
        word = token.lower_
        if token.ent_type_ == "PERSON" or token.is_space:
            break
        if token.text in _OPENING:
            closing = next(
                (each.i for each in doc[position + 1 : limit] if each.text in _CLOSING), None
            )
            if closing is None:
                break
            position = end = closing + 1
            continue
        if word in _GENITIVE_ARTICLES or (free and (article_cells(word) or word in {"τω", "τη"})):
            position += 1
            continue
        if word in _AND or (token.text == "," and _lists_genitives(doc, position, limit)):
            free = 0
            position += 1
            continue
        if word in table().prepositions:
            free = 3
            position += 1
            continue
        if not _is_tail_word(doc, position, free):
            break
        free = max(0, free - 1)
        position = end = position + 1
    return end


def _is_tail_word(doc: Doc, position: int, free: int) -> bool:
    token = doc[position]
    if token.ent_type_ in NAME_TYPES or token.text in {"-", "–"}:
        return token.ent_type_ in NAME_TYPES
    if not (token.is_alpha or "." in token.text[:-1] or "-" in token.text):
        return False
    if token.is_lower and token.pos_ in _VERBS:
        return doc[position - 1].lower_ in _GENITIVE_ARTICLES and may_be_genitive(token.text)
    if free:
        return token.pos_ not in _VERBS
    behind_article = doc[position - 1].lower_ in _GENITIVE_ARTICLES
    if may_be_genitive(token.text):
        return not token.is_lower or behind_article or token.pos_ not in _NO_NOUNS
    # Foreign names that the finder missed: της Μπαρτσελόνα.
    return behind_article and token.is_title


def _lists_genitives(doc: Doc, position: int, limit: int) -> bool:
    """Whether a comma parts items of one ministry: Παιδείας, Θρησκευμάτων και Αθλητισμού."""
    ahead = doc[position + 1 : min(limit, position + 5)]
    words = [token for token in ahead if token.text != ","]
    return (
        len(words) >= 3
        and words[0].is_title
        and words[0].ent_type_ != "PERSON"
        and may_be_genitive(words[0].text)
        and any(token.lower_ in _AND for token in words[1:3])
        and all(token.is_title or token.lower_ in _AND for token in words[:3])
    )


def phrases_before(doc: Doc, last: int) -> Iterator[Phrase]:
    """Phrases of office that end with token ``last``, the shortest first."""
    for position in range(last, max(-1, last - LONGEST), -1):
        token = doc[position]
        if token.ent_type_ == "PERSON" or token.is_space or token.text in ";!?…":
            return
        if is_head(token):
            end = tail_end(doc, position + 1, last + 1)
            leaning = position + 2 == last + 1 and _is_leaning(doc, position + 1)
            if end == last + 1 or leaning:
                phrase = read_phrase(doc, position, position + 1 if leaning else last + 1)
                if phrase is not None:
                    yield _with_sister(doc, phrase)
        if token.is_sent_start:
            return


def _is_leaning(doc: Doc, position: int) -> bool:
    """Whether a pronoun leans on the noun before it: ομόλογός του, ο αρχηγός της."""
    if doc[position].lower_ not in _PRONOUNS:
        return False
    behind = doc[position + 1] if position + 1 < len(doc) else None
    return has_two_accents(doc[position - 1].text) or (behind is not None and behind.text == ",")


def _with_sister(doc: Doc, phrase: Phrase) -> Phrase:
    """Both halves of «ο αστροφυσικός και μέλος της Ακαδημίας Αθηνών»."""
    joint = phrase.start - 1
    if phrase.has_article or joint < 1 or doc[joint].lower_ not in _AND or phrase.text is None:
        return phrase
    for position in range(joint - 1, max(-1, joint - LONGEST), -1):
        token = doc[position]
        if token.ent_type_ == "PERSON" or token.text in ",;.·":
            return phrase
        if is_head(token) and tail_end(doc, position + 1, joint) == joint:
            sister = read_phrase(doc, position, joint)
            if sister and sister.text and sister.has_article and sister.cases & phrase.cases:
                return _joined(sister, doc[joint].text, phrase)
    return phrase


def phrase_behind(doc: Doc, start: int) -> Phrase | None:
    """The phrase of office that begins with token ``start``, article or not."""
    first = start + 1 if start < len(doc) and article_cells(doc[start].lower_) else start
    position = first
    while position < len(doc) and position - start <= MOST_MODIFIERS:
        token = doc[position]
        if is_head(token) and not (
            position + 1 < len(doc)
            and is_head(doc[position + 1])
            and _same_case(token, doc[position + 1])
        ):
            end = tail_end(doc, position + 1, len(doc))
            phrase = read_phrase(doc, position, end, first)
            if phrase is None or phrase.start > start or phrase.text is None:
                return None
            return _with_second(doc, phrase)
        if not (token.is_alpha or token.text[0].isdigit()) or token.ent_type_ == "PERSON":
            return None
        position += 1
    return None


def _same_case(one: Token, other: Token) -> bool:
    return bool(
        {(head.number, head.case) for head in heads(one.text)}
        & {(head.number, head.case) for head in heads(other.text)}
    )


def _with_second(doc: Doc, phrase: Phrase) -> Phrase:
    """Both halves of «στιχουργός και δημοσιογράφος»."""
    if phrase.end + 1 >= len(doc) or doc[phrase.end].lower_ not in _AND:
        return phrase
    if article_cells(doc[phrase.end + 1].lower_):
        return phrase
    second = phrase_behind(doc, phrase.end + 1)
    if second is None or second.text is None or not second.cases & phrase.cases:
        return phrase
    return _joined(phrase, doc[phrase.end].text, second)


def _joined(first: Phrase, conjunction: str, second: Phrase) -> Phrase:
    """Two phrases as one, which has the head and the article of the first."""
    return Phrase(
        start=first.start,
        end=second.end,
        head=first.head,
        cases=first.cases & second.cases,
        genders=first.genders,
        text=f"{first.text} {conjunction} {second.text}",
        has_article=first.has_article,
    )
