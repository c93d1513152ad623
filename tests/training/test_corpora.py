"""Readers, converters and augmenters of training, on small files of the corpora's formats."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

from training.convert import convert_treebank
from training.corpora import iob2_doc, read_conllu, read_iob2, spans_of
from training.names import NamePool, case_forms, ending, write_gazetteer
from training.replace import news_augmenter, with_other_names
from training.small import steps
from training.spelling import capitals, in_capitals

NLP = spacy.blank("el")
IOB2 = """\
Ο O
Αλέξης B-PERSON
Τσίπρας I-PERSON
στην O
Αθήνα B-GPE

Το O
ΔΝΤ B-ORG
"""
CONLLU = """\
# newdoc id = one
# text = Μένει στη Χίο.
1\tΜένει\tμένω\tVERB\t_\tNumber=Sing\t0\troot\t_\t_
2-3\tστη\t_\t_\t_\t_\t_\t_\t_\t_
2\tσ\tσε\tADP\t_\t_\t4\tcase\t_\t_
3\tτη\tο\tDET\t_\tCase=Acc|Gender=Fem\t4\tdet\t_\t_
4\tΧίο\tΧίος\tPROPN\t_\tCase=Acc|Gender=Fem\t1\tobl\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# text = Νέα από τη Χίο
1\tΝέα\tνέος\tADJ\t_\t_\t0\troot\t_\t_
2\tαπό\tαπό\tADP\t_\t_\t4\tcase\t_\t_
3\tτη\tο\tDET\t_\t_\t4\tdet\t_\t_
4\tΧίο\tΧίος\tPROPN\t_\t_\t1\tobl\t_\t_

