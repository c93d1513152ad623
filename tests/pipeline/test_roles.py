"""The office that a text gives to a person, with the tags of the embedded pipeline."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from greeknews_ner import Extractor
from greeknews_ner.pipeline.role_words import heads
from greeknews_ner.pipeline.roles import RoleFinder

TABLE = [
    # before the name
    ("Ο πρωθυπουργός Κυριάκος Μητσοτάκης μίλησε.", "πρωθυπουργός"),
    ("Σύμφωνα με τον εκπρόσωπο του Κρεμλίνου Ντμίτρι Πεσκόφ, όλα πάνε καλά.", "εκπρόσωπος του Κρεμλίνου"),
    ("Συνάντηση του Ρώσου προέδρου Βλαντίμιρ Πούτιν με δημοσιογράφους.", "Ρώσος πρόεδρος"),
    ("Η αναπληρώτρια υπουργός Εσωτερικών Θεοδώρα Τζάκρη μίλησε.", "αναπληρώτρια υπουργός Εσωτερικών"),
    ("Ο γενικός γραμματέας του ΝΑΤΟ Μαρκ Ρούτε έφτασε.", "γενικός γραμματέας του ΝΑΤΟ"),
    ("Η τραγουδίστρια Νάνα Μούσχουρη τιμήθηκε.", "τραγουδίστρια"),
    # before a comma
    ("Ο διοικητής της Τράπεζας της Ελλάδος, Γιάννης Στουρνάρας, μίλησε.", "διοικητής της Τράπεζας της Ελλάδος"),
    ("Χωρίς τον αρχηγό της, τον Κώστα Σλούκα, η ομάδα έχασε.", "αρχηγός"),
    ("Η Πρόεδρος της Δημοκρατίας, Κατερίνα Σακελλαροπούλου, μίλησε.", "Πρόεδρος της Δημοκρατίας"),
    ("Ο σύμβουλος του πρωθυπουργού, Γιώργος Γεραπετρίτης, μίλησε.", "σύμβουλος του πρωθυπουργού"),
    # behind it
    ("Η επίσκεψη του Σεργκέι Σοϊγκού, πρώην υπουργού Άμυνας της Ρωσίας, τελείωσε.", "πρώην υπουργός Άμυνας της Ρωσίας"),
    ("Ο Άδωνις Γεωργιάδης, υπουργός Υγείας, απάντησε.", "υπουργός Υγείας"),
    ("Ο Κωστής Χατζηδάκης (υπουργός Οικονομικών) απάντησε.", "υπουργός Οικονομικών"),
    ("Ο Λευτέρης Παπαδόπουλος, στιχουργός και δημοσιογράφος, μίλησε.", "στιχουργός και δημοσιογράφος"),
    # case and gender tell whose office it is
    ("Ο σύμβουλος του πρωθυπουργού Γιώργος Γεραπετρίτης μίλησε.", "σύμβουλος του πρωθυπουργού"),
    ("Η σύζυγος του πρωθυπουργού Μαρέβα Μητσοτάκη μίλησε.", None),
    ("Σύμφωνα με τον κυβερνητικό εκπρόσωπο, ο Κυριάκος Μητσοτάκης θα ταξιδέψει.", None),
    ("Όπως τόνισε ο Γιάννης Στουρνάρας, πρόεδρος και μέλη συμφώνησαν.", None),
    # an occupation that no list holds; two halves; a rank under an office
    ("Ο συνταγματολόγος Νίκος Αλιβιζάτος μίλησε.", "συνταγματολόγος"),
    ("Τον πρόεδρο και διευθύνοντα σύμβουλο της ΔΕΗ Γιώργο Στάσση άκουσαν.", "πρόεδρος και διευθύνων σύμβουλος της ΔΕΗ"),
    ("Ο αρχηγός του ΓΕΕΘΑ στρατηγός Δημήτριος Χούπης μίλησε.", "αρχηγός του ΓΕΕΘΑ"),
    # none
    ("Ο υπουργός συνάντησε τον Γιάννη Στουρνάρα.", None),
    ("Ο Αλέξης Τσίπρας μίλησε.", None),
    ("Η συνάντηση του υπουργού Οικονομικών με τον Γιάννη Στουρνάρα.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), TABLE, ids=[row[0][:40] for row in TABLE])
def test_roles(extractor: Extractor, text: str, role: str | None) -> None:
    result = extractor.extract(text)
    roles = [entity.role for entity in result.entities if entity.type == "PERSON"]
    assert roles == [role]


def test_each_of_two_people_has_his_own(extractor: Extractor) -> None:
    result = extractor.extract(
        "Ο Γάλλος πρόεδρος Εμανουέλ Μακρόν και η πρόεδρος της Ευρωπαϊκής Επιτροπής"
        " Ούρσουλα φον ντερ Λάιεν μίλησαν."
    )
    roles = {entity.family: entity.role for entity in result.entities if entity.type == "PERSON"}
    assert roles == {
        "Μακρόν": "Γάλλος πρόεδρος",
        "φον ντερ Λάιεν": "πρόεδρος της Ευρωπαϊκής Επιτροπής",
    }


def test_several_share_an_office_in_the_plural(extractor: Extractor) -> None:
    result = extractor.extract(
        "Οι πρώην πρωθυπουργοί Κώστας Καραμανλής και Αντώνης Σαμαράς διαφώνησαν."
    )
    roles = [entity.role for entity in result.entities if entity.type == "PERSON"]
    assert roles == ["πρώην πρωθυπουργός", "πρώην πρωθυπουργός"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ο καλός μας φίλος Μητσοτάκης.", None),
        ("Ο πρωθυπουργός της Ελλάδας, κ. Μητσοτάκης.", "πρωθυπουργός της Ελλάδας"),
        ("Πρωθυπουργός ο Μητσοτάκης.", None),
    ],
)
def test_no_tags_are_needed(text: str, role: str | None) -> None:
    nlp = spacy.blank("el")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Μητσοτάκης"}])  # type: ignore[attr-defined]
    nlp.add_pipe("greeknews_roles")
    [span] = nlp(text).ents
    assert span._.role == role


WORDS = st.sampled_from(
    [
        "ο",
        "του",
        "την",
        "πρόεδρος",
        "προέδρου",
        "πρώην",
        "και",
        ",",
        "(",
        ")",
        "«",
        "στη",
        "της",
        "Ελλάδας",
        "Μητσοτάκης",
        "μίλησε",
        "κ.",
        ".",
        "36χρονος",
        "τον",
        "υπουργοί",
        "–",
    ]
)


BLANK = spacy.blank("el")


@given(st.lists(WORDS, max_size=14))
def test_whatever_stands_around_a_name_a_role_is_words_of_the_text(words: list[str]) -> None:
    doc = BLANK(" ".join(words))
    doc.set_ents([Span(doc, t.i, t.i + 1, "PERSON") for t in doc if t.text == "Μητσοτάκης"])
    for span in RoleFinder()(doc).ents:
        assert span._.role is None or ("Μητσοτάκης" not in span._.role and "ο" in span._.role)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("διοικητή", "διοικητής"),
        ("διευθύνοντος", "διευθύνων"),
        ("γραμματείς", "γραμματέας"),
        ("ομόλογός", "ομόλογος"),
        ("συμπρόεδρο", "συμπρόεδρος"),
        ("σεισμολόγου", "σεισμολόγος"),
        ("επικεφαλής", "επικεφαλής"),
        ("μέλος", "μέλος"),
        ("μέλους", "μέλος"),
        ("διάλογο", None),
        ("νόμος", None),
        ("μέσα", None),
        ("ΠΡΟΕΔΡΟΣ", None),
    ],
)
def test_forms_of_offices(word: str, expected: str | None) -> None:
    assert {head.nominative for head in heads(word)} == ({expected} if expected else set())
