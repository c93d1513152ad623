"""One type for one name within an article, and none of its mentions missed.

A sentence may leave open whether Σοϊγκού is a man or a town; the article does not. All mentions
of a name vote with their scores; a full name votes for its last word; the name tables have a vote
where they know one meaning only; then the places where a name stands unnoticed are filled in.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from greeknews_ner.names.stem import stem
from greeknews_ner.pipeline.capitals import may_have_capitals
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.table_meaning import is_part_of_persons, only_meaning
from greeknews_ner.types import NAME_TYPES, PLACE_TYPES

SURE = 0.85
"""Score from which a mention may be carried over to places where nothing was found."""
CARRIED = 0.9
"""What a carried-over mention keeps of the score of the mention it comes from."""
SHORTEST_CARRIED = 4
"""Letters of the shortest stem that is carried over: shorter ones meet common words."""

TABLE_VOTE = 1.5
"""Log-odds that the tables' only meaning of a name weighs: enough against a reading with a score
under 0.82, too little against a sure one. See docs/decisions/known-names.md."""
PLACE_VOTE = 0.6
"""The same where text and tables disagree on what kind of place it is (a score under 0.65)."""
PERSON_VOTE = 0.6
"""The same for a word that the tables know as the name of persons: many places have such names."""
STATE_VOTE = 0.0
"""The same for a town or country that was read as a body: it plays, or signs, and is one."""

_TABLES_MAY_DENY = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
_CARRIED_TYPES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_LIKE_PLACES = PLACE_TYPES | {"ORG"}
_EPSILON = 1e-3

Votes = defaultdict[str, defaultdict[str, float]]


class Agreement:
    """Makes the mentions of one name agree in type over the document."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Relabel outvoted spans of ``doc.ents`` and add the mentions that were missed."""
        found = doc.ents
        names = {span.start: Name.of(span) for span in found if span.label_ in NAME_TYPES}
        votes = count_votes(names.values())
        for name in names.values():
            _add_table_vote(name, votes)
        spans = [
            _relabelled(names[span.start], votes) if span.start in names else span for span in found
        ]
        doc.set_ents(spans)
        missed = list(_missed(doc, spans))
        if missed:
            doc.set_ents([*spans, *missed])
        return doc


class Name(NamedTuple):
    """A span of a name, with what is asked of it several times.

    Attributes:
        span: The span.
        label: Its entity type.
        text: Its text.
        key: What the mentions of one name share; Ιρανός and Ιράν have a stem in common and no
            more.
    """

    span: Span
    label: str
    text: str
    key: str

    @classmethod
    def of(cls, span: Span) -> Name:
        """The name that a span holds."""
        label, text = span.label_, span.text
        return cls(span, label, text, f"{'NORP ' if label == 'NORP' else ''}{stem(text)}")


def count_votes(names: Iterable[Name]) -> Votes:
    """Weigh every type that the names give to a stem.

    Args:
        names: Names whose spans have ``span._.score``; without one, it counts as evenly unsure.

    Returns:
        Key to type to summed weight; peoples are apart from places. A mention weighs its
        log-odds, at least a little, so that one sure mention outweighs two unsure ones.
    """
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for span, label, _, key in names:
        weight = _weight(span)
        votes[key][label] += weight
        if label == "PERSON" and len(span) > 1:
            votes[stem(span[-1].text)]["PERSON"] += weight
    return votes


def _add_table_vote(name: Name, votes: Votes) -> None:
    _, label, text, key = name
    if label not in _TABLES_MAY_DENY:
        return
    counted = votes[key]
    against = max(counted.values())
    if against > TABLE_VOTE:
        return
    meaning = only_meaning(text, label)
    weight = TABLE_VOTE if meaning is None else _table_weight(label, meaning)
    if meaning is None and against <= PERSON_VOTE and is_part_of_persons(text, label):
        meaning, weight = "PERSON", PERSON_VOTE
    if meaning is not None and weight >= against:
        counted[meaning] += weight


def _table_weight(read: str, meaning: str) -> float:
    if read == "ORG" and meaning == "GPE":
        return STATE_VOTE
    if meaning == "PERSON":
        return PERSON_VOTE
    if read in _LIKE_PLACES and meaning in PLACE_TYPES:
        return PLACE_VOTE
    return TABLE_VOTE


def _weight(span: Span) -> float:
    score = span._.score
    if score is None:
        score = 0.5
    clipped = min(max(score, _EPSILON), 1 - _EPSILON)
    return max(0.1, math.log(clipped / (1 - clipped)))


def _relabelled(name: Name, votes: Votes) -> Span:
    span, counted = name.span, votes[name.key]
    if len(counted) == 1:
        return span
    winner = max(counted, key=lambda label: (counted[label], label == name.label))
    if winner == name.label:
        return span
    score = span._.score
    changed = Span(span.doc, span.start, span.end, label=winner)
    # What the finder held against this reading, the rest of the article outvoted.
    share = counted[winner] / sum(counted.values())
    changed._.score = share if score is None else max(share * SURE, 1 - score)
    return changed


def _missed(doc: Doc, spans: Iterable[Span]) -> Iterator[Span]:
    sure: dict[tuple[str, ...], Span] = {}
    for span in spans:
        if span.label_ not in _CARRIED_TYPES or (span._.score or 0.0) < SURE:
            continue
        for part in (span, span[-1:]) if span.label_ == "PERSON" else (span,):
            key = tuple(stem(token.text) for token in part)
            if len("".join(key)) >= SHORTEST_CARRIED and part[0].text[0].isupper():
                sure.setdefault(key, span)
    if not sure:
        return
    first_words = {key[0] for key in sure}
    longest = max(len(key) for key in sure)
    behind = 0
    for position in may_have_capitals(doc):
        token = doc[position]
        if position < behind or token.ent_type:
            continue
        text = token.text
        if not text[0].isupper() or stem(text) not in first_words:
            continue
        for size in range(min(longest, len(doc) - position), 0, -1):
            window = doc[position : position + size]
            source = sure.get(tuple(stem(each.text) for each in window))
            if source is not None and _is_free(window, source):
                found = Span(doc, position, position + size, label=source.label_)
                found._.score = CARRIED * source._.score
                yield found
                behind = position + size
                break


def _is_free(window: Span, source: Span) -> bool:
    if any(token.ent_type for token in window):
        return False
    # The first word of a sentence has a capital anyway: only the very same word counts there.
    opens = window[0].is_sent_start or window.start == 0
    return not (opens and len(window) == 1) or window.text in source.text.split()


@Language.factory(
    "greeknews_agreement",
    assigns=["doc.ents", "span._.score"],
    requires=["doc.ents"],
)
def create_agreement(nlp: Language, name: str) -> Agreement:
    """Create the component."""
    return Agreement()
