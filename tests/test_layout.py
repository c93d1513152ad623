"""Whatever the pipeline reads can be found again in what the caller passed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner import layout
from greeknews_ner.layout import lay_out
from greeknews_ner.records import Article

BODY = "Ο Σεργκέι Σοϊγκού μίλησε.\nΤο Κρεμλίνο σώπασε.\nΑκολουθήστε μας στο Google News"


def test_the_headline_comes_first_and_furniture_stays_out() -> None:
    [part] = lay_out(Article(text=BODY, title="Ταξίδι στη Μόσχα"))
    assert part.text.startswith("Ταξίδι στη Μόσχα\n\nΟ Σεργκέι")
    assert "Google" not in part.text


def test_furniture_is_a_part_of_its_own_on_request() -> None:
    *_, furniture = lay_out(Article(text=BODY), keep_boilerplate=True)
    assert furniture.is_furniture
    start = furniture.text.index("Google")
    origin = furniture.origin(start, start + 6)
    assert origin is not None
    assert (origin.zone, BODY[origin.start : origin.end]) == ("boilerplate", "Google")


@pytest.mark.parametrize(
    ("word", "zone"), [("Μόσχα", "title"), ("Σοϊγκού", "body"), ("Κρεμλίνο", "body")]
)
def test_origin(word: str, zone: str) -> None:
    article = Article(text=BODY, title="Ταξίδι στη Μόσχα")
    [part] = lay_out(article)
    start = part.text.index(word)
    origin = part.origin(start, start + len(word))
    assert origin is not None
    source = article.title if zone == "title" else article.text
    assert source is not None
    assert (origin.zone, source[origin.start : origin.end]) == (zone, word)


def test_a_span_across_two_zones_has_no_origin() -> None:
    [part] = lay_out(Article(text=BODY, title="Ταξίδι στη Μόσχα"))
    start = part.text.index("Μόσχα")
    assert part.origin(start, start + 20) is None


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\ufeff"])
def test_nothing_to_read_makes_no_part(text: str) -> None:
    assert lay_out(Article(text=text)) == []


def test_long_articles_are_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "LONGEST_PART", 200)
    text = "\n".join(f"Παράγραφος {number} για την Αθήνα και τον Πειραιά." for number in range(40))
    parts = lay_out(Article(text=text))
    assert len(parts) > 5
    assert all(len(part.text) <= 400 for part in parts)
    assert sum(part.text.count("Πειραιά") for part in parts) == 40


WORDS = st.sampled_from(
    ["Αθήνα", "Σοϊγκού", "και", "«", "a", "µ", "\u00ad", "ά", "\n", ". ", " ", "\x00"]
)


@given(st.lists(WORDS).map("".join), st.none() | st.lists(WORDS).map("".join), st.data())
def test_every_origin_lies_in_its_source(text: str, title: str | None, data: st.DataObject) -> None:
    for part in lay_out(Article(text=text, title=title), keep_boilerplate=True):
        start = data.draw(st.integers(0, len(part.text) - 1))
        end = data.draw(st.integers(start + 1, len(part.text)))
        origin = part.origin(start, end)
        if origin is not None:
            source = title if origin.zone == "title" else text
            assert source is not None
            assert 0 <= origin.start < origin.end <= len(source)


@pytest.mark.parametrize("longest", [60, 50_000])
def test_borders_say_where_each_zone_begins(longest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "LONGEST_PART", longest)
    lead = "Ο υπουργός Εξωτερικών της Ρωσίας έφτασε το πρωί στην Αθήνα για συνομιλίες."
    text = f"{lead}\nΦωτογραφία: ΑΠΕ-ΜΠΕ\n{BODY}\n{lead}"
    for part in lay_out(Article(text=text, title="Ταξίδι στη Μόσχα"), keep_boilerplate=True):
        borders = part.borders()
        assert borders[0][0] == 0
        assert [start for start, _ in borders] == sorted({start for start, _ in borders})
        for offset in range(len(part.text)):
            zone = [zone for start, zone in borders if start <= offset][-1]
            assert zone == part.zone_at(offset)
