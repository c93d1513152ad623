"""The Spark recipe of the guide gives the records of a local run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import greeknews_ner
from greeknews_ner.batch import run_batch

GUIDE = Path(__file__).parents[2] / "docs" / "cluster.md"
ROWS = [
    {"id": "1", "text": "Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ.", "published": "2024-09-13"},
    {"id": "2", "text": "Η Τράπεζα της Ελλάδος είχε κέρδη 2,3 δισ. ευρώ.", "published": None},
]


@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java")
def test_the_recipe_of_the_guide(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    parquet = pytest.importorskip("pyarrow.parquet")
    (recipe,) = re.findall(
        r"^```python\n((?:(?!^```).)*mapInPandas.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S
    )
    dump = tmp_path / "articles.jsonl"
    dump.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    (tmp_path / "recipe.py").write_text(recipe, encoding="utf-8")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    subprocess.run([sys.executable, "recipe.py"], cwd=tmp_path, check=True, env=environment)
    rows = parquet.read_table(tmp_path / "records.spark.parquet").to_pylist()
    run_batch(greeknews_ner.load(), dump, tmp_path / "local.jsonl")
    expected = (tmp_path / "local.jsonl").read_text("utf-8").splitlines()
    assert sorted(row["record"] for row in rows) == sorted(expected)
    assert {row["reject"] for row in rows} == {None}
