from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as SpacySpan

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation import GoldDoc, Span, read_gold
from greeknews_ner.evaluation.spans import spans_of_tags

IOB2 = """Ο O
Σεργκέι B-PERSON
Σοϊγκού I-PERSON
έφτασε O
στην O
Πιονγκγιάνγκ B-GPE
. O

Η O
Μόσχα B-GPE
σιωπά O
"""
EXPECTED = [
    ("Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ .", ["Σεργκέι Σοϊγκού", "Πιονγκγιάνγκ"]),
    ("Η Μόσχα σιωπά", ["Μόσχα"]),
]


def surfaces(docs: list[GoldDoc]) -> list[tuple[str, list[str]]]:
    return [(doc.text, [doc.surface(span) for span in doc.spans]) for doc in docs]


@pytest.mark.parametrize("suffix", [".iob2", ".iob", ".bio", ".conll", ".txt"])
def test_columns(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"gold{suffix}"
    path.write_text(IOB2, "utf-8")
    assert surfaces(read_gold(path)) == EXPECTED


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)],
)
def test_compressed_columns(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"gold.iob2{suffix}"
    path.write_bytes(pack(IOB2.encode()))
    assert surfaces(read_gold(path)) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + IOB2,
        IOB2.replace("\n", "\r\n"),
        IOB2.replace(" ", "\t"),
        "-DOCSTART- -X- O O\n\n" + IOB2,
        "# sent_id = 1\n" + IOB2,
        "\n\n" + IOB2.replace("\n\n", "\n\n\n \n") + "\n\n",
        "\n".join(line and line.replace(" ", " NOUN _ ") for line in IOB2.split("\n")),
    ],
    ids=["BOM", "CRLF", "tabs", "docstart", "comment", "blank lines", "four columns"],
)
def test_columns_as_corpora_write_them(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gold.conll"
    path.write_bytes(text.encode())
    assert surfaces(read_gold(path)) == EXPECTED


def test_a_hash_is_a_token_too(tmp_path: Path) -> None:
    path = tmp_path / "gold.iob2"
    path.write_text("# O\nΑθήνα B-GPE\n", "utf-8")
    assert surfaces(read_gold(path)) == [("# Αθήνα", ["Αθήνα"])]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Zs", "Zl", "Zp", "Cc"]), min_size=1
).filter(lambda word: word not in ("-DOCSTART-", "#") and not word.startswith("\ufeff"))
KINDS = st.sampled_from(["O", "B-GPE", "I-GPE", "B-ORG", "I-ORG"])


@given(st.lists(st.lists(st.tuples(WORDS, KINDS), min_size=1, max_size=8), min_size=1, max_size=5))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, sentences: list[list[tuple[str, str]]]
) -> None:
    path = tmp_path_factory.mktemp("gold") / "gold.iob2"
    lines = ["".join(f"{word}\t{tag}\n" for word, tag in sentence) for sentence in sentences]
    path.write_bytes("\n".join(lines).encode())
    docs = read_gold(path)
    assert [doc.words for doc in docs] == [tuple(w for w, _ in one) for one in sentences]
    for doc, sentence in zip(docs, sentences, strict=True):
        words = [word for word, _ in sentence]
        spans = list(spans_of_tags([tag for _, tag in sentence]))
        assert [doc.surface(span) for span in doc.spans] == [
            " ".join(words[start:end]) for start, end, _ in spans
        ]
        assert [span.label for span in doc.spans] == [span.label for span in spans]


def test_docbin_keeps_tokens_and_spaces(tmp_path: Path) -> None:
    vocab = spacy.blank("el").vocab
    doc = Doc(
        vocab,
        words=["Ο", "Σοϊγκού", "(", "Μόσχα", ")"],
        spaces=[True, True, False, False, False],
    )
    doc.ents = [SpacySpan(doc, 1, 2, "PERSON"), SpacySpan(doc, 3, 4, "GPE")]
    path = tmp_path / "gold.spacy"
    DocBin(docs=[doc]).to_disk(path)
    [gold] = read_gold(path)
    assert gold.text == "Ο Σοϊγκού (Μόσχα)"
    assert gold.words == ("Ο", "Σοϊγκού", "(", "Μόσχα", ")")
    assert gold.spans == (Span(2, 9, "PERSON"), Span(11, 16, "GPE"))


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Η Μόσχα σιωπά", "spans": [[2, 7, "GPE"]]},
        {"text": "Η Μόσχα σιωπά", "entities": [[2, 7, "GPE"]]},
        {"text": "Η Μόσχα σιωπά", "label": [[2, 7, "GPE"]]},
        {"text": "Η Μόσχα σιωπά", "spans": [{"start": 2, "end": 7, "label": "GPE"}]},
        {
            "text": "Η Μόσχα σιωπά",
            "tokens": [{"text": "Η", "id": 0}],
            "spans": [{"start": 2, "end": 7, "label": "GPE", "token_start": 1}],
        },
        {"tokens": ["Η", "Μόσχα", "σιωπά"], "tags": ["O", "B-GPE", "O"]},
        {"tokens": ["Η", "Μόσχα", "σιωπά"], "ner_tags": ["O", "B-GPE", "O"]},
    ],
)
def test_json_lines(tmp_path: Path, row: dict[str, object]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n\n", "utf-8")
    assert surfaces(read_gold(path)) == [("Η Μόσχα σιωπά", ["Μόσχα"])]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gold.iob2", "Αθήνα\n".encode(), "G154"),
        ("gold.iob2", "Αθήνα GPE\n".encode(), "G154"),
        ("gold.iob2", "Αθήνα B-GPE\n".encode("cp1253"), "G152"),
        ("gold.iob2", b"", "G155"),
        ("gold.iob2", b"\n\n", "G155"),
        ("gold.iob2.gz", gzip.compress(IOB2.encode())[:-12], "G127"),
        ("gold.pdf", b"%PDF", "G153"),
        ("gold", b"x O\n", "G153"),
        ("gold.spacy", b"not a DocBin", "G154"),
        ("gold.jsonl", b"{\n", "G154"),
        ("gold.jsonl", b"[1, 2]\n", "G154"),
        ("gold.jsonl", b'{"text": "x"}\n', "G154"),
        ("gold.jsonl", b'{"text": "abc", "spans": [[0, 4, "GPE"]]}\n', "G154"),
        ("gold.jsonl", b'{"text": "abc", "spans": [[1, 1, "GPE"]]}\n', "G154"),
        ("gold.jsonl", b'{"text": "abc", "spans": [[0, 2, "GPE"], [1, 3, "ORG"]]}\n', "G154"),
        ("gold.jsonl", b'{"text": "abc", "spans": [["0", 2, "GPE"]]}\n', "G154"),
        ("gold.jsonl", b'{"text": "abc", "spans": [[0]]}\n', "G154"),
        ("gold.jsonl", b'{"tokens": ["a", "b"], "tags": ["O"]}\n', "G154"),
        ("gold.jsonl", b'{"tokens": ["a"], "tags": [3]}\n', "G154"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_gold(path)
    assert caught.value.code == code
    assert caught.value.remedy


def test_the_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.iob2"
    path.write_text("Αθήνα B-GPE\n\nΛάρισα\n", "utf-8")
    with pytest.raises(InputError, match=r"Line 3 .*Λάρισα"):
        read_gold(path)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    folder = tmp_path / "gold.iob2"
    folder.mkdir()
    with pytest.raises(InputError) as caught:
        read_gold(folder)
    assert caught.value.code == "G102"
    with pytest.raises(InputError) as caught:
        read_gold(tmp_path / "none.iob2")
    assert caught.value.code == "G101"
