"""Several processes: the same records, and a process that dies takes one article with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

import greeknews_ner
from greeknews_ner.batch import run_batch, workers
from greeknews_ner.batch.workers import outcomes_in_processes
from greeknews_ner.errors import InputError
from greeknews_ner.records import Article, Extraction

DEADLY = """
import os
import time

from spacy.language import Language


@Language.factory("deadly")
def make(nlp, name):
    def deadly(doc):
        if "ΘΑΝΑΤΟΣ" in doc.text:
            os._exit(77)
        if "ΥΠΝΟΣ" in doc.text:
            time.sleep(60)
        return doc
    return deadly
"""


def test_a_dying_process_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # An installed package, so that the processes find the component as they would find any.
    (tmp_path / "deadly.py").write_text(DEADLY, encoding="utf-8")
    (tmp_path / "deadly-1.0.dist-info").mkdir()
    (tmp_path / "deadly-1.0.dist-info" / "METADATA").write_text("Name: deadly\nVersion: 1.0\n")
    (tmp_path / "deadly-1.0.dist-info" / "entry_points.txt").write_text(
        "[spacy_factories]\ndeadly = deadly:make\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    __import__("deadly")
    nlp = spacy.blank("el")
    nlp.add_pipe("deadly")
    extractor = greeknews_ner.load(nlp)
    texts = [f"Στις {day} Μαΐου 2024 η Πάτρα." for day in range(1, 13)]
    texts[4] = "ΘΑΝΑΤΟΣ"
    texts[9] = "ΥΠΝΟΣ"
    borders = [(0, 3), (3, 6), (6, 9), (9, 10), (10, 12)]
    groups = [[Article(text=text) for text in texts[start:end]] for start, end in borders]
    found = [
        result
        for results in outcomes_in_processes(extractor, groups, workers=2, seconds=3.0)
        for result in results
    ]
    kinds = ["ok" if isinstance(result, Extraction) else result.code for result in found]
    assert kinds == ["ok"] * 4 + ["G132"] + ["ok"] * 4 + ["G133"] + ["ok"] * 2
    assert "77" in str(found[4])


def test_the_same_records_as_one_process(tmp_path: Path) -> None:
    extractor = greeknews_ner.load(
        spacy.blank("el"), types=["DATE", "MONEY"], indefinite_articles=True
    )
    dump = tmp_path / "dump.jsonl"
    rows = [{"id": str(n), "text": f"Στις {n} Μαΐου πλήρωσε {n} ευρώ."} for n in range(1, 30)]
    # What the reader has to say of a record, and copies, are the writing process's to add.
    rows[6]["date"] = "κάποτε"
    rows[20] |= {"text": rows[3]["text"]}
    dump.write_text("\n".join(json.dumps(row) for row in rows) + "\n{", encoding="utf-8")
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run_batch(extractor, dump, one, batch_size=4).written == 29
    summary = run_batch(extractor, dump, two, batch_size=4, workers=2)
    assert (summary.written, summary.rejected) == (29, 1)
    assert one.read_bytes() == two.read_bytes()
    seventh = json.loads(two.read_text("utf-8").splitlines()[6])
    assert seventh["mentions"]
    assert len(seventh["warnings"]) == 1
    # The same engine behind the library's own method, lazily, and out early without waiting.
    many = extractor.extract_many(({"text": row["text"]} for row in rows), 4, workers=2)
    assert next(many).mentions == extractor.extract(rows[0]["text"]).mentions
    many.close()  # type: ignore[attr-defined]


def test_an_article_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    batches = workers._batches([Article(text="α"), {"κείμενο": "β"}], 1)
    assert next(batches) == [Article(text="α")]
    with pytest.raises(InputError) as caught:
        next(batches)
    assert caught.value.code == "G110"
