"""Values by pattern: all where the name finder knows none, else what it missed."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from greeknews_ner.models import complete
from greeknews_ner.pipeline.values import SURE_TYPES, ValueFinder

TEXT = "Στις 3 Μαρτίου το έβδομο τρόπαιο κόστισε 2,5 εκατ. ευρώ."


def found(finder: ValueFinder, *given: tuple[int, int, str]) -> list[tuple[str, str]]:
    doc = spacy.blank("el")(TEXT)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in given])
    return [(ent.text, ent.label_) for ent in finder(doc).ents]


def test_all_types_by_default() -> None:
    assert found(ValueFinder()) == [
        ("3 Μαρτίου", "DATE"),
        ("έβδομο", "ORDINAL"),
        ("2,5 εκατ. ευρώ", "MONEY"),
    ]


def test_of_sure_types_there_are_ordinals() -> None:
    assert found(ValueFinder(SURE_TYPES)) == [("έβδομο", "ORDINAL")]


def test_spans_that_are_there_stay() -> None:
    assert ("έβδομο τρόπαιο", "EVENT") in found(ValueFinder(), (4, 6, "EVENT"))


@pytest.mark.parametrize(
    ("label", "types"), [("GPE", None), ("DATE", list(SURE_TYPES))], ids=["names only", "values"]
)
def test_a_pipeline_gets_the_types_that_it_lacks(label: str, types: list[str] | None) -> None:
    nlp = spacy.blank("el")
    nlp.add_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    complete(nlp)
    assert nlp.get_pipe_meta("greeknews_values").factory == "greeknews_values"
    assert nlp.get_pipe_config("greeknews_values")["types"] == types


def test_a_missing_component_takes_its_place() -> None:
    nlp = spacy.blank("el")
    complete(nlp)
    order = list(nlp.pipe_names)
    nlp.remove_pipe("greeknews_known")
    complete(nlp)
    assert nlp.pipe_names == order


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Έκταση 60,5 στρ. στην πόλη", [("60,5 στρ.", "QUANTITY")]),
        ("Κινητήρας 125 κ.εκ. με ζώνη", [("125 κ.εκ.", "QUANTITY")]),
        ("Άντληση 400 κυβικών μέτρων νερού", [("400 κυβικών μέτρων", "QUANTITY")]),
        ("Άνοδος 50 μονάδων βάσης", [("50", "CARDINAL")]),
        ("Ήρθαν 400 άνθρωποι", [("400", "CARDINAL")]),
        ("Ήρθαν 400", [("400", "CARDINAL")]),
    ],
)
def test_a_number_gets_its_unit(text: str, expected: list[tuple[str, str]]) -> None:
    doc = spacy.blank("el")(text)
    doc.set_ents([Span(doc, 1, 2, label="CARDINAL")])
    assert [(ent.text, ent.label_) for ent in ValueFinder(SURE_TYPES)(doc).ents] == expected
