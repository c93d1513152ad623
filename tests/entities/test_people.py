from __future__ import annotations

import pytest

from greeknews_ner.entities.people import gender_differs, is_part_of, same_full_name, split_name


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Κυριάκος Μητσοτάκης", "Κυριάκος", "Μητσοτάκης"),
        ("Σοϊγκού", None, "Σοϊγκού"),
        ("Ούρσουλα φον ντερ Λάιεν", "Ούρσουλα", "φον ντερ Λάιεν"),
        ("Μπασάρ αλ Άσαντ", "Μπασάρ", "αλ Άσαντ"),
        ("Αγιούμπ Ελ Κααμπί", "Αγιούμπ", "Ελ Κααμπί"),
        ("Ελ Κααμπί", None, "Ελ Κααμπί"),
        ("Κιμ Γιονγκ Ουν", "Γιονγκ Ουν", "Κιμ"),
        ("Σι Τζινπίνγκ", "Τζινπίνγκ", "Σι"),
        ("Ρετζέπ Ταγίπ Ερντογάν", "Ρετζέπ Ταγίπ", "Ερντογάν"),
        ("Λούλα ντα Σίλβα", "Λούλα", "ντα Σίλβα"),
    ],
)
def test_given_and_family_name(name: str, given: str | None, family: str) -> None:
    assert split_name(name) == (given, family)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Κυριάκος Μητσοτάκης", "Κ. Μητσοτάκης", True),
        ("Κυριάκος Μητσοτάκης", "Κυριάκου Μητσοτάκη", True),
        ("Κυριάκος Μητσοτάκης", "Κωνσταντίνος Μητσοτάκης", False),
        ("Ντόναλντ Τραμπ", "Ντόναλντ Τζ. Τραμπ", True),
        ("Ντόναλντ Τραμπ", "Μελάνια Τραμπ", False),
        ("Ντόναλντ Τραμπ", "Ντόναλντ Τουσκ", False),
        ("Τραμπ", "Τραμπ", False),
    ],
)
def test_same_full_name(one: str, other: str, same: bool) -> None:
    assert same_full_name(one, other) is same
    assert same_full_name(other, one) is same


@pytest.mark.parametrize(
    ("part", "full", "expected"),
    [
        ("Σοϊγκού", "Σεργκέι Σοϊγκού", True),
        ("Κιμ", "Κιμ Γιονγκ Ουν", True),
        ("φον ντερ Λάιεν", "Ούρσουλα φον ντερ Λάιεν", True),
        ("Ελ Κααμπί", "Αγιούμπ Ελ Κααμπί", True),
        ("Αλέξης", "Αλέξης Τσίπρας", True),
        ("Γιονγκ", "Κιμ Γιονγκ Ουν", False),
        ("Πούτιν", "Σεργκέι Σοϊγκού", False),
        ("Σεργκέι Σοϊγκού", "Σεργκέι Σοϊγκού", False),
    ],
)
def test_is_part_of(part: str, full: str, expected: bool) -> None:
    assert is_part_of(part, full) is expected


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("Παπαδόπουλος", "Παπαδοπούλου", True),
        ("Μητσοτάκης", "Μητσοτάκης", False),
        ("Μητσοτάκης", "ΜΗΤΣΟΤΑΚΗΣ", False),
        ("Σοϊγκού", "Σοϊγκού", False),
    ],
)
def test_gender_differs(one: str, other: str, differs: bool) -> None:
    assert gender_differs(one, other) is differs
