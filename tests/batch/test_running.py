"""A run over a dump: every record ends as an extraction or as a reject, whatever happens."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy

import greeknews_ner
from greeknews_ner import Extractor
from greeknews_ner.articles import Reject, read_records
from greeknews_ner.batch import BatchSummary, run_batch, running
from greeknews_ner.batch.outcomes import outcomes
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.records import Article

TEXTS = [
    "Ο Κυριάκος Μητσοτάκης συναντήθηκε στις 13 Σεπτεμβρίου 2024 με τον Ταγίπ Ερντογάν.",
    "Η Τράπεζα της Ελλάδος ανακοίνωσε κέρδη 2,3 δισ. ευρώ για το 2023.",
    "Στη Θεσσαλονίκη άνοιξε τις πύλες της η 88η Διεθνής Έκθεση.",
]


def text(number: int) -> str:
    return f"{TEXTS[number % 3]} Ήταν το {number}ο θέμα."


DAMAGED = [b"{broken", b"[]", b"{}", b'{"id": "c", "text": ""}', b"\xff\xfe\xfd" * 9]


@pytest.fixture(scope="module")
def plain() -> Extractor:
    """The whole pipeline but for the trained parts: quick, and real."""
    return greeknews_ner.load(spacy.blank("el"))


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Sixty articles with a damaged line after every tenth."""
    rows: list[bytes] = []
    for number in range(60):
        record = {"id": str(number), "text": text(number), "date": "2024-09-13"}
        rows.append(json.dumps(record, ensure_ascii=False).encode())
        if number % 10 == 9:
            rows.append(DAMAGED[number // 10 % len(DAMAGED)])
    path = tmp_path / "in" / "dump.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"\n".join(rows) + b"\n")
    return path


def rejects_in(path: Path) -> list[Reject]:
    return [Reject.model_validate_json(line) for line in path.read_bytes().splitlines()]


def test_nothing_is_lost(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    seen: list[BatchSummary] = []
    out = tmp_path / "out.jsonl"
    summary = run_batch(plain, [dump], out, batch_size=7, progress=seen.append)
    assert (summary.read, summary.written, summary.rejected) == (66, 60, 6)
    assert summary.reasons == {"G120": 2, "G121": 1, "G122": 1, "G123": 1, "G106": 1}
    assert summary.words == sum(len(text(number).split()) for number in range(60))
    records = list(read_records(out))
    assert [record.article.id for record in records] == [str(number) for number in range(60)]
    alone = [
        plain.extract(text(number), published=records[0].article.published, id=str(number))
        for number in range(60)
    ]
    assert records == alone
    rejects = rejects_in(tmp_path / "out.rejects.jsonl")
    assert [reject.record for reject in rejects] == [11, 22, 33, 44, 55, 66]
    assert rejects[3].id == "c"
    assert {reject.file for reject in rejects} == {str(dump)}
    assert [figures.read for figures in seen] == [7, 14, 21, 28, 35, 42, 49, 56, 63, 66]
    assert "60 articles" in str(summary)
    assert "G120 × 2" in str(summary)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"in", "out.jsonl", "out.rejects.jsonl"}


def test_without_rejects_no_file(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    dump.write_text(json.dumps({"text": TEXTS[0]}) + "\n", encoding="utf-8")
    (tmp_path / "out.rejects.jsonl").write_text("of an earlier run", encoding="utf-8")
    summary = run_batch(plain, dump, tmp_path / "out.jsonl")
    assert summary.rejects is None
    assert not (tmp_path / "out.rejects.jsonl").exists()
    summary = run_batch(plain, dump, tmp_path / "out.jsonl", rejects=tmp_path / "r.jsonl")
    assert (tmp_path / "r.jsonl").read_bytes() == b""


def test_an_empty_dump_gives_an_empty_file(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    dump.write_bytes(b"\n")
    assert run_batch(plain, dump, tmp_path / "out.jsonl").read == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_warnings_of_reading_are_in_the_record(
    plain: Extractor, dump: Path, tmp_path: Path
) -> None:
    dump.write_text(json.dumps({"text": TEXTS[1], "date": "κάποτε"}), encoding="utf-8")
    run_batch(plain, dump, tmp_path / "out.jsonl")
    (record,) = read_records(tmp_path / "out.jsonl")
    assert any("κάποτε" in warning for warning in record.warnings)


def test_standard_output(
    plain: Extractor, dump: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    summary = run_batch(plain, dump, "-")
    assert summary.written == 60
    assert summary.rejected == 6
    assert len(capfdbinary.readouterr().out.splitlines()) == 60


PIPED = """
import os
from greeknews_ner.articles import JsonlWriter
try:
    with JsonlWriter("-") as writer:
        while True:
            writer.write_line("{}")
except BrokenPipeError:
    os._exit(7)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_a_reader_who_has_enough() -> None:
    with subprocess.Popen([sys.executable, "-c", PIPED], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"{}\n"
        process.stdout.close()
        assert process.wait(timeout=20) == 7


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs /dev/null")
def test_a_device_is_written_to_as_it_is(plain: Extractor, dump: Path) -> None:
    assert run_batch(plain, dump, "/dev/null").written == 60
    assert not Path("/dev/null.part").exists()


class Stumbling:
    """A real extractor that fails on some articles, as a library below it might."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.model = extractor.model

    def extract_many(self, articles: Any, batch_size: int = 64, workers: int = 1) -> Iterator[Any]:
        for article in articles:
            if article.id in ("13", "14", "59"):
                raise ZeroDivisionError(f"article {article.id}")
            yield self.extractor.extract(article.text, id=article.id, published=article.published)


def test_a_failing_article_is_a_reject(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    summary = run_batch(Stumbling(plain), dump, tmp_path / "out.jsonl", batch_size=8)
    assert (summary.written, summary.reasons["G130"]) == (57, 3)
    failed = [r for r in rejects_in(tmp_path / "out.rejects.jsonl") if r.code == "G130"]
    assert [reject.id for reject in failed] == ["13", "14", "59"]
    assert "ZeroDivisionError" in failed[0].reason


def test_wire_copy_is_extracted_once(plain: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [
        Article(text=TEXTS[n % 2], id=str(n), url=f"https://{n}.gr", published=f"2024-09-1{n % 3}")
        for n in range(12)
    ]
    expected = [plain.extract(a.text, id=a.id, url=a.url, published=a.published) for a in articles]
    read: list[int] = []
    pipe = plain.nlp.pipe
    monkeypatch.setattr(
        plain.nlp,
        "pipe",
        lambda texts, **settings: pipe([read.append(1) or t for t in texts], **settings),
    )
    assert outcomes(plain, articles) == expected
    assert len(read) == 6


COPIES = [
    {"id": "1", "text": TEXTS[0], "source": "a.gr"},
    {"id": "2", "text": TEXTS[1], "date": "κάποτε"},
    *({"id": str(n), "text": text(n)} for n in range(3, 12)),
    {"id": "13", "text": "Αυτό το άρθρο αποτυγχάνει."},
    {"id": "x", "text": TEXTS[0], "source": "b.gr", "date": "ποτέ"},
    {"id": "y", "text": TEXTS[1]},
    {"id": "z", "text": "Αυτό το άρθρο αποτυγχάνει."},
    {"id": "w", "text": TEXTS[1], "title": "Κέρδη"},
]


class Counting(Stumbling):
    """Counts what it extracts."""

    def __init__(self, extractor: Extractor) -> None:
        super().__init__(extractor)
        self.seen: list[str | None] = []

    def extract_many(self, articles: Any, batch_size: int = 64, workers: int = 1) -> Iterator[Any]:
        for article in articles:
            if article.id == "13":
                raise ZeroDivisionError
            self.seen.append(article.id)
            yield self.extractor.extract(article.text, title=article.title, id=article.id)


@pytest.mark.parametrize("size", [3, 64])
def test_wire_copy_is_extracted_once_in_a_dump(
    plain: Extractor, tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_CHECKPOINT_SECONDS", 0.0)
    dump, out = tmp_path / "dump.jsonl", tmp_path / "out.jsonl"
    dump.write_text("\n".join(json.dumps(row) for row in COPIES) + "\n", encoding="utf-8")
    counting = Counting(plain)
    summary = run_batch(counting, dump, out, batch_size=size)
    assert (summary.written, summary.reasons) == (14, {"G130": 2})
    assert not {"x", "y", "z"} & set(counting.seen)
    records = {record.article.id: record for record in read_records(out)}
    assert records["x"].article.source == "b.gr"
    assert records["x"].mentions == records["1"].mentions != []
    assert "ποτέ" in records["x"].warnings[-1]
    assert records["y"].warnings == []
    assert "κάποτε" in records["2"].warnings[-1]
    assert [reject.id for reject in rejects_in(tmp_path / "out.rejects.jsonl")] == ["13", "z"]
    # A run that is resumed knows what the first part has seen.
    again = tmp_path / "again.jsonl"

    def interrupt(figures: BatchSummary) -> None:
        if figures.read >= 12:
            raise Stop

    counting = Counting(plain)
    with pytest.raises(Stop):
        run_batch(counting, dump, again, batch_size=size, progress=interrupt)
    run_batch(counting, dump, again, batch_size=size, resume=True)
    assert not {"x", "y", "z"} & set(counting.seen)
    assert again.read_bytes() == out.read_bytes()


def test_batches_end_at_their_size_and_at_their_length() -> None:
    from greeknews_ner.articles.items import Item, Place
    from greeknews_ner.batch.groups import CHARACTERS_TOGETHER, Groups

    lengths = [5, 5, 5, CHARACTERS_TOGETHER, 5, CHARACTERS_TOGETHER // 2, CHARACTERS_TOGETHER, 5]
    items = (Item(Place("a", n), Article(text="α" * size)) for n, size in enumerate(lengths))
    groups = Groups(items, 3, None)
    assert [len(group) for group in groups] == [3, 1, 3, 1]
    assert [len(groups.done()) for _ in range(4)] == [3, 1, 3, 1]


class Stop(Exception):
    """Stands for whatever ends a run before its time."""


@pytest.mark.parametrize("stops", [(3,), (1, 5), (2, 2, 3)])
def test_a_resumed_run_writes_the_same_bytes(
    plain: Extractor, dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: Any
) -> None:
    monkeypatch.setattr(running, "_CHECKPOINT_SECONDS", 0.0)
    whole, parts = tmp_path / "whole.jsonl", tmp_path / "parts.jsonl"
    run_batch(plain, dump, whole, batch_size=6)
    for stop in stops:
        calls = iter(range(1, stop + 1))

        def interrupt(_: BatchSummary, calls: Iterator[int] = calls) -> None:
            if next(calls, None) is None:
                raise Stop

        with pytest.raises(Stop):
            run_batch(plain, dump, parts, batch_size=6, resume=True, progress=interrupt)
        assert not parts.exists()
        # What a crash leaves behind the last checkpoint must not survive.
        with (tmp_path / "parts.jsonl.part").open("ab") as file:
            file.write(b'{"half a rec')
    summary = run_batch(plain, dump, parts, batch_size=6, resume=True)
    assert summary.resumed > 0
    assert (summary.read, summary.written, summary.rejected) == (66, 60, 6)
    assert parts.read_bytes() == whole.read_bytes()
    assert (
        parts.with_suffix(".rejects.jsonl").read_bytes()
        == whole.with_suffix(".rejects.jsonl").read_bytes()
    )
    assert not list(tmp_path.glob("parts.jsonl.*"))


def test_what_changed_cannot_be_resumed(
    plain: Extractor, dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_CHECKPOINT_SECONDS", 0.0)
    out = tmp_path / "out.jsonl"

    def interrupt(figures: BatchSummary) -> None:
        if figures.read > 20:
            raise Stop

    with pytest.raises(Stop):
        run_batch(plain, dump, out, batch_size=6, progress=interrupt)
    with pytest.raises(InputError) as caught:
        run_batch(plain, dump, out, resume=True, fields={"text": "body"})
    assert caught.value.code == "G131"
    dump.write_bytes(dump.read_bytes().replace("Ερντογάν".encode(), "Φιντάν".encode()))
    with pytest.raises(InputError) as caught:
        run_batch(plain, dump, out, resume=True)
    assert caught.value.code == "G131"
    assert run_batch(plain, dump, out).written == 60


def test_a_crash_between_naming_the_files_is_mended(
    plain: Extractor, dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", _stop)
        with pytest.raises(Stop):
            run_batch(plain, dump, out, resume=True)
    expected = out.read_bytes()
    summary = run_batch(plain, dump, out, resume=True)
    assert (summary.resumed, summary.read) == (66, 66)
    assert out.read_bytes() == expected
    assert len(rejects_in(tmp_path / "out.rejects.jsonl")) == 6


def _stop(*_: object, **__: object) -> None:
    raise Stop


KILLED = """
import os, signal, sys
import spacy, greeknews_ner
from greeknews_ner.batch import run_batch, running

def kill(figures):
    if figures.read > 30:
        os.kill(os.getpid(), signal.SIGKILL)

running._CHECKPOINT_SECONDS = 0.0
extractor = greeknews_ner.load(spacy.blank("el"))
run_batch(extractor, sys.argv[1], sys.argv[2], batch_size=6, progress=kill)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_kill_9(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    done = subprocess.run([sys.executable, "-c", KILLED, str(dump), str(out)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert not out.exists()
    summary = run_batch(plain, dump, out, batch_size=6, resume=True)
    assert summary.resumed >= 30
    run_batch(plain, dump, whole, batch_size=6)
    assert out.read_bytes() == whole.read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.part").symlink_to("/dev/full")
    with pytest.raises(OutputError) as caught:
        run_batch(plain, dump, out)
    assert caught.value.code == "G402"
    assert "--resume" in caught.value.remedy
    assert os.strerror(errno.ENOSPC) in caught.value.cause


def test_outputs_that_cannot_be(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    for output, code in [
        (tmp_path, "G401"),
        (tmp_path / "no" / "out.jsonl", "G401"),
        (tmp_path / "out.jsonl.gz", "G403"),
        (dump, "G404"),
    ]:
        with pytest.raises(OutputError) as caught:
            run_batch(plain, [dump], output)
        assert caught.value.code == code
    assert dump.stat().st_size > 0


def test_settings_that_make_no_sense(plain: Extractor, dump: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        run_batch(plain, dump, tmp_path / "out.jsonl", batch_size=0)
    assert caught.value.code == "G112"
    with pytest.raises(InputError) as caught:
        run_batch(plain, tmp_path / "none.jsonl", tmp_path / "out.jsonl")
    assert caught.value.code == "G101"
