"""Languages by the words around them."""

from __future__ import annotations

import pytest
import spacy

from greeknews_ner.pipeline.languages import find_languages

NLP = spacy.blank("el")


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Διδάσκεται η τουρκική γλώσσα και η ιστορία.", ["τουρκική"]),
        ("Το βιβλίο μεταφράστηκε στα ιταλικά, όχι στα γερμανικά.", ["ιταλικά", "γερμανικά"]),
        ("Εκπομπή στα ελληνικά", ["ελληνικά"]),
        # A noun follows, or it is no nation.
        ("Στα ελληνικά νησιά και στα ελληνικά θερινά σινεμά.", []),
        ("Η ξύλινη γλώσσα των οικονομικών, στα οικονομικά.", []),
        ("Γλώσσα", []),
        ("", []),
    ],
)
def test_languages(text: str, languages: list[str]) -> None:
    found = list(find_languages(NLP(text)))
    assert [span.text for span in found] == languages
    assert all(span.label_ == "LANGUAGE" and 0 < span._.score < 1 for span in found)
