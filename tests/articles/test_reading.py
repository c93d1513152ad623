"""Reading one article from a file in whatever encoding."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.articles import Limits, read_text
from greeknews_ner.articles.decoding import decode
from greeknews_ner.errors import InputError

TEXTS = [
    "Ο πρωθυπουργός Κυριάκος Μητσοτάκης συναντήθηκε χθες με τον Εμανουέλ Μακρόν στο Παρίσι.",
    "Άλλαξε η ώρα. Έκτακτη σύσκεψη στο Μαξίμου, είπε ο κ. Άδωνις Γεωργιάδης. Όλα καλά;",
    "ΕΚΤΑΚΤΟ: ΙΣΧΥΡΟΣ ΣΕΙΣΜΟΣ ΣΤΗ ΣΑΝΤΟΡΙΝΗ",
    "Η Αθήνα",
    "Breaking: ο Μητσοτάκης in Brussels for the European Council summit on Thursday",
]
ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1253",
    "iso8859-7",
]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "άρθρο.txt"
    path.write_bytes(text.encode(encoding))
    assert read_text(path) == text


def test_windows_quotes_win(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "Ο Αλέξης Τσίπρας – “όχι” είπε… και ’κείνος έφυγε"
    path.write_bytes(text.encode("cp1253"))
    assert read_text(path) == text


def test_one_bad_byte_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = TEXTS[0].encode()
    path.write_bytes(data[:40] + b"\xff" + data[40:])
    assert read_text(path).replace("\ufffd", "").startswith("Ο πρωθυπουργός")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXTS[1].encode("cp1253")))
    monkeypatch.setattr(sys, "stdin", stream)
    assert read_text("-") == TEXTS[1]


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
BAD = [
    (b"", "G104"),
    (b" \n\t \r\n", "G104"),
    (codecs.BOM_UTF8 + b"\n", "G104"),
    (PNG * 20, "G105"),
    (bytes(range(256)) * 20, "G105"),
    (b"\x7fELF\x02\x01\x01" + b"\x00\x01" * 500, "G105"),
    ("Le président a été réélu à l’Assemblée".encode("cp1252"), "G106"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8" * 50, "G106"),
    (b"x" * 2001, "G107"),
]


@pytest.mark.parametrize(("data", "code"), BAD, ids=[code for _, code in BAD])
def test_bad_files(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(data)
    # The image is larger than what the limit of the last case allows.
    limits = Limits(article_bytes=2000) if code == "G107" else Limits()
    with pytest.raises(InputError) as caught:
        read_text(path, limits)
    assert caught.value.code == code
    assert str(path) in caught.value.cause
    assert caught.value.remedy.endswith(".")


def test_bad_paths(tmp_path: Path) -> None:
    for path, code in [
        (tmp_path, "G102"),
        (tmp_path / "λείπει.txt", "G101"),
        ("x" * 5000, "G103"),
        ("a\x00b", "G103"),
    ]:
        with pytest.raises(InputError) as caught:
            read_text(path)
        # Python versions differ on whether such a name is missing or impossible.
        assert caught.value.code in ({code, "G101"} if code == "G103" else {code})


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_forbidden_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Αθήνα", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError) as caught:
        read_text(path)
    assert caught.value.code == "G103"


def test_limits_are_positive() -> None:
    with pytest.raises(InputError) as caught:
        Limits(line_bytes=0)
    assert caught.value.code == "G113"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    code = None
    try:
        decode(data)
    except InputError as error:
        code = error.code
    assert code in (None, "G105", "G106")


@given(st.text(alphabet="αάβγδεέηήιίοόυύωώΑΒΓΔΕ .,\nabc5", min_size=1))
def test_utf8_is_never_guessed_away(text: str) -> None:
    assert decode(text.encode()) == text
