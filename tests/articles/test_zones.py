"""Zones: furniture is found, and no sentence of an article is thrown away."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.articles import clean, zones
from greeknews_ner.articles.furniture import Furniture, furniture_from, shipped_furniture
from greeknews_ner.errors import ResourceError

FIXTURES = Path(__file__).parents[2] / "fixtures" / "furniture"
FURNITURE = (FIXTURES / "boilerplate.txt").read_text(encoding="utf-8").splitlines()
BODY = (FIXTURES / "body.txt").read_text(encoding="utf-8").splitlines()
FIRST = "Ο πρόεδρος της Βουλής Νικήτας Κακλαμάνης μίλησε χθες στη Θεσσαλονίκη."
LAST = "Η συνεδρίαση της Ολομέλειας συνεχίζεται αύριο το πρωί."


def kept(text: str) -> str:
    """What is left of a text without its furniture."""
    return "\n".join(text[span.start : span.end] for span in zones(text) if span.zone == "body")


def test_the_tables_are_large_enough() -> None:
    assert len(set(FURNITURE)) >= 100
    assert len(set(BODY)) >= 200


@pytest.mark.parametrize("line", BODY)
def test_precision(line: str) -> None:
    assert kept(line) == line
    assert kept(f"{FIRST}\n{line}\n{LAST}") == f"{FIRST}\n{line}\n{LAST}"
    assert kept(f"{FIRST} {line}") == f"{FIRST} {line}"


def test_recall() -> None:
    missed = [line for line in FURNITURE if kept(line)]
    assert len(missed) <= 0.02 * len(FURNITURE), missed


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs_costs_none(line: str) -> None:
    text = f"{FIRST}\n{line}\n{LAST}"
    assert kept(text) in (f"{FIRST}\n{LAST}", text)
    assert FIRST in kept(text)
    assert LAST in kept(text)


VARIANTS = [
    str.upper,
    lambda line: f"• {line}",
    lambda line: f"▶ {line} »",
    lambda line: f"  {line} ",
]


@pytest.mark.parametrize("line", FURNITURE[:80])
def test_bullets_and_capitals_make_no_difference(line: str) -> None:
    for variant in VARIANTS:
        assert not kept(clean(variant(line)).text) or kept(line), variant(line)


TAILS = [
    "Διαβάστε τις Ειδήσεις σήμερα και ενημερωθείτε για τα πρόσφατα νέα."
    " Ακολουθήστε το Skai.gr στο Google News και μάθετε πρώτοι όλες τις ειδήσεις.",
    "Ακολουθήστε το protothema.gr στο Google News και μάθετε πρώτοι όλες τις ειδήσεις."
    " Δείτε όλες τις τελευταίες Ειδήσεις από την Ελλάδα και τον Κόσμο στο Protothema.gr",
    "Πηγή: ΑΠΕ-ΜΠΕ",
    "Διαβάστε επίσης: Καιρός: Πού θα βρέξει το Σάββατο",
]


@pytest.mark.parametrize("tail", TAILS)
def test_furniture_at_the_end_of_a_paragraph(tail: str) -> None:
    text = f"{FIRST} {LAST} {tail}"
    assert kept(text) == f"{FIRST} {LAST}"


def test_links_under_a_header_at_the_end() -> None:
    links = "Σεισμός στην Κρήτη: Τι λένε οι ειδικοί\nΝέος ΚΟΚ: Όλα τα πρόστιμα"
    text = f"{FIRST}\nΔιαβάστε επίσης:\n{links}\nΠηγή: ΑΠΕ-ΜΠΕ"
    assert kept(text) == FIRST


def test_a_headline_under_a_header_in_the_middle_stays() -> None:
    text = f"{FIRST}\nΔιαβάστε επίσης:\nΗ απάντηση της Άγκυρας\n{LAST}"
    assert kept(text) == f"{FIRST}\nΗ απάντηση της Άγκυρας\n{LAST}"


def test_headlines_alone_are_no_furniture() -> None:
    text = f"{FIRST}\nΤα επόμενα βήματα\nΗ στάση του ΠΑΣΟΚ"
    assert kept(text) == text


def test_learned_lines() -> None:
    line = "Το ενημερωτικό δελτίο της πόλης μας, κάθε πρωί."
    furniture = Furniture(shipped_furniture().patterns, [line])
    text = f"{FIRST}\n{line.upper()}"
    (body, boilerplate) = zones(text, furniture)
    assert (body.zone, boilerplate.zone) == ("body", "boilerplate")
    assert [span.zone for span in zones(text)] == ["body"]


def test_blank_text_has_no_zones() -> None:
    assert zones("") == zones(" \n\n ") == []


def test_patterns_are_written_as_paragraphs_are_compared() -> None:
    folder = files("greeknews_ner") / "resources" / "furniture"
    for file in folder.iterdir():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#") or not re.match(r"pattern|\w+ = '''", line):
                continue
            assert "ς" not in line, f"{file.name}:{number}"
            marks = [c for c in unicodedata.normalize("NFD", line) if unicodedata.combining(c)]
            assert not marks, f"{file.name}:{number}"
            assert "{" not in re.sub(r"\{\d*,?\d*\}|\{[a-z]+\}", "", line)


def test_every_pattern_is_needed() -> None:
    general = shipped_furniture().patterns[:30]
    kinds = {kind.name for line in FURNITURE if (kind := shipped_furniture().kind(line))}
    assert {pattern.name for pattern in general} - kinds == set()


@pytest.mark.parametrize(
    "entry", [{"name": "x", "pattern": "("}, {"name": "x"}, {"pattern": "", "name": "x", "y": 1}]
)
def test_a_bad_table_says_so(entry: dict[str, object]) -> None:
    with pytest.raises(ResourceError) as caught:
        furniture_from({"mine.toml": {"patterns": [entry]}})
    assert caught.value.code == "G320"
    assert "mine.toml" in caught.value.cause


@given(st.lists(st.sampled_from([*FURNITURE, *BODY, "", " ", FIRST]), max_size=12).map("\n".join))
def test_spans_are_in_order_and_lose_nothing_but_blanks(text: str) -> None:
    spans = zones(text)
    position = 0
    for span in spans:
        assert position <= span.start < span.end
        assert not text[position : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        position = span.end
    assert not text[position:].strip()
    for before, after in pairwise(spans):
        assert before.zone != after.zone


@given(st.text(max_size=300))
def test_any_text_has_zones(text: str) -> None:
    zones(text)