"""
PAIRS = """\
greek\tenglish\tkind\tid
Σεργκέι Σοϊγκού\tSergei Shoigu\tperson_full\t
Μακρόν\tMacron\tperson_family\t
Παπαδάκης\tPapadakis\tperson_family\t
Εμανουέλ\tEmmanuel\tperson_given\t
Νίκος\tNikos\tperson_given\t
Τεχεράνη\tTehran\tplace_city\t
Λίβανος\tLebanon\tplace_country\t
Σαν Χοσέ\tSan José\tplace_city\t
μεγάλος\tbig\tother\t
"""


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "pairs_xfactr_wikidata.tsv").write_text(PAIRS, encoding="utf-8")
    (folder / "pairs_kstars.tsv").write_text(
        "greek\tenglish\tkind\tid\nΓουέλινγκτον\tWellington\tplace_city\t\n", encoding="utf-8"
    )
    for name in (
        "whosonfirst",
        "mlama_wikidata",
        "geonames_alt",
        "rigour_person_names",
        "bmlama",
        "libgeonames",
        "cldr_babel",
        "everypolitician2015",
        "i18n_iso_countries",
        "sigpwned_popular_names",
    ):
        (folder / f"pairs_{name}.tsv").write_text("greek\tenglish\tkind\tid\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("packed", [False, True])
def test_iob2_is_read_plain_and_packed(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("dev.iob2.gz" if packed else "dev.iob2")
    data = IOB2.encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    first, second = (iob2_doc(NLP.vocab, sentence) for sentence in read_iob2(path))
    assert [(ent.text, ent.label_) for ent in first.ents] == [
        ("Αλέξης Τσίπρας", "PERSON"),
        ("Αθήνα", "GPE"),
    ]
    assert [(ent.text, ent.label_) for ent in second.ents] == [("ΔΝΤ", "ORG")]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O B-GPE I-GPE O", [(1, 3, "GPE")]),
        ("B-GPE B-GPE", [(0, 1, "GPE"), (1, 2, "GPE")]),
        ("B-GPE I-ORG", [(0, 1, "GPE"), (1, 2, "ORG")]),
        ("I-ORG I-ORG", [(0, 2, "ORG")]),
        ("O O", []),
    ],
)
def test_spans_of_iob2(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert spans_of(tags.split()) == expected


def test_a_contracted_preposition_is_one_word_with_the_features_of_its_article(
    tmp_path: Path,
) -> None:
    path = tmp_path / "train.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = read_conllu(path)
    assert [word.form for word in first.words] == ["Μένει", "στη", "Χίο", "."]
    contracted = first.words[1]
    assert (contracted.lemma, contracted.pos, contracted.feats) == (
        "σε",
        "ADP",
        "Case=Acc|Gender=Fem",
    )
    assert first.opens_document
    assert not second.opens_document


def test_treebank_documents_keep_text_and_sentences(tmp_path: Path) -> None:
    path = tmp_path / "train.conllu"
    path.write_text(CONLLU * 6, encoding="utf-8")
    docs = convert_treebank(path, NLP.vocab)
    assert sum(len(list(doc.sents)) for doc in docs) == 12
    joined = "".join(doc.text_with_ws for doc in docs)
    assert joined.count("Μένει στη Χίο.") == 6
    assert "Νέα από τη Χίο \n" not in joined
    for doc in docs:
        assert [token.text for token in NLP.make_doc(doc.text)] == [token.text for token in doc]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Αθήνα", "ΑΘΗΝΑ"), ("Ταΐζει", "ΤΑΪΖΕΙ"), ("της", "ΤΗΣ"), ("NATO", "NATO"), ("1ος", "1ΟΣ")],
)
def test_capitals(word: str, expected: str) -> None:
    assert capitals(word) == expected


def example(words: str, *spans: tuple[int, int, str]) -> Example:
    doc = Doc(NLP.vocab, words=words.split())
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in spans)
    return Example(Doc(NLP.vocab, words=words.split()), doc)


def test_a_copy_in_capitals_keeps_its_entities() -> None:
    copy = in_capitals(NLP, example("Ο Τσίπρας στην Αθήνα", (1, 2, "PERSON"), (3, 4, "GPE")))
    assert [(ent.text, ent.label_) for ent in copy.reference.ents] == [
        ("ΤΣΙΠΡΑΣ", "PERSON"),
        ("ΑΘΗΝΑ", "GPE"),
    ]
    assert [token.text for token in copy.predicted] == ["Ο", "ΤΣΙΠΡΑΣ", "ΣΤΗΝ", "ΑΘΗΝΑ"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Παπαδάκης", "ησ"), ("Μακρόν", "consonant"), ("Τσίπρα", "α"), ("Λιβάνου", "ου")],
)
def test_endings(word: str, expected: str) -> None:
    assert ending(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Παπαδάκης", ["Παπαδάκης", "Παπαδάκη"]),
        ("Λίβανος", ["Λίβανος", "Λίβανο", "Λίβανου"]),
        ("Τεχεράνη", ["Τεχεράνη", "Τεχεράνης"]),
        ("Μακρόν", ["Μακρόν"]),
    ],
)
def test_case_forms(word: str, expected: list[str]) -> None:
    assert case_forms(word) == expected


def test_replaced_names_keep_type_form_and_everything_around(pairs: Path) -> None:
    pool = NamePool(pairs)
    source = example(
        "Ο Τσακίρης ήρθε από την Μόσχα με το ΔΝΤ", (1, 2, "PERSON"), (5, 6, "GPE"), (8, 9, "ORG")
    )
    seen: set[str] = set()
    for seed in range(40):
        changed = with_other_names(NLP, source, pool, random.Random(seed)).reference
        assert [ent.label_ for ent in changed.ents] == ["PERSON", "GPE", "ORG"]
        assert changed.ents[2].text == "ΔΝΤ"
        outside = [token.text for token in changed if not token.ent_type_]
        assert outside == ["Ο", "ήρθε", "από", "την", "με", "το"]
        seen.add(changed.ents[0].text)
    assert "Παπαδάκης" in seen
    assert "Μακρόν" in seen


def test_the_augmenter_is_reproducible(pairs: Path) -> None:
    source = example("Ο Τσακίρης στην Μόσχα", (1, 2, "PERSON"), (3, 4, "GPE"))

    def texts() -> list[str]:
        augment = news_augmenter(str(pairs), replaced=0.5, capitals=0.5, seed=3)
        return [out.reference.text for _ in range(20) for out in augment(NLP, source)]

    first = texts()
    assert first == texts()
    assert 25 <= len(first) <= 35
    assert any(text.isupper() for text in first)


def test_the_gazetteer_takes_only_tables_that_may_ship(pairs: Path, tmp_path: Path) -> None:
    target = tmp_path / "gazetteer.tsv"
    count = write_gazetteer(pairs, target)
    lines = target.read_text(encoding="utf-8").splitlines()
    assert len(lines) == count
    assert {"Τεχεράνη\tplace", "Λίβανος\tcountry", "Σοϊγκού\tfamily", "Σεργκέι\tgiven"} <= set(
        lines
    )
    assert not any("Γουέλινγκτον" in line or "μεγάλος" in line for line in lines)


def test_the_one_command_runs_every_step_of_the_project(tmp_path: Path) -> None:
    commands = [" ".join(step) for step in steps(tmp_path, tmp_path / "work", tmp_path / "out")]
    assert ["training.convert" in commands[0], "training.assemble" in commands[-1]] == [True, True]
    for command in commands:
        for word in command.split():
            if word.endswith((".cfg", "registered.py")):
                assert Path(word).is_file()


def test_what_learnt_from_a_teacher_is_what_is_assembled(tmp_path: Path) -> None:
    convert, *_, slim, distil, assemble = steps(
        tmp_path, tmp_path, tmp_path / "out", soft=[tmp_path / "soft"]
    )
    assert "--annotated" in convert
    assert "training.slim" in slim
    assert "training.distil" in distil
    assert distil[distil.index("training.distil") + 1] == slim[slim.index("--output") + 1]
    assert distil[distil.index("--soft") + 1] == str(tmp_path / "soft")
    assert assemble[assemble.index("--names") + 1] == distil[distil.index("--output") + 1]
