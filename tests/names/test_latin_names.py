"""The list of real names: packing, walking, and the names that ship."""

from __future__ import annotations

import pytest

from greeknews_ner.names.latin_names import bucket, name_hash
from greeknews_ner.names.model_files import latin_names, unpack_latin
from training.english.pack import pack_latin

BEARERS = {"ann": bucket(9) << 4, "anna": bucket(300) << 4 | 1, "bo": 3, "zoe": 0}
NAMES = unpack_latin(
    pack_latin(BEARERS, {"bo": 2}, {"anna": 7}, ["anna bo", "zoe ann"], {"bo": "scandinavian"})
)


@pytest.mark.parametrize("name", sorted(BEARERS))
def test_packed_names_are_found_with_what_was_said(name: str) -> None:
    number = NAMES.number(NAMES.walk(0, name))
    assert NAMES.bearers[number] == BEARERS[name]
    assert NAMES.places[number] == (2 if name == "bo" else 0)
    assert NAMES.mentions[number] == (7 if name == "anna" else 0)
    assert NAMES.tongue(number) == ("scandinavian" if name == "bo" else "")


@pytest.mark.parametrize("name", ["", "an", "annas", "b", "zo"])
def test_other_letters_are_no_names(name: str) -> None:
    assert NAMES.number(NAMES.walk(0, name)) == -1


def test_walking_in_two_steps_is_walking_once() -> None:
    assert NAMES.walk(NAMES.walk(0, "an"), "na") == NAMES.walk(0, "anna")


def test_whole_names() -> None:
    assert NAMES.knows_whole("anna bo")
    assert not NAMES.knows_whole("bo anna")


def test_hashes_differ_by_order() -> None:
    assert name_hash("anna bo") != name_hash("bo anna")


@pytest.mark.parametrize("name", ["vladimir", "papadopoulos", "pyongyang", "schulz", "nguyen"])
def test_the_shipped_list_knows_common_names(name: str) -> None:
    names = latin_names()
    assert names.number(names.walk(0, name)) >= 0


@pytest.mark.parametrize(
    ("name", "language"),
    [("ivanov", "bulgarian"), ("papadopoulos", "greek"), ("rossi", "italian"), ("zoe", "english")],
)
def test_names_have_the_language_of_those_who_bear_them(name: str, language: str) -> None:
    names = latin_names()
    assert names.tongue(names.number(names.walk(0, name))) == language
