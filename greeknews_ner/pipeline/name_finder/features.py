"""From tokens to rows of feature identifiers, one row a token, looked up once a word form."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc
from thinc.api import Model

from greeknews_ner.pipeline.name_finder.folding import case_pattern, digit_shape, fold, stem

__all__ = [
    "CASE",
    "COLUMNS",
    "FORM",
    "LEXEMES",
    "LexemeTable",
    "Places",
    "WordFeatures",
    "form_id",
    "in_headlines",
    "rows_of_words",
    "stem_id",
    "word_features",
]

COLUMNS = (
    "form",
    "prefix3",
    "prefix5",
    "suffix2",
    "suffix3",
    "suffix4",
    "outline",
    "case",
    "lower",
    "gazetteer",
)
"""What each column of a feature row holds.

``form`` and the affixes are of the folded form; ``lower`` keeps the accents (ή is not η);
``gazetteer`` is the set of lists that the word's stem is in.
"""

FORM, CASE, GAZETTEER = (COLUMNS.index(name) for name in ("form", "case", "gazetteer"))
UNKNOWN = np.uint64(get_string_id("<unknown>"))
_HIDEABLE = [COLUMNS.index(name) for name in ("prefix3", "prefix5", "suffix4")]
_LOUD = np.array([get_string_id(name) for name in ("case=upper", "case=initial")], dtype=np.uint64)
_NO_LETTERS = np.uint64(get_string_id("case=none"))
_IN_CAPITALS = np.uint64(0x9E3779B97F4A7C15)
_HEADLINE_WINDOW = 6

Ids = NDArray[np.uint64]


def form_id(word: str) -> int:
    """Return the identifier of the folded form of a word."""
    return int(get_string_id("form=" + fold(word)))


def stem_id(word: str) -> int:
    """Return the identifier of the stem of a word, by which the gazetteer knows it."""
    return int(get_string_id("gazetteer=" + stem(fold(word))))


def _row(word: str) -> list[int]:
    folded = fold(word)
    values = (
        folded,
        folded[:3],
        folded[:5],
        folded[-2:],
        folded[-3:],
        folded[-4:],
        digit_shape(word),
        case_pattern(word),
        word.lower(),
        stem(folded),
    )
    return [get_string_id(f"{name}={value}") for name, value in zip(COLUMNS, values, strict=True)]


@dataclass(frozen=True)
class Places:
    """Where in a table the feature rows of tokens are.

    Attributes:
        of_tokens: One a token, of all documents together.
        rows: The table's rows; those of other words follow.
        age: How often the table had forgotten everything before: a place means the same word as
            long as this is the same.
    """

    of_tokens: NDArray[np.intp]
    rows: Ids
    age: int


class LexemeTable:
    """A bounded table from a word form's hash to its feature row.

    News repeats its words, so a row is computed once, for all models of a process. The table
    forgets everything when it is full instead of growing with the dump.

    Args:
        capacity: How many word forms are kept, rows of ten 8-byte identifiers.
    """

    def __init__(self, capacity: int = 65536) -> None:
        self.capacity = capacity
        self._index: dict[int, int] = {}
        self._rows: Ids = np.zeros((1024, len(COLUMNS)), dtype=np.uint64)
        self._age = 0
        self._lock = threading.Lock()

    def clear(self) -> None:
        """Forget every word form."""
        with self._lock:
            self._forget()

    def __len__(self) -> int:
        return len(self._index)

    def rows(self, doc: Doc) -> Ids:
        """Return the feature rows of a document, shape (tokens, columns)."""
        places = self.places([doc])
        found: Ids = places.rows[places.of_tokens]
        return found

    def places(self, docs: Sequence[Doc]) -> Places:
        """Say where the rows of all tokens of some documents are."""
        words = [doc.to_array("ORTH").tolist() for doc in docs]
        keys = list(chain.from_iterable(words))
        index = self._index
        with self._lock:
            found = list(map(index.get, keys))
            if None in found:
                new = {key for key, place in zip(keys, found, strict=True) if place is None}
                if len(index) + len(new) > self.capacity:
                    self._forget()
                    new = set(keys)
                self._add_words(docs, words, new)
                found = list(map(index.get, keys))
            return Places(np.array(found, dtype=np.intp), self._rows, self._age)

    def _forget(self) -> None:
        # Whoever still reads the rows has them as they were.
        self._index.clear()
        self._rows = np.zeros((1024, len(COLUMNS)), dtype=np.uint64)
        self._age += 1

    def _add_words(self, docs: Sequence[Doc], words: list[list[int]], new: set[int]) -> None:
        for doc, keys in zip(docs, words, strict=True):
            for position, key in enumerate(keys):
                if key in new:
                    new.remove(key)
                    self._add(key, _row(doc[position].text))

    def _add(self, key: int, row: list[int]) -> None:
        place = len(self._index)
        if place == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[place] = row
        self._index[key] = place


LEXEMES = LexemeTable()
"""The table that all feature layers of a process share; :meth:`LexemeTable.clear` empties it."""


def mark_headlines(rows: Ids) -> Ids:
    """Tell capitals in a headline from capitals in running text.

    ``ΔΝΤ`` between small letters is an acronym; between capitals it is a word like the others.
    Where most words around a token are in capitals, its case identifier becomes another one.
    """
    headline = in_headlines(rows[:, CASE], [len(rows)])
    if headline.any():
        rows = rows.copy()
        rows[headline, CASE] ^= _IN_CAPITALS
    return rows


def in_headlines(cases: Ids, lengths: Sequence[int]) -> NDArray[np.bool_]:
    """Which tokens are in capitals among others that are.

    Args:
        cases: Case identifier of each token of some documents, one after the other.
        lengths: Tokens of each document.
    """
    loud: NDArray[np.bool_] = (cases == _LOUD[0]) | (cases == _LOUD[1])
    at = np.flatnonzero(loud)
    if not len(at):
        return loud
    sizes = np.asarray(lengths, dtype=np.intp)
    ends = np.cumsum(sizes)
    document = np.searchsorted(ends, at, side="right")
    first = np.maximum(at - _HEADLINE_WINDOW, (ends - sizes)[document])
    last = np.minimum(at + _HEADLINE_WINDOW + 1, ends[document])
    near_loud = _count(loud, first, last)
    near_all = _count(cases != _NO_LETTERS, first, last)
    loud[at] = (near_all >= 3) & (near_loud >= 0.75 * near_all)
    return loud


def _count(
    flags: NDArray[np.bool_], first: NDArray[np.intp], last: NDArray[np.intp]
) -> NDArray[np.int64]:
    total = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=total[1:])
    counted: NDArray[np.int64] = total[last] - total[first]
    return counted


def word_features(
    form_dropout: float = 0.0,
    affix_dropout: float = 0.0,
    gazetteer_dropout: float = 0.0,
    seed: int = 0,
) -> Model[Any, Any]:
    """Build the layer that turns documents into feature rows.

    Args:
        form_dropout: In training, the share of tokens whose word form is hidden, so that the
            layers above learn names from their surroundings and endings.
        affix_dropout: Of the tokens whose form is hidden, the share whose prefixes and long
            suffix are hidden too.
        gazetteer_dropout: In training, the share of documents that are read without the gazetteer,
            and of tokens that are in the others, so that names in no list are learned too.
        seed: Of the generator that chooses the tokens.

    Returns:
        A layer from a list of documents to a list of ``uint64`` arrays, shape (tokens, columns).
        Its attribute ``forms`` holds the sorted identifiers of the known word forms; when it is
        not empty every other form becomes the unknown form. ``gazetteer_stems`` holds sorted
        stem identifiers and ``gazetteer_lists`` the set of lists of each, as bits.
    """
    return Model(
        "word_features",
        WordFeatures(seed),
        attrs={
            "forms": np.zeros((0,), dtype=np.uint64),
            "gazetteer_stems": np.zeros((0,), dtype=np.uint64),
            "gazetteer_lists": np.zeros((0,), dtype=np.uint64),
            "form_dropout": form_dropout,
            "affix_dropout": affix_dropout,
            "gazetteer_dropout": gazetteer_dropout,
        },
    )


class WordFeatures:
    """Forward pass of the feature layer, with what is never stored: its random generator."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)

    def __call__(
        self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[Ids], Callable[[Any], list[Doc]]]:
        """Return the rows of each document, and a backward pass that ends here."""
        return [_document_rows(model, self, doc, is_train) for doc in docs], lambda gradient: []


