"""Furniture is learned from a dump and left out of later runs."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from greeknews_ner import Extractor
from greeknews_ner.articles import load_furniture, passages
from greeknews_ner.cli.app import app

LINE = "Το πρωινό δελτίο του Παναγιώτη Στάθη από την Πάτρα κάθε μέρα"


def test_learn_and_use(tmp_path: Path, extractor: Extractor) -> None:
    dump, learned = tmp_path / "dump.jsonl", tmp_path / "furniture.toml"
    articles = [
        {"source": "patra.gr", "text": f"Είδηση αριθμός {number} από την Αχαΐα.\n{LINE}"}
        for number in range(12)
    ]
    dump.write_text("\n".join(json.dumps(each) for each in articles), encoding="utf-8")
    result = CliRunner().invoke(app, ["boilerplate", "learn", str(dump), "-o", str(learned)])
    assert result.exit_code == 0, result.output
    assert LINE in learned.read_text(encoding="utf-8")
    text = f"Ο Νίκος Δένδιας μίλησε στη Βουλή.\n{LINE}"
    zones = [each.zone for each in passages(text, load_furniture(learned))]
    assert zones == ["body", "boilerplate"]
    wary = Extractor(extractor.nlp, boilerplate=learned)
    names = {mention.text for mention in wary.extract(text).mentions}
    assert "Νίκος Δένδιας" in names
    assert not any("Στάθη" in each for each in names)
