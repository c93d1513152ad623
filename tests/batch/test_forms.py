"""Forms that other programs read: followthemoney, parted Parquet, Datasette, data frames."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import greeknews_ner
from greeknews_ner import Extraction
from greeknews_ner.articles import write_jsonl
from greeknews_ner.articles.writing import output_error
from greeknews_ner.batch import export_records
from greeknews_ner.batch.exports import exported_files, form_of
from greeknews_ner.batch.tables import TABLES
from greeknews_ner.errors import InputError, OutputError
from greeknews_ner.records import ArticleInfo, Ids, ModelInfo, Organization
from tests.batch.test_exports import RECORDS, mention


def on(day: str | None, number: int) -> Extraction:
    body = Organization(
        id="e1", name="Τράπεζα της Ελλάδος", mention_count=1, score=0.9, salience=1.0,
        acronym="ΤτΕ", ids=Ids(wikidata="Q806950"),
    )  # fmt: skip
    return Extraction(
        article=ArticleInfo(id=str(number), url=f"https://a.gr/{number}", published=day),
        model=ModelInfo(name="small", version="1"),
        mentions=[mention("Τράπεζα της Ελλάδος", 0, "ORG", "e1")],
        entities=[body],
    )


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    days = ["2024-09-13", "2024-10-01", "2024-09-13T23:30:00+03:00", None]
    write_jsonl(path, [*RECORDS, *(on(day, number) for number, day in enumerate(days))])
    return path


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", "jsonl"),
        ("a.dat", "jsonl"),
        ("a.ftm.json", "ftm"),
        ("a.DB", "sqlite"),
        ("a.b.csv", "csv"),
    ],
)
def test_the_suffix_tells_the_form(name: str, form: str) -> None:
    assert form_of(name).name == form
    assert form_of(name, "Parquet").name == "parquet"


def test_followthemoney(records: Path) -> None:
    output = records.with_name("out.ftm.json")
    export_records(records, output)
    entities = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    kinds = [entity["schema"] for entity in entities]
    assert kinds[:4] == ["Article", "Address", "Person", "Mention"]
    article, place, person, found = entities[:4]
    assert article["properties"]["publishedAt"] == ["2024-09-13"]
    assert article["properties"]["locationMentioned"] == ["Αθήνα"]
    assert place["properties"]["full"] == ["Athens", "Αθήνα"]
    assert place["properties"]["country"] == ["gr"]
    assert person["properties"]["position"] == ["πρωθυπουργός"]
    assert found["properties"]["document"] == [article["id"]]
    assert found["properties"]["resolved"] == [person["id"]]
    # A body that a register knows is one entity, however many articles name it.
    bodies = {entity["id"] for entity in entities if entity["schema"] == "Organization"}
    assert len(bodies) == 1
    mentions = {entity["id"] for entity in entities if entity["schema"] == "Mention"}
    assert len(mentions) == 5
    export_records(records, records.with_name("b"), format="ftm")
    assert records.with_name("b").read_bytes() == output.read_bytes()


def test_followthemoney_takes_them(records: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    output = records.with_name("out.ftm.json")
    export_records(records, output)
    for line in output.read_text("utf-8").splitlines():
        entity = json.loads(line)
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            assert set(proxy.get(name)) == set(values), name


@pytest.mark.parametrize("partition", ["day", "month", "year"])
def test_parquet_parted_by_date(records: Path, partition: str) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    output = records.with_name("out.parquet")
    for _ in range(2):  # the second replaces the first
        export_records(records, output, partition=partition)
    for table, count in zip(TABLES, (6, 8, 9), strict=True):
        read = dataset.dataset(output / table.name, partitioning="hive").to_table()
        assert read.num_rows == count
        assert read.column_names == [
            *(column.name for column in table.columns),
            f"published_{partition}",
        ]
        assert str(read.schema.field("day").type) == "date32[day]"
    letters = {"day": 10, "month": 7, "year": 4}[partition]
    folders = sorted(folder.name for folder in (output / "articles").iterdir())
    expected = {f"published_{partition}={day[:letters]}" for day in ("2024-09-13", "2024-10-01")}
    assert folders == sorted(expected | {f"published_{partition}=__HIVE_DEFAULT_PARTITION__"})
    assert not list(records.parent.glob("*.new"))
    assert not list(records.parent.glob("*.old"))


def test_partitions_that_cannot_be(records: Path) -> None:
    for output, partition in [("o.parquet", "week"), ("o.sqlite", "day")]:
        with pytest.raises(OutputError) as caught:
            export_records(records, records.with_name(output), partition=partition)
        assert caught.value.code == "G408"
    assert exported_files(Path("o.parquet"), partition="day") == [Path("o.parquet")]


def test_parquet_is_typed(records: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export_records(records, records.with_name("out.parquet"))
    schema = parquet.read_schema(records.with_name("out.entities.parquet"))
    kinds = {"text": "string", "integer": "int64", "real": "double", "day": "date32[day]"}
    assert [str(kind) for kind in schema.types] == [kinds[c.kind] for c in TABLES[1].columns]


def test_datasette_opens_it(records: Path) -> None:
    pytest.importorskip("datasette")
    import asyncio

    from datasette.app import Datasette

    export_records(records, records.with_name("news.sqlite"))

    async def look() -> tuple[Any, Any]:
        datasette = Datasette([str(records.with_name("news.sqlite"))])
        await datasette.invoke_startup()
        found = await datasette.client.get("/news/entities.json?_search=τραπεζα&_shape=array")
        page = await datasette.client.get("/news/mentions")
        return found.json(), page

    found, page = asyncio.run(look())
    assert {row["name"] for row in found} == {"Τράπεζα της Ελλάδος"}
    assert len(found) == 4
    assert page.status_code == 200
    # Foreign keys are links.
    assert 'href="/news/articles/3"' in page.text


def test_a_full_disk_is_told_as_such() -> None:
    for error in (
        sqlite3.OperationalError("database or disk is full"),
        OSError("[Errno 28] Error writing bytes to file. Detail: No space left on device"),
    ):
        assert output_error("out.sqlite", error).code == "G402"
    assert output_error("out.sqlite", sqlite3.OperationalError("disk I/O error")).code == "G401"


def test_pandas(records: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = greeknews_ner.read_records(records).to_pandas()
    assert list(frame["text"][:2]) == ["Αθήνα", "Κυριάκος Μητσοτάκης"]
    assert str(frame["start"].dtype) == "Int64"
    assert frame["day"][0] == pandas.Timestamp("2024-09-13")
    articles = greeknews_ner.read_records(records).to_pandas("articles")
    assert len(articles) == 6
    assert pandas.isna(articles["day"][1])


def test_polars(records: Path) -> None:
    polars = pytest.importorskip("polars")
    frame = greeknews_ner.read_records(records).to_polars("entities")
    assert frame["number"][2] == 2300000000.1
    assert frame["day"][0] == date(2024, 9, 13)
    assert frame.schema["geonames"] == polars.Int64


def test_folders_of_records(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = records.parent / "folder"
    folder.mkdir()
    with pytest.raises(InputError) as empty:
        greeknews_ner.read_records(folder)
    assert empty.value.code == "G116"
    for name in ("b.jsonl", "a.jsonl"):
        (folder / name).write_bytes(records.read_bytes())
    (folder / "a.rejects.jsonl").write_text("{}", encoding="utf-8")
    found = greeknews_ner.read_records(folder)
    assert len(list(found)) == len(list(found)) == 12
    with pytest.raises(OutputError) as caught:
        found.to_pandas("sentences")
    assert caught.value.code == "G407"
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OutputError) as caught:
        found.to_pandas()
    assert caught.value.code == "G409"


def test_the_database_keeps_its_promises(records: Path) -> None:
    export_records(records, records.with_name("news.db"))
    with closing(sqlite3.connect(records.with_name("news.db"))) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        query = (
            "SELECT DISTINCT e.name FROM entities_fts f JOIN entities e ON e.rowid = f.rowid"
            " WHERE entities_fts MATCH ?"
        )
        for words in ("τραπεζα ελλαδοσ", "ΤΡΑΠΕΖΑ", "Ελλάδος"):
            assert database.execute(query, [words]).fetchall() == [("Τράπεζα της Ελλάδος",)]