def _lists(model: Model[Any, Any], stems: Ids) -> Ids:
    known = model.attrs["gazetteer_stems"]
    if not len(known):
        return np.zeros_like(stems)
    place = np.minimum(np.searchsorted(known, stems), len(known) - 1)
    lists: Ids = np.where(known[place] == stems, model.attrs["gazetteer_lists"][place], 0)
    return lists


def rows_of_words(model: Model[Any, Any], rows: Ids, headline: NDArray[np.bool_]) -> Ids:
    """Feature rows as the layer gives them outside training.

    Args:
        model: The feature layer.
        rows: Of some words, as a :class:`LexemeTable` has them.
        headline: Which of them are in a headline in capitals.
    """
    rows = rows.copy()
    rows[headline, CASE] ^= _IN_CAPITALS
    rows[:, GAZETTEER] = _lists(model, rows[:, GAZETTEER])
    rows[_unknown(model, rows), FORM] = UNKNOWN
    return rows


def _unknown(model: Model[Any, Any], rows: Ids) -> NDArray[np.bool_]:
    forms = model.attrs["forms"]
    if not len(forms):
        return np.zeros(len(rows), dtype=bool)
    place = np.minimum(np.searchsorted(forms, rows[:, FORM]), len(forms) - 1)
    unknown: NDArray[np.bool_] = forms[place] != rows[:, FORM]
    return unknown


def _document_rows(model: Model[Any, Any], state: WordFeatures, doc: Doc, is_train: bool) -> Ids:
    if not len(doc):
        return np.zeros((0, len(COLUMNS)), dtype=np.uint64)
    rows = mark_headlines(LEXEMES.rows(doc))
    rows[:, GAZETTEER] = _lists(model, rows[:, GAZETTEER])
    if is_train and model.attrs.get("gazetteer_dropout"):
        share = model.attrs["gazetteer_dropout"]
        if state.random.random() < share:
            rows[:, GAZETTEER] = 0
        else:
            rows[state.random.random(len(rows)) < share, GAZETTEER] = 0
    hidden = _unknown(model, rows)
    if is_train and model.attrs["form_dropout"] > 0:
        dropped = state.random.random(len(rows)) < model.attrs["form_dropout"]
        blank = dropped & (state.random.random(len(rows)) < model.attrs["affix_dropout"])
        hidden |= dropped
        if blank.any():
            rows = rows.copy()
            rows[np.ix_(blank, _HIDEABLE)] = UNKNOWN
    if hidden.any():
        rows = rows.copy()
        rows[hidden, FORM] = UNKNOWN
    return rows
