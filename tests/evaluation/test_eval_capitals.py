from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.evaluation.capitals import in_capitals, to_capitals
from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import Span

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Σοϊγκού", "ΣΟΙΓΚΟΥ"),
        ("Πιονγκγιάνγκ", "ΠΙΟΝΓΚΓΙΑΝΓΚ"),
        ("Ταΰγετος", "ΤΑΥΓΕΤΟΣ"),
        ("Ἀθῆναι", "ΑΘΗΝΑΙ"),
        ("προϊόν", "ΠΡΟΙΟΝ"),
        ("άσος", "ΑΣΟΣ"),
        ("Eurobank 5,2%", "EUROBANK 5,2%"),
    ],
)
def test_capitals_have_no_marks(text: str, capitals: str) -> None:
    assert to_capitals(text) == capitals
    assert to_capitals(unicodedata.normalize("NFD", text)) == capitals


def test_spans_of_tokens_move_along() -> None:
    doc = GoldDoc.of_tags(["Η", "Ταΐζ", "σιωπά"], ["O", "B-GPE", "O"])
    shouted = in_capitals(doc)
    assert shouted.words == ("Η", "ΤΑΙΖ", "ΣΙΩΠΑ")
    assert [shouted.surface(span) for span in shouted.spans] == ["ΤΑΙΖ"]


@given(st.lists(TEXT, min_size=1, max_size=6), st.data())
def test_spans_of_any_tokens(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    spaces = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    doc = GoldDoc.of_words(words, [Span(start, end, "GPE")], spaces)
    shouted = in_capitals(doc)
    assert len(shouted.words or ()) == len(words)
    assert shouted.spaces == doc.spaces
    expected = GoldDoc.of_words(shouted.words or (), [Span(start, end, "GPE")], spaces)
    assert shouted == expected


@given(TEXT, st.data())
def test_spans_of_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    doc = GoldDoc(text=text, spans=(Span(start, end, "GPE"),))
    shouted = in_capitals(doc)
    surface = to_capitals(text[start:end])
    assert [shouted.surface(span) for span in shouted.spans] == ([surface] if surface else [])
