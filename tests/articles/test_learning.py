"""Furniture learned from a dump: what a site repeats, and nothing that its articles say."""

from __future__ import annotations

from pathlib import Path

import pytest

from greeknews_ner.articles import learn_furniture, load_furniture, zones
from greeknews_ner.errors import OutputError, ResourceError
from greeknews_ner.records import Article

MOTTO = 'Η εφημερίδα της Αχαΐας, κάθε μέρα "κοντά" σας \\ 1890'
TOWNS = ["Πάτρα", "Αίγιο", "Καλάβρυτα", "Κάτω Αχαΐα", "Ρίο", "Βραχναίικα", "Ακράτα", "Διακοπτό"]


def articles(number: int, *lines: str, source: str | None = "pelop.gr") -> list[Article]:
    return [
        Article(
            text="\n".join([f"Στην πόλη {TOWNS[n % 8]} έγινε χθες το {n}ο συνέδριο.", *lines]),
            source=source,
            url=f"https://www.site{n}.gr/{n}",
        )
        for n in range(number)
    ]


def test_what_a_site_repeats_is_learned(tmp_path: Path) -> None:
    dump = articles(30, "Η αίθουσα ήταν γεμάτη.", MOTTO.upper()) + articles(30, MOTTO)
    rare = articles(9, "Ο ίδιος αρνείται τις κατηγορίες.", source="gnomi.gr")
    learned = learn_furniture([*dump, *rare])
    assert set(learned.lines) == {"pelop.gr"}
    assert learned.articles == {"pelop.gr": 60, "gnomi.gr": 9}
    assert len(learned.lines["pelop.gr"]) == 2
    learned.save(tmp_path / "furniture.toml")
    furniture = load_furniture(tmp_path / "furniture.toml")
    text = f"Η Πάτρα γιορτάζει.\n{MOTTO}"
    assert [span.zone for span in zones(text, furniture)] == ["body", "boilerplate"]
    assert [span.zone for span in zones(text)] == ["body"]


def test_versions_of_one_story_teach_nothing() -> None:
    story = Article(
        text="Σεισμός 5,2 στην Ηλεία.\nΔεν υπάρχουν ζημιές.\nΝεότερα σε λίγο", source="a"
    )
    assert learn_furniture([story] * 50).lines == {}


def test_a_stock_phrase_of_few_is_not_enough() -> None:
    dump = articles(700) + articles(12, "Ο ίδιος αρνείται τις κατηγορίες.")
    assert learn_furniture(dump).lines == {}


def test_what_patterns_know_is_not_learned_again() -> None:
    assert learn_furniture(articles(20, "Πηγή: ΑΠΕ-ΜΠΕ")).lines == {}


def test_sites_are_told_by_their_host() -> None:
    learned = learn_furniture(articles(20, MOTTO, source=None))
    assert set(learned.articles) == {f"site{n}.gr" for n in range(20)}
    assert learned.lines == {}


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    for content, code in [("sites = 5", "G321"), ("x", "G301"), ("[[sites]]\nname='a'", "G321")]:
        path.write_text(content, encoding="utf-8")
        with pytest.raises(ResourceError) as caught:
            load_furniture(path)
        assert caught.value.code == code
    with pytest.raises(ResourceError) as caught:
        load_furniture(tmp_path / "none.toml")
    assert caught.value.code == "G321"
    with pytest.raises(OutputError):
        learn_furniture([]).save(tmp_path)
