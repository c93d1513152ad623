from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation.names import (
    NamePair,
    edit_distance,
    evaluate_names,
    fold_english,
    read_name_pairs,
)
from greeknews_ner.records import Rendering

SHORT = st.text(st.sampled_from("abcde"), max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong Un"),
        ("Erdoğan", "Erdogan"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Sønderborg", "Sonderborg"),
        ("N’Djamena", "NDjamena"),
        ("St. Gallen", "St Gallen"),
        ("İstanbul", "Istanbul"),
        ("São  Paulo", "sao paulo"),
    ],
)
def test_spellings_that_are_the_same(one: str, other: str) -> None:
    assert fold_english(one) == fold_english(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Shoigu", "Shoygu"), ("Kyiv", "Kiev"), ("Jong Un", "Jongun")]
)
def test_spellings_that_differ(one: str, other: str) -> None:
    assert fold_english(one) != fold_english(other)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("", "", 0), ("Shoigu", "Soigkou", 3), ("Kyiv", "Kiev", 2), ("abc", "", 3), ("a", "a", 0)],
)
def test_edit_distance(one: str, other: str, edits: int) -> None:
    assert edit_distance(one, other) == edits


@given(SHORT, SHORT, SHORT)
def test_edit_distance_is_a_metric(one: str, other: str, third: str) -> None:
    distance = edit_distance(one, other)
    assert distance == edit_distance(other, one)
    assert (distance == 0) == (one == other)
    assert distance <= edit_distance(one, third) + edit_distance(third, other)


def test_a_table_of_names(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(
        "greek\tenglish\tkind\nΣοϊγκού\tShoigu|Shoygu\tperson_family\n\nΚίεβο\tKyiv | Kiev\n",
        "utf-8",
    )
    assert read_name_pairs(path) == [
        NamePair("Σοϊγκού", ("Shoigu", "Shoygu"), "person_family"),
        NamePair("Κίεβο", ("Kyiv", "Kiev"), ""),
    ]


@pytest.mark.parametrize(
    ("content", "code"), [("", "G155"), ("Σοϊγκού\n", "G154"), ("Σοϊγκού\t|\n", "G154")]
)
def test_a_table_that_is_none(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError) as caught:
        read_name_pairs(path)
    assert caught.value.code == code


def test_accuracy_and_character_errors() -> None:
    renderings = {
        "Σοϊγκού": Rendering(english="Shoigu", method="lexicon", score=1),
        "Κίεβο": Rendering(
            english="Kievo", method="rule", score=0.5, alternatives=["Kivo", "Kiev", "Kyiv"]
        ),
        "Όσλο": Rendering(
            english="Olso", method="rule", score=0.5, alternatives=["Aslo", "Uslo", "Oslo"]
        ),
    }
    pairs = [
        NamePair("Σοϊγκού", ("Shoigu", "Shoygu"), "person"),
        NamePair("Κίεβο", ("Kyiv", "Kiev"), "place"),
        NamePair("Όσλο", ("Oslo",), "place"),
    ]
    report = evaluate_names(pairs, renderings.__getitem__)
    assert report.overall.names == 3
    assert report.overall.accuracy == pytest.approx(1 / 3)
    # The third alternative is the fourth answer and comes too late.
    assert report.overall.accuracy_at_3 == pytest.approx(2 / 3)
    # One edit from Kievo to Kiev, two from Olso to Oslo, over 6 + 4 + 4 letters.
    assert report.overall.cer == pytest.approx(3 / 14)
    assert report.by_kind["place"].accuracy == 0
    assert report.by_method["lexicon"].accuracy == 1
    assert [miss.greek for miss in report.wrong] == ["Κίεβο", "Όσλο"]
