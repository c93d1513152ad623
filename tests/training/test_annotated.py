"""Annotation without text finds its sentences again, and only those."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from training.annotated import TABLE, read_annotated, write_table
from training.teacher.corpus import TYPES, Sentence
from training.teacher.silver import read_raw

_LINES = (
    "Ο δήμαρχος Βόλου Πέτρος Νικολάου μίλησε χθες. Την Τρίτη ταξιδεύει στη Λάρισα με τρένο.",
    "Η Νάξος και η Πάρος έχουν πλοίο κάθε μέρα.",
)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    with lzma.open(tmp_path / "news_town.txt.xz", "wt", encoding="utf-8") as file:
        file.write("\n".join(_LINES) + "\n")
    return tmp_path


def test_sentences_are_found_again_by_their_digest(raw: Path) -> None:
    first, second, third = (words for words, _ in read_raw(raw, "news_town", set()))
    annotated = [
        Sentence(first, [(2, 3, "GPE"), (3, 5, "PERSON")]),
        Sentence(third, [(1, 2, "GPE"), (4, 5, "GPE")]),
    ]
    table = raw / "table.tsv"
    write_table(table, [("news_town", sentence) for sentence in annotated])
    assert list(read_annotated(table, raw)) == annotated
    assert "Βόλου" not in table.read_text("utf-8")
    assert second not in [sentence.words for sentence in read_annotated(table, raw)]


def test_a_sentence_that_changed_is_left_out(raw: Path) -> None:
    words = next(words for words, _ in read_raw(raw, "news_town", set()))
    table = raw / "table.tsv"
    write_table(table, [("news_town", Sentence([*words, "."], [(2, 3, "GPE")]))])
    assert list(read_annotated(table, raw)) == []


@pytest.mark.parametrize("spans", ["2-2:GPE", "2-99:GPE", "2-3:PLACE"])
def test_what_is_no_span_is_refused(raw: Path, spans: str) -> None:
    words = next(words for words, _ in read_raw(raw, "news_town", set()))
    table = raw / "table.tsv"
    write_table(table, [("news_town", Sentence(words, [(2, 3, "GPE")]))])
    table.write_text(table.read_text("utf-8").replace("2-3:GPE", spans), "utf-8")
    with pytest.raises(ValueError, match="No span"):
        list(read_annotated(table, raw))


def test_the_table_holds_no_text() -> None:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
    assert len(rows) > 1000
    for _, mark, words, spans in rows:
        assert len(mark) == 16
        assert int(mark, 16) >= 0
        assert int(words) > 0
        assert all(part.partition(":")[2] in TYPES for part in spans.split())
