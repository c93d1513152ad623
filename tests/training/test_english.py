"""The model of names is rebuilt from pairs and lists, here from a handful."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy
import pytest

from greeknews_ner.names.candidates import Sources
from greeknews_ner.names.foreign import spell_foreign
from greeknews_ner.names.model_files import unpack_graphones, unpack_latin, unpack_reranker
from greeknews_ner.names.ranking import parse_ranking
from greeknews_ner.names.rules.origin import default_cues
from training.english.__main__ import build
from training.english.latin import LatinNames
from training.english.pairs import TUNED, split_pairs
from training.english.spelling import is_latin, latin_key
from training.english.words import word_pairs

GIVEN = {"Τζον": "John", "Τομ": "Tom", "Νόρα": "Nora", "Σάρα": "Sarah", "Ρόμαν": "Roman",
         "Άννα": "Anna", "Μάρτα": "Marta", "Ντόρα": "Dora", "Τόνι": "Tony",
         "Σόνια": "Sonia"}  # fmt: skip
FAMILY = {"Σμιθ": "Smith", "Νόρτον": "Norton", "Στόουν": "Stone", "Μάρτιν": "Martin",
          "Ντόσον": "Dawson", "Ράσμουσεν": "Rasmussen", "Σάντος": "Santos"}  # fmt: skip
CITIES = {"Νάντη": "Nandi", "Σάνταμ": "Sandam", "Τόρντα": "Torda", "Μόντρα": "Modra",
          "Ράστατ": "Rastatt", "Νότα": "Nota", "Στράντα": "Strada"}  # fmt: skip


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    rows = ["greek\tenglish\tkind\tids"]
    rows += [f"{greek}\t{english}\tperson_given\t" for greek, english in GIVEN.items()]
    rows += [f"{greek}\t{english}\tperson_family\t" for greek, english in FAMILY.items()]
    rows += [f"{greek}\t{english}\tplace_city\t" for greek, english in CITIES.items()]
    rows += [
        f"{given} {family}\t{GIVEN[given]} {FAMILY[family]}\tperson_full\t"
        for given in GIVEN
        for family in FAMILY
    ]
    (folder / "pairs_few.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "rigour_groups_el.tsv").write_text("Q1\tτζον\tjohn, jon\n", encoding="utf-8")
    return folder


def test_held_out_names_are_not_learnt(pairs: Path) -> None:
    split = split_pairs(pairs, size=3, tuned=dict.fromkeys(TUNED, 4))
    held = split.held_words()
    assert len(held) == 3 * 2 * 2  # single names and cities, in dev and in test
    assert not {form for form, _, _ in word_pairs(split.train, held)} & held
    assert split_pairs(pairs, size=3, tuned=dict.fromkeys(TUNED, 4)).dev == split.dev


def test_the_files_can_be_rebuilt_and_used(pairs: Path, tmp_path: Path) -> None:
    split = split_pairs(pairs, size=1, tuned=dict.fromkeys(TUNED, 6))
    lists = LatinNames(
        given=Counter({name.lower(): 9 for name in GIVEN.values()}),
        family=Counter({name.lower(): 5 for name in FAMILY.values()}),
        people={"john smith"}, mentions={"smith": -14.0}, cities=Counter({"torda": 70_000}),
    )  # fmt: skip
    build(split, lists, tmp_path)
    latin = unpack_latin(dict(numpy.load(tmp_path / "latin.npz", allow_pickle=False)))
    graphones = unpack_graphones(dict(numpy.load(tmp_path / "graphones.npz", allow_pickle=False)))
    ranking = parse_ranking((tmp_path / "ranking.tsv").read_text(encoding="utf-8"))
    network = unpack_reranker(dict(numpy.load(tmp_path / "reranker.npz", allow_pickle=False)))
    ranking = replace(ranking, reranker=network)
    assert latin.knows_whole("john smith")
    assert latin.places[latin.number(latin.walk(0, "torda"))] == 4
    found = spell_foreign(
        "Τζον Σμιθ", sources=Sources(graphones, latin, default_cues()), ranking=ranking
    )
    assert found.spellings[0].english == "John Smith"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Schröder", "schroder"),
        ("Jean-Louis", "jean louis"),
        ("O’Neill", "oneill"),
        ("Łódź", "lodz"),
    ],
)
def test_latin_key(name: str, key: str) -> None:
    assert latin_key(name) == key
    assert is_latin(key)
