"""A cluster in small: the records of a local run, whatever dies on the way."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

import greeknews_ner
from greeknews_ner.articles import Limits
from greeknews_ner.batch import run_batch
from greeknews_ner.batch.workers import Recipe
from greeknews_ner.distributed.actor import ExtractingActor
from greeknews_ner.distributed.parts import PartWriter
from greeknews_ner.distributed.rows import NUMBERS_A_FILE, read_rows
from greeknews_ner.distributed.stores import find_files
from greeknews_ner.errors import InputError, OutputError

FILES, ARTICLES = 4, 40
OPTIONS = {"name": "plain"}


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The whole pipeline but for the trained parts, where every process finds it."""
    folder = tmp_path_factory.mktemp("pipeline") / "plain"
    spacy.blank("el").to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dump")
    for number in range(FILES):
        rows = [
            json.dumps(
                {"id": f"{number}-{n}", "text": f"Στις {n % 28 + 1} Μαΐου πλήρωσε {n} ευρώ."}
            )
            for n in range(ARTICLES)
        ]
        rows.insert(7, "{broken")
        (folder / f"{number}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def local(dump: Path, pipeline: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("local") / "records.jsonl"
    run_batch(greeknews_ner.load(pipeline, **OPTIONS), [dump], output)
    return output


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """Room for two actors on each of two nodes, and for those who read and write."""
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def actors() -> set[int]:
    """Processes of our actors."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            title = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if title.startswith(b"ray::") and b"ExtractingActor" in title:
            found.add(int(folder.name))
    return found


def kill_an_actor(killed: list[int]) -> None:
    for _ in range(600):
        for process in actors():
            time.sleep(0.5)
            os.kill(process, signal.SIGKILL)
            killed.append(process)
            return
        time.sleep(0.1)


@pytest.mark.usefixtures("cluster")
@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_the_records_of_a_local_run_though_an_actor_dies(
    dump: Path, pipeline: str, local: Path, tmp_path: Path
) -> None:
    from greeknews_ner.distributed import run_on_ray

    killed: list[int] = []
    killer = threading.Thread(target=kill_an_actor, args=[killed])
    killer.start()
    output = tmp_path / "records.jsonl"
    summary = run_on_ray(dump, output, model=pipeline, options=OPTIONS, workers=2, batch_size=8)
    killer.join()
    assert killed
    assert (summary.written, summary.rejected) == (FILES * ARTICLES, FILES)
    assert output.read_bytes() == local.read_bytes()
    rejects = output.with_suffix(".rejects.jsonl").read_bytes()
    assert rejects == local.with_suffix(".rejects.jsonl").read_bytes()


@pytest.mark.usefixtures("cluster")
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_folder_is_written_where_the_work_is_done(
    dump: Path, pipeline: str, local: Path, tmp_path: Path, form: str
) -> None:
    from greeknews_ner.distributed import run_on_ray

    output = f"file://{tmp_path}/out"
    summary = run_on_ray(
        f"file://{dump}/*.jsonl", output, model=pipeline, options=OPTIONS, format=form, workers=1
    )
    assert (summary.written, summary.reasons) == (FILES * ARTICLES, {"G120": FILES})
    assert summary.rejects == f"{output}/rejects"
    expected = list(greeknews_ner.read_records(local))
    if form == "jsonl":
        assert list(greeknews_ner.read_records(tmp_path / "out" / "records")) == expected
        return
    import pyarrow.dataset

    tables = {
        name: pyarrow.dataset.dataset(tmp_path / "out" / name).to_table().to_pylist()
        for name in ("articles", "entities", "mentions")
    }
    assert [row["id"] for row in tables["articles"]] == [r.article.id for r in expected]
    numbers = [row["article"] for row in tables["articles"]]
    assert numbers == sorted(set(numbers))
    assert numbers[ARTICLES] == NUMBERS_A_FILE + 1
    assert len(tables["mentions"]) == sum(len(record.mentions) for record in expected)


def test_an_actor_survives_its_articles(dump: Path, pipeline: str) -> None:
    rows = list(read_rows(str(dump / "0.jsonl"), 3, None, None, Limits()))
    assert rows[0]["number"] == 3 * NUMBERS_A_FILE + 1
    assert rows[7]["reject"]
    batch = {name: [row[name] for row in rows] for name in rows[0]}
    actor = ExtractingActor(Recipe(pipeline, OPTIONS), 60.0)
    found = actor(batch)
    assert [bool(line) for line in found["extraction"]] == [n != 7 for n in range(ARTICLES + 1)]
    assert found["reject"][7] == rows[7]["reject"]
    only_rejects = {name: [cells[7]] for name, cells in batch.items()}
    assert actor(only_rejects)["extraction"] == [""]


def test_a_part_that_is_written_twice_is_one(tmp_path: Path) -> None:
    writer = PartWriter(f"{tmp_path}/out/", "jsonl")
    batch = {"number": [5, 6], "extraction": ["{}", ""], "reject": ["", "{}"], "words": [3, 0]}
    for _ in range(2):
        assert writer(batch)["written"] == [1]
    assert [path.name for path in sorted(tmp_path.rglob("*.jsonl"))] == [
        f"part-{5:020}.jsonl",
        f"part-{5:020}.rejects.jsonl",
    ]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(InputError) as caught:
        find_files([f"file://{tmp_path}/none-*.jsonl"])
    assert caught.value.code == "G116"
    (row,) = read_rows(str(tmp_path / "gone.jsonl"), 0, None, None, Limits())
    assert json.loads(row["reject"])["code"] == "G103"


def test_without_ray(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from greeknews_ner.distributed import run_on_ray

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(OutputError) as caught:
        run_on_ray([tmp_path], tmp_path / "out.jsonl")
    assert caught.value.code == "G411"
    assert "greeknews-ner[ray]" in caught.value.remedy
