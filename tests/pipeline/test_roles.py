"""The office that a text gives to a person, with the tags of the embedded pipeline."""

from __future__ import annotations

import pytest
import spacy

from greeknews_ner import Extractor

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
    ("Ο σύμβουλος του πρωθυπουργού, Γιώργος Γεραπετρίτης, μίλησε.", "σύμβουλος του πρωθυπουργού"),
    # behind it
    ("Η επίσκεψη του Σεργκέι Σοϊγκού, πρώην υπουργού Άμυνας της Ρωσίας, τελείωσε.", "πρώην υπουργός Άμυνας της Ρωσίας"),
    ("Ο Άδωνις Γεωργιάδης, υπουργός Υγείας, απάντησε.", "υπουργός Υγείας"),
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


def test_a_pipeline_without_tags_finds_no_roles() -> None:
    nlp = spacy.blank("el")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Μητσοτάκης"}])  # type: ignore[attr-defined]
    nlp.add_pipe("greeknews_roles")
    [span] = nlp("Ο καλός μας φίλος Μητσοτάκης.").ents
    assert span._.role is None
