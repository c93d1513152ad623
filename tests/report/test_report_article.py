from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.records import Extraction
from greeknews_ner.report import render_article
from tests.gold import GoldArticle
from tests.report.samples import extraction_of

VOID = {"meta", "link", "br", "input", "img", "hr"}


class Page(HTMLParser):
    """What a browser makes of a page: the words of the article, its marks, and open elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[tuple[dict[str, str | None], str]] = []
        self.paragraphs: list[str] = []
        self.addresses: list[str] = []
        self.scripts = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.addresses += [v or "" for k, v in attrs if k in ("href", "src")]
        self.scripts += tag == "script"
        if tag == "p" and self._inside("article"):
            self.paragraphs.append("")
        if tag == "mark":
            self.marks.append((values, ""))
        if tag not in VOID:
            self.open.append((tag, values))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(values.get("class") in ("tip", "tag") for _, values in self.open):
            return
        if self._inside("article") and self._inside("p"):
            self.paragraphs[-1] += data
        if self._inside("mark"):
            self.marks[-1] = (self.marks[-1][0], self.marks[-1][1] + data)

    def _inside(self, tag: str) -> bool:
        return any(name == tag for name, _ in self.open)


def test_the_article_stands_whole_and_every_mention_is_marked(gold: GoldArticle) -> None:
    extraction = extraction_of(gold)
    page = Page(render_article(gold.text, extraction))
    assert page.open == []
    lines = [line for line in gold.text.split("\n") if line.strip()]
    assert page.paragraphs == lines
    assert [text for _, text in page.marks] == [m.text for m in extraction.mentions]
    assert [values["data-type"] for values, _ in page.marks] == [
        m.type for m in extraction.mentions
    ]


def test_the_entities_stand_beside_it(shoigu: GoldArticle) -> None:
    page = render_article(shoigu.text, extraction_of(shoigu))
    assert "Sergei Shoigu" in page
    assert "North Korea" in page
    assert "2024-06" in page
    ids = re.findall(r'<mark[^>]* id="([^"]+)"', page)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert len(set(ids)) == len(ids)


def test_furniture_is_told_apart(shoigu: GoldArticle) -> None:
    page = render_article(shoigu.text, extraction_of(shoigu))
    [*_, last] = re.findall(r"<p[^>]*>", page.split("</article>")[0])
    assert last == '<p class="furniture">'


def test_nothing_is_loaded_from_anywhere(shoigu: GoldArticle) -> None:
    page = render_article(shoigu.text, extraction_of(shoigu))
    assert all(address.startswith("#") for address in Page(page).addresses)
    assert "@import" not in page
    assert "url(" not in page


def test_the_title_is_marked_too() -> None:
    extraction = Extraction.model_validate(
        {
            "article": {"title": "Στη Μόσχα ο Σοϊγκού", "url": "https://www.skai.gr/1"},
            "model": {"name": "gold", "version": "1"},
            "mentions": [
                {
                    "text": "Μόσχα",
                    "start": 4,
                    "end": 9,
                    "type": "GPE",
                    "score": 1,
                    "nominative": "Μόσχα",
                    "zone": "title",
                    "sentence": 0,
                }
            ],
        }
    )
    page = render_article("Κείμενο.", extraction)
    assert [text for _, text in Page(page).marks] == ["Μόσχα"]
    assert "<title>Στη Μόσχα ο Σοϊγκού</title>" in page
    assert '<a href="https://www.skai.gr/1"' in page


EVIL = '<script>alert("x")</script>&amp;\'"'


def test_whatever_the_records_hold_is_only_text() -> None:
    extraction = Extraction.model_validate(
        {
            "article": {"title": EVIL, "url": "javascript:alert(1)", "id": EVIL, "source": EVIL},
            "model": {"name": EVIL, "version": EVIL},
            "warnings": [EVIL],
            "entities": [
                {
                    "id": 'e"1',
                    "type": "PERSON",
                    "name": EVIL,
                    "mention_count": 1,
                    "score": 1,
                    "salience": 1,
                    "role": EVIL,
                    "english": {"english": EVIL, "method": "latin", "score": 1},
                }
            ],
            "mentions": [
                {
                    "text": EVIL,
                    "start": 2,
                    "end": 2 + len(EVIL),
                    "type": "PERSON",
                    "score": 1,
                    "nominative": EVIL,
                    "sentence": 0,
                    "entity": 'e"1',
                    "english": {"english": EVIL, "method": "latin", "score": 1},
                }
            ],
        }
    )
    page = render_article(f"Ο {EVIL}!", extraction)
    parsed = Page(page)
    assert parsed.open == []
    assert parsed.scripts == 1
    assert [text for _, text in parsed.marks] == [EVIL]
    assert not any(address.startswith("javascript") for address in parsed.addresses)


def test_mentions_of_another_text_are_refused(shoigu: GoldArticle) -> None:
    with pytest.raises(ValueError, match="not of this text"):
        render_article(shoigu.text[1:], extraction_of(shoigu))


@pytest.mark.parametrize("text", ["", "\n\n", "NUL \x00 και \ud800 εδώ", "a\tb\r\nc"])
def test_strange_texts(text: str) -> None:
    empty = Extraction.model_validate({"article": {}, "model": {"name": "m", "version": "1"}})
    page = render_article(text, empty)
    page.encode("utf-8")
    assert Page(page).open == []
    assert "\x00" not in page


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1), st.data())
def test_any_text_with_any_mentions(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    mentions = [
        {
            "text": text[start:end],
            "start": start,
            "end": end,
            "type": "GPE",
            "score": 0.5,
            "nominative": text[start:end],
            "sentence": 0,
        }
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if text[start:end].strip() == text[start:end]  # a name neither begins nor ends with blanks
    ]
    extraction = Extraction.model_validate(
        {"article": {}, "model": {"name": "m", "version": "1"}, "mentions": mentions}
    )
    page = render_article(text, extraction)
    parsed = Page(page)
    assert parsed.open == []
    # What HTML cannot hold becomes U+FFFD; all else comes out as it went in.
    assert [content for _, content in parsed.marks] == [plain(str(m["text"])) for m in mentions]
    assert "".join("".join(parsed.paragraphs).split()) == "".join(plain(text).split())


def plain(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", text)
