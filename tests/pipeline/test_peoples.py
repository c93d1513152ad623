from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import default_lexicon
from greeknews_ner.pipeline.peoples import _beginnings


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("el")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("greeknews_peoples")
    return pipeline


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Σύμφωνα με τους Δυτικούς, όλα πάνε καλά.", ["Δυτικούς"]),
        ("Η αγανάκτηση των Αμερικανών και των Γάλλων.", ["Αμερικανών", "Γάλλων"]),
        # A capital that opens a sentence says nothing, nor does one that opens a quotation.
        ("Δυτικοί άνεμοι πνέουν. Δυτικοί και βόρειοι.", []),
        ("Μίλησε για «Δυτικούς ανέμους».", []),
        ("Οι δυτικές συνοικίες.", []),
        # An island and a people: the tables cannot tell.
        ("Πήγε διακοπές στη Σύρο.", []),
    ],
)
def test_peoples(nlp: Language, text: str, found: list[str]) -> None:
    doc = nlp(text)
    assert [span.text for span in doc.ents] == found
    assert {span.label_ for span in doc.ents} <= {"NORP"}


def test_spans_that_are_there_stay(nlp: Language) -> None:
    with_ruler = spacy.blank("el")
    ruler = with_ruler.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Δυτικούς"}])  # type: ignore[attr-defined]
    with_ruler.add_pipe("greeknews_peoples")
    assert [span.label_ for span in with_ruler("Είδε τους Δυτικούς.").ents] == ["ORG"]


def test_every_group_of_the_tables_passes_the_quick_look() -> None:
    lexicon = default_lexicon()
    rows = [row for table in lexicon.tables for row in table.rows() if row["type"] == "NORP"]
    assert len(rows) > 100
    assert all(fold(row["greek"])[:3] in _beginnings() for row in rows)
    assert fold("Ψωμιά")[:3] not in _beginnings()
