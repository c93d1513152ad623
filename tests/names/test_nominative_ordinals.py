"""Ordinals in figures go into the nominative with what they count."""

import pytest

from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.nominative_ordinals import nominative_ordinals, ordinal_cells


@pytest.mark.parametrize(
    ("article", "name", "type", "expected"),
    [
        ("της", "47ης Διεθνούς Έκθεσης Βιβλίου", "EVENT", "47η Διεθνής Έκθεση Βιβλίου"),
        ("του", "3ου Λυκείου Λαμίας", "ORG", "3ο Λύκειο Λαμίας"),
        ("στο", "3ο Λύκειο Λαμίας", "ORG", "3ο Λύκειο Λαμίας"),
        ("των", "16ων Παραολυμπιακών Αγώνων", "EVENT", "16οι Παραολυμπιακοί Αγώνες"),
        ("στον", "2ο Όροφο", "LOC", "2ος Όροφος"),
        ("του", "5ου Φόρουμ", "EVENT", "5ο Φόρουμ"),
        ("της", "28ης Οκτωβρίου", "EVENT", "28η Οκτωβρίου"),
        (None, "4ης Αυγούστου", "EVENT", "4η Αυγούστου"),
        ("της", "Πλατείας 1ης Μαΐου", "FAC", "Πλατεία 1ης Μαΐου"),
    ],
)
def test_an_ordinal_agrees_with_what_it_counts(
    article: str | None, name: str, type: str, expected: str
) -> None:
    assert to_nominative(name, type=type, article=article) == expected


def test_an_ordinal_tells_gender_number_and_case() -> None:
    assert {cell.gender for cell in ordinal_cells("61ης ") or ()} == {"f"}
    assert {cell.case for cell in ordinal_cells("11ου ") or ()} == {"gen"}
    assert ordinal_cells("11 ") is None
    assert ordinal_cells("2ου 3ης ") is None


def test_without_a_gender_nothing_moves() -> None:
    assert nominative_ordinals("61ης ", None, None) == "61ης "
    assert nominative_ordinals("61ης ", "f", "sing") == "61η "
    assert nominative_ordinals("61η ", "f", "sing") == "61η "
