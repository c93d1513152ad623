"""Reading tables: what is malformed is told with file, line and remedy."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.errors import ResourceError
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Lexicon
from greeknews_ner.names.lexicon_demonyms import adjective_forms
from greeknews_ner.names.lexicon_keys import fold_all
from greeknews_ner.names.lexicon_parts import FAMILY, GIVEN
from greeknews_ner.names.lexicon_people import split_person
from greeknews_ner.names.lexicon_table import shipped_tables

HEADING = b"greek\tenglish\ttype\tcountry\tlatitude\tfamily\n"
MALFORMED = [
    (b"", "G311", "lacks greek, english, type"),
    (b"greek\tenglish\n", "G311", "lacks type"),
    (b"greek\tenglish\ttype\tcolour\n", "G311", "'colour'"),
    (b"greek\tenglish\ttype\ttype\n", "G311", "twice"),
    (HEADING + "Κίεβο\tKyiv\n".encode(), "G312", "line 2"),
    (HEADING + "Κίεβο\tKyiv\tGPE\tUA\t50\t\t\t\n".encode(), "G312", "8 cells"),
    (HEADING + "Κίεβο\tKyiv\tCITY\n".encode(), "G312", "'CITY'"),
    (HEADING + "#\nΚίεβο\tΚyiv\tGPE\n".encode(), "G312", "line 3"),
    (HEADING + "Κίεβο\tKyiv\tGPE\tUKR\n".encode(), "G312", "ISO 3166-1"),
    (HEADING + "Κίεβο\tKyiv\tGPE\tUA\t95\n".encode(), "G312", "90 degrees"),
    (HEADING + "Κίεβο\tKyiv\tGPE\tUA\tnorth\n".encode(), "G312", "latitude"),
    (HEADING + " Κίεβο\tKyiv\tGPE\n".encode(), "G312", "spaces"),
    (HEADING + "Σι Τζινπίνγκ\tXi Jinping\tPERSON\t\t\tΣι\n".encode(), "G312", "family"),
    ("greek\tenglish\ttype\nΚίεβο\tKyiv\tGPE\n".encode("cp1253"), "G310", "UTF-8"),
]


@pytest.mark.parametrize(("content", "code", "said"), MALFORMED)
def test_malformed(tmp_path, content: bytes, code: str, said: str) -> None:
    path = tmp_path / "own.tsv"
    path.write_bytes(content)
    with pytest.raises(ResourceError) as caught:
        Lexicon.from_tables(path)
    assert caught.value.code == code
    assert said in caught.value.cause + caught.value.remedy
    assert str(path) in str(caught.value)
    assert caught.value.remedy.endswith(".")


def test_missing_file_and_folder(tmp_path) -> None:
    for path in (tmp_path / "absent.tsv", tmp_path):
        with pytest.raises(ResourceError, match="G310"):
            Lexicon.from_tables(path)


def test_folding_many_is_folding_each() -> None:
    tables = shipped_tables(files("greeknews_ner") / "resources" / "names")
    names = [
        name
        for table in tables
        for row in table.rows()
        for name in (row["greek"], row["english"], *row.listed("aliases"))
    ]
    assert fold_all(names) == [fold(name) for name in names]


_LETTERS = "αβγάΐϋςΆΪΐἈᾳµ abcÉ-–_./'’«»()\u0301\u0308"


@given(st.lists(st.text(_LETTERS, max_size=12)))
def test_folding_many_on_any_letters(names: list[str]) -> None:
    assert fold_all(names) == [fold(name) for name in names]


SPLITS = [
    ("Όλαφ Σολτς", "Olaf Scholz", "", ("Σολτς", "Scholz"), ("Όλαφ", "Olaf")),
    ("Σι Τζινπίνγκ", "Xi Jinping", "Σι=Xi", ("Σι", "Xi"), ("Τζινπίνγκ", "Jinping")),
    ("Μαρίν Λεπέν", "Marine Le Pen", "Λεπέν=Le Pen", ("Λεπέν", "Le Pen"), ("Μαρίν", "Marine")),
    ("Πάπας Φραγκίσκος", "Pope Francis", "-", None, None),
    ("Πελέ", "Pele", "", None, None),
    ("Λούλα", "Lula", "Λούλα=Lula", ("Λούλα", "Lula"), None),
]


@pytest.mark.parametrize(("greek", "english", "spec", "family", "given_"), SPLITS)
def test_split_person(greek, english, spec, family, given_) -> None:
    parts = split_person(greek, english, spec)
    if family is None:
        assert parts is None
    else:
        assert parts is not None
        assert parts[FAMILY] == family
        assert parts.get(GIVEN) == given_


ADJECTIVES = [
    ("ρωσικός", "ρωσικός ρωσική ρωσικό ρωσικοί ρωσικές ρωσικά"),
    ("ορθόδοξος", "ορθόδοξος ορθόδοξη ορθόδοξο ορθόδοξοι ορθόδοξες ορθόδοξα"),
    ("αραβικός", "αραβικός αραβική αραβικό αραβικοί αραβικές αραβικά"),
]


@pytest.mark.parametrize(("masculine", "forms"), ADJECTIVES)
def test_adjective_forms(masculine: str, forms: str) -> None:
    assert adjective_forms(masculine) == forms.split()
