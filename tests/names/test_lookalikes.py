"""Greek capitals in the place of Latin ones."""

from __future__ import annotations

import pytest

from greeknews_ner.names import to_english
from greeknews_ner.names.lookalikes import with_latin_lookalikes


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Alpha ΒΑΝΚ", "Alpha Bank"),
        ("ALPHA ΒΑΝΚ", "ALPHA BANK"),
        ("Attica ΤV", "Attica TV"),
        ("Open ΤΒ", "Open TB"),
        ("John Α. Smith", "John A. Smith"),
        ("Μάλκολμ Χ", "Μάλκολμ X"),
        ("Alpha ΛΟΓΙΣΤΙΚΗ", "Alpha ΛΟΓΙΣΤΙΚΗ"),
        ("Alpha ΒΑΝΚ Ελλάδος", "Alpha ΒΑΝΚ Ελλάδος"),
        ("ΤΑΜΑΝ ΚΟΚΟΝΗ", "ΤΑΜΑΝ ΚΟΚΟΝΗ"),
        ("Γ' Β", "Γ' Β"),
        ("", ""),
    ],
)
def test_written(name: str, written: str) -> None:
    assert with_latin_lookalikes(name) == written


def test_they_are_latin_in_the_rendering() -> None:
    found = to_english("Alpha ΒΑΝΚ", lexicon=False, type="ORG")
    assert (found.english, found.method) == ("Alpha Bank", "latin")
