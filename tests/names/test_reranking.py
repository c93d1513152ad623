"""The network that sees the likeliest spellings of a word beside one another."""

from __future__ import annotations

import numpy
import pytest

from greeknews_ner.names.candidates import WordCandidate
from greeknews_ner.names.foreign import AskedWord, ranked
from greeknews_ner.names.model_files import unpack_latin, unpack_reranker
from greeknews_ner.names.ranking import Ranking
from greeknews_ner.names.reranking import KINDS, LOOKED_AT, seen
from training.english.pack import pack_latin
from training.english.reranker import Lessons, learn

NAMES = unpack_latin(pack_latin({"rossi": 1}, {}, {}, [], once=["rosi"]))
WEIGHTS = {"one any": {"model": 1.0}, "one person": {"model": 1.0}}


def candidate(latin: str, model: float, *, tongue: str = "") -> WordCandidate:
    features = [("model", model), ("rules", -1.0)]
    return WordCandidate(latin, latin, features, known=bool(tongue), tongue=tongue)


def test_spellings_are_seen_beside_one_another() -> None:
    spellings = [candidate("rosi", -1.0), candidate("rossi", -3.0, tongue="italian")]
    first, second = seen("ροσι", spellings, [-1.0, -3.0], {"italian": 0.5}, NAMES)
    assert second["model behind"] == -2.0
    assert second["first ranking"] == -2.0
    assert second["doubled"] - first["doubled"] == 1.0
    assert second["language chance"] == 0.5
    assert second["of italian"] == first["of none"] == 1.0
    assert "unknown beside known" in first
    assert first["borne once"] == 1.0
    assert "unknown beside known" not in second


@pytest.fixture(scope="module")
def lessons() -> Lessons:
    # What is right is told by the language alone, the other way round in two languages.
    rng = numpy.random.default_rng(0)
    count, languages = 100, ["greek", "italian"]
    told = numpy.zeros((count, len(languages) + len(KINDS)), dtype="float32")
    told[numpy.arange(count), rng.integers(0, 2, count)] = 1.0
    rows = numpy.zeros((count, LOOKED_AT, 2), dtype="float16")
    rows[:, 0, 1] = rng.integers(0, 2, count)
    rows[:, 1, 1] = 1 - rows[:, 0, 1]
    right = numpy.zeros((count, LOOKED_AT), dtype=bool)
    right[:, :2] = rows[:, :2, 1] == told[:, :1]
    there = numpy.zeros_like(right)
    there[:, :2] = True
    names = [str(number) for number in range(count)]
    return Lessons(["first ranking", "doubled"], languages, rows, told, right, there, names)


def test_what_a_feature_is_worth_depends_on_the_language(lessons: Lessons) -> None:
    network = unpack_reranker(learn(lessons, networks=((16, 0.0, 700), (8, 0.0, 700))))
    found = [{"doubled": 1.0}, {"doubled": 0.0}]
    greek = network.scores(found, {"greek": 1.0}, "one any")
    italian = network.scores(found, {"italian": 1.0}, "one any")
    assert greek[0] > greek[1] + 0.5
    assert italian[1] > italian[0] + 0.5


def test_lessons_can_do_without_names(lessons: Lessons) -> None:
    assert lessons.without({"0", "7"}).names == [n for n in lessons.names if n not in {"0", "7"}]
    assert len(lessons.without({"0", "7"}).rows) == len(lessons.rows) - 2


def test_the_network_reorders_the_first_and_leaves_the_others_behind(lessons: Lessons) -> None:
    arrays = learn(lessons, networks=((16, 0.0, 50),))
    ranking = Ranking(WEIGHTS, {}, unpack_reranker(arrays))
    many = [candidate("b" * (n + 1), -0.1 * n) for n in range(LOOKED_AT + 3)]
    many[1] = candidate("bobb", -0.1)
    asked = AskedWord("βοβ", {"greek": 1.0}, "one any")
    before = [one.key for one in ranked(many, Ranking(WEIGHTS, {}), asked, NAMES)]
    after = ranked(many, ranking, asked, NAMES)
    assert {one.key for one in after[:LOOKED_AT]} == set(before[:LOOKED_AT])
    assert [one.key for one in after[LOOKED_AT:]] == before[LOOKED_AT:]
    assert [one.score for one in after] == sorted((one.score for one in after), reverse=True)
