"""Every code that the package uses is documented, and none that it does not use."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_codes_are_documented() -> None:
    used = {
        code
        for file in (ROOT / "greeknews_ner").rglob("*.py")
        for code in re.findall(r'[=,(] ?"(G\d{3})"', file.read_text(encoding="utf-8"))
    }
    table = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| (G\d{3}) \|", table, flags=re.MULTILINE)
    assert len(documented) == len(set(documented))
    assert used == set(documented)
