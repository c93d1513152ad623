"""The fixture articles as carelessness and crawlers leave them: they clean to the same text."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greeknews_ner.articles import clean

ARTICLES = [
    path.read_text(encoding="utf-8").strip()
    for path in sorted((Path(__file__).parents[2] / "fixtures" / "articles").glob("*.txt"))
]
LOOK_ALIKES = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα", "ABEZHIKMNOPTYXoa")
LONG_WORD = re.compile(r"\b[^\W\d_]{5,}\b")


def with_look_alike(text: str, every: int) -> str:
    """One letter of every n-th long word in Latin."""
    count = 0

    def spoil(found: re.Match[str]) -> str:
        nonlocal count
        word = found.group()
        count += 1
        if count % every or not all("Ͱ" <= sign <= "Ͽ" for sign in word):
            return word
        place = next(
            (i for i, sign in enumerate(word) if sign.translate(LOOK_ALIKES) != sign), None
        )
        if place is None or word == word.translate(LOOK_ALIKES):
            return word
        return word[:place] + word[place].translate(LOOK_ALIKES) + word[place + 1 :]

    return LONG_WORD.sub(spoil, text)


def with_invisible(text: str, every: int) -> str:
    sign = "\u00ad\u200b\ufeff\u200d"[every % 4]
    return "".join(char + sign if n % every == 0 else char for n, char in enumerate(text))


def escaped(text: str) -> str:
    return html.escape(text).translate(
        {ord("«"): "&laquo;", ord("»"): "&#187;", ord(","): "&#x2c;"}
    )


VARIANTS = {
    "NFD": lambda text, every: unicodedata.normalize("NFD", text),
    "look-alikes": with_look_alike,
    "invisible": with_invisible,
    "no-break spaces": lambda text, every: text.replace(" ", "\u00a0"),
    "CRLF": lambda text, every: text.replace("\n", "\r\n"),
    "micro sign": lambda text, every: text.replace("μ", "\u00b5"),
    "escaped": lambda text, every: escaped(text),
    "escaped twice": lambda text, every: html.escape(escaped(text)),
    "numbers of characters": lambda text, every: "".join(
        f"&#{ord(char)};" if n % every == 0 else char for n, char in enumerate(text)
    ),
    "oxia": lambda text, every: text.replace("ά", "\u1f71").replace("ή", "\u1f75"),
    "bold": lambda text, every: LONG_WORD.sub(lambda word: f"<b>{word.group()}</b>", text),
}


def expect_same(text: str, variant: str) -> None:
    """The variant cleans to the same, and every word is found in it again."""
    original, cleaned = clean(text), clean(variant)
    assert cleaned.text == original.text
    for found in re.finditer(r"\w+", cleaned.text):
        surface = variant[slice(*cleaned.to_source(*found.span()))]
        assert clean(surface).text == found.group()


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("text", ARTICLES)
def test_variants(text: str, name: str) -> None:
    variant = VARIANTS[name](text, 7)
    assert variant != text
    expect_same(text, variant)


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(sorted(VARIANTS)), min_size=2, max_size=4, unique=True),
    st.integers(3, 40),
)
def test_several_at_once(names: list[str], every: int) -> None:
    # Tags and escapes come last, as they do in the world; tags that are escaped are text.
    last = [name for name in names if "escaped" in name or "numbers" in name]
    first = [name for name in names if name not in last and name != "bold"]
    text = ARTICLES[0][:600]
    variant = text
    for name in [*first, *(last or ({"bold"} & set(names)))]:
        variant = VARIANTS[name](variant, every)
    assert clean(variant).text == clean(text).text
