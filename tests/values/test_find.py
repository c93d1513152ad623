from __future__ import annotations

import pytest

from greeknews_ner.values import find_values
from greeknews_ner.values.find import CHUNK


def found(text):
    return [(text[span.start : span.end], span.type) for span in find_values(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Η εταιρεία πλήρωσε 2,3 δισ. ευρώ στις 25 Μαρτίου 2021.",
            [("2,3 δισ. ευρώ", "MONEY"), ("25 Μαρτίου 2021", "DATE")],
        ),
        (
            "Ο πληθωρισμός έπεσε στο 2,9% τον Ιούνιο, από 5 τοις εκατό το 2023.",
            [
                ("2,9%", "PERCENT"),
                ("Ιούνιο", "DATE"),
                ("5 τοις εκατό", "PERCENT"),
                ("2023", "DATE"),
            ],
        ),
        (
            "Σεισμός 5,2 Ρίχτερ, την Τρίτη στις 14:30, 30 χιλιόμετρα νότια της Κρήτης.",
            [
                ("5,2 Ρίχτερ", "QUANTITY"),
                ("Τρίτη", "DATE"),
                ("14:30", "TIME"),
                ("30 χιλιόμετρα", "QUANTITY"),
            ],
        ),
        (
            "Ο δεύτερος από τους 150 αθλητές έτρεξε σε δύο ώρες και πήρε €500.",
            [("δεύτερος", "ORDINAL"), ("150", "CARDINAL"), ("δύο ώρες", "TIME"), ("€500", "MONEY")],
        ),
        ("Ένας άνδρας και μία γυναίκα είδαν ένα πλοίο.", []),
        ("Το Covid-19, το G7 και το άρθρο 15 του νόμου.", []),
        ("Ο Ολυμπιακός νίκησε με 2-1.", []),
        ("Όλοι εκτός από αυτόν.", []),
        ("Ο χρόνος είναι χρήμα, τα τέλη κυκλοφορίας όχι.", []),
        ("100 τουρκικές λίρες", [("100 τουρκικές λίρες", "MONEY")]),
        ("από 10-12 Μαΐου", [("10-12 Μαΐου", "DATE")]),
        ("Στα τέλη της δεκαετίας του ’70", [("τέλη της δεκαετίας του ’70", "DATE")]),
        ("πριν από τρεις μήνες", [("τρεις μήνες", "DATE")]),
    ],
)
def test_sentences(text, expected):
    assert found(text) == expected


def test_offsets_with_invisible_characters():
    text = "Στις 25\u200b Μαρ\u00adτίου 2021 πλήρωσε 5\u00a0ευρώ."
    assert found(text) == [("25\u200b Μαρ\u00adτίου 2021", "DATE"), ("5\u00a0ευρώ", "MONEY")]


def test_long_text_is_read_in_pieces():
    line = "Πλήρωσε 250.000 ευρώ τον Ιούνιο του 2024.\n"
    text = line * (3 * CHUNK // len(line))
    assert len(find_values(text)) == 2 * text.count("\n")
    assert len(find_values("5 ευρώ " * CHUNK)) == CHUNK


def test_empty():
    assert find_values("") == []
