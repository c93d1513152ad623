"""Readers of the two corpora: elNER (IOB2) and the Greek Dependency Treebank (CoNLL-U)."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

__all__ = ["Sentence", "Word", "iob2_doc", "read_conllu", "read_iob2", "sha256", "treebank_doc"]

Tagged = list[tuple[str, str]]


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _lines(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from text.split("\n")


def read_iob2(path: Path) -> Iterator[Tagged]:
    """Yield the sentences of an IOB2 file: ``token tag`` lines, sentences parted by blank lines."""
    sentence: Tagged = []
    for line in _lines(path):
        if line.strip():
            token, _, tag = line.rpartition(" ")
            sentence.append((token, tag))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def spans_of(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return the (start, end, label) spans of IOB2 tags; a lone ``I-`` opens one."""
    spans: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        if start >= 0 and (prefix != "I" or name != label):
            spans.append((start, index, label))
            start = -1
        if prefix in ("B", "I") and start < 0:
            start, label = index, name
    return spans


def iob2_doc(vocab: Vocab, sentence: Tagged) -> Doc:
    """Return a document with the entities of one IOB2 sentence; its spacing is unknown."""
    doc = Doc(vocab, words=[token for token, _ in sentence])
    doc.ents = tuple(
        Span(doc, start, end, label=label)
        for start, end, label in spans_of(tag for _, tag in sentence)
    )
    return doc


@dataclass(frozen=True)
class Word:
    """One orthographic word of the treebank: contracted στο, στη ... are one word again."""

    form: str
    lemma: str
    pos: str
    feats: str
    space_after: bool


@dataclass
class Sentence:
    """One sentence of the treebank and whether it opens a document."""

    words: list[Word] = field(default_factory=list)
    opens_document: bool = False


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file with multiword tokens merged.

    A preposition contracted with its article (στου = σ + του) keeps the preposition's tag and
    lemma and takes the article's case, gender and number, which later tell those of the noun.
    """
    sentence, opens, merged_until = Sentence(), False, 0
    pending: tuple[str, bool, list[list[str]]] | None = None
    for line in _lines(path):
        if line.startswith("#"):
            opens = opens or line.startswith("# newdoc")
            continue
        if not line:
            if sentence.words:
                sentence.opens_document = opens
                yield sentence
            sentence, opens, merged_until = Sentence(), False, 0
            continue
        columns = line.split("\t")
        space = "SpaceAfter=No" not in columns[9]
        if "-" in columns[0]:
            merged_until = int(columns[0].split("-")[1])
            pending = (columns[1], space, [])
            continue
        if "." in columns[0]:
            continue
        if pending is not None and int(columns[0]) <= merged_until:
            pending[2].append(columns)
            if int(columns[0]) == merged_until:
                sentence.words.append(_merge(*pending))
                pending = None
            continue
        sentence.words.append(Word(columns[1], columns[2], columns[3], _feats(columns[5]), space))
    if sentence.words:
        yield sentence


def _feats(column: str) -> str:
    return "" if column == "_" else column


def _merge(form: str, space: bool, parts: list[list[str]]) -> Word:
    head, *rest = parts
    feats = next((part[5] for part in rest if part[3] == "DET"), head[5])
    return Word(form, head[2], head[3], _feats(feats), space)


def treebank_doc(vocab: Vocab, sentences: list[Sentence], breaks: list[str]) -> Doc:
    """Return a document of sentences with tags, features, lemmas and sentence starts.

    Args:
        vocab: Of the document.
        sentences: In order.
        breaks: What stands after each sentence: a space, or newlines, which become a token of
            their own as spaCy's tokeniser has them.
    """
    words, spaces, pos, feats, lemmas = [], [], [], [], []
    starts: list[bool | int | None] = []
    for sentence, ending in zip(sentences, breaks, strict=True):
        for index, word in enumerate(sentence.words):
            words.append(word.form)
            spaces.append(word.space_after)
            pos.append(word.pos)
            feats.append(word.feats)
            lemmas.append(word.lemma)
            starts.append(index == 0)
        spaces[-1] = ending == " "
        if ending != " ":
            words.append(ending)
            spaces.append(False)
            pos.append("SPACE")
            feats.append("")
            lemmas.append(ending)
            starts.append(False)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        pos=pos,
        tags=pos,
        morphs=feats,
        lemmas=lemmas,
        sent_starts=starts,
    )
