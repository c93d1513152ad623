"""Records as SQLite, CSV and Parquet: the same mentions, entities and values."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import spacy

import greeknews_ner
from greeknews_ner import Extraction
from greeknews_ner.articles import read_records, write_jsonl
from greeknews_ner.batch import export_records, run_batch
from greeknews_ner.batch.tables import TABLES
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.records import (
    ArticleInfo,
    Ids,
    Mention,
    ModelInfo,
    Money,
    Ordinal,
    Person,
    Place,
    Rendering,
)

ATHENS = Rendering(english="Athens", method="lexicon", score=0.99)


def mention(text: str, start: int, type_: Any, entity: str | None) -> Mention:
    return Mention(
        text=text, start=start, end=start + len(text), type=type_, score=0.5, nominative=text,
        sentence=0, entity=entity,
    )  # fmt: skip


RECORDS = [
    Extraction(
        article=ArticleInfo(id="α", title='Ο "Θρύλος", ξανά', published="2024-09-13"),
        model=ModelInfo(name="small", version="1"),
        mentions=[
            mention("Αθήνα", 0, "GPE", "e1"),
            mention("Κυριάκος Μητσοτάκης", 10, "PERSON", "e2"),
            mention("2,3 δισ. ευρώ", 40, "MONEY", "e3"),
            mention("τρίτος", 60, "ORDINAL", "e4"),
            mention("Google", 70, "ORG", None),
        ],
        entities=[
            Place(
                id="e1", type="GPE", name="Αθήνα", english=ATHENS, mention_count=1, score=0.9,
                salience=0.5, ids=Ids(geonames=264371), country="GR", latitude=37.98,
                longitude=23.7,
            ),
            Person(
                id="e2", name="Κυριάκος Μητσοτάκης", mention_count=1, score=0.9, salience=0.5,
                given="Κυριάκος", family="Μητσοτάκης", role="πρωθυπουργός",
            ),
            Money(
                id="e3", name="2,3 δισ. ευρώ", mention_count=1, score=0.9, salience=0,
                amount=Decimal("2300000000.10"), currency="EUR",
            ),
            Ordinal(id="e4", name="τρίτος", mention_count=1, score=0.9, salience=0, value=3),
        ],
        warnings=["Κάτι."],
    ),
    Extraction(article=ArticleInfo(), model=ModelInfo(name="small", version="1")),
]  # fmt: skip


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    assert write_jsonl(path, RECORDS) == 2
    return path


def from_sqlite(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        return {
            table.name: database.execute(f"SELECT * FROM {table.name}").fetchall()
            for table in TABLES
        }


def from_csv(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    casts: dict[str, Callable[[str], Any]] = {"text": str, "integer": int, "real": float}
    casts |= {"day": str}
    tables = {}
    for table in TABLES:
        with path.with_name(f"{path.stem}.{table.name}.csv").open(
            encoding="utf-8", newline=""
        ) as file:
            names, *rows = csv.reader(file)
        assert names == [column.name for column in table.columns]
        tables[table.name] = [
            tuple(
                casts[column.kind](cell) if cell else None
                for column, cell in zip(table.columns, row, strict=True)
            )
            for row in rows
        ]
    return tables


def from_parquet(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    parquet = pytest.importorskip("pyarrow.parquet")
    tables = {}
    for table in TABLES:
        read = parquet.read_table(path.with_name(f"{path.stem}.{table.name}.parquet"))
        tables[table.name] = [tuple(row.values()) for row in read.to_pylist()]
    return tables


READERS = [
    (".sqlite", from_sqlite),
    (".db", from_sqlite),
    (".csv", from_csv),
    (".parquet", from_parquet),
]


@pytest.mark.parametrize(("suffix", "read"), READERS, ids=[suffix for suffix, _ in READERS])
def test_all_forms_hold_the_same(records: Path, suffix: str, read: Any) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    output = records.with_name(f"tables{suffix}")
    export_records(records, output)
    tables = read(output)
    assert [row[:5] for row in tables["articles"]] == [
        (1, "α", None, 'Ο "Θρύλος", ξανά', "2024-09-13"),
        (2, None, None, None, None),
    ]
    assert json.loads(tables["articles"][0][-1]) == ["Κάτι."]
    place, person, money, ordinal = (
        dict(zip((column.name for column in TABLES[1].columns), row, strict=True))
        for row in tables["entities"]
    )
    assert (place["english"], place["method"], place["geonames"]) == ("Athens", "lexicon", 264371)
    assert (place["country"], place["latitude"]) == ("GR", 37.98)
    assert (person["given"], person["role"]) == ("Κυριάκος", "πρωθυπουργός")
    assert (money["value"], money["number"]) == ("2300000000.10", 2300000000.1)
    assert (money["currency"], ordinal["value"], ordinal["number"]) == ("EUR", "3", 3.0)
    assert [row[3:6] for row in tables["mentions"]][1] == ("Κυριάκος Μητσοτάκης", 10, 29)
    assert tables["mentions"][-1][1] is None
    assert not list(records.parent.glob("*.new"))


def test_full_text_search_ignores_case_and_accents(records: Path) -> None:
    export_records(records, records.with_name("t.sqlite"))
    with closing(sqlite3.connect(records.with_name("t.sqlite"))) as database:
        for query in ("Μητσοτάκης", "μητσοτακης", "ΜΗΤΣΟΤΑΚΗΣ", "πρωθυπουργος", "athens"):
            found = database.execute(
                "SELECT count(*) FROM entities_fts WHERE entities_fts MATCH ?", [query]
            )
            assert found.fetchone() == (1,), query


def test_a_run_writes_them(tmp_path: Path) -> None:
    extractor = greeknews_ner.load(spacy.blank("el"))
    dump = tmp_path / "dump.jsonl"
    rows = [{"id": str(n), "text": f"Στις {n} Μαΐου πλήρωσε {n} ευρώ."} for n in range(1, 20)]
    dump.write_text("\n".join(map(json.dumps, rows)) + "\n{", encoding="utf-8")
    summary = run_batch(extractor, dump, tmp_path / "out.sqlite")
    assert (summary.written, summary.rejected) == (19, 1)
    assert len(from_sqlite(tmp_path / "out.sqlite")["articles"]) == 19
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"dump.jsonl", "out.sqlite", "out.rejects.jsonl"}


def test_what_cannot_be_exported(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = records.with_name("t.csv")
    for output, code in [
        (records.with_name("t.docx"), "G405"),
        (records.parent / "no" / "t.sqlite", "G401"),
        (records.parent / "no" / "t.csv", "G401"),
    ]:
        with pytest.raises(OutputError) as caught:
            export_records(records, output)
        assert caught.value.code == code
    records.write_text("{}", encoding="utf-8")
    with pytest.raises(InputError) as bad:
        export_records(records, old)
    assert bad.value.code == "G141"
    assert not old.with_name("t.articles.csv").exists()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError) as caught:
        export_records(records, records.with_name("t.parquet"))
    assert caught.value.code == "G406"


def test_records_are_read_back(records: Path) -> None:
    assert list(read_records(records)) == RECORDS
