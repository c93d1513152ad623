"""The component that makes mentions of adjectives of nationality."""

from __future__ import annotations

from itertools import pairwise

import pytest

import greeknews_ner
from greeknews_ner.extractor import Extractor

TEXT = (
    "Οι ρωσικές αρχές και ο αμερικανικός στρατός διαφωνούν για τα ελληνοτουρκικά. "
    "Η Ευρωπαϊκή Κεντρική Τράπεζα και το ρωσικό κοινοβούλιο σιωπούν."
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return greeknews_ner.load(adjectives=True)


def test_they_are_mentions_with_name_country_and_english(extractor: Extractor) -> None:
    result = extractor.extract(TEXT)
    groups = {entity.name: entity for entity in result.entities if entity.type == "NORP"}
    assert {name: entity.countries for name, entity in groups.items()} == {
        "ρωσικός": ["RU"],
        "αμερικανικός": ["US"],
        "ελληνοτουρκικός": ["GR", "TR"],
    }
    russian = groups["ρωσικός"]
    assert (russian.ids.iso3166, russian.mention_count) == ("RU", 2)
    assert russian.english is not None
    assert russian.english.english == "Russian"
    assert groups["ελληνοτουρκικός"].ids.iso3166 is None
    for mention in result.mentions:
        assert TEXT[mention.start : mention.end] == mention.text


def test_they_are_off_by_default_and_stay_out_of_names(extractor: Extractor) -> None:
    assert not greeknews_ner.load().adjectives
    assert extractor.adjectives
    spans = [(m.start, m.end) for m in extractor.extract(TEXT).mentions]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    bank = TEXT.index("Ευρωπαϊκή")
    assert not any(start == bank and end == bank + len("Ευρωπαϊκή") for start, end in spans)


def test_workers_find_them_too(extractor: Extractor) -> None:
    alone = extractor.extract(TEXT)
    assert list(extractor.extract_many([TEXT], workers=2)) == [alone]
