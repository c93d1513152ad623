"""Mentions of one thing end up together, and mentions of two do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.entities.clusters import cluster_names, clustering, fullest_name
from greeknews_ner.entities.found import Found
from greeknews_ner.records import Rendering
from greeknews_ner.types import EntityType


def found(
    nominative: str, type: EntityType = "PERSON", english: str | None = None, **more: bool
) -> Found:
    rendering = Rendering(english=english, method="lexicon", score=1.0) if english else None
    return Found(nominative, 0, len(nominative), type, 0.9, nominative, rendering, **more)


def people(*names: str) -> list[Found]:
    return [found(name) for name in names]


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        (people("Σεργκέι Σοϊγκού", "Σοϊγκού", "Σοϊγκού"), [[0, 1, 2]]),
        (people("Σοϊγκού", "Σεργκέι Σοϊγκού"), [[0, 1]]),
        (
            people("Κυριάκος Μητσοτάκης", "Μητσοτάκης", "Κωνσταντίνος Μητσοτάκης", "Μητσοτάκης"),
            [[0, 1], [2, 3]],
        ),
        (people("ΜΗΤΣΟΤΑΚΗΣ", "Κ. Μητσοτάκης", "Κυριάκος Μητσοτάκης"), [[0, 1, 2]]),
        (people("Νίκος Παπαδόπουλος", "Παπαδοπούλου"), [[0], [1]]),
        (people("Πούτιν", "Μπάιντεν", "Πούτιν"), [[0, 2], [1]]),
        (people("Ντόναλντ Τραμπ", "Μελάνια Τραμπ"), [[0], [1]]),
        (people("Ελ Κααμπί", "Αγιούμπ Ελ Κααμπί"), [[0, 1]]),
        (people("φον ντερ Λάιεν", "Λάιεν", "Ούρσουλα φον ντερ Λάιεν"), [[0, 1, 2]]),
        ([found("Ευρωπαϊκή Κεντρική Τράπεζα", "ORG"), found("ΕΚΤ", "ORG")], [[0, 1]]),
        ([found("ΕΕ", "ORG"), found("Ε.Ε.", "ORG"), found("Ευρωπαϊκή Ένωση", "ORG")], [[0, 1, 2]]),
        (
            [found("Ελληνική Στατιστική Αρχή", "ORG"), found("ΕΛΣΤΑΤ", "ORG", bracketed=True)],
            [[0, 1]],
        ),
        (
            [
                found("ΗΠΑ", "GPE", "United States"),
                found("Ηνωμένες Πολιτείες", "GPE", "United States"),
            ],
            [[0, 1]],
        ),
        # The first mention of an acronym need not be the one in brackets.
        (
            [
                found("ΕΛΣΤΑΤ", "ORG"),
                found("Ελληνική Στατιστική Αρχή", "ORG"),
                found("ΕΛΣΤΑΤ", "ORG", bracketed=True),
            ],
            [[0, 1, 2]],
        ),
        # Brackets may also say where a place lies.
        ([found("Καρδίτσα", "GPE"), found("Θεσσαλία", "GPE", bracketed=True)], [[0], [1]]),
        # One pair of initials, two bodies that the tables know.
        (
            [found(name, "ORG") for name in ("ΕΕ", "Ευρωπαϊκή Επιτροπή", "Ευρωπαϊκή Ένωση")],
            [[0, 2], [1]],
        ),
        ([found("ΚΙΝΑΛ", "ORG"), found("Κίνημα Αλλαγής", "ORG")], [[0, 1]]),
        ([found("ΤτΕ", "ORG"), found("Τράπεζα της Ελλάδος", "ORG")], [[0, 1]]),
        # Part of a body's name goes to it if there is one such body only.
        ([found("Μιλγουόκι Μπακς", "ORG"), found("Μπακς", "ORG")], [[0, 1]]),
        (
            [found(name, "ORG") for name in ("Αρχή Πολιτικής", "Αρχή", "Αρχή Αεροπορίας")],
            [[0], [1], [2]],
        ),
        ([found("Σεβίλλη", "GPE"), found("Σεβίλλη", "ORG")], [[0], [1]]),
        ([found("Νότια Κορέα", "GPE"), found("Βόρεια Κορέα", "GPE")], [[0], [1]]),
    ],
)
def test_clusters(mentions: list[Found], expected: list[list[int]]) -> None:
    assert cluster_names(mentions) == expected


def test_a_short_name_says_how_many_people_it_fits() -> None:
    mentions = people("Κυριάκος Μητσοτάκης", "Κωνσταντίνος Μητσοτάκης", "Μητσοτάκης", "Κυριάκος")
    found_clusters = clustering(mentions)
    assert found_clusters.clusters == [[0, 3], [1, 2]]
    assert found_clusters.candidates == {2: 2}


NAMES = st.sampled_from(
    [
        "Σεργκέι Σοϊγκού",
        "Σοϊγκού",
        "ΣΟΪΓΚΟΥ",
        "Σ. Σοϊγκού",
        "Μαρία",
        "Ε.Ε.",
        "ΕΕ",
        "Ευρωπαϊκή Ένωση",
        "·",
    ]
)
TYPES: st.SearchStrategy[EntityType] = st.sampled_from(["PERSON", "ORG", "GPE"])


@given(st.lists(st.builds(found, NAMES, TYPES), max_size=12))
def test_every_mention_is_in_exactly_one_cluster(mentions: list[Found]) -> None:
    clusters = cluster_names(mentions)
    assert sorted(number for cluster in clusters for number in cluster) == list(
        range(len(mentions))
    )
    for cluster in clusters:
        assert cluster == sorted(cluster)
        assert len({mentions[number].type for number in cluster}) == 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Σοϊγκού", "Σεργκέι Σοϊγκού", "Σοϊγκού"], "Σεργκέι Σοϊγκού"),
        (["ΕΚΤ", "ΕΚΤ", "Ευρωπαϊκή Κεντρική Τράπεζα"], "Ευρωπαϊκή Κεντρική Τράπεζα"),
        (["ΜΗΤΣΟΤΑΚΗΣ", "Μητσοτάκης"], "Μητσοτάκης"),
    ],
)
def test_fullest_name(names: list[str], expected: str) -> None:
    assert fullest_name(people(*names)) == expected
