"""Folding, feature rows, tags, segments and calibration of the name finder."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.training import Example

from greeknews_ner.errors import ResourceError
from greeknews_ner.pipeline.name_finder.calibration import (
    Calibration,
    expected_calibration_error,
    fit_calibration,
)
from greeknews_ner.pipeline.name_finder.features import (
    COLUMNS,
    FORM,
    GAZETTEER,
    LexemeTable,
    form_id,
    stem_id,
    word_features,
)
from greeknews_ner.pipeline.name_finder.folding import case_pattern, digit_shape, fold, stem
from greeknews_ner.pipeline.name_finder.gazetteer import LISTS, read_gazetteer
from greeknews_ner.pipeline.name_finder.segments import segments
from greeknews_ner.pipeline.name_finder.tags import TagScheme

NLP = spacy.blank("el")
for _label in ("GPE", "PERSON"):
    NLP.vocab.strings.add(_label)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Άγκυρα", "Αγκυρα"),  # an initial capital that lost its accent
        ("Άγκυρα", "ΑΓΚΥΡΑ"),
        ("Μητσοτάκης", "ΜΗΤΣΟΤΑΚΗΣ"),
        ("Αθήνα", "Aθήνα"),  # Latin A
        ("ΞΥΝΤΟΥΣ", "ΞYΝΤΟΥΣ"),  # Latin Y
        ("Καΐρου", "ΚΑΪΡΟΥ"),
        ("μέτρα", "µέτρα"),  # MICRO SIGN
        ("Ἀθῆναι", "Αθήναι"),
        (unicodedata.normalize("NFD", "Σοϊγκού"), "Σοϊγκού"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_latin_words_keep_their_letters() -> None:
    assert fold("NATO") == "nato"
    assert fold("NATO") != fold("ΝΑΤΟ")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Τεχεράνη", "Τεχεράνης"),
        ("Λίβανος", "Λιβάνου"),
        ("Αθήνα", "Αθηνών"[:-1]),
        ("Πούτιν", "Πούτιν"),
    ],
)
def test_cases_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    ("word", "case", "outline"),
    [
        ("ΔΝΤ", "upper", "xxx"),
        ("Αθήνα", "title", "xxxx"),
        ("Ν.Δ.", "upper", "x.x."),
        ("Α.", "initial", "x."),
        ("iPhone", "mixed", "llll"),
        ("2016-2019", "none", "dddd-dddd"),
        ("1,5", "none", "d,d"),
        ("Aθήνα", "title", "xxxx"),
    ],
)
def test_case_and_outline(word: str, case: str, outline: str) -> None:
    assert (case_pattern(word), digit_shape(word)) == (case, outline)


def test_an_acronym_differs_from_a_word_of_a_headline() -> None:
    table = word_features()
    words = ["Το", "ΔΝΤ", "ζητεί", "μέτρα", "από", "την", "Αθήνα"]
    plain, _ = table([Doc(NLP.vocab, words=words)], False)
    loud, _ = table(
        [Doc(NLP.vocab, words=["ΤΟ", "ΔΝΤ", "ΖΗΤΕΙ", "ΜΕΤΡΑ", "ΑΠΟ", "ΤΗΝ", "ΑΘΗΝΑ"])], False
    )
    case = COLUMNS.index("case")
    assert plain[0][1, FORM] == loud[0][1, FORM]
    assert plain[0][1, case] != loud[0][1, case]


def test_unknown_forms_share_one_identifier_and_known_ones_keep_theirs() -> None:
    layer = word_features()
    layer.attrs["forms"] = np.array([form_id("Αθήνα")], dtype=np.uint64)
    (rows,), _ = layer([Doc(NLP.vocab, words=["ΑΘΗΝΑ", "Πιονγκγιάνγκ", "Σοϊγκού"])], False)
    assert rows[0, FORM] == form_id("Αθήνα")
    assert rows[1, FORM] == rows[2, FORM] != rows[0, FORM]


def test_the_gazetteer_knows_a_name_in_every_case(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("Τεχεράνη\tplace\nΤεχεράνη\tfamily\nΙράν\tcountry\n", encoding="utf-8")
    lists = read_gazetteer(path)
    layer = word_features()
    layer.attrs["gazetteer_stems"] = np.array(sorted(lists), dtype=np.uint64)
    layer.attrs["gazetteer_lists"] = np.array(
        [lists[key] for key in sorted(lists)], dtype=np.uint64
    )
    (rows,), _ = layer([Doc(NLP.vocab, words=["Τεχεράνης", "ΙΡΑΝ", "και"])], False)
    both = 1 << LISTS.index("place") | 1 << LISTS.index("family")
    assert rows[:, GAZETTEER].tolist() == [both, 1 << LISTS.index("country"), 0]
    assert stem_id("Τεχεράνης") in lists


def test_a_gazetteer_with_an_unknown_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("Τεχεράνη\ttown\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"Line 1 of names\.tsv"):
        read_gazetteer(path)


def test_the_lexeme_table_forgets_instead_of_growing() -> None:
    table = LexemeTable(capacity=50)
    for start in range(0, 400, 40):
        doc = Doc(NLP.vocab, words=[f"λέξη{number}" for number in range(start, start + 40)])
        rows = table.rows(doc)
        assert rows[:, FORM].tolist() == [form_id(token.text) for token in doc]
        assert len(table) <= 50


def test_places_mean_the_same_words_until_the_table_forgets() -> None:
    table = LexemeTable(capacity=4)
    docs = [Doc(NLP.vocab, words=words) for words in (["Αθήνα", "και"], [], ["και", "Πάτρα"])]
    before = table.places(docs)
    assert before.of_tokens.tolist() == [0, 1, 1, 2]
    assert table.places(docs[2:]).of_tokens.tolist() == [1, 2]
    after = table.places([Doc(NLP.vocab, words=["Βόλος", "Λάρισα"])])
    assert after.age == before.age + 1
    # Whoever had asked before has the rows of his words still.
    forms = before.rows[before.of_tokens, FORM].tolist()
    assert forms == [form_id(word) for word in ("Αθήνα", "και", "και", "Πάτρα")]


def test_form_dropout_hides_words_only_in_training() -> None:
    layer = word_features(form_dropout=0.5, affix_dropout=0.5)
    doc = Doc(NLP.vocab, words=[f"λέξη{letter}" for letter in "αβγδεζηθικλμνξοπρστυ"])
    (trained,), _ = layer([doc], True)
    (predicted,), _ = layer([doc], False)
    assert len(set(predicted[:, FORM].tolist())) == len(doc)
    assert len(set(trained[:, FORM].tolist())) < len(doc)


SCHEME = TagScheme(("GPE", "PERSON"))


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, list[tuple[int, int, int]]]:
    length = draw(st.integers(1, 20))
    found: list[tuple[int, int, int]] = []
    position = 0
    while position < length:
        end = draw(st.integers(position + 1, length))
        if draw(st.booleans()):
            found.append((position, end, draw(st.integers(0, 1))))
        position = end
    return length, found


@given(spans())
def test_spans_survive_their_tags(case: tuple[int, list[tuple[int, int, int]]]) -> None:
    length, found = case
    tags = [0] * length
    for start, end, label in found:
        tags[start:end] = SCHEME.span_tags(end - start, label)
    assert SCHEME.spans(tags) == found
    assert SCHEME.encode([SCHEME.names[tag] for tag in tags]).tolist() == tags


@given(spans(), st.sets(st.integers(0, 19)))
def test_tags_from_spacys_marks_are_those_of_its_names(
    case: tuple[int, list[tuple[int, int, int]]], missing: set[int]
) -> None:
    length, found = case
    doc = Doc(NLP.vocab, words=["λέξη"] * length)
    entities = [Span(doc, start, end, label=SCHEME.labels[label]) for start, end, label in found]
    unknown = [
        Span(doc, place, place + 1)
        for place in missing
        if place < length and not any(start <= place < end for start, end, _ in found)
    ]
    doc.set_ents(entities, missing=unknown, default="outside")
    marks = doc.to_array(["ENT_IOB", "ENT_TYPE"])
    names = {NLP.vocab.strings[label]: number for number, label in enumerate(SCHEME.labels)}
    tags = SCHEME.encode_iob(marks[:, 0], [names.get(kind, -1) for kind in marks[:, 1].tolist()])
    expected = SCHEME.encode(Example(doc.copy(), doc).get_aligned_ner())
    assert tags.tolist() == expected.tolist()


def test_unknown_tags_are_marked() -> None:
    assert SCHEME.encode(["O", None, "-", "U-LAW", "B-GPE"]).tolist() == [0, -1, -1, -1, 1]


@pytest.mark.parametrize(
    ("words", "starts", "expected"),
    [
        (["Η", "Αθήνα"], None, [[0, 1]]),
        (["Τίτλος", "\n", "Η", "Αθήνα"], None, [[0], [2, 3]]),
        (["\n\n", "Η", "Αθήνα", "\n"], None, [[1, 2]]),
        (["Η", "  ", "Αθήνα", " "], None, [[0, 2]]),
        (["Ναι", ".", "Όχι", "."], [True, False, True, False], [[0, 1], [2, 3]]),
        (["Ναι", "\n", "Όχι"], [True, False, True], [[0], [2]]),
        (["\n"], None, []),
        ([], None, []),
    ],
)
def test_segments(words: list[str], starts: list[bool] | None, expected: list[list[int]]) -> None:
    doc = Doc(NLP.vocab, words=words, sent_starts=starts)  # type: ignore[arg-type]
    assert [piece.tolist() for piece in segments(doc)] == expected


def test_calibration_mends_an_overconfident_model() -> None:
    random = np.random.default_rng(1)
    stated = random.uniform(0.2, 1.0, 4000)
    right = random.random(4000) < stated**3
    calibration = fit_calibration(stated[::2], right[::2])
    before = expected_calibration_error(stated[1::2], right[1::2])
    after = expected_calibration_error(calibration(stated[1::2]), right[1::2])
    assert before > 0.15
    assert after < 0.04


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=200))
def test_calibration_never_turns_an_order_round(judged: list[tuple[float, bool]]) -> None:
    calibration = fit_calibration([p for p, _ in judged], [right for _, right in judged])
    grid = calibration(np.linspace(0, 1, 50))
    assert (np.diff(grid) >= -1e-12).all()
    assert grid.min() >= 0
    assert grid.max() <= 1
    assert Calibration.from_json(calibration.to_json()) == calibration


def test_calibration_error_by_hand() -> None:
    assert expected_calibration_error([0.9, 0.9, 0.1], [True, False, False]) == pytest.approx(
        2 / 3 * 0.4 + 1 / 3 * 0.1
    )
    assert expected_calibration_error([], []) == 0.0
